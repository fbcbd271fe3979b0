/**
 * What a webhook is told. Made when it is sent, from the rows as they are then: nothing personal waits in the ledger.
 */
import type { Database } from '../../db/knex.ts';
import { presentIncident } from '../../incidents/present.ts';
import { getIncident } from '../../incidents/queries.ts';
import type { IncidentView } from '../../incidents/schema.ts';
import { presentLead } from '../../leads/present.ts';
import type { LeadView } from '../../leads/schema.ts';
import type { Delivery } from '../../models/delivery.ts';
import { Review } from '../../models/review.ts';
import { presentReview } from '../../reviews/present.ts';
import type { ReviewView } from '../../reviews/schema.ts';
import { presentSession, presentStaffMessage } from '../../sessions/present.ts';
import { getSession, transcript } from '../../sessions/queries.ts';
import type { SessionView, StaffMessage } from '../../sessions/schema.ts';

/** The rows an event names. */
export interface Named {
  sessionId?: string | null;
  reviewId?: string;
  incidentId?: string;
}

export interface WebhookData {
  /** null where the event is about no conversation. */
  session: SessionView | null;
  lead: LeadView | null;
  messages: StaffMessage[];
  /** With review.* events: the verdict. */
  review?: ReviewView;
  /** With incident.* events: the error. */
  incident?: IncidentView;
}

const EVERYWHERE = { siteId: null };

/** `{type, id, createdAt, data: {session, lead, messages}}`; the id is the `webhook-id` of every try. */
export async function webhookPayload(
  database: Database,
  { id, event, createdAt, sessionId, payload }: Delivery,
): Promise<Record<string, unknown>> {
  const data = await webhookData(database, { ...payload, sessionId });
  return { type: event, id, createdAt: createdAt.toISOString(), data };
}

/** @throws not_found when what it names is gone */
export async function webhookData(
  database: Database,
  { sessionId, reviewId, incidentId }: Named,
): Promise<WebhookData> {
  const [conversation, review, incident] = await Promise.all([
    sessionId ? conversationOf(database, sessionId) : { session: null, lead: null, messages: [] },
    reviewId ? Review.query(database).findById(reviewId) : undefined,
    incidentId ? getIncident(database, incidentId, EVERYWHERE) : undefined,
  ]);
  return {
    ...conversation,
    ...(review && { review: presentReview(review) }),
    ...(incident && { incident: presentIncident(incident) }),
  };
}

async function conversationOf(database: Database, sessionId: string): Promise<WebhookData> {
  const session = await getSession(database, sessionId, EVERYWHERE);
  const messages = await transcript(database, session.id);
  return {
    session: presentSession(session),
    lead: session.lead ? presentLead(session.lead, session) : null,
    messages: messages.map(presentStaffMessage),
  };
}
