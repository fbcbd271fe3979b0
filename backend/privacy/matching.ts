/**
 * Finding what is held about a person. Texts are read from end to end: an index knows words, and somebody's number
 * written with spaces is none. It takes seconds in a million messages, and misses nothing.
 */
import type { Database, Transaction } from '../db/knex.ts';
import type { Reach } from '../sessions/queries.ts';
import { type Contact, patternOf } from './contact.ts';
import { CONVERSATION_PLACES, type CountName, MENTIONS, type Mention } from './places.ts';
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
         WHERE ${tellsWhere} AND (concat_ws(' ', ${tells.map((column) => `${column}::text`)}) ~* :pattern ${isNumber})
       ) AS told
       WHERE EXISTS (SELECT 1 FROM chat_sessions c WHERE c.id = told.id
         AND (:siteId::uuid IS NULL OR c.site_id = :siteId::uuid)
         AND (:until::timestamptz IS NULL OR c.started_at <= :until::timestamptz))`,
      { pattern: patternOf(contact), phone: contact.phone, siteId: reach.siteId, until: until ?? null },
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

/** Where else somebody is mentioned, as SQL after FROM; with named bindings `pattern`, `siteId` and `ids`. */
function mentioning({ table, column, site }: Mention, { siteId }: Reach): string | undefined {
  if (siteId && !site) return undefined;
  const session = CONVERSATION_PLACES.find((place) => place.table === table)?.session;
  return `${table} WHERE ${column}::text ~* :pattern
    ${siteId ? `AND ${site} = :siteId::uuid` : ''}
    ${session ? `AND coalesce(${session} <> ALL (:ids::uuid[]), true)` : ''}`;
}

async function* mentionPlaces(on: Database | Transaction, reach: Reach) {
  const { rows } = await on.raw<{ rows: Array<{ name: string }> }>(
    `SELECT name FROM unnest(?::text[]) AS name WHERE to_regclass(name) IS NOT NULL`,
    [[...new Set(MENTIONS.map(({ table }) => table))]],
  );
  const there = new Set(rows.map(({ name }) => name));
  for (const mention of MENTIONS) {
    const rest = there.has(mention.table) ? mentioning(mention, reach) : undefined;
    if (rest) yield { mention, rest };
  }
}

const bindings = ({ contact, reach }: Matching, ids: readonly string[]) => ({
  pattern: patternOf(contact),
  siteId: reach.siteId,
  ids: [...ids],
});

/** Mentions outside of these conversations, each with its text. */
export async function* readMentions(
  on: Database | Transaction,
  matching: Matching,
  ids: readonly string[],
): AsyncGenerator<{ in: string; text: string }> {
  for await (const { mention, rest } of mentionPlaces(on, matching.reach)) {
    const { rows } = await on.raw(
      `SELECT ${mention.column}::text AS text FROM ${rest}`,
      bindings(matching, ids),
    );
    for (const { text } of rows) yield { in: mention.table.replace('jobs.', ''), text };
  }
}

/** What stands where a mention was. */
export const ERASED = '[erased]';

/** Takes every mention outside of these conversations out of its text. @returns how many texts changed */
export async function eraseMentions(
  trx: Transaction,
  matching: Matching,
  ids: readonly string[],
): Promise<number> {
  let changed = 0;
  for await (const { mention, rest } of mentionPlaces(trx, matching.reach)) {
    const { column, type, table } = mention;
    const target = rest.replace(
      table,
      `${table} SET ${column} = regexp_replace(${column}::text, :pattern, '${ERASED}', 'gi')::${type}`,
    );
    const result = await trx.raw(`UPDATE ${target}`, bindings(matching, ids));
    changed += result.rowCount ?? 0;
  }
  return changed;
}

export async function countAll(
  on: Database | Transaction,
  matching: Matching,
  ids: readonly string[],
): Promise<PersonCounts> {
  let mentions = 0;
  for await (const { rest } of mentionPlaces(on, matching.reach)) {
    const { rows } = await on.raw(`SELECT count(*)::int AS n FROM ${rest}`, bindings(matching, ids));
    mentions += rows[0].n;
  }
  return { ...(await countRows(on, ids)), mentions };
}
