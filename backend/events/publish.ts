/**
 * Telling the rest of Parlour what happened: the event's row is written inside the transaction that made it true,
 * and listeners get a hint at its commit. Called at the end of an action, once for each thing that happened.
 *
 * What is to be sent out because of it (event_subscriptions, made from the site's settings) becomes a row of the
 * delivery ledger in the same statement: the event, and that it will be delivered, are true together or not at all.
 */
import type { Transaction } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import type { EventOf } from './catalogue.ts';

/** The channel of hints; the table is the truth (live/event-reader reads it). */
export const EVENTS_CHANNEL = 'parlour_events';

const NO_SITE = '00000000-0000-0000-0000-000000000000';

/** What is to be sent because of the rows of `told` (id, type, site_id, session_id, data) of the same statement. */
export const PLAN_DELIVERIES = `
     INSERT INTO deliveries (id, site_id, session_id, kind, event, target, lane, subscription_id, dedupe_key, payload)
     SELECT new_id(), e.site_id, e.session_id, s.kind, s.event, s.target, s.lane, s.id, e.id || ':' || s.id, e.data
     FROM told e JOIN event_subscriptions s ON s.event = e.type
       AND coalesce(s.site_id, '${NO_SITE}'::uuid) = coalesce(e.site_id, '${NO_SITE}'::uuid)
     WHERE s.disabled_at IS NULL AND (NOT s.is_follow_up OR (
       EXISTS (SELECT 1 FROM deliveries d WHERE d.session_id = e.session_id AND d.kind = s.kind)
       AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.session_id = e.session_id AND d.kind = s.kind
         AND d.status IN ('pending', 'failed') AND coalesce(d.claimed_until < now(), true))))
     ON CONFLICT (kind, dedupe_key) DO NOTHING`;

const PUBLISH = {
  name: 'publish',
  text: `
    WITH told AS (
     INSERT INTO events (type, site_id, session_id, data)
     SELECT type, site_id, session_id, data
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (type text, site_id uuid, session_id uuid, data jsonb))
       WITH ORDINALITY AS given (type, site_id, session_id, data, n)
     ORDER BY n
     RETURNING id, type, site_id, session_id, data
     ), planned AS (${PLAN_DELIVERIES}
     )
     SELECT pg_notify('${EVENTS_CHANNEL}', '')`,
};

/** Says that something happened and plans what follows: with `trx` both come true, or neither does. */
export async function publish(trx: Transaction, event: EventOf): Promise<void> {
  await publishAll(trx, [event]);
}

/** The same for many things that happened in one transaction, in their order and in one statement. */
export async function publishAll(trx: Transaction, events: readonly EventOf[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ type, siteId, data }) => ({
    type,
    site_id: siteId,
    session_id: ('sessionId' in data && data.sessionId) || null,
    data,
  }));
  await runStatement(trx, PUBLISH, [JSON.stringify(rows)]);
}
