import type { Database } from '../../db/knex.ts';
import { lookAtDue } from './look.ts';
import { markChanged } from './mark.ts';

/** Keeps the queue true: marks what has changed, then looks at what has come to rest. Bounded, and safe to run twice. */
export async function refreshQueue(database: Database, samplePercent: number): Promise<void> {
  await markChanged(database);
  await lookAtDue(database, samplePercent);
}
