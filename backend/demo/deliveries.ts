/**
 * Rows of the ledger that say how sending a sample's lead on went. Nothing was sent, and a click on "send again" ends at
 * once: the sample site has no webhook.
 */
import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../db/knex.ts';
import { publishDelivery } from '../deliveries/record.ts';
import { Delivery, DeliveryAttempt } from '../models/delivery.ts';
import type { Scene } from './scene.ts';

type Outcome = NonNullable<Scene['sent']>;
type Try = Partial<Pick<DeliveryAttempt, 'status' | 'error' | 'response'>>;

const FINE: Try = { status: 200, response: 'ok' };
const DOWN: Try = { status: 503, error: 'The receiver answered 503.', response: 'Service Unavailable' };
const TRIES: Record<Outcome, readonly Try[]> = {
  delivered: [FINE],
  late: [DOWN, DOWN, FINE],
  dead: [DOWN, { error: 'There was no answer within 15 seconds.' }, DOWN, DOWN, DOWN, DOWN, DOWN],
};

export async function noteDelivery(
  trx: Transaction,
  session: { id: string; siteId: string },
  outcome: Outcome,
): Promise<void> {
  const id = uuidv7();
  const tries = TRIES[outcome];
  const last = tries.at(-1)!;
  const isDelivered = outcome !== 'dead';
  await Delivery.query(trx).insert({
    id,
    siteId: session.siteId,
    sessionId: session.id,
    kind: 'webhook',
    event: 'lead.completed',
    target: 'https://crm.linden-loft.example/leads',
    lane: `webhook:${session.siteId}`,
    dedupeKey: `sample:${session.id}`,
    payload: { sessionId: session.id },
    status: isDelivered ? 'delivered' : 'dead',
    attempts: tries.length,
    roundAttempts: tries.length,
    nextAttemptAt: null,
    lastStatus: last.status ?? null,
    lastError: last.error ?? null,
    lastFailedAt: tries.length > 1 ? new Date() : null,
    deliveredAt: isDelivered ? new Date() : null,
  });
  for (const [index, attempt] of tries.entries())
    await DeliveryAttempt.query(trx).insert({
      deliveryId: id,
      number: index + 1,
      durationMs: 180,
      ...attempt,
    });
  await publishDelivery(trx, { id, siteId: session.siteId, sessionId: session.id });
}
