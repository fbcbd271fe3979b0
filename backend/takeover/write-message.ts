/**
 * A message written by staff or by an automation. Who wrote it stands with it; the visitor sees the name they may know.
 */
import { uuidv7 } from 'uuidv7';
import { firstCharacters } from '../agents/plain-text.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { planMessenger } from '../deliveries/to-messenger.ts';
import { conflict, notFound } from '../errors.ts';
import { publish } from '../events/publish.ts';
import type { Principal } from '../http/principal.ts';
import type { ChatSession } from '../models/chat-session.ts';
import { Message } from '../models/message.ts';
import { reachOf } from '../sessions/policy.ts';
import { shownName } from '../staff/shown-name.ts';
import { lockWithHolder } from './actions.ts';
import { requireMayWrite } from './policy.ts';
import type { StaffSend } from './schema.ts';

/**
 * Stores it once: the same id with the same text answers what was stored, also after the conversation was handed back.
 * @throws not_found; not_taken, taken_by_other, message_differs (409)
 */
export async function writeMessage(
  database: Database,
  sessionId: string,
  { id, text }: StaffSend,
  by: Principal,
): Promise<Message> {
  return database.transaction(async (trx) => {
    const session = await lockWithHolder(trx, sessionId);
    const { siteId } = reachOf(by);
    if (siteId && siteId !== session.siteId) throw notFound('There is no such conversation.');
    const known = id && (await Message.query(trx).findOne({ sessionId, id }));
    if (known) return requireSame(known, text, by);
    requireMayWrite(session, by);
    const message = await store(trx, session, { id: id ?? uuidv7(), text }, by);
    await planMessenger(trx, session, message);
    const data = { sessionId, seq: message.seq };
    await publish(trx, { type: 'message.created', siteId: session.siteId, data });
    return message;
  });
}

function requireSame(known: Message, text: string, by: Principal): Message {
  const byThem =
    by.kind === 'staff'
      ? known.role === 'staff' && known.authorId === by.userId
      : known.role === 'assistant' && known.agent?.keyId === by.keyId;
  if (byThem && known.text === text) return known;
  throw conflict('message_differs', 'Another message was sent with this id already.');
}

/** A person's words answer everything the visitor has said so far; an automation's leave the assistant its turn. */
async function store(
  trx: Transaction,
  session: ChatSession,
  { id, text }: { id: string; text: string },
  by: Principal,
): Promise<Message> {
  const seq = session.lastSeq + 1;
  const role = by.kind === 'staff' ? 'staff' : 'assistant';
  const { visitorSeq, answeredSeq } = session;
  const message = await Message.query(trx).insertAndFetch({
    sessionId: session.id,
    seq,
    id,
    role,
    text,
    ...(by.kind === 'staff'
      ? {
          authorId: by.userId,
          authorName: shownName(by.name),
          turnSeq: visitorSeq > answeredSeq ? visitorSeq : null,
        }
      : { agent: { kind: 'automation', keyId: by.keyId } }),
  });
  await session.$query(trx).patch({
    lastSeq: seq,
    lastMessageAt: message.createdAt,
    lastMessageRole: role,
    lastMessageText: firstCharacters(text, 200),
    updatedAt: new Date(),
    ...(by.kind === 'staff' && {
      answeredSeq: visitorSeq,
      awaitingSince: null,
      retryAt: null,
      owedFrom: null,
    }),
  });
  return message;
}
