/**
 * Finding what is held about a person. Texts are read from end to end: an index knows words, and a number that
 * was written with spaces is none. It takes seconds in a million messages, and misses nothing.
 */
import type { Database, Transaction } from '../db/knex.ts';
import type { Reach } from '../sessions/queries.ts';
import { type Contact, contactBindings, isIn } from './contact.ts';
import { CONVERSATION_PLACES, type CountName, MENTIONS } from './places.ts';
import type { HeldConversation, PersonCounts } from './schema.ts';

type FoundIn = HeldConversation['foundIn'][number];

const FOUND_IN: Record<string, FoundIn> = {
  leads: 'lead',
  lead_changes: 'history',
  messages: 'message',
  chat_sessions: 'visit',
};

export interface Matching {
  contact: Contact;
  reach: Reach;
  /** Only conversations that began until then: who comes back after their erasure begins anew. */
  until?: Date;
}

/** The person's conversations, and where the address or number stands in each. */
export async function findConversations(
  on: Database | Transaction,
  { contact, reach, until }: Matching,
): Promise<Map<string, FoundIn[]>> {
  const found = new Map<string, FoundIn[]>();
  for (const { table, session, tells, tellsWhere = 'true' } of CONVERSATION_PLACES) {
    if (!tells) continue;
    const isNumber = table === 'leads' ? `OR phone = :phone OR starts_with(phone, :phone || ' ext.')` : '';
    const { rows } = await on.raw<{ rows: Array<{ id: string }> }>(
      `SELECT DISTINCT id FROM (
         SELECT ${session} AS id FROM ${table}
         WHERE ${tellsWhere} AND (${isIn(...tells.map((column) => `${column}::text`))} ${isNumber})
       ) AS told
       WHERE EXISTS (SELECT 1 FROM chat_sessions c WHERE c.id = told.id
         AND (:siteId::uuid IS NULL OR c.site_id = :siteId::uuid)
         AND (:until::timestamptz IS NULL OR c.started_at <= :until::timestamptz))`,
      { ...contactBindings(contact), phone: contact.phone, siteId: reach.siteId, until: until ?? null },
    );
    for (const { id } of rows) found.set(id, [...(found.get(id) ?? []), FOUND_IN[table]!]);
  }
  return found;
}

/** How many rows of each kind go with these conversations. */
export async function countRows(
  on: Database | Transaction,
  ids: readonly string[],
): Promise<Record<CountName, number>> {
  const counted = CONVERSATION_PLACES.filter(({ count }) => count);
  const columns = counted.map(
    ({ table, session, count }) =>
      `(SELECT count(*)::int FROM ${table} WHERE ${session} = ANY (:ids::uuid[])) AS ${count}`,
  );
  const { rows } = await on.raw(`SELECT ${columns}`, { ids: [...ids] });
  return rows[0];
}

/** The tables with mentions that are there (the queue makes its own), each with its rows that hold one, after FROM. */
async function* mentionPlaces(on: Database | Transaction, { siteId }: Reach) {
  const { rows } = await on.raw<{ rows: Array<{ name: string }> }>(
    `SELECT name FROM unnest(?::text[]) AS name WHERE to_regclass(name) IS NOT NULL`,
    [MENTIONS.map(({ table }) => table)],
  );
  const there = new Set(rows.map(({ name }) => name));
  for (const place of MENTIONS) {
    const { table, columns, session, site } = place;
    if (!there.has(table) || (siteId && !site)) continue;
    const texts = columns.map(({ name }) => `${name}::text`);
    const where = [
      isIn(...texts),
      ...(siteId ? [`${site} = :siteId::uuid`] : []),
      ...(session ? [`coalesce(${session} <> ALL (:ids::uuid[]), true)`] : []),
    ].join(' AND ');
    yield { ...place, texts, where };
  }
}

const bindings = ({ contact, reach }: Matching, ids: readonly string[]) => ({
  ...contactBindings(contact),
  siteId: reach.siteId,
  ids: [...ids],
});

/** Mentions outside of these conversations, each with its text. */
export async function* readMentions(
  on: Database | Transaction,
  matching: Matching,
  ids: readonly string[],
): AsyncGenerator<{ in: string; text: string }> {
  for await (const { table, texts, where } of mentionPlaces(on, matching.reach)) {
    const parts = texts.map((text) => `CASE WHEN ${isIn(text)} THEN ${text} END`);
    const { rows } = await on.raw<{ rows: Array<{ texts: string[] }> }>(
      `SELECT array_remove(ARRAY[${parts}], NULL) AS texts FROM ${table} WHERE ${where}`,
      bindings(matching, ids),
    );
    for (const { texts: found } of rows)
      for (const text of found) yield { in: table.replace('jobs.', ''), text };
  }
}

/** What stands where a mention was. */
const ERASED = '[erased]';

/** Takes every mention outside of these conversations out of its text. @returns in how many rows */
export async function eraseMentions(
  trx: Transaction,
  matching: Matching,
  ids: readonly string[],
): Promise<number> {
  let changed = 0;
  for await (const { table, columns, where } of mentionPlaces(trx, matching.reach)) {
    const set = columns.map(
      ({ name, type }) => `${name} = regexp_replace(${name}::text, :pattern, '${ERASED}', 'gi')::${type}`,
    );
    const result = await trx.raw(`UPDATE ${table} SET ${set} WHERE ${where}`, bindings(matching, ids));
    changed += result.rowCount ?? 0;
  }
  return changed;
}

/** What an erasure would take. */
export async function countAll(
  on: Database | Transaction,
  matching: Matching,
  ids: readonly string[],
): Promise<PersonCounts> {
  let mentions = 0;
  for await (const { table, where } of mentionPlaces(on, matching.reach)) {
    const { rows } = await on.raw(
      `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
      bindings(matching, ids),
    );
    mentions += rows[0].n;
  }
  return { ...(await countRows(on, ids)), mentions };
}
