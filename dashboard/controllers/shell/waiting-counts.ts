/** How much waits elsewhere in the desk; 0 until it is known. Kept true by `watch-queue` and `watch-trouble`, which load later. */
import { Store } from '../store.ts';

/** Conversations to be read. */
export const queueCount = new Store(0);
/** Deliveries that were given up. */
export const deadCount = new Store(0);
/** Errors that nobody has dealt with. */
export const faultCount = new Store(0);
