import type { Delivery, DeliveryAttempt } from '../models/delivery.ts';
import type { DeliveryDetail, DeliveryView } from './schema.ts';

const time = (date: Date | null) => date?.toISOString() ?? null;

/** @param siteName null where the site is gone or there is none */
export function presentDelivery(delivery: Delivery & { siteName?: string | null }): DeliveryView {
  return {
    id: delivery.id,
    kind: delivery.kind,
    event: delivery.event,
    site: delivery.siteId ? { id: delivery.siteId, name: delivery.siteName ?? '' } : null,
    sessionId: delivery.sessionId,
    target: delivery.target,
    status: delivery.status,
    attempts: delivery.attempts,
    nextAttemptAt: time(delivery.nextAttemptAt),
    lastStatus: delivery.lastStatus,
    lastError: delivery.lastError,
    externalUrl: delivery.externalUrl,
    createdAt: delivery.createdAt.toISOString(),
    deliveredAt: time(delivery.deliveredAt),
  };
}

export function presentDeliveryDetail(
  delivery: Delivery & { siteName?: string | null },
  tries: DeliveryAttempt[],
): DeliveryDetail {
  return {
    ...presentDelivery(delivery),
    tries: tries.map(({ number, at, durationMs, status, error, response }) => ({
      number,
      at: at.toISOString(),
      durationMs,
      status,
      error,
      response,
    })),
  };
}
