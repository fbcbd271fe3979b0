/**
 * What stands beside a transcript: notes of the team, and what the same visitor said before.
 */
import type { Database } from '../db/knex.ts';
import { ChatSession } from '../models/chat-session.ts';
import { SessionNote } from '../models/session-note.ts';

const EARLIER_MAX = 10;
const NOTES_MAX = 500;

export interface Beside {
  notes: SessionNote[];
  earlier: ChatSession[];
}

export async function readBeside(database: Database, session: ChatSession): Promise<Beside> {
  const [notes, earlier] = await Promise.all([
    SessionNote.query(database)
      .where({ sessionId: session.id })
      .orderBy(['createdAt', 'id'])
      .limit(NOTES_MAX),
    earlierSessions(database, session, EARLIER_MAX),
  ]);
  return { notes, earlier };
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
