/** What runs once around all tests. */
import type { Runner } from 'mocha';
import { endAll } from './at-the-end.ts';
import { stopTestPostgres } from './postgres.ts';
import { tellFallen, tellOver } from './tell-lane.ts';

/** How long a process may take to end by itself once everything that it started is stopped. */
const LAST_MS = 10_000;

/** Mocha gives its runner as `this`. */
export function mochaGlobalSetup(this: Runner): void {
  tellFallen(this);
}

export async function mochaGlobalTeardown(): Promise<void> {
  await Promise.all([endAll(), stopTestPostgres()]);
  tellOver();
  setTimeout(endWithConnections, LAST_MS).unref();
}

/** A connection that a test has left ends with the process, and is told. A process would not: that is a mistake (lane.ts). */
function endWithConnections(): void {
  const open = process.getActiveResourcesInfo();
  process.stderr.write(`Still open after all tests: ${open.join(', ')}\n`);
  if (!open.includes('ProcessWrap')) process.exit();
}
