/**
 * Tells the team of visitors who wait for the person who took over: once for each wait, well before the conversation
 * goes back to the assistant. Found by the worker every few seconds.
 */
import type { Database } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import { publishAll } from '../events/publish.ts';

/** Waiting for a person is long after this; sooner where the site hands back sooner. */
const MINUTES = 2;
const AT_ONCE = 50;

const TAKE = {
  name: 'take-long-waits',
  text: `UPDATE chat_sessions SET waiting_told_at = awaiting_since
    WHERE id IN (
      SELECT s.id FROM chat_sessions s JOIN sites ON sites.id = s.site_id
      WHERE s.awaiting_since IS NOT NULL AND s.mode = 'human'
        AND s.waiting_told_at IS DISTINCT FROM s.awaiting_since
        AND greatest(s.awaiting_since, s.taken_over_at) < now() - make_interval(
          secs => 60 * least(${MINUTES}, coalesce((sites.agent->>'handoverMinutes')::integer, 5) / 2.0))
      ORDER BY s.awaiting_since LIMIT ${AT_ONCE}
      FOR UPDATE OF s SKIP LOCKED)
    RETURNING id, site_id`,
};

export async function tellOfWaiting({ database }: { database: Database }): Promise<void> {
  await database.transaction(async (trx) => {
    const rows = await runStatement<{ id: string; site_id: string }>(trx, TAKE, []);
    await publishAll(
      trx,
      rows.map(({ id, site_id: siteId }) => ({
        type: 'session.waiting' as const,
        siteId,
        data: { sessionId: id },
      })),
    );
  });
}
