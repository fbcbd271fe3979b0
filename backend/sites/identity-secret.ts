/**
 * The secret a site shares with its website, with which the website signs who is signed in there. Like every secret it
 * is sealed at rest; it leaves only inside connect codes, and once when it is replaced.
 */

import { randomBytes } from 'node:crypto';
import type { Database, Transaction } from '../db/knex.ts';
import { notFound } from '../errors.ts';
import { publish } from '../events/publish.ts';
import type { Principal } from '../http/principal.ts';
import type { Keys } from '../keys.ts';
import { Site } from '../models/site.ts';
import { audit } from '../staff/audit.ts';
import { decryptSecret, encryptSecret, isSealedWithCurrent } from './secrets.ts';

const PLACE = 'identitySecret';

/** undefined when there is none, or it was sealed with a key that is lost. */
export function openIdentitySecret({ identitySecret }: Site, key: Keys): string | undefined {
  if (!identitySecret) return undefined;
  try {
    return decryptSecret(identitySecret, PLACE, key);
  } catch {
    return undefined;
  }
}

/** The same secret sealed with the current key; undefined when it is, or does not open. */
export function resealIdentitySecret(site: Site, keys: Keys): string | undefined {
  const { identitySecret } = site;
  if (!identitySecret || isSealedWithCurrent(identitySecret, PLACE, keys)) return undefined;
  const secret = openIdentitySecret(site, keys);
  return secret && encryptSecret(secret, PLACE, keys);
}

/** The site's secret, made now when there is none that opens. @param site locked by the transaction */
export async function ensureIdentitySecret(trx: Transaction, site: Site, key: Keys): Promise<string> {
  const known = openIdentitySecret(site, key);
  if (known) return known;
  const secret = await storeNewSecret(trx, site, key);
  await publish(trx, { type: 'site.updated', siteId: site.id, data: { siteId: site.id } });
  return secret;
}

/**
 * A new secret in the place of one that may have leaked: what is signed with the old one is believed no more. Unlike
 * a webhook's there is no day with both, as whoever has the old one could say that they are anybody.
 * @returns the secret, told this once. @throws not_found
 */
export async function replaceIdentitySecret(
  database: Database,
  siteId: string,
  by: Principal,
  key: Keys,
): Promise<string> {
  return database.transaction(async (trx) => {
    const site = await Site.query(trx).findById(siteId).forNoKeyUpdate();
    if (!site) throw notFound('There is no such site.');
    const secret = await storeNewSecret(trx, site, key);
    await audit(trx, by, {
      action: 'site.identity_secret_made',
      subject: { kind: 'site', id: siteId },
      siteId,
    });
    await publish(trx, { type: 'site.updated', siteId, data: { siteId } });
    return secret;
  });
}

async function storeNewSecret(trx: Transaction, site: Site, key: Keys): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await site.$query(trx).patch({ identitySecret: encryptSecret(secret, PLACE, key) });
  return secret;
}
