/** Writing down how a try went, and what follows from it. */
import { cutText } from '../agents/plain-text.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { publish } from '../events/publish.ts';
import { Delivery, DeliveryAttempt } from '../models/delivery.ts';
import { waitAfter } from './schedule.ts';
import type { SendResult } from './sender.ts';

const ERROR_MAX = 500;
const RESPONSE_MAX = 500;

/** Does nothing when the claim was lost meanwhile: another process has sent it again and tells. */
export async function recordResult(
  database: Database,
  delivery: Delivery,
  result: SendResult,
  durationMs: number,
): Promise<void> {
  await database.transaction(async (trx) => {
    const changed = await Delivery.query(trx)
      .findById(delivery.id)
      .where({ claimId: delivery.claimId })
      .patch({ ...outcomeOf(delivery, result), claimId: null, claimedUntil: null });
    if (changed === 0) return;
    await DeliveryAttempt.query(trx)
      .findById([delivery.id, delivery.attempts])
      .patch({
        durationMs: Math.round(durationMs),
        status: result.status ?? null,
        error: result.ok ? null : cutText(result.error, ERROR_MAX),
        response: result.response ? cutText(result.response, RESPONSE_MAX) : null,
      });
    if (!result.ok && result.disables) await disable(trx, delivery, result.error);
    await publishDelivery(trx, delivery);
  });
}

function outcomeOf(delivery: Delivery, result: SendResult): Partial<Delivery> {
  const said = { lastStatus: result.status ?? null };
  if (result.ok)
    return {
      ...said,
      status: 'delivered',
      lastError: null,
      nextAttemptAt: null,
      deliveredAt: new Date(),
      ...(result.externalId && { externalId: result.externalId }),
      ...(result.externalUrl && { externalUrl: result.externalUrl }),
    };
  const wait =
    result.isFinal || result.disables ? null : waitAfter(delivery.roundAttempts, result.retryAfter);
  return {
    ...said,
    lastError: cutText(result.error, ERROR_MAX),
    lastFailedAt: new Date(),
    status: wait === null ? 'dead' : 'failed',
    nextAttemptAt: wait === null ? null : new Date(Date.now() + wait * 1000),
  };
}

async function disable(trx: Transaction, { siteId, kind, target }: Delivery, reason: string): Promise<void> {
  await trx('event_subscriptions')
    .where({ siteId, kind, target })
    .whereNull('disabledAt')
    .update({ disabledAt: trx.fn.now(), disabledReason: cutText(reason, ERROR_MAX) });
  if (siteId) await publish(trx, { type: 'site.updated', siteId, data: { siteId } });
}

/** Says to everybody that a delivery stands differently now. */
export async function publishDelivery(
  trx: Transaction,
  { id, siteId, sessionId }: Pick<Delivery, 'id' | 'siteId' | 'sessionId'>,
): Promise<void> {
  const data = { deliveryId: id, ...(sessionId && { sessionId }) };
  await publish(trx, { type: 'delivery.updated', siteId, data });
}
