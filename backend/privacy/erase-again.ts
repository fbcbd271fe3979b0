/**
 * An older backup brings back who was erased after it was made. What the file beside the database knows and the
 * database does not is erased again, before anybody sees it.
 */
import { checkEmail, checkPhone } from '../agents/contact-details.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { removeSessions } from '../sessions/remove.ts';
import { eraseMatching } from './actions.ts';
import { type Contact, knownCountries } from './contact.ts';
import type { Erasure, Erasures } from './erasures.ts';
import { CONVERSATION_PLACES, MENTIONS } from './places.ts';

/** Any number that only this uses as an advisory lock: processes that start together do it once. */
const LOCK = 7_275_686_003;
const CHUNK = 500;

/** @returns how many erasures this database did not know of */
export async function eraseAgain(database: Database, erasures: Erasures): Promise<number> {
  const kept = await erasures.read();
  if (kept.length === 0) return 0;
  return database.transaction(async (trx) => {
    await trx.raw('SELECT pg_advisory_xact_lock(?)', [LOCK]);
    const known = await trx('erasures')
      .select('id')
      .whereIn(
        'id',
        kept.map(({ id }) => id),
      );
    const ids = new Set(known.map(({ id }) => id));
    const missing = kept.filter(({ id }) => !ids.has(id));
    if (missing.length > 0) await repeat(trx, missing, erasures);
    return missing.length;
  });
}

async function repeat(trx: Transaction, missing: readonly Erasure[], erasures: Erasures): Promise<void> {
  // The contacts first: their addresses are read from the very conversations that go.
  const contacts = await contactsOf(trx, missing, erasures);
  for (const erasure of missing) {
    for (const contact of contacts.get(erasure.id) ?? [])
      await eraseMatching(trx, {
        contact,
        reach: { siteId: erasure.siteId },
        until: new Date(erasure.at),
      });
    for (let at = 0; at < erasure.sessionIds.length; at += CHUNK)
      await removeSessions(trx, erasure.sessionIds.slice(at, at + CHUNK));
    await trx('erasures')
      .insert({
        ...erasure,
        actorKind: 'system',
        repeatedAt: new Date(),
      })
      .onConflict('id')
      .ignore();
  }
}

/** The addresses and numbers that the hashes stand for, by erasure, as far as this database holds them. */
async function contactsOf(
  trx: Transaction,
  missing: readonly Erasure[],
  erasures: Erasures,
): Promise<Map<string, Contact[]>> {
  const byHash = new Map<string, string[]>();
  for (const { id, emailHash, phoneHash } of missing)
    for (const hash of [emailHash, phoneHash]) if (hash) byHash.set(hash, [...(byHash.get(hash) ?? []), id]);
  const found = new Map<string, Contact[]>();
  if (byHash.size === 0) return found;
  const note = (value: string, contact: Contact) => {
    for (const id of erasures.hashes(value).flatMap((hash) => byHash.get(hash) ?? []))
      found.set(id, [...(found.get(id) ?? []), contact]);
  };
  for (const text of await written(trx, EMAIL)) {
    const checked = checkEmail(text.replaceAll('%40', '@'));
    const email = checked.ok && checked.email.toLowerCase();
    if (email) note(email, { email, phone: null });
  }
  const countries = await knownCountries(trx);
  for (const text of await written(trx, PHONE)) {
    const checked = checkPhone(text, countries);
    if ('text' in checked) note(checked.text, { email: null, phone: checked.text });
  }
  return found;
}

const EMAIL = String.raw`[^[:space:]@<>"'(),;:=?&\\/]+(?:@|%40)[^[:space:]@<>"'(),;:=?&\\/]+`;
const PHONE = '[+(]?[[:digit:]][[:digit:][:space:]\u00a0()./–-]{4,24}[[:digit:]](?: ext\\. [0-9]+)?';

/** What looks like an address or a number, anywhere, each spelling once. */
async function written(trx: Transaction, pattern: string): Promise<string[]> {
  const columns = new Map<string, Set<string>>();
  const note = (table: string, column: string) =>
    columns.set(table, (columns.get(table) ?? new Set()).add(`${column}::text`));
  for (const { table, tells = [] } of CONVERSATION_PLACES) for (const column of tells) note(table, column);
  for (const place of MENTIONS)
    if (!place.table.startsWith('jobs.')) for (const { name } of place.columns) note(place.table, name);
  const spellings = new Set<string>();
  for (const [table, names] of columns) {
    const { rows } = await trx.raw<{ rows: Array<{ text: string }> }>(
      `SELECT DISTINCT found[1] AS text
       FROM ${table}, regexp_matches(concat_ws(' | ', ${[...names]}), ?, 'g') AS found`,
      [`(${pattern})`],
    );
    for (const { text } of rows) spellings.add(text);
  }
  return [...spellings];
}
