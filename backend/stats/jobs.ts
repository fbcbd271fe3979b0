import type { Database } from '../db/knex.ts';
import { fold } from './fold.ts';
import { rebuildStats } from './rebuild.ts';

/** Follows what happened; counts from the tables where that was never done, or where events were missed. */
export async function followEvents(database: Database, signal: AbortSignal): Promise<void> {
  const { isBuilt } = await fold(database);
  if (!isBuilt) await rebuildStats(database, { signal });
}
