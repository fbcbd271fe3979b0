/**
 * Bringing in what was said elsewhere. A message is known by its id there: bringing it in again, also at the same time,
 * stores nothing. Parlour's assistant does not answer these messages; somebody else did.
 */
import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { firstCharacters } from '../agents/plain-text.ts';
import type { Transaction } from '../db/knex.ts';
import { publish, publishAll } from '../events/publish.ts';
import { uuidOfBytes } from '../http/uuid-bytes.ts';
import { ChatSession } from '../models/chat-session.ts';
import type { IngestBody, IngestMessage } from './schema.ts';

export type Origin = Pick<IngestBody, 'externalId' | 'channel' | 'page' | 'utm'>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The conversation, locked; made when it is not known. The id may be one of our own: then it is that one. */
export async function findOrCreateSession(
  trx: Transaction,
  siteId: string,
  { externalId, channel = 'external', page, utm }: Origin,
  startedAt: Date,
): Promise<{ session: ChatSession; created: boolean }> {
  if (UUID.test(externalId)) {
    const own = await ChatSession.query(trx).findById(externalId).where({ siteId }).forUpdate();
    if (own) return { session: own, created: false };
  }
  const id = uuidv7();
  await trx('chat_sessions')
    .insert({
      id,
      siteId,
      channel,
      externalId,
      pageUrl: page?.url || null,
      pageTitle: page?.title || null,
      utm: JSON.stringify(utm ?? {}),
      startedAt,
      lastMessageAt: startedAt,
    })
    .onConflict(trx.raw('(site_id, channel, external_id) WHERE external_id IS NOT NULL') as never)
    .ignore();
  const session = await ChatSession.query(trx)
    .findOne({ siteId, channel, externalId })
    .forUpdate()
    .throwIfNotFound();
  const created = session.id === id;
  if (created) await publish(trx, { type: 'session.created', siteId, data: { sessionId: id } });
  return { session, created };
}

/**
 * Adds the messages that are not known yet, in the order of their times, after what is there. @returns how many
 */
export async function addMessages(
  trx: Transaction,
  session: ChatSession,
  messages: readonly IngestMessage[],
): Promise<number> {
  const given = messages.map((message) => ({
    ...message,
    id: messageIdOf(session.id, message.externalId),
    at: momentOf(message.createdAt),
  }));
  const known = new Set<string>(
    await trx('messages')
      .where({ sessionId: session.id })
      .whereIn(
        'id',
        given.map(({ id }) => id),
      )
      .pluck('id'),
  );
  const fresh = [...new Map(given.map((message) => [message.id, message])).values()]
    .filter(({ id }) => !known.has(id))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  if (fresh.length === 0) return 0;
  const rows = fresh.map(({ id, role, text, at }, index) => ({
    sessionId: session.id,
    seq: session.lastSeq + index + 1,
    id,
    role,
    text,
    createdAt: at,
    ...(role === 'assistant' && { agent: JSON.stringify({ kind: 'external' }) }),
    ...(role === 'staff' && { authorName: 'Staff' }),
  }));
  await trx.batchInsert('messages', rows, 500);
  await noteLast(trx, session, rows);
  await publishAll(
    trx,
    rows.map(({ seq }) => ({
      type: 'message.created' as const,
      siteId: session.siteId,
      data: { sessionId: session.id, seq },
    })),
  );
  return rows.length;
}

async function noteLast(
  trx: Transaction,
  session: ChatSession,
  rows: ReadonlyArray<{ seq: number; role: string; text: string; createdAt: Date }>,
): Promise<void> {
  const last = rows.at(-1)!;
  const visitorSeq = rows.findLast(({ role }) => role === 'visitor')?.seq;
  await session.$query(trx).patch({
    lastSeq: last.seq,
    lastMessageRole: last.role,
    lastMessageText: firstCharacters(last.text, 200),
    lastMessageAt: last.createdAt > session.lastMessageAt ? last.createdAt : session.lastMessageAt,
    startedAt: rows[0]!.createdAt < session.startedAt ? rows[0]!.createdAt : session.startedAt,
    ...(visitorSeq && { visitorSeq, answeredSeq: visitorSeq, awaitingSince: null }),
    // A visitor who writes on is back.
    ...(visitorSeq &&
      session.completionStatus === 'abandoned' && { completionStatus: 'in_progress' as const }),
    updatedAt: new Date(),
  });
}

/** Always the same for the same message of the same conversation: a UUID of version 8 (RFC 9562) made from both. */
export function messageIdOf(sessionId: string, externalId: string): string {
  const bytes = createHash('sha256').update(`${sessionId}/${externalId}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return uuidOfBytes(bytes);
}

/** Clocks elsewhere may be ahead; nothing was said in the future. */
function momentOf(createdAt: string | undefined): Date {
  const now = new Date();
  const at = createdAt ? new Date(createdAt) : now;
  return at > now ? now : at;
}
