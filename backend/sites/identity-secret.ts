/**
 * The secret a site shares with its website, with which the website signs who is signed in there. Like every secret it
 * is sealed at rest; it leaves only inside connect codes.
 */

import { randomBytes } from 'node:crypto';
import type { Transaction } from '../db/knex.ts';
import { publish } from '../events/publish.ts';
import type { Keys } from '../keys.ts';
import type { Site } from '../models/site.ts';
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
  const secret = randomBytes(32).toString('base64url');
  await site.$query(trx).patch({ identitySecret: encryptSecret(secret, PLACE, key) });
  await publish(trx, { type: 'site.updated', siteId: site.id, data: { siteId: site.id } });
  return secret;
}
