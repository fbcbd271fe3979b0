/**
 * Looks up the rows that a batch of events speaks of: once per batch, however many streams are open.
 */
import type { Database } from '../db/knex.ts';
import { presentLead } from '../leads/present.ts';
import type { ChatSession } from '../models/chat-session.ts';
import { Message } from '../models/message.ts';
import { presentRow, presentStaffMessage } from '../sessions/present.ts';
import { sessionRows } from '../sessions/queries.ts';
import type { StoredEvent } from './event-reader.ts';
import type { LiveData } from './schema.ts';

export interface Rows {
  sessions: Map<string, ChatSession>;
  /** By `<sessionId>/<seq>`. */
  messages: Map<string, Message>;
}

export async function lookUp(database: Database, events: readonly StoredEvent[]): Promise<Rows> {
  const ids = [...new Set(events.flatMap(({ sessionId }) => sessionId ?? []))];
  const spoken = events.filter(({ type }) => type === 'message.created');
  const [sessions, messages] = await Promise.all([
    sessionRows(database, ids),
    findMessages(database, spoken),
  ]);
  return {
    sessions: new Map(sessions.map((session) => [session.id, session])),
    messages: new Map(messages.map((message) => [`${message.sessionId}/${message.seq}`, message])),
  };
}

async function findMessages(database: Database, events: readonly StoredEvent[]): Promise<Message[]> {
  if (events.length === 0) return [];
  const pairs = events.map(({ data, sessionId }) => [sessionId!, data.seq as number]);
  return Message.query(database).whereInComposite(['sessionId', 'seq'], pairs);
}

/** The event as staff get it. */
export function liveData(
  event: StoredEvent,
  { sessions, messages }: Rows,
): LiveData & Record<string, unknown> {
  const { siteId, ...data } = event.data as LiveData & { siteId?: string; seq?: number };
  const session = event.sessionId ? sessions.get(event.sessionId) : undefined;
  const message = messages.get(`${event.sessionId}/${data.seq}`);
  return {
    ...data,
    ...(event.type === 'site.updated' && { siteId }),
    ...(session && { session: presentRow(session) }),
    ...(message && { message: presentStaffMessage(message) }),
    ...(event.type.startsWith('lead.') && session?.lead && { lead: presentLead(session.lead, session) }),
  };
}
