/** What runs once around all tests. */
import { stopTestPostgres } from './postgres.ts';

export async function mochaGlobalTeardown(): Promise<void> {
  await stopTestPostgres();
}
