/**
 * Who answers a conversation: a person takes it, hands it back, or is found to be gone. Each is said to the visitor by
 * a `system` message in the language of the conversation, with the name visitors may know.
 */
import { raw } from 'objection';
import { uuidv7 } from 'uuidv7';
import type { Database, Transaction } from '../db/knex.ts';
import { planMessenger } from '../deliveries/to-messenger.ts';
import { notFound } from '../errors.ts';
import { publish } from '../events/publish.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import { ChatSession } from '../models/chat-session.ts';
import { Message } from '../models/message.ts';
import { Site } from '../models/site.ts';
import { type Actor, audit } from '../staff/audit.ts';
import { shownName } from '../staff/shown-name.ts';
import { textsFor, type VisitorTexts } from '../visitor/texts.ts';
import { requireNobodyElse } from './policy.ts';
import type { Handover } from './schema.ts';

/** The conversation and who has it, held until the transaction ends. @throws not_found */
export async function lockWithHolder(trx: Transaction, id: string): Promise<ChatSession> {
  const session = await ChatSession.query(trx).findById(id).forUpdate();
  if (!session) throw notFound('There is no such conversation.');
  return session.$fetchGraph('takenOverByUser', { transaction: trx });
}

/**
 * From now on this person answers. The turn that the assistant may be at ends: its reply is not stored any more.
 * Taking what one has already changes nothing.
 * @throws not_found; taken_by_other (409) unless forced
 */
export async function takeOver(
  database: Database,
  id: string,
  by: StaffPrincipal,
  { force }: Handover,
): Promise<void> {
  await database.transaction(async (trx) => {
    const session = await lockWithHolder(trx, id);
    if (session.mode === 'human' && session.takenOverBy === by.userId) return;
    requireNobodyElse(session, by.userId, force);
    const before = session.mode === 'human' ? session.takenOverByUser : null;
    const texts = await textsOf(trx, session);
    const name = shownName(by.name, texts.ourTeam);
    const text = before ? texts.tookOver(name, shownName(before.name, texts.ourTeam)) : texts.joined(name);
    await saySystem(trx, session, text, {
      mode: 'human',
      takenOverBy: by.userId,
      takenOverAt: raw('now()') as never,
      firstTakenOverAt: raw('coalesce(first_taken_over_at, now())') as never,
      turnId: null,
      turnUntil: null,
      turnTries: 0,
      wantsPersonSince: null,
    });
    const from = before?.name;
    await audit(trx, by, deed('session.taken_over', session, from ? { from } : {}));
    await publish(trx, {
      type: 'session.taken_over',
      siteId: session.siteId,
      data: { sessionId: id, by: by.name, ...(from && { from }) },
    });
  });
}

/**
 * The assistant answers again. What the visitor said and nobody answered stays open for it.
 * Handing back what the assistant has already changes nothing.
 * @returns whether it was handed back by this
 * @throws not_found; taken_by_other (409) unless forced
 */
export async function release(
  database: Database,
  id: string,
  by: StaffPrincipal,
  { force }: Handover,
): Promise<boolean> {
  return database.transaction(async (trx) => {
    const session = await lockWithHolder(trx, id);
    if (session.mode === 'ai') return false;
    requireNobodyElse(session, by.userId, force);
    const texts = await textsOf(trx, session);
    const name = shownName(session.takenOverByUser?.name, texts.ourTeam);
    await handBack(trx, session, texts.left(name), by);
    return true;
  });
}

/** Back to the assistant because nobody answered; the caller has made sure of that and holds the row. */
export async function releaseUnanswered(trx: Transaction, session: ChatSession): Promise<void> {
  const holder = session.takenOverByUser;
  const texts = await textsOf(trx, session);
  const name = holder ? shownName(holder.name, texts.ourTeam) : undefined;
  await handBack(trx, session, texts.couldNotAnswer(name), { kind: 'system' });
}

async function textsOf(trx: Transaction, { siteId, locale }: ChatSession): Promise<VisitorTexts> {
  const site = await Site.query(trx).findById(siteId).select('locale').throwIfNotFound();
  return textsFor(site.locale, locale);
}

async function handBack(trx: Transaction, session: ChatSession, text: string, by: Actor): Promise<void> {
  await saySystem(trx, session, text, {
    mode: 'ai',
    takenOverBy: null,
    takenOverAt: null,
    wantsPersonSince: null,
  });
  await audit(trx, by, deed('session.released', session, by.kind === 'system' ? { unanswered: true } : {}));
  await publish(trx, {
    type: 'session.released',
    siteId: session.siteId,
    data: { sessionId: session.id, ...('name' in by && { by: by.name }) },
  });
}

/** Changes the conversation and says so in it. It stays where it is in the list: nobody has said anything new. */
async function saySystem(
  trx: Transaction,
  session: ChatSession,
  text: string,
  change: Partial<ChatSession>,
): Promise<void> {
  const seq = session.lastSeq + 1;
  await session.$query(trx).patch({ ...change, lastSeq: seq, updatedAt: new Date() });
  const message = { sessionId: session.id, seq, id: uuidv7(), role: 'system' as const, text };
  await Message.query(trx).insert(message);
  await planMessenger(trx, session, message);
  const data = { sessionId: session.id, seq };
  await publish(trx, { type: 'message.created', siteId: session.siteId, data });
  await publish(trx, {
    type: 'session.updated',
    siteId: session.siteId,
    data: { sessionId: session.id },
  });
}

const deed = (action: string, session: ChatSession, details: Record<string, unknown>) => ({
  action,
  subject: { kind: 'session', id: session.id },
  siteId: session.siteId,
  details,
});
