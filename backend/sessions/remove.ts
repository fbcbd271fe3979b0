/**
 * Removing conversations for good: the one way in which staff's deletion, retention and erasure do it.
 */
import type { Transaction } from '../db/knex.ts';
import { publishAll } from '../events/publish.ts';
import { forgetMemories } from '../ingest/forget-memories.ts';
import { forgetJobs } from '../jobs/forget.ts';
import { ChatSession } from '../models/chat-session.ts';
import { forgetFigures } from '../stats/fold.ts';

export type Removed = Pick<ChatSession, 'id' | 'siteId' | 'externalId'>;

/**
 * Everything that belongs to them goes by the tables' own cascades; what only speaks of them goes here. Those that are
 * gone already are passed over.
 * @returns what was there, each told as session.deleted
 */
export async function removeSessions(trx: Transaction, ids: readonly string[]): Promise<Removed[]> {
  if (ids.length === 0) return [];
  const faults = await faultsIn(trx, ids);
  const gone: Removed[] = await ChatSession.query(trx)
    .delete()
    .whereIn('id', [...ids])
    .returning(['id', 'siteId', 'externalId']);
  await forgetFaults(trx, faults);
  await forgetJobs(trx, ids);
  await forgetMemories(trx, gone);
  await forgetFigures(
    trx,
    gone.map(({ id }) => id),
  );
  await publishAll(
    trx,
    gone.map(({ id, siteId }) => ({ type: 'session.deleted', siteId, data: { sessionId: id } })),
  );
  return gone;
}

/** Faults that were noted in these conversations, and whether what they say comes from one of these. */
async function faultsIn(trx: Transaction, ids: readonly string[]): Promise<Fault[]> {
  const { rows } = await trx.raw<{ rows: Fault[] }>(
    `SELECT incident_id AS id, max(at) >= coalesce((SELECT max(others.at) FROM incident_occurrences others
       WHERE others.incident_id = mine.incident_id AND coalesce(others.session_id <> ALL (:ids::uuid[]), true)),
       '-infinity') AS "isLatest"
     FROM incident_occurrences mine WHERE session_id = ANY (:ids::uuid[]) GROUP BY incident_id`,
    { ids: [...ids] },
  );
  return rows;
}

interface Fault {
  id: string;
  isLatest: boolean;
}

/** A fault that happened nowhere else goes; of another one the words go that these conversations may have put there. */
async function forgetFaults(trx: Transaction, faults: readonly Fault[]): Promise<void> {
  if (faults.length === 0) return;
  await trx.raw(
    `DELETE FROM incidents WHERE id = ANY (?::uuid[])
       AND NOT EXISTS (SELECT 1 FROM incident_occurrences o WHERE o.incident_id = incidents.id)`,
    [faults.map(({ id }) => id)],
  );
  await trx.raw(
    `UPDATE incidents SET stack = NULL, details = '{}',
       message = 'What it said was removed with the conversation it happened in'
     WHERE id = ANY (?::uuid[])`,
    [faults.filter(({ isLatest }) => isLatest).map(({ id }) => id)],
  );
}
