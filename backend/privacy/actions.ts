/**
 * Erasing people: what they said, what they left, and where they are mentioned.
 */
import { uuidv7 } from 'uuidv7';
import type { Database, Transaction } from '../db/knex.ts';
import { invalidToken } from '../errors.ts';
import type { Principal } from '../http/principal.ts';
import { ChatSession } from '../models/chat-session.ts';
import { reachOf } from '../sessions/policy.ts';
import { removeSessions } from '../sessions/remove.ts';
import { audit } from '../staff/audit.ts';
import { contactOf } from './contact.ts';
import type { Erasure, Erasures } from './erasures.ts';
import { countRows, eraseMentions, findConversations, type Matching } from './matching.ts';
import type { PersonCounts, PersonErased, PersonWish } from './schema.ts';

export interface PrivacyDeps {
  database: Database;
  erasures: Erasures;
}

/**
 * All of it in one transaction: afterwards nothing of the person is found, or nothing has changed.
 * @throws validation_failed
 */
export async function erasePerson(
  { database, erasures }: PrivacyDeps,
  wish: PersonWish,
  by: Principal,
): Promise<PersonErased> {
  const contact = await contactOf(database, wish);
  const reach = reachOf(by);
  const id = uuidv7();
  const { counts, erasure } = await database.transaction(async (trx) => {
    const { ids: sessionIds, counts } = await eraseMatching(trx, { contact, reach });
    const erasure = await erasures.record(trx, by, { id, siteId: reach.siteId, contact, sessionIds, counts });
    await audit(trx, by, {
      action: 'person.erased',
      subject: { kind: 'person' },
      siteId: reach.siteId,
      details: { conversations: counts.sessions, messages: counts.messages },
    });
    return { counts, erasure };
  });
  await erasures.keep(erasure);
  return { id, erasedAt: erasure.at, ...counts };
}

/** Removes the person's conversations and every mention elsewhere. */
export async function eraseMatching(
  trx: Transaction,
  matching: Matching,
): Promise<{ ids: string[]; counts: PersonCounts }> {
  const found = await findConversations(trx, matching);
  const ids = await lockInOrder(trx, [...found.keys()]);
  const counts = await countRows(trx, ids);
  await forgetTracks(trx, ids);
  await removeSessions(trx, ids);
  const mentions = await eraseMentions(trx, matching, ids);
  return { ids, counts: { ...counts, mentions } };
}

/** In one order everywhere, so that two changes never wait for each other. */
async function lockInOrder(trx: Transaction, ids: readonly string[]): Promise<string[]> {
  const locked = await ChatSession.query(trx)
    .select('id')
    .whereIn('id', [...ids])
    .orderBy('id')
    .forUpdate();
  return locked.map(({ id }) => id);
}

/** What names the conversations without holding anything of them: it would run out by itself within days. */
async function forgetTracks(trx: Transaction, ids: readonly string[]): Promise<void> {
  await trx('events')
    .delete()
    .whereIn('sessionId', [...ids]);
  await trx.raw(`DELETE FROM rate_limits WHERE split_part(key, ':', 2) = ANY (?::text[])`, [[...ids]]);
}

/** The visitor asks that this conversation be forgotten. Only that it happened is kept. @throws invalid_token */
export async function eraseConversation(
  { database, erasures }: PrivacyDeps,
  sessionId: string,
): Promise<void> {
  const erasure = await database.transaction(async (trx): Promise<Erasure> => {
    const session = await ChatSession.query(trx).findById(sessionId).forUpdate();
    if (!session) throw invalidToken('This conversation is no longer there.');
    const { siteId } = session;
    const counts = await countRows(trx, [sessionId]);
    await removeSessions(trx, [sessionId]);
    const visitor = { kind: 'visitor' } as const;
    await audit(trx, visitor, {
      action: 'session.erased',
      subject: { kind: 'session', id: sessionId },
      siteId,
    });
    return erasures.record(trx, visitor, { id: uuidv7(), siteId, sessionIds: [sessionId], counts });
  });
  await erasures.keep(erasure);
}
