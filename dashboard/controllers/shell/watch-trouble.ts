/** Keeps the counts beside "Deliveries" and "Errors" true: asked at the start and, in calm steps, after changes. */
import { listDeliveries } from '../../api/deliveries.ts';
import { listIncidents } from '../../api/incidents.ts';
import { live } from '../../api/live.ts';
import type { Store } from '../store.ts';
import { deadCount, faultCount } from './waiting-counts.ts';

const CALM_MS = 1_000;
/** More than this is shown as many. */
const COUNTED = 100;

const counts = [
  {
    prefix: 'delivery.',
    store: deadCount,
    ask: () => listDeliveries({ status: 'dead', limit: COUNTED }),
  },
  {
    prefix: 'incident.',
    store: faultCount,
    ask: () => listIncidents({ status: 'open', limit: COUNTED }),
  },
];

let isStarted = false;

/** Begins to count, once. */
export function watchTrouble(): void {
  for (const { store, ask } of counts) void count(store, ask);
  if (isStarted) return;
  isStarted = true;
  for (const { prefix, store, ask } of counts) {
    let isPlanned = false;
    live.subscribe(({ name }) => {
      if (isPlanned || (name !== 'resync' && !name.startsWith(prefix))) return;
      isPlanned = true;
      setTimeout(() => {
        isPlanned = false;
        void count(store, ask);
      }, CALM_MS);
    });
  }
}

async function count(store: Store<number>, ask: () => Promise<{ items: unknown[] }>): Promise<void> {
  try {
    store.set((await ask()).items.length);
  } catch {
    // The page itself says what is wrong; a count that is late is no trouble of its own.
  }
}
