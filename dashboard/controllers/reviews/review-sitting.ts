/** One sitting of reading: how many were judged and what was put off, until the tab is closed or loaded anew. */
import { Store } from '../store.ts';

interface Sitting {
  judged: number;
  /** Put off for this sitting. */
  skipped: ReadonlySet<string>;
}

export const sitting = new Store<Sitting>({ judged: 0, skipped: new Set() });

export function countJudged(by: 1 | -1): void {
  const { judged, skipped } = sitting.value;
  sitting.set({ judged: Math.max(0, judged + by), skipped });
}

export function putOff(sessionId: string): void {
  const { judged, skipped } = sitting.value;
  sitting.set({ judged, skipped: new Set([...skipped, sessionId]) });
}

/** Shows what was put off again. */
export function takeUpSkipped(): void {
  sitting.set({ judged: sitting.value.judged, skipped: new Set() });
}
