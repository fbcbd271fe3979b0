/**
 * Looks up the rows that a batch of events speaks of: once per batch, however many streams are open.
 */
import type { Database } from '../db/knex.ts';
import { presentDelivery } from '../deliveries/present.ts';
import { deliveriesByIds, type ListedDelivery } from '../deliveries/queries.ts';
import { presentIncident } from '../incidents/present.ts';
import { incidentsByIds, type ListedIncident } from '../incidents/queries.ts';
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
  deliveries: Map<string, ListedDelivery>;
  incidents: Map<string, ListedIncident>;
}

export async function lookUp(database: Database, events: readonly StoredEvent[]): Promise<Rows> {
  const ids = [...new Set(events.flatMap(({ sessionId }) => sessionId ?? []))];
  const spoken = events.filter(({ type }) => type === 'message.created');
  const [judged, sent, failed] = [
    named(events, 'reviewId'),
    named(events, 'deliveryId'),
    named(events, 'incidentId'),
  ];
  const [sessions, messages, reviews, deliveries, incidents] = await Promise.all([
    sessionRows(database, ids),
    findMessages(database, spoken),
    judged.length === 0 ? [] : Review.query(database).findByIds(judged),
    sent.length === 0 ? [] : deliveriesByIds(database, sent),
    failed.length === 0 ? [] : incidentsByIds(database, failed),
  ]);
  return {
    sessions: byId(sessions),
    messages: new Map(messages.map((message) => [`${message.sessionId}/${message.seq}`, message])),
    reviews: byId(reviews),
    deliveries: byId(deliveries),
    incidents: byId(incidents),
  };
}

/** The ids that events carry under this name, each once. */
function named(events: readonly StoredEvent[], name: string): string[] {
  return [...new Set(events.flatMap(({ data }) => (typeof data[name] === 'string' ? data[name] : [])))];
}

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));

async function findMessages(database: Database, events: readonly StoredEvent[]): Promise<Message[]> {
  if (events.length === 0) return [];
  const pairs = events.map(({ data, sessionId }) => [sessionId!, data.seq as number]);
  return Message.query(database).whereInComposite(['sessionId', 'seq'], pairs);
}

/** The event as staff get it. */
export function liveData(
  event: StoredEvent,
  { sessions, messages, reviews, deliveries, incidents }: Rows,
): LiveData & Record<string, unknown> {
  const { siteId, ...data } = event.data as LiveData & { siteId?: string; seq?: number; reviewId?: string };
  const session = event.sessionId ? sessions.get(event.sessionId) : undefined;
  const message = messages.get(`${event.sessionId}/${data.seq}`);
  const review = data.reviewId === undefined ? undefined : reviews.get(data.reviewId);
  const delivery = data.deliveryId === undefined ? undefined : deliveries.get(data.deliveryId);
  const incident = data.incidentId === undefined ? undefined : incidents.get(data.incidentId);
  return {
    ...data,
    ...(event.type === 'site.updated' && { siteId }),
    ...(session && { session: presentRow(session) }),
    ...(message && { message: presentStaffMessage(message) }),
    ...(review && { review: presentReview(review) }),
    ...(delivery && { delivery: presentDelivery(delivery) }),
    ...(incident && { incident: presentIncident(incident) }),
    ...(event.type.startsWith('lead.') && session?.lead && { lead: presentLead(session.lead, session) }),
  };
}
