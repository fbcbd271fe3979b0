/** What a process that runs tests tells the one that started it (lane.ts). Run by hand, it has nobody to tell. */
import type { Runner } from 'mocha';

/** A test or a hook that failed. */
export interface Fallen {
  /** With the titles of the suites around it; a hook's tells for which test it ran. */
  title: string;
  /** From the root of the project. */
  file: string;
  /** What it said, on one line. */
  why: string;
}

/** All tests are over, and what they share is stopped. */
export interface Over {
  over: true;
  /** Whether a process that a test has started still runs. */
  leavesProcess: boolean;
}

/** Tells each test that fails as it does. */
export function tellFallen(runner: Runner): void {
  if (process.send === undefined) return;
  runner.on('fail', (test, error) => {
    const why = String(error?.message ?? error).replace(/\s+/g, ' ');
    const file = (test.file ?? '').replace(`${process.cwd()}/`, '');
    process.send?.({ title: test.fullTitle(), file, why: why.slice(0, 300) } satisfies Fallen);
  });
}

/** Tells that everything is over. */
export function tellOver(): void {
  const leavesProcess = process.getActiveResourcesInfo().includes('ProcessWrap');
  process.send?.({ over: true, leavesProcess } satisfies Over);
}
