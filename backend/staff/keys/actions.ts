/**
 * Making and revoking API keys. Only a key's sha256 is kept: its text can be shown once and never again.
 */
import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Database } from '../../db/knex.ts';
import { invalid, notFound } from '../../errors.ts';
import { publish } from '../../events/publish.ts';
import { hashKey, type Principal } from '../../http/principal.ts';
import { ApiKey } from '../../models/api-key.ts';
import { Site } from '../../models/site.ts';
import { cleanName } from '../actions.ts';
import { audit } from '../audit.ts';
import type { KeyCreate } from './schema.ts';

/** `plr_` and four characters more: enough to tell keys apart, 20 random characters stay hidden. */
const PREFIX = 8;

/** @throws validation_failed at `siteId` for a site that is not there */
export async function createKey(
  database: Database,
  { name, scopes, siteId = null }: KeyCreate,
  by: Principal,
): Promise<{ id: string; key: string }> {
  const id = uuidv7();
  const key = `plr_${randomBytes(24).toString('base64url')}`;
  return database.transaction(async (trx) => {
    if (siteId && !(await Site.query(trx).findById(siteId)))
      throw invalid([{ path: 'siteId', message: 'There is no such site.' }]);
    await ApiKey.query(trx).insert({
      id,
      name: cleanName(name),
      prefix: key.slice(0, PREFIX),
      keyHash: hashKey(key),
      scopes,
      siteId,
      createdBy: by.kind === 'staff' ? by.userId : null,
    });
    await audit(trx, by, {
      action: 'api_key.created',
      subject: { kind: 'api_key', id },
      siteId,
      details: { scopes },
    });
    return { id, key };
  });
}

/** From now on the key opens nothing; streams it holds end. Once revoked it stays so. @throws not_found */
export async function revokeKey(database: Database, id: string, by: Principal): Promise<void> {
  await database.transaction(async (trx) => {
    const key = await ApiKey.query(trx).findById(id).forUpdate();
    if (!key) throw notFound('There is no such key.');
    if (key.revokedAt) return;
    await key.$query(trx).patch({ revokedAt: new Date() });
    await audit(trx, by, {
      action: 'api_key.revoked',
      subject: { kind: 'api_key', id },
      siteId: key.siteId,
    });
    await publish(trx, { type: 'api_key.revoked', siteId: key.siteId, data: { keyId: id } });
  });
}
