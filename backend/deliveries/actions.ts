/** Sending again. */
import type { Database } from '../db/knex.ts';
import { conflict, notFound } from '../errors.ts';
import type { Principal } from '../http/principal.ts';
import { Delivery } from '../models/delivery.ts';
import { Lead } from '../models/lead.ts';
import type { Reach } from '../sessions/queries.ts';
import { audit } from '../staff/audit.ts';
import { narrowDeliveries } from './queries.ts';
import { publishDelivery } from './record.ts';
import type { DeliveryRetry } from './schema.ts';

const AT_ONCE = 1000;

/**
 * Plans these for now, with a schedule that begins anew. Those under way are left to end; one that was delivered is
 * sent again only when it is named. @returns how many were planned
 */
export async function retryDeliveries(
  database: Database,
  { ids, filter = {} }: DeliveryRetry,
  reach: Reach,
  by: Principal,
): Promise<number> {
  return database.transaction(async (trx) => {
    const query = Delivery.query(trx)
      .whereRaw('coalesce(claimed_until < now(), true)')
      .limit(AT_ONCE)
      .forUpdate()
      .skipLocked();
    if (ids) query.whereIn('id', ids);
    else query.whereIn('status', ['failed', 'dead']);
    narrowDeliveries(query as never, filter, reach);
    const found = await query;
    if (found.length === 0) return 0;
    await Delivery.query(trx)
      .findByIds(found.map(({ id }) => id))
      .patch({ status: 'pending', nextAttemptAt: new Date(), roundAttempts: 0 });
    for (const delivery of found) await publishDelivery(trx, delivery);
    await audit(trx, by, {
      action: 'delivery.retried',
      subject: { kind: 'delivery', ...(found.length === 1 && { id: found[0]!.id }) },
      siteId: found.length === 1 ? found[0]!.siteId : null,
      details: { count: found.length },
    });
    return found.length;
  });
}

/**
 * Sends a lead to everything its site sends leads to, whatever was sent before. @returns how many deliveries were made
 * @throws not_found; nothing_connected (409) when the site sends leads nowhere
 */
export async function deliverLead(
  database: Database,
  leadId: string,
  reach: Reach,
  by: Principal,
): Promise<number> {
  return database.transaction(async (trx) => {
    const lead = await Lead.query(trx).findById(leadId);
    if (!lead || (reach.siteId && lead.siteId !== reach.siteId)) throw notFound('There is no such lead.');
    const { rows } = await trx.raw(
      `INSERT INTO deliveries
         (id, site_id, session_id, kind, event, target, lane, subscription_id, dedupe_key, payload)
       SELECT new_id(), s.site_id, :sessionId, s.kind, s.event, s.target, s.lane, s.id,
         'again:' || new_id(), jsonb_build_object('sessionId', :sessionId::text)
       FROM event_subscriptions s
       WHERE s.site_id = :siteId AND s.disabled_at IS NULL AND NOT s.is_follow_up
         AND (s.event = 'lead.completed' OR (s.kind = 'monday' AND s.event = 'lead.qualified'))
       RETURNING id, site_id AS "siteId", session_id AS "sessionId"`,
      { sessionId: lead.sessionId, siteId: lead.siteId },
    );
    if (rows.length === 0)
      throw conflict('nothing_connected', 'This site sends its leads nowhere yet. Connect something first.');
    for (const delivery of rows) await publishDelivery(trx, delivery);
    await audit(trx, by, {
      action: 'lead.delivered',
      subject: { kind: 'lead', id: leadId },
      siteId: lead.siteId,
      details: { count: rows.length },
    });
    return rows.length;
  });
}
