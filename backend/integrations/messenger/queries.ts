/** How a site stands with Facebook, from what came and went. */

import type { Database } from '../../db/knex.ts';
import { notFound } from '../../errors.ts';
import type { Keys } from '../../keys.ts';
import { Site } from '../../models/site.ts';
import type { MessengerState } from './schema.ts';
import { messengerSettings } from './settings.ts';

/** @throws not_found */
export async function messengerState(
  database: Database,
  siteId: string,
  { secretKey, publicUrl }: { secretKey: Keys; publicUrl: string },
): Promise<MessengerState> {
  const site = await Site.query(database).findById(siteId);
  if (!site) throw notFound('There is no such site.');
  const { pageId, pageToken, appSecret, verifyToken } = messengerSettings(site, secretKey);
  const { rows } = await database.raw(
    `SELECT (SELECT max(received_at) FROM messenger_events WHERE site_id = :siteId) AS "lastEventAt",
       (SELECT max(delivered_at) FROM deliveries
        WHERE site_id = :siteId AND kind = 'messenger' AND status = 'delivered') AS "lastSentAt",
       (SELECT count(*)::int FROM deliveries
        WHERE site_id = :siteId AND kind = 'messenger' AND status = 'dead'
          AND created_at > now() - interval '7 days') AS failed`,
    { siteId },
  );
  const { lastEventAt, lastSentAt, failed } = rows[0] as {
    lastEventAt: Date | null;
    lastSentAt: Date | null;
    failed: number;
  };
  const given = [pageId, pageToken, appSecret, verifyToken].filter(Boolean).length;
  const ready = lastEventAt ? 'receiving' : 'quiet';
  return {
    callbackUrl: `${publicUrl}/hooks/messenger`,
    state: given === 0 ? 'off' : given < 4 ? 'incomplete' : ready,
    lastEventAt: lastEventAt?.toISOString() ?? null,
    lastSentAt: lastSentAt?.toISOString() ?? null,
    failed,
  };
}
