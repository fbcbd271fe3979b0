/** How the integrations of a site fare. Each answer is the end of an index. */
import type { Database } from '../../db/knex.ts';
import type { DeliveryKind } from '../../deliveries/schema.ts';
import { notFound } from '../../errors.ts';
import { Site } from '../../models/site.ts';
import type { IntegrationHealth } from './schema.ts';

const KINDS = ['webhook', 'monday', 'messenger', 'email'] as const satisfies DeliveryKind[];
/** Nobody reads more than "very many". */
const COUNTED = 10_000;

const HEALTH = `
  SELECT k.kind, arrived.at AS "lastSuccessAt", failed.at AS "lastFailureAt", failed.words AS "lastError",
    gone.at AS "disabledAt", gone.reason AS "disabledReason",
    (SELECT count(*)::int FROM (SELECT FROM deliveries d WHERE d.site_id = :siteId AND d.kind = k.kind
       AND d.status IN ('pending', 'failed') LIMIT ${COUNTED}) AS open) AS waiting,
    (SELECT count(*)::int FROM (SELECT FROM deliveries d WHERE d.site_id = :siteId AND d.kind = k.kind
       AND d.status = 'dead' LIMIT ${COUNTED}) AS given_up) AS dead
  FROM unnest(:kinds::text[]) WITH ORDINALITY AS k (kind, place)
  LEFT JOIN LATERAL (
    SELECT d.delivered_at AS at FROM deliveries d
    WHERE d.site_id = :siteId AND d.kind = k.kind AND d.delivered_at IS NOT NULL
    ORDER BY d.delivered_at DESC LIMIT 1) arrived ON true
  LEFT JOIN LATERAL (
    SELECT d.last_failed_at AS at, coalesce(d.last_error, (
      SELECT a.error FROM delivery_attempts a WHERE a.delivery_id = d.id AND a.error IS NOT NULL
      ORDER BY a.number DESC LIMIT 1)) AS words
    FROM deliveries d
    WHERE d.site_id = :siteId AND d.kind = k.kind AND d.last_failed_at IS NOT NULL
    ORDER BY d.last_failed_at DESC LIMIT 1) failed ON true
  LEFT JOIN LATERAL (
    SELECT s.disabled_at AS at, s.disabled_reason AS reason FROM event_subscriptions s
    WHERE s.site_id = :siteId AND s.kind = k.kind AND s.disabled_at IS NOT NULL
    ORDER BY s.disabled_at DESC LIMIT 1) gone ON true
  ORDER BY k.place`;

type Row = Omit<IntegrationHealth, 'isSetUp' | 'lastSuccessAt' | 'lastFailureAt' | 'disabledAt'> &
  Record<'lastSuccessAt' | 'lastFailureAt' | 'disabledAt', Date | null>;

/** One of each kind, whether it is set up or not. @throws not_found */
export async function integrationHealth(database: Database, siteId: string): Promise<IntegrationHealth[]> {
  const site = await Site.query(database).findById(siteId);
  if (!site) throw notFound('There is no such site.');
  const { rows } = await database.raw(HEALTH, { siteId, kinds: KINDS });
  return (rows as Row[]).map((row) => ({
    ...row,
    isSetUp: isSetUp(row.kind, site),
    lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
    lastFailureAt: row.lastFailureAt?.toISOString() ?? null,
    disabledAt: row.disabledAt?.toISOString() ?? null,
  }));
}

/** Whether all is there without which nothing can be sent. */
export function isSetUp(kind: DeliveryKind, { integrations }: Pick<Site, 'integrations'>): boolean {
  const settings = (integrations[kind] ?? {}) as Record<string, unknown>;
  switch (kind) {
    case 'webhook':
      return !!settings.url;
    case 'monday':
      return !!settings.boardId && !!settings.token;
    case 'messenger':
      return !!settings.pageId && !!settings.pageToken && !!settings.appSecret && !!settings.verifyToken;
    case 'email':
      return Array.isArray(settings.to) && settings.to.length > 0;
  }
}
