import type { Database, Transaction } from '../db/knex.ts';
import { invalidToken } from '../errors.ts';
import { ChatSession } from '../models/chat-session.ts';
import { Message } from '../models/message.ts';
import { shownName } from '../staff/shown-name.ts';
import { presentMessage, presentVisitorSession } from './present.ts';
import type { MessageView, VisitorSession } from './schema.ts';

/** The longest transcript given in one answer; a longer one is read on with `after`. */
export const TRANSCRIPT_MAX = 500;

/** @throws invalid_token when the conversation was erased */
export async function readVisitorSession(
  on: Database | Transaction,
  sessionId: string,
): Promise<VisitorSession> {
  const session = await ChatSession.query(on).findById(sessionId).withGraphFetched('[lead, takenOverByUser]');
  if (!session) throw invalidToken('This conversation is no longer there.');
  return presentVisitorSession(
    session,
    session.lead,
    session.mode === 'human' ? shownName(session.takenOverByUser?.name) : null,
  );
}

/** Messages after a seq, oldest first. */
export async function readMessages(
  database: Database,
  sessionId: string,
  after: number,
): Promise<MessageView[]> {
  const messages = await Message.query(database)
    .where({ sessionId })
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(TRANSCRIPT_MAX);
  return messages.map(presentMessage);
}
