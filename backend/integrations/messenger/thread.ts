/** The conversation of one person with one page. They have one for ever, however long they are silent. */
import { uuidv7 } from 'uuidv7';
import { agentIdentity } from '../../agent-versions/identity.ts';
import { firstCharacters } from '../../agents/plain-text.ts';
import { greetingOf } from '../../conversation/greeting.ts';
import type { Transaction } from '../../db/knex.ts';
import { planMessenger } from '../../deliveries/to-messenger.ts';
import { publish } from '../../events/publish.ts';
import { findOrCreateSession } from '../../ingest/bring-in.ts';
import { ChatSession } from '../../models/chat-session.ts';
import { Message } from '../../models/message.ts';
import type { Site } from '../../models/site.ts';

export interface Person {
  pageId: string;
  /** Facebook's id of the person for this page. */
  personId: string;
}

const externalIdOf = ({ pageId, personId }: Person) => `${pageId}:${personId}`;

/** null for a conversation that was brought in from elsewhere under a name of its own. */
export function personOf({ externalId }: Pick<ChatSession, 'externalId'>): Person | null {
  const found = /^([^:]+):(.+)$/.exec(externalId ?? '');
  return found && { pageId: found[1]!, personId: found[2]! };
}

/** The conversation, locked; undefined when they never wrote, or it was deleted. */
export async function findThread(
  trx: Transaction,
  site: Site,
  person: Person,
): Promise<ChatSession | undefined> {
  return ChatSession.query(trx)
    .findOne({ siteId: site.id, channel: 'messenger', externalId: externalIdOf(person) })
    .forUpdate();
}

/** The conversation, locked; made when there is none. */
export async function openThread(
  trx: Transaction,
  site: Site,
  person: Person,
  at: Date,
): Promise<{ session: ChatSession; created: boolean }> {
  const origin = { externalId: externalIdOf(person), channel: 'messenger' as const };
  const opened = await findOrCreateSession(trx, site.id, origin, at);
  await trx('messenger_threads').insert({ sessionId: opened.session.id }).onConflict('session_id').ignore();
  return opened;
}

/** The person did something: from now on they can be answered for a day. */
export async function noteAction(trx: Transaction, sessionId: string, at: Date): Promise<void> {
  await trx.raw('UPDATE messenger_threads SET wrote_at = greatest(wrote_at, ?) WHERE session_id = ?', [
    at,
    sessionId,
  ]);
}

/**
 * Tells the person, before the first answer, that an assistant answers: by the site's greeting, which is also what the
 * assistant begins with. It stands before the words that it follows, at their time. (Facebook's policy asks for it; some countries' law as well.)
 */
export async function greetOnce(
  trx: Transaction,
  session: ChatSession,
  site: Site,
  createdAt: Date,
): Promise<void> {
  if (session.mode !== 'ai') return;
  const greeted = await trx('messenger_threads')
    .where({ sessionId: session.id, greetedAt: null })
    .update({ greetedAt: trx.fn.now() });
  if (greeted === 0) return;
  const { text: ownWords, state } = greetingOf(site, null);
  // With the first question behind it, it would speak over what the person has just said.
  const text = site.widget.greeting.trim() || ownWords;
  const agent = { ...agentIdentity(site) };
  const greeting = await appendMessage(trx, session, { role: 'assistant', text, agent, createdAt });
  await session.$query(trx).patch({ agentState: state ?? null, agentVersion: site.agentVersion });
  await planMessenger(trx, session, greeting);
}

/** Adds a message that was not written by the person. The conversation must be locked. */
export async function appendMessage(
  trx: Transaction,
  session: ChatSession,
  message: Pick<Message, 'role' | 'text'> & Partial<Message>,
): Promise<{ id: string; seq: number }> {
  const seq = session.lastSeq + 1;
  const id = message.id ?? uuidv7();
  await session.$query(trx).patch({
    lastSeq: seq,
    lastMessageAt: new Date(),
    lastMessageRole: message.role,
    lastMessageText: firstCharacters(message.text, 200),
    updatedAt: new Date(),
  });
  await Message.query(trx).insert({ ...message, id, sessionId: session.id, seq });
  const data = { sessionId: session.id, seq };
  await publish(trx, { type: 'message.created', siteId: session.siteId, data });
  return { id, seq };
}
