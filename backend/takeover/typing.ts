/**
 * Passing on who is typing. Only from those who may write in the conversation, and never stored.
 */
import type { Database } from '../db/knex.ts';
import { invalidToken } from '../errors.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { TypingFeed } from '../live/typing-feed.ts';
import { ChatSession } from '../models/chat-session.ts';
import { getSession } from '../sessions/queries.ts';
import { shownName } from '../staff/shown-name.ts';
import { requireMayWrite } from './policy.ts';

/** @throws not_found; not_taken, taken_by_other (409) */
export async function sayStaffTypes(
  database: Database,
  typing: TypingFeed,
  sessionId: string,
  by: StaffPrincipal,
  on: boolean,
): Promise<void> {
  const session = await getSession(database, sessionId, { siteId: null });
  requireMayWrite(session, by);
  await typing.say({ sessionId, siteId: session.siteId, from: 'staff', name: shownName(by.name), on });
}

/** @throws invalid_token when the conversation was erased */
export async function sayVisitorTypes(
  database: Database,
  typing: TypingFeed,
  sessionId: string,
  on: boolean,
): Promise<void> {
  const session = await ChatSession.query(database).findById(sessionId).select('siteId');
  if (!session) throw invalidToken('This conversation is no longer there.');
  await typing.say({ sessionId, siteId: session.siteId, from: 'visitor', on });
}
