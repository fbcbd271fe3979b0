/** Tests that failed, as a process that runs tests tells them to the one that started it (lane.ts). */
import type { Runner } from 'mocha';

export interface Fallen {
  /** With the titles of the suites around it; a hook's tells for which test it ran. */
  title: string;
  /** From the root of the project. */
  file: string;
  /** What it said, on one line. */
  why: string;
}

/** Tells each test that fails as it does. Run by hand, with nobody to tell, Mocha's own words are all. */
export function tellFallen(runner: Runner): void {
  if (process.send === undefined) return;
  runner.on('fail', (test, error) => {
    const why = String(error?.message ?? error).replace(/\s+/g, ' ');
    const file = (test.file ?? '').replace(`${process.cwd()}/`, '');
    process.send?.({ title: test.fullTitle(), file, why: why.slice(0, 300) } satisfies Fallen);
  });
}
