/** Webhooks as the ledger sends them: what they say is made from the rows as they are now. */

import type { Database } from '../../db/knex.ts';
import type { Sender } from '../../deliveries/sender.ts';
import { AppError } from '../../errors.ts';
import type { Outgoing } from '../../http/outgoing.ts';
import type { Keys } from '../../keys.ts';
import { Site } from '../../models/site.ts';
import { webhookPayload } from './payload.ts';
import { postWebhook } from './post.ts';
import { webhookSettings } from './settings.ts';

export interface WebhookDeps {
  database: Database;
  outgoing: Outgoing;
  secretKey: Keys;
}

export function webhookSender({ database, outgoing, secretKey }: WebhookDeps): Sender {
  return {
    async send(delivery, signal) {
      const site = delivery.siteId ? await Site.query(database).findById(delivery.siteId) : undefined;
      const settings = site && webhookSettings(site, secretKey);
      if (!settings?.url) return { ok: false, error: 'This site has no webhook any more.', isFinal: true };
      try {
        const body = JSON.stringify(await webhookPayload(database, delivery));
        return await postWebhook(
          outgoing,
          { ...settings, url: settings.url },
          { id: delivery.id, body },
          signal,
        );
      } catch (error) {
        if (error instanceof AppError && error.status === 404)
          return { ok: false, error: 'What this was about is no longer there.', isFinal: true };
        throw error;
      }
    },
  };
}
