/** Whether the screen is as narrow as a phone's: what styles alone can't say, such as which menu an entry stands in. */
import { Store } from '../store.ts';

const query = matchMedia('(max-width: 799px)');

export const narrow = new Store(query.matches);
query.addEventListener('change', () => narrow.set(query.matches));
