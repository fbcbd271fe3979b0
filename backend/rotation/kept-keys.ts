/**
 * What was sealed with an old APP_SECRET is sealed anew; what was hashed can't be hashed anew, as nobody knows any more
 * what it was. So the keys of hashes are kept, sealed with the new secret, and hashes are compared under all of them.
 */
import { createHmac } from 'node:crypto';
import type { Database, Transaction } from '../db/knex.ts';
import { deriveKeys, everyKey, type Secrets } from '../keys.ts';
import { decryptSecret, encryptSecret } from '../sites/secrets.ts';

const HASHED = ['erasures', 'mail-address', 'monday-marks'] as const;
export type Hashed = (typeof HASHED)[number];

/** Older keys by what was hashed with them. */
export type KeptKeys = Readonly<Record<Hashed, readonly Buffer[]>>;

/** Tells keys apart, and nothing about them. */
export const keyMark = (key: Buffer): string =>
  createHmac('sha256', key).update('kept').digest('base64url').slice(0, 22);

/** A key as it lies in `kept_keys`: opened by `openKey` with the same secret and purpose alone. */
export const sealKey = (key: Buffer, purpose: Hashed, secrets: Secrets): string =>
  encryptSecret(key.toString('base64url'), `kept/${purpose}`, deriveKeys(secrets, 'kept-keys'));

/** undefined when it was sealed with a secret that is lost. */
export function openKey(sealed: string, purpose: Hashed, secrets: Secrets): Buffer | undefined {
  try {
    const plain = decryptSecret(sealed, `kept/${purpose}`, deriveKeys(secrets, 'kept-keys'));
    return Buffer.from(plain, 'base64url');
  } catch {
    return undefined;
  }
}

/** The kept keys by purpose, the newest first; those that can't be opened any more are left out. */
export async function readKeptKeys(on: Database | Transaction, secrets: Secrets): Promise<KeptKeys> {
  const kept: Record<Hashed, Buffer[]> = { erasures: [], 'mail-address': [], 'monday-marks': [] };
  const rows: Array<{ purpose: Hashed; sealed: string }> = await on('kept_keys').orderBy('createdAt', 'desc');
  for (const { purpose, sealed } of rows) {
    const key = openKey(sealed, purpose, secrets);
    if (key) kept[purpose].push(key);
  }
  return kept;
}

/** Keeps every older key there is, each sealed with the current secret. Doing it again changes nothing. */
export async function keepKeys(trx: Transaction, secrets: Secrets): Promise<void> {
  const kept = await readKeptKeys(trx, secrets);
  const { previousSecret: _, ...alone } = secrets;
  for (const purpose of HASHED) {
    const [, ...older] = everyKey(deriveKeys(secrets, purpose, kept[purpose]));
    for (const key of older)
      await trx('kept_keys')
        .insert({ purpose, mark: keyMark(key), sealed: sealKey(key, purpose, alone) })
        .onConflict(['purpose', 'mark'])
        .merge(['sealed']);
  }
}
