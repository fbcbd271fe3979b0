/** What runs once around all tests. */
import { endAll } from './at-the-end.ts';
import { stopTestPostgres } from './postgres.ts';

export async function mochaGlobalTeardown(): Promise<void> {
  await Promise.all([endAll(), stopTestPostgres()]);
}
