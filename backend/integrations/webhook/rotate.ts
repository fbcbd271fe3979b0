/** A new secret for signatures, without a moment in which the receiver believes nothing. */

import { randomBytes } from 'node:crypto';
import type { Database } from '../../db/knex.ts';
import { notFound } from '../../errors.ts';
import { publish } from '../../events/publish.ts';
import type { Principal } from '../../http/principal.ts';
import type { Keys } from '../../keys.ts';
import { Site } from '../../models/site.ts';
import { encryptSecret } from '../../sites/secrets.ts';
import { audit } from '../../staff/audit.ts';
import { openSecret, previousSigns, type StoredWebhook } from './settings.ts';

const PLACE = 'integrations.webhook';
/** How long the old secret signs along. */
const BOTH_MS = 24 * 3600 * 1000;

/** @returns the secret, told this once: `whsec_` and base64 of 32 bytes (Standard Webhooks 1.0). @throws not_found */
export async function rotateWebhookSecret(
  database: Database,
  siteId: string,
  by: Principal,
  secretKey: Keys,
): Promise<string> {
  return database.transaction(async (trx) => {
    const site = await Site.query(trx).findById(siteId).forNoKeyUpdate();
    if (!site) throw notFound('There is no such site.');
    const stored = (site.integrations.webhook ?? {}) as StoredWebhook;
    const { previousSecret: _, previousSecretUntil: __, ...webhook } = stored;
    const old = openSecret(stored, 'secret', secretKey);
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const fresh = {
      ...webhook,
      secret: encryptSecret(secret, `${PLACE}.secret`, secretKey),
      // Sealed anew: a secret opens only in the place it was sealed for.
      ...(typeof old === 'string' && {
        previousSecret: encryptSecret(old, `${PLACE}.previousSecret`, secretKey),
        previousSecretUntil: new Date(Date.now() + BOTH_MS).toISOString(),
      }),
    };
    await site.$query(trx).patch({
      integrations: { ...site.integrations, webhook: fresh },
      version: site.version + 1,
      updatedAt: new Date(),
    });
    await audit(trx, by, { action: 'webhook.secret_made', subject: { kind: 'site', id: siteId }, siteId });
    await publish(trx, { type: 'site.updated', siteId, data: { siteId } });
    return secret;
  });
}

/**
 * A secret that signs no more is not kept, sealed or not. Nothing that anybody sees changes: no event, and the version
 * stays, so that nobody's open form is out of date.
 */
export async function forgetPreviousSecrets(database: Database): Promise<void> {
  const replaced = await Site.query(database)
    .select('id')
    .whereRaw(`integrations #> '{webhook,previousSecret}' IS NOT NULL`);
  for (const { id } of replaced)
    await database.transaction(async (trx) => {
      const site = await Site.query(trx).findById(id).forNoKeyUpdate();
      const stored = site?.integrations.webhook as StoredWebhook | undefined;
      if (!site || !stored || previousSigns(stored)) return;
      const { previousSecret: _, previousSecretUntil: __, ...webhook } = stored;
      await site.$query(trx).patch({ integrations: { ...site.integrations, webhook } });
    });
}
