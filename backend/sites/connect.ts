/**
 * The one-paste code of the WordPress plugin: where this Parlour is, which site it shows, and a key for the figures in
 * wp-admin. Each code brings a key of its own, so that several WordPress sites can show the same chat, and the site's
 * one secret for saying who is signed in.
 */

import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Database } from '../db/knex.ts';
import { notFound } from '../errors.ts';
import { hashKey, type Principal } from '../http/principal.ts';
import type { Keys } from '../keys.ts';
import { ApiKey } from '../models/api-key.ts';
import { Site } from '../models/site.ts';
import { audit } from '../staff/audit.ts';
import { ensureIdentitySecret } from './identity-secret.ts';

const KEY_NAME = 'WordPress';

/** `plr1_` and the base64url of `{url, site, key, identity}`. @throws not_found */
export async function makeConnectCode(
  database: Database,
  siteId: string,
  by: Principal,
  { publicUrl, secretKey }: { publicUrl: string; secretKey: Keys },
): Promise<string> {
  return database.transaction(async (trx) => {
    const site = await Site.query(trx).findById(siteId).whereNull('archivedAt').forNoKeyUpdate();
    if (!site) throw notFound('There is no such site.');
    const key = `plr_${randomBytes(24).toString('base64url')}`;
    await ApiKey.query(trx).insert({
      id: uuidv7(),
      name: KEY_NAME,
      prefix: key.slice(0, 8),
      keyHash: hashKey(key),
      scopes: ['stats:read', 'privacy'],
      siteId,
      createdBy: by.kind === 'staff' ? by.userId : null,
    });
    await audit(trx, by, { action: 'site.connect_code_made', subject: { kind: 'site', id: siteId }, siteId });
    const identity = await ensureIdentitySecret(trx, site, secretKey);
    const content = JSON.stringify({ url: publicUrl, site: site.key, key, identity });
    return `plr1_${Buffer.from(content).toString('base64url')}`;
  });
}
