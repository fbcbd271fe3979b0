/**
 * Telling the rest of Parlour what happened: the event's row is written inside the transaction that made it true,
 * and listeners get a hint at its commit. Called at the end of an action, once for each thing that happened.
 */
import type { Transaction } from '../db/knex.ts';
import type { EventOf } from './catalogue.ts';

/** The channel of hints; the table is the truth (live/event-reader reads it). */
export const EVENTS_CHANNEL = 'parlour_events';

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
  await trx.raw(
    `WITH stored AS (
       INSERT INTO events (type, site_id, session_id, data)
       SELECT type, site_id, session_id, data
       FROM ROWS FROM (jsonb_to_recordset(?::jsonb) AS (type text, site_id uuid, session_id uuid, data jsonb))
         WITH ORDINALITY AS given (type, site_id, session_id, data, n)
       ORDER BY n)
     SELECT pg_notify('${EVENTS_CHANNEL}', '')`,
    [JSON.stringify(rows)],
  );
}
