/**
 * Addresses of the team that mail doesn't reach, or that asked not to get any. Nothing more is sent there until
 * somebody clears the mark. Kept by a keyed hash: whoever reads the table learns no address.
 */

import { createHmac } from 'node:crypto';
import type { Database, Transaction } from '../db/knex.ts';
import type { Principal } from '../http/principal.ts';
import { everyKey, type Keys } from '../keys.ts';
import { MailMark } from '../models/mail-mark.ts';
import { audit } from './audit.ts';

/** An older mark stands under the hash of its time. */
const hashesOf = (address: string, keys: Keys) => everyKey(keys).map((key) => hashOf(address, key));

export type Marks = ReadonlyMap<string, MailMark>;

const hashOf = (address: string, key: Buffer) =>
  createHmac('sha256', key).update(address.trim().toLowerCase()).digest();

/** The marks of these addresses, by address as it was given. */
export async function marksOf(
  on: Database | Transaction,
  addresses: readonly string[],
  keys: Keys,
): Promise<Marks> {
  if (addresses.length === 0) return new Map();
  const hashes = addresses.map((address) => hashesOf(address, keys));
  const found = await MailMark.query(on).whereIn('addressHash', hashes.flat()).whereNull('clearedAt');
  const marks = new Map<string, MailMark>();
  addresses.forEach((address, at) => {
    const mark = found.find(({ addressHash }) => hashes[at]!.some((hash) => addressHash.equals(hash)));
    if (mark) marks.set(address, mark);
  });
  return marks;
}

/** Marks an address. The same news again, or news from before it was cleared, changes nothing. */
export async function markAddress(
  on: Database | Transaction,
  address: string,
  { kind, at }: { kind: MailMark['kind']; at: Date },
  keys: Keys,
): Promise<void> {
  const hashes = hashesOf(address, keys);
  await on.raw(
    `INSERT INTO mail_marks (address_hash, kind, marked_at) VALUES (
       coalesce((SELECT address_hash FROM mail_marks WHERE address_hash = ANY (:hashes) LIMIT 1), :hash), :kind, :at)
     ON CONFLICT (address_hash) DO UPDATE SET kind = excluded.kind, marked_at = excluded.marked_at, cleared_at = NULL
     WHERE excluded.marked_at > coalesce(mail_marks.cleared_at, mail_marks.marked_at)`,
    { hashes, hash: hashes[0]!, kind, at },
  );
}

/** Mail goes there again. Clearing what is not marked changes nothing. */
export async function clearMark(
  database: Database,
  address: string,
  keys: Keys,
  by: Principal,
): Promise<void> {
  await database.transaction(async (trx) => {
    const cleared = await MailMark.query(trx)
      .whereIn('addressHash', hashesOf(address, keys))
      .whereNull('clearedAt')
      .patch({ clearedAt: new Date() });
    if (cleared > 0) await audit(trx, by, { action: 'mail.mark_cleared', subject: { kind: 'mail' } });
  });
}
