/** Sealing the secrets of sites anew, a site at a time, while Parlour goes on. */
import type { Database } from '../db/knex.ts';
import type { Keys } from '../keys.ts';
import { Site } from '../models/site.ts';
import { resealIdentitySecret } from '../sites/identity-secret.ts';
import {
  decryptSecret,
  encryptSecret,
  isSealed,
  isSealedWithCurrent,
  mapSecrets,
  type Tree,
} from '../sites/secrets.ts';

const AT_ONCE = 100;

export interface Resealed {
  sites: number;
  secrets: number;
  /** What none of the keys opens, by the site's name: it was lost before. */
  lost: string[];
}

/** What is sealed with the current key already is left alone, so that it can break off and begin again. */
export async function resealSites(database: Database, keys: Keys): Promise<Resealed> {
  const done: Resealed = { sites: 0, secrets: 0, lost: [] };
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const some = await Site.query(database).select('id').where('id', '>', last).orderBy('id').limit(AT_ONCE);
    for (const { id } of some) {
      done.sites += 1;
      await resealSite(database, id, keys, done);
    }
    if (some.length < AT_ONCE) return done;
    last = some.at(-1)!.id;
  }
}

/** Nothing that anybody sees changes: no event, and the version stays, so that nobody's open form is out of date. */
async function resealSite(database: Database, id: string, keys: Keys, done: Resealed): Promise<void> {
  await database.transaction(async (trx) => {
    const site = await Site.query(trx).findById(id).forNoKeyUpdate();
    if (!site) return;
    const before = done.secrets;
    const settings = mapSecrets(
      { agent: site.agent, integrations: site.integrations } as Tree,
      (secret, place) => {
        if (!isSealed(secret) || isSealedWithCurrent(secret, place, keys)) return secret;
        try {
          const fresh = encryptSecret(decryptSecret(secret, place, keys), place, keys);
          done.secrets += 1;
          return fresh;
        } catch {
          done.lost.push(`${site.name} (${place})`);
          return secret;
        }
      },
    );
    const identitySecret = resealIdentitySecret(site, keys);
    if (identitySecret) done.secrets += 1;
    if (done.secrets === before) return;
    await site.$query(trx).patch({
      ...settings,
      ...(identitySecret && { identitySecret }),
    } as Partial<Site>);
  });
}
