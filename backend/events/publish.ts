/**
 * Telling the rest of Parlour what happened: the event's row is written inside the transaction that made it true,
 * and listeners get a hint at its commit. Called at the end of an action, once for each thing that happened.
 */
import type { Transaction } from '../db/knex.ts';
import type { EventOf, EventType } from './catalogue.ts';

/** The channel of hints; the table is the truth (live/event-reader reads it). */
export const EVENTS_CHANNEL = 'parlour_events';

export async function publish<T extends EventType>(trx: Transaction, event: EventOf<T>): Promise<void> {
  const sessionId = 'sessionId' in event.data ? event.data.sessionId : null;
  await trx.raw(
    `WITH stored AS (INSERT INTO events (type, site_id, session_id, data) VALUES (?, ?, ?, ?))
     SELECT pg_notify('${EVENTS_CHANNEL}', '')`,
    [event.type, event.siteId, sessionId ?? null, JSON.stringify(event.data)],
  );
}
