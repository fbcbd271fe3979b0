/** Switching on again what was switched off because its receiver wanted nothing more (410). */
import type { Database } from '../../db/knex.ts';
import { conflict, notFound } from '../../errors.ts';
import { publish } from '../../events/publish.ts';
import type { Principal } from '../../http/principal.ts';
import { Site } from '../../models/site.ts';
import { audit } from '../../staff/audit.ts';
import { isSetUp } from './queries.ts';
import type { EnabledKind } from './schema.ts';

/**
 * What happens from now on is sent again. What was given up meanwhile waits for a redelivery. Does nothing when it is on.
 * @throws not_found; nothing_connected (409) when it is not set up
 */
export async function enableIntegration(
  database: Database,
  siteId: string,
  kind: EnabledKind,
  by: Principal,
): Promise<void> {
  await database.transaction(async (trx) => {
    const site = await Site.query(trx).findById(siteId);
    if (!site) throw notFound('There is no such site.');
    if (!isSetUp(kind, site))
      throw conflict('nothing_connected', 'This is not set up. Fill in its settings first.');
    const enabled = await trx('event_subscriptions')
      .where({ siteId, kind })
      .whereNotNull('disabledAt')
      .update({ disabledAt: null, disabledReason: null });
    if (enabled === 0) return;
    await audit(trx, by, {
      action: 'integration.enabled',
      subject: { kind: 'site', id: siteId },
      siteId,
      details: { kind },
    });
    await publish(trx, { type: 'site.updated', siteId, data: { siteId } });
  });
}
