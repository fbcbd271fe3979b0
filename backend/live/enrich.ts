/**
 * Looks up the rows that a batch of events speaks of: once per batch, however many streams are open.
 */
import type { Database } from '../db/knex.ts';
import { presentLead } from '../leads/present.ts';
import type { ChatSession } from '../models/chat-session.ts';
import { Message } from '../models/message.ts';
import { Review } from '../models/review.ts';
import { presentReview } from '../reviews/present.ts';
import { presentRow, presentStaffMessage } from '../sessions/present.ts';
import { sessionRows } from '../sessions/queries.ts';
import type { StoredEvent } from './event-reader.ts';
import type { LiveData } from './schema.ts';

export interface Rows {
  sessions: Map<string, ChatSession>;
  /** By `<sessionId>/<seq>`. */
  messages: Map<string, Message>;
  reviews: Map<string, Review>;
}

export async function lookUp(database: Database, events: readonly StoredEvent[]): Promise<Rows> {
  const ids = [...new Set(events.flatMap(({ sessionId }) => sessionId ?? []))];
  const spoken = events.filter(({ type }) => type === 'message.created');
  const judged = new Set(
    events.flatMap(({ data }) => (typeof data.reviewId === 'string' ? data.reviewId : [])),
  );
  const [sessions, messages, reviews] = await Promise.all([
    sessionRows(database, ids),
    findMessages(database, spoken),
    judged.size === 0 ? [] : Review.query(database).findByIds([...judged]),
  ]);
  return {
    sessions: new Map(sessions.map((session) => [session.id, session])),
    messages: new Map(messages.map((message) => [`${message.sessionId}/${message.seq}`, message])),
    reviews: new Map(reviews.map((review) => [review.id, review])),
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
  { sessions, messages, reviews }: Rows,
): LiveData & Record<string, unknown> {
  const { siteId, ...data } = event.data as LiveData & { siteId?: string; seq?: number; reviewId?: string };
  const session = event.sessionId ? sessions.get(event.sessionId) : undefined;
  const message = messages.get(`${event.sessionId}/${data.seq}`);
  const review = data.reviewId === undefined ? undefined : reviews.get(data.reviewId);
  return {
    ...data,
    ...(event.type === 'site.updated' && { siteId }),
    ...(session && { session: presentRow(session) }),
    ...(message && { message: presentStaffMessage(message) }),
    ...(review && { review: presentReview(review) }),
    ...(event.type.startsWith('lead.') && session?.lead && { lead: presentLead(session.lead, session) }),
  };
}
