/** Keeps the count beside "Review" true: asked at the start and, in calm steps, when the queue may be another. */
import { live } from '../../api/live.ts';
import { readQueue } from '../../api/review-queue.ts';
import { queueCount } from '../shell/waiting-counts.ts';

const CALM_MS = 3_000;
/** After these the queue may be another. */
const CHANGES = new Set([
  'queue.changed',
  'review.changed',
  'session.archived',
  'session.unarchived',
  'session.deleted',
  'resync',
]);

let isPlanned = false;
let isStarted = false;

/** Begins to count, once. */
export function watchQueue(): void {
  void ask();
  if (isStarted) return;
  isStarted = true;
  live.subscribe(({ name }) => {
    if (isPlanned || !CHANGES.has(name)) return;
    isPlanned = true;
    setTimeout(() => void ask(), CALM_MS);
  });
}

async function ask(): Promise<void> {
  isPlanned = false;
  try {
    const { coverage } = await readQueue({ limit: 1 });
    queueCount.set(coverage.waiting);
  } catch {
    // The page itself says what is wrong; a count that is late is no trouble of its own.
  }
}
