/**
 * Messages that go to a person's Messenger. They are planned in the transaction that stores them, one after the other
 * for each conversation; integrations/messenger sends them.
 */
import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../db/knex.ts';
import type { ChatSession } from '../models/chat-session.ts';

/**
 * The same for statements that store many at once: after `bumped` (id, site_id, channel) and `stored` (session_id, id, seq) of a
 * WITH. Their ids are made in their order, which is the order of sending.
 */
export const PLAN_MESSENGER = `
  INSERT INTO deliveries (id, site_id, session_id, kind, event, target, lane, in_order, dedupe_key, payload)
  SELECT stored.id, bumped.site_id, bumped.id, 'messenger', 'message.created', 'Facebook Messenger',
    'messenger:' || bumped.id, true, bumped.id || ':' || stored.id,
    jsonb_build_object('sessionId', bumped.id, 'seq', stored.seq)
  FROM bumped JOIN stored ON stored.session_id = bumped.id WHERE bumped.channel = 'messenger'
  ORDER BY stored.seq`;

/** Plans the sending of one stored message. Does nothing for conversations that are held elsewhere. */
export async function planMessenger(
  trx: Transaction,
  session: Pick<ChatSession, 'id' | 'siteId' | 'channel'>,
  message: { id: string; seq: number },
): Promise<void> {
  if (session.channel !== 'messenger') return;
  await trx('deliveries').insert({
    id: uuidv7(),
    siteId: session.siteId,
    sessionId: session.id,
    kind: 'messenger',
    event: 'message.created',
    target: 'Facebook Messenger',
    lane: `messenger:${session.id}`,
    inOrder: true,
    dedupeKey: messengerKey(session.id, message.id),
    payload: JSON.stringify({ sessionId: session.id, seq: message.seq }),
  });
}

/** The dedupe key of a message's delivery. */
export const messengerKey = (sessionId: string, messageId: string) => `${sessionId}:${messageId}`;
