/** Says something to screen readers, politely: `desk-app` shows it in its live region. */
import { Store } from './store.ts';

export const announcement = new Store<string>('');

export function announce(text: string): void {
  // The same words twice would be no change, and nobody would hear the second time.
  announcement.set(announcement.value === text ? `${text}\u00a0` : text);
}
