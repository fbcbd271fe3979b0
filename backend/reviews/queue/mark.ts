/**
 * Marks conversations that have changed, from the events table: the statements that visitors wait for know nothing of
 * it. The place up to which events were read is one row; whoever reads on holds it, so that two workers never mark the
 * same. Work per call is bounded; what is left is read by the next.
 *
 * A row of `review_signals` locks its conversation, so conversations are locked first, as everywhere. One that somebody
 * holds, such as a long erasure, is passed over, and the same events are read again soon: marking twice does no harm.
 */
import type { Database, Transaction } from '../../db/knex.ts';
import { runStatement } from '../../db/sql.ts';
import type { EventType } from '../../events/catalogue.ts';

/** A conversation without a word for so long has come to rest. */
export const QUIET = `interval '5 minutes'`;
/** What was never marked is looked for so far back: on the first run, and after a long rest of the worker. */
const LOOK_BACK = `interval '30 days'`;
const BATCH = 5_000;
const BATCHES = 4;

/** What can change a signal, once the conversation rests. */
const CHANGES: EventType[] = [
  'message.created',
  'session.updated',
  'session.completed',
  'lead.updated',
  'incident.opened',
  'incident.changed',
];
/** What changes at once whether it waits to be read. */
const URGENT: EventType[] = ['review.changed', 'session.archived', 'session.unarchived'];

const VISITOR_SPOKE = `EXISTS (SELECT 1 FROM messages m WHERE m.session_id = s.id AND m.role = 'visitor')`;

const HOLD = {
  name: 'review-scan-hold',
  text: `SELECT xid::text, event_id::text AS id, pg_snapshot_xmin(pg_current_snapshot())::text AS readable,
      coalesce(xid = '0' OR xid >= pg_snapshot_xmax(pg_current_snapshot())
        OR (xid, event_id) < (SELECT e.xid, e.id FROM events e ORDER BY e.xid, e.id LIMIT 1), false) AS "hasGap"
    FROM review_scan FOR UPDATE SKIP LOCKED`,
};

const MARK_MISSED = {
  name: 'review-mark-missed',
  text: `
    WITH missed AS (
      SELECT s.id FROM chat_sessions s LEFT JOIN review_signals r ON r.session_id = s.id
      WHERE s.last_message_at > now() - ${LOOK_BACK} AND ${VISITOR_SPOKE}
        AND (r.session_id IS NULL OR r.last_message_at < s.last_message_at)
    ), held AS (
      SELECT s.id, s.site_id, s.last_message_at FROM chat_sessions s WHERE s.id IN (SELECT id FROM missed)
      ORDER BY s.id FOR KEY SHARE SKIP LOCKED
    ), marked AS (
      INSERT INTO review_signals (session_id, site_id, due_at, last_message_at)
      SELECT id, site_id, now(), last_message_at FROM held ORDER BY id
      ON CONFLICT (session_id) DO UPDATE SET due_at = excluded.due_at
    )
    SELECT (SELECT count(*) FROM missed)::integer AS missed, (SELECT count(*) FROM held)::integer AS held`,
};

const MARK = {
  name: 'review-mark',
  text: `
    WITH batch AS (
      SELECT xid, id, type, session_id FROM events
      WHERE (xid, id) > ($1::xid8, $2::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY xid, id LIMIT ${BATCH}
    ), changed AS (
      SELECT session_id, bool_or(type = ANY ($4)) AS is_urgent FROM batch
      WHERE session_id IS NOT NULL AND type = ANY ($3 || $4) GROUP BY session_id
    ), unmarked AS (
      -- One write for all that is said until it rests: what is marked already needs no second mark.
      SELECT s.id, CASE WHEN is_urgent THEN now() ELSE s.last_message_at + ${QUIET} END AS due_at
      FROM changed JOIN chat_sessions s ON s.id = changed.session_id LEFT JOIN review_signals r ON r.session_id = s.id
      WHERE ${VISITOR_SPOKE}
        AND (r.due_at IS NULL OR r.due_at > CASE WHEN is_urgent THEN now() ELSE s.last_message_at + ${QUIET} END)
    ), held AS (
      SELECT s.id, s.site_id, s.last_message_at FROM chat_sessions s WHERE s.id IN (SELECT id FROM unmarked)
      ORDER BY s.id FOR KEY SHARE SKIP LOCKED
    ), marked AS (
      INSERT INTO review_signals (session_id, site_id, due_at, last_message_at)
      SELECT id, site_id, due_at, last_message_at FROM unmarked JOIN held USING (id) ORDER BY id
      ON CONFLICT (session_id) DO UPDATE SET due_at = excluded.due_at
        WHERE review_signals.due_at IS NULL OR review_signals.due_at > excluded.due_at
    )
    SELECT xid::text, id::text, count(*) OVER ()::integer AS read,
      (SELECT count(*) FROM unmarked) = (SELECT count(*) FROM held) AS "isWhole" FROM batch
    ORDER BY batch.xid DESC, batch.id DESC LIMIT 1`,
};

const KEEP = {
  name: 'review-scan-keep',
  text: 'UPDATE review_scan SET xid = $1::xid8, event_id = $2::bigint',
};

/** Reads on from where the last call stopped, at most 20,000 events. */
export async function markChanged(database: Database): Promise<void> {
  for (let n = 0; n < BATCHES; n++) {
    const isDone = await database.transaction(markBatch);
    if (isDone) return;
  }
}

/** True when there is nothing more to read now, somebody holds a conversation, or another worker is at it. */
async function markBatch(trx: Transaction): Promise<boolean> {
  const [place] = await runStatement<{ xid: string; id: string; readable: string; hasGap: boolean }>(
    trx,
    HOLD,
    [],
  );
  if (!place) return true;
  if (place.hasGap) {
    const [found] = await runStatement<{ missed: number; held: number }>(trx, MARK_MISSED, []);
    if (found!.held < found!.missed) return true;
    // Its snapshot was taken later than this place: nothing lies between them.
    await runStatement(trx, KEEP, [place.readable, '-1']);
    return false;
  }
  const [last] = await runStatement<{ xid: string; id: string; read: number; isWhole: boolean }>(trx, MARK, [
    place.xid,
    place.id,
    CHANGES,
    URGENT,
  ]);
  if (!last?.isWhole) return true;
  await runStatement(trx, KEEP, [last.xid, last.id]);
  return last.read < BATCH;
}
