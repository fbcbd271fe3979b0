/**
 * What staff and automations change about a conversation: its two independent statuses, and that it exists.
 */
import { announceLead, completeSession } from '../conversation/completion.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { notFound } from '../errors.ts';
import { publish } from '../events/publish.ts';
import type { Principal } from '../http/principal.ts';
import { updateLead } from '../leads/actions.ts';
import { ChatSession } from '../models/chat-session.ts';
import type { Lead } from '../models/lead.ts';
import { Site } from '../models/site.ts';
import { audit } from '../staff/audit.ts';
import { checkedLeadValues } from '../visitor/lead-form.ts';
import type { LeadReport } from './automation-schema.ts';
import { reachOf } from './policy.ts';
import { removeSessions } from './remove.ts';
import type { SessionPatch } from './schema.ts';

/** @throws not_found */
export async function changeSession(
  database: Database,
  id: string,
  patch: SessionPatch,
  by: Principal,
): Promise<void> {
  await database.transaction(async (trx) => {
    const session = await lockSession(trx, id, by);
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
    wantsPersonSince: null,
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

/**
 * An automation says that the conversation has reached its end; saying it again changes nothing.
 * @throws not_found
 */
export async function reportCompletion(database: Database, id: string, by: Principal): Promise<void> {
  await database.transaction(async (trx) => {
    const session = await lockSession(trx, id, by);
    if (session.completionStatus !== 'completed') await setCompletion(trx, session, 'completed', by);
  });
}

/**
 * Writes down what an automation learned about the visitor, checked as the visitor's own form is. The same details
 * again change nothing.
 * @throws not_found; validation_failed naming the detail that can't be right
 */
export async function reportLead(
  database: Database,
  id: string,
  report: LeadReport,
  by: Principal,
): Promise<Lead> {
  return database.transaction(async (trx) => {
    const session = await lockSession(trx, id, by);
    const site = await Site.query(trx).findById(session.siteId).throwIfNotFound();
    const values = checkedLeadValues(report, site, [session.locale, site.locale]);
    const lead = await updateLead(trx, {
      sessionId: id,
      siteId: session.siteId,
      values,
      source: by.kind === 'staff' ? 'staff' : 'automation',
      changedBy: by.kind === 'staff' ? by.userId : undefined,
      changedByName: by.name,
    });
    await audit(trx, by, { ...deed('lead.reported', session), details: { fields: Object.keys(values) } });
    await announceLead(trx, session);
    return lead;
  });
}

/** Removes the conversation, its lead and its messages. @throws not_found */
export async function deleteSession(database: Database, id: string, by: Principal): Promise<void> {
  await database.transaction(async (trx) => {
    const session = await lockSession(trx, id, by);
    await removeSessions(trx, [id]);
    await audit(trx, by, deed('session.deleted', session));
  });
}

/** The conversation, kept from others' changes until the transaction ends. @throws not_found */
export async function lockSession(trx: Transaction, id: string, by: Principal): Promise<ChatSession> {
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
