/**
 * What happens by itself: conversations that are older than their site keeps them, and what nobody needs any more.
 */
import type { Database } from '../db/knex.ts';
import { Site } from '../models/site.ts';
import { removeSessions } from '../sessions/remove.ts';
import { audit } from '../staff/audit.ts';

const AT_ONCE = 200;
/** A job that takes longer would be given to another worker; the next hour goes on where this one stopped. */
const PATIENCE_MS = 30_000;
const AUDIT_DAYS = 400;
const PAYLOAD_DAYS = 90;

/** Removes what has had no word for longer than its site keeps conversations. */
export async function applyRetention(database: Database, signal?: AbortSignal): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  const sites = await Site.query(database).select('id', 'retentionDays').whereNotNull('retentionDays');
  for (const site of sites) {
    let removed = 0;
    for (let more = true; more && Date.now() < until && !signal?.aborted; ) {
      const count = await removeOld(database, site);
      removed += count;
      more = count === AT_ONCE;
    }
    if (removed > 0) await note(database, site.id, removed);
  }
}

async function removeOld(database: Database, { id, retentionDays }: Site): Promise<number> {
  return database.transaction(async (trx) => {
    // A conversation in somebody's hands is left to the next round, so that nobody waits for anybody.
    // Both statuses are named for the index on them.
    const { rows } = await trx.raw<{ rows: Array<{ id: string }> }>(
      `SELECT id FROM chat_sessions
       WHERE site_id = ? AND archive_status IN ('active', 'archived')
         AND last_message_at < now() - make_interval(days => ?)
       LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`,
      [id, retentionDays],
    );
    const ids = rows.map((row) => row.id);
    return (await removeSessions(trx, ids)).length;
  });
}

async function note(database: Database, siteId: string, conversations: number): Promise<void> {
  await database.transaction((trx) =>
    audit(
      trx,
      { kind: 'system' },
      {
        action: 'session.retention_applied',
        subject: { kind: 'site', id: siteId },
        siteId,
        details: { conversations },
      },
    ),
  );
}

/** Lets go of old lines of the audit trail, and of the contents of what was delivered long ago. */
export async function forgetOld(database: Database): Promise<void> {
  await database.raw(`DELETE FROM audit_entries WHERE at < now() - interval '${AUDIT_DAYS} days'`);
  const { rows } = await database.raw(
    `UPDATE deliveries SET payload = '{}', last_error = NULL
     WHERE id IN (SELECT id FROM deliveries
       WHERE status = 'delivered' AND delivered_at < now() - interval '${PAYLOAD_DAYS} days'
         AND payload <> '{}' LIMIT 5000)
     RETURNING id`,
  );
  await database('delivery_attempts')
    .update({ response: null, error: null })
    .whereIn(
      'deliveryId',
      rows.map(({ id }: { id: string }) => id),
    );
}
