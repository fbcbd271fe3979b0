/**
 * What stands beside a transcript: notes and verdicts of the team, what went wrong, what was sent out, and what the
 * same visitor said before.
 */
import type { SessionSpend } from '../agents/openai/schema.ts';
import { spendOfSession } from '../agents/openai/spend.ts';
import type { Database } from '../db/knex.ts';
import { deliveriesOf, type ListedDelivery } from '../deliveries/queries.ts';
import { incidentsInTranscript } from '../incidents/in-transcript.ts';
import { ChatSession } from '../models/chat-session.ts';
import type { Review } from '../models/review.ts';
import { SessionNote } from '../models/session-note.ts';
import { listReviews } from '../reviews/queries.ts';
import type { SessionIncident } from './schema.ts';

const EARLIER_MAX = 10;
const NOTES_MAX = 500;

export interface Beside {
  /** What a model used; null where none answered. */
  spend: SessionSpend | null;
  notes: SessionNote[];
  earlier: ChatSession[];
  /** Oldest first. */
  reviews: Review[];
  /** Oldest first. */
  incidents: SessionIncident[];
  /** Oldest first. */
  deliveries: ListedDelivery[];
}

export async function readBeside(database: Database, session: ChatSession): Promise<Beside> {
  const [notes, earlier, reviews, incidents, deliveries, spend] = await Promise.all([
    SessionNote.query(database)
      .where({ sessionId: session.id })
      .orderBy(['createdAt', 'id'])
      .limit(NOTES_MAX),
    earlierSessions(database, session, EARLIER_MAX),
    listReviews(database, session.id),
    incidentsInTranscript(database, session.id),
    deliveriesOf(database, session.id),
    spendOfSession(database, session.id),
  ]);
  return { notes, earlier, reviews, incidents, deliveries, spend };
}

/** Other conversations of the same browser on the same site, newest first. */
export async function earlierSessions(
  database: Database,
  { id, siteId, visitorId }: ChatSession,
  limit: number,
): Promise<ChatSession[]> {
  if (!visitorId) return [];
  return ChatSession.query(database)
    .where({ visitorId, siteId })
    .whereNot({ id })
    .orderBy('startedAt', 'desc')
    .limit(limit);
}
