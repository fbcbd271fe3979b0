/** What one event does to the conversation. Everything here may come twice, late, or in another order. */
import { storeVisitorMessage } from '../../conversation/store-message.ts';
import type { Transaction } from '../../db/knex.ts';
import { messengerKey } from '../../deliveries/to-messenger.ts';
import { messageIdOf } from '../../ingest/bring-in.ts';
import type { ChatSession } from '../../models/chat-session.ts';
import { Message } from '../../models/message.ts';
import type { Site } from '../../models/site.ts';
import type { MessengerEvent } from './schema.ts';
import { appendMessage, findThread, greetOnce, noteAction, openThread, type Person } from './thread.ts';
import { referralOf, textOf, utmOf } from './words.ts';

/** What stands over messages that somebody typed at Facebook itself. */
const PAGE_INBOX = 'Facebook page';

export interface StoredEvent {
  key: string;
  happenedAt: Date;
  event: MessengerEvent;
}

export interface Taken {
  sessionId?: string;
  created?: boolean;
  /** The turn that this event took, to be answered after the commit. */
  turnId?: string | null;
}

export function takeEvent(trx: Transaction, site: Site, person: Person, stored: StoredEvent): Promise<Taken> {
  return stored.event.message?.is_echo
    ? takeEcho(trx, site, person, stored)
    : takeWords(trx, site, person, stored);
}

async function takeWords(
  trx: Transaction,
  site: Site,
  person: Person,
  { key, happenedAt, event }: StoredEvent,
): Promise<Taken> {
  const text = textOf(event);
  const referral = referralOf(event);
  // A link that was followed without a word is remembered only where somebody has spoken before.
  if (!text) {
    const known = await findThread(trx, site, person);
    if (known) await noteAction(trx, known.id, happenedAt);
    if (known && referral) await noteReferral(trx, known, utmOf(referral));
    return {};
  }
  const { session, created } = await openThread(trx, site, person, happenedAt);
  await noteAction(trx, session.id, happenedAt);
  if (referral) await noteReferral(trx, session, utmOf(referral));
  await greetOnce(trx, session, site, happenedAt);
  const id = messageIdOf(session.id, key);
  const { taken } = await storeVisitorMessage(trx, session.id, { id, text });
  await trx('messages').where({ sessionId: session.id, id }).update({ createdAt: happenedAt });
  return { sessionId: session.id, created, turnId: taken?.turnId ?? null };
}

async function noteReferral(
  trx: Transaction,
  session: ChatSession,
  utm: Record<string, string>,
): Promise<void> {
  if (Object.keys(session.utm).length === 0) await session.$query(trx).patch({ utm });
}

/** `<our message's id>`, and `#2` for the second part of a long one. */
const OURS = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:#(\d{1,3}))?$/;
export const metadataOf = (messageId: string, part: number) =>
  part === 1 ? messageId : `${messageId}#${part}`;

/** Facebook repeats what the page has said: our own words are marked as arrived, others' are written down. */
async function takeEcho(
  trx: Transaction,
  site: Site,
  person: Person,
  { key, happenedAt, event }: StoredEvent,
): Promise<Taken> {
  const ours = OURS.exec(event.message?.metadata ?? '');
  const known = await findThread(trx, site, person);
  if (ours) {
    // A conversation that was erased since stays erased.
    if (known) await noteArrived(trx, known, ours[1]!, Number(ours[2] ?? 1), key);
    return {};
  }
  const text = textOf(event);
  if (!text || (known && (await wasSent(trx, known.id, key)))) return {};
  const { session, created } = known
    ? { session: known, created: false }
    : await openThread(trx, site, person, happenedAt);
  const id = messageIdOf(session.id, key);
  if (await Message.query(trx).findOne({ sessionId: session.id, id })) return {};
  await appendMessage(trx, session, {
    id,
    role: 'staff',
    text,
    authorName: PAGE_INBOX,
    createdAt: happenedAt,
  });
  // While the assistant answers it goes on: the page may have sent an automatic greeting of its own.
  if (session.mode === 'human')
    await session.$query(trx).patch({ answeredSeq: session.visitorSeq, awaitingSince: null });
  return { sessionId: session.id, created };
}

async function wasSent(trx: Transaction, sessionId: string, mid: string): Promise<boolean> {
  return (await trx('messenger_sends').where({ sessionId, mid }).first()) !== undefined;
}

/** What waits to learn whether it arrived need not wait any longer. */
async function noteArrived(
  trx: Transaction,
  session: ChatSession,
  messageId: string,
  part: number,
  mid: string,
): Promise<void> {
  const isOurs = await Message.query(trx).findOne({ sessionId: session.id, id: messageId });
  if (!isOurs) return;
  await trx('messenger_sends')
    .insert({ sessionId: session.id, messageId, part, mid })
    .onConflict(['session_id', 'message_id', 'part'])
    .merge(['mid']);
  await trx('deliveries')
    .where({ kind: 'messenger', dedupeKey: messengerKey(session.id, messageId), status: 'failed' })
    .update({ nextAttemptAt: trx.fn.now() });
}
