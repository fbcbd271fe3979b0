/** The outbox: mails that nothing sends yet, to be read, and to be sent once there is a key. */
import { uuidv7 } from 'uuidv7';
import type { Database } from '../../db/knex.ts';
import { retryDeliveries } from '../../deliveries/actions.ts';
import type { SendResult } from '../../deliveries/sender.ts';
import { conflict, notFound } from '../../errors.ts';
import type { Principal } from '../../http/principal.ts';
import { ChatSession } from '../../models/chat-session.ts';
import type { Delivery } from '../../models/delivery.ts';
import { OutboxMail } from '../../models/outbox-mail.ts';
import type { DrawnMail } from './resend.ts';

const DEFAULT_LIMIT = 50;
const KEPT_DAYS = 90;

/** Keeps the mail, in place of an earlier one of the same delivery. */
export async function keepInOutbox(
  database: Database,
  { id: deliveryId, sessionId, event }: Delivery,
  { to, subject, html, text }: DrawnMail,
  publicUrl: string,
): Promise<SendResult> {
  const mail = { sessionId, event, recipients: to.join(', '), subject, html, text };
  return database.transaction(async (trx): Promise<SendResult> => {
    // The conversation before its delivery, as everywhere: an erasure that goes the same way then waits, or is waited for.
    if (sessionId && !(await ChatSession.query(trx).findById(sessionId).select('id').forKeyShare()))
      return { ok: false, error: 'The conversation was removed.', isFinal: true };
    const kept = await OutboxMail.query(trx)
      .insert({ id: uuidv7(), deliveryId, ...mail })
      .onConflict('deliveryId')
      .merge({ ...mail, createdAt: new Date(), sentAt: null })
      .returning('id');
    return {
      ok: true,
      response: 'Kept in the outbox: there is no key for Resend.',
      externalUrl: `${publicUrl}/dashboard/settings/outbox?mail=${kept.id}`,
    };
  });
}

/** Newest first. */
export async function listOutbox(
  database: Database,
  { limit = DEFAULT_LIMIT, cursor }: { limit?: number; cursor?: string },
): Promise<{ items: OutboxMail[]; nextCursor: string | null }> {
  const query = OutboxMail.query(database)
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor) query.where('id', '<', cursor);
  const found = await query;
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? items.at(-1)!.id : null };
}

/** @throws not_found */
export async function getOutboxMail(database: Database, id: string): Promise<OutboxMail> {
  const mail = await OutboxMail.query(database).findById(id);
  if (!mail) throw notFound('There is no such mail in the outbox.');
  return mail;
}

/**
 * Has the delivery of a mail tried again, now that there is a key. It is made anew, with a link that works.
 * @throws not_found; mail_not_set_up (409) while nothing sends mail
 */
export async function sendOn(database: Database, id: string, hasKey: boolean, by: Principal): Promise<void> {
  const { deliveryId } = await getOutboxMail(database, id);
  if (!hasKey)
    throw conflict('mail_not_set_up', 'Mail is not set up yet. Set RESEND_API_KEY and MAIL_FROM first.');
  await retryDeliveries(database, { ids: [deliveryId] }, { siteId: null }, by);
}

/** Old ones tell nobody anything any more. */
export async function forgetOutbox(database: Database): Promise<void> {
  await OutboxMail.query(database)
    .delete()
    .where('createdAt', '<', new Date(Date.now() - KEPT_DAYS * 86_400_000));
}
