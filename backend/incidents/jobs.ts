/** Faults that are over go by themselves. Those of a conversation go with it (sessions/remove). */
import type { Database } from '../db/knex.ts';
import { publishAll } from '../events/publish.ts';

/** So long after it happened last. */
const FAULT_DAYS = 90;
const AT_ONCE = 1_000;

/**
 * Removes what happened long ago outside of conversations, and each fault that nothing speaks of any more, also a muted
 * one: should it come again, it is a new one. At most a thousand at a time; the next hour goes on.
 */
export async function forgetFaults(database: Database): Promise<void> {
  await database.raw(
    `DELETE FROM incident_occurrences WHERE id IN (SELECT id FROM incident_occurrences
       WHERE session_id IS NULL AND at < now() - interval '${FAULT_DAYS} days' LIMIT ${AT_ONCE * 5})`,
  );
  await database.transaction(async (trx) => {
    // One that is being reported this moment is passed over.
    const { rows } = await trx.raw<{ rows: Array<{ id: string; siteId: string | null }> }>(
      `DELETE FROM incidents WHERE id IN (SELECT id FROM incidents i
         WHERE last_at < now() - interval '${FAULT_DAYS} days'
           AND NOT EXISTS (SELECT 1 FROM incident_occurrences o WHERE o.incident_id = i.id)
         ORDER BY id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
       RETURNING id, site_id AS "siteId"`,
    );
    await publishAll(
      trx,
      rows.map(({ id, siteId }) => ({ type: 'incident.changed', siteId, data: { incidentId: id } })),
    );
  });
}
