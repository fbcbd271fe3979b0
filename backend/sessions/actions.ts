/**
 * What staff and automations change about a conversation: its two independent statuses, and that it exists.
 */
import { completeSession } from '../conversation/completion.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { notFound } from '../errors.ts';
import { publish } from '../events/publish.ts';
import type { Principal } from '../http/principal.ts';
import { ChatSession } from '../models/chat-session.ts';
import { audit } from '../staff/audit.ts';
import { reachOf } from './policy.ts';
import type { SessionPatch } from './schema.ts';

/** @throws not_found */
export async function changeSession(
  database: Database,
  id: string,
  patch: SessionPatch,
  by: Principal,
): Promise<void> {
  await database.transaction(async (trx) => {
    const session = await lock(trx, id, by);
    if (patch.archiveStatus && patch.archiveStatus !== session.archiveStatus)
      await (patch.archiveStatus === 'archived' ? archive(trx, session, by) : unarchive(trx, session, by));
    if (patch.completionStatus && patch.completionStatus !== session.completionStatus)
      await setCompletion(trx, session, patch.completionStatus, by);
  });
}

async function archive(trx: Transaction, session: ChatSession, by: Principal): Promise<void> {
  await session.$query(trx).patch({
    archiveStatus: 'archived',
    archivedAt: new Date(),
    archivedBy: by.kind === 'staff' ? by.userId : null,
    updatedAt: new Date(),
  });
  await audit(trx, by, deed('session.archived', session));
  await publish(trx, {
    type: 'session.archived',
    siteId: session.siteId,
    data: { sessionId: session.id, by: by.name },
  });
}

async function unarchive(trx: Transaction, session: ChatSession, by: Principal): Promise<void> {
  await session
    .$query(trx)
    .patch({ archiveStatus: 'active', archivedAt: null, archivedBy: null, updatedAt: new Date() });
  await audit(trx, by, deed('session.unarchived', session));
  await publish(trx, {
    type: 'session.unarchived',
    siteId: session.siteId,
    data: { sessionId: session.id, by: by.name },
  });
}

async function setCompletion(
  trx: Transaction,
  session: ChatSession,
  status: NonNullable<SessionPatch['completionStatus']>,
  by: Principal,
): Promise<void> {
  await audit(trx, by, { ...deed('session.completion_set', session), details: { status } });
  if (status === 'completed') {
    await completeSession(trx, session, by.kind === 'staff' ? 'staff' : 'automation');
    return;
  }
  await session
    .$query(trx)
    .patch({ completionStatus: status, completedAt: null, completionSignal: null, updatedAt: new Date() });
  const data = { sessionId: session.id };
  if (status === 'abandoned') await publish(trx, { type: 'session.abandoned', siteId: session.siteId, data });
  else await publish(trx, { type: 'session.updated', siteId: session.siteId, data });
}

/** Removes the conversation, its lead and its messages. @throws not_found */
export async function deleteSession(database: Database, id: string, by: Principal): Promise<void> {
  await database.transaction(async (trx) => {
    const session = await lock(trx, id, by);
    await session.$query(trx).delete();
    await audit(trx, by, deed('session.deleted', session));
    await publish(trx, { type: 'session.deleted', siteId: session.siteId, data: { sessionId: id } });
  });
}

async function lock(trx: Transaction, id: string, by: Principal): Promise<ChatSession> {
  const session = await ChatSession.query(trx).findById(id).forUpdate();
  const { siteId } = reachOf(by);
  if (!session || (siteId && siteId !== session.siteId)) throw notFound('There is no such conversation.');
  return session;
}

const deed = (action: string, session: ChatSession) => ({
  action,
  subject: { kind: 'session', id: session.id },
  siteId: session.siteId,
});
