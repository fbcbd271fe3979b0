/** How many conversations wait to be read; 0 until it is known. Kept true by `watch-queue`, which loads later. */
import { Store } from './store.ts';

export const queueCount = new Store(0);
