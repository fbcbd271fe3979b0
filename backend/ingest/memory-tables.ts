/**
 * n8n's Postgres Chat Memory (`n8n_chat_histories`), where it lies in Parlour's own database: conversations that n8n
 * held with other chats are brought in, each row once.
 */
import type { Database, Transaction } from '../db/knex.ts';
import { Site } from '../models/site.ts';
import { addMessages, findOrCreateSession } from './bring-in.ts';
import { readMemoryMessage } from './memory-message.ts';

const AT_ONCE = 500;
const ROUNDS = 40;
/** Rows get their numbers before they are committed: what is this close behind is looked at again. */
const LOOK_BACK = 200;

/** Ids that Parlour gives out: UUIDs of version 7 (n8n's own chat makes version 4), and those of trials. */
const OUR_ID = /^(trial-.*|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/i;

const FIND = `
  SELECT n.nspname AS schema, c.relname AS "table" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND c.relname LIKE 'n8n\\_chat\\_histories%' AND has_table_privilege(c.oid, 'SELECT')
    AND has_table_privilege(c.oid, ?)
    AND (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         AND a.attname IN ('id', 'session_id', 'message')) = 3`;

interface Row {
  id: string;
  sessionId: string;
  message: unknown;
}

/** @returns how many conversations were not known before, and how many rows were looked at */
export async function bringInMemoryTables(database: Database): Promise<{ created: number; checked: number }> {
  const tables = await findMemoryTables(database, 'SELECT');
  const sum = { created: 0, checked: 0 };
  if (tables.length === 0) return sum;
  const site = await siteOfMemory(database);
  if (!site) return sum;
  for (const { schema, table } of tables) {
    for (let round = 0; round < ROUNDS; round++) {
      const done = await readOn(database, schema, table, site.id);
      sum.created += done.created;
      sum.checked += done.rows;
      if (done.rows < AT_ONCE) break;
    }
  }
  return sum;
}

/** @param privilege what the database user has to be allowed besides reading them */
export async function findMemoryTables(
  on: Database | Transaction,
  privilege: 'SELECT' | 'DELETE',
): Promise<Array<{ schema: string; table: string }>> {
  const { rows } = await on.raw<{ rows: Array<{ schema: string; table: string }> }>(FIND, [privilege]);
  return rows;
}

/** The oldest site that n8n answers; else the oldest there is: a conversation without a home helps nobody. */
async function siteOfMemory(database: Database): Promise<Site | undefined> {
  return Site.query(database).whereNull('archivedAt').orderByRaw(`(agent->>'kind' = 'n8n') DESC, id`).first();
}

/** One step forward, by one process at a time. */
async function readOn(
  database: Database,
  schema: string,
  table: string,
  siteId: string,
): Promise<{ created: number; rows: number }> {
  const name = `${schema}.${table}`;
  return database.transaction(async (trx) => {
    await trx('memory_tables').insert({ name }).onConflict('name').ignore();
    const { lastId, readIds } = await trx('memory_tables').where({ name }).forUpdate().first();
    const known = new Set<string>(readIds);
    const from = Math.max(0, Number(lastId) - LOOK_BACK);
    const { rows } = await trx.raw<{ rows: Row[] }>(
      `SELECT id::bigint AS id, session_id::text AS "sessionId", message FROM ??.??
       WHERE id > ? ORDER BY id LIMIT ${AT_ONCE + LOOK_BACK}`,
      [schema, table, from],
    );
    const fresh = rows.filter(({ id }) => !known.has(id));
    if (fresh.length === 0) return { created: 0, rows: 0 };
    const created = await bringIn(trx, siteId, name, fresh);
    const upTo = Math.max(Number(lastId), Number(rows.at(-1)!.id));
    const near = rows.map(({ id }) => id).filter((id) => Number(id) > upTo - LOOK_BACK);
    await trx('memory_tables').where({ name }).update({ lastId: upTo, readIds: near });
    return { created, rows: fresh.length };
  });
}

async function bringIn(trx: Transaction, siteId: string, name: string, rows: Row[]): Promise<number> {
  const bySession = new Map<string, Row[]>();
  for (const row of rows) {
    // Those that Parlour held itself are there already, or were removed.
    if (!row.sessionId || row.sessionId.length > 300 || OUR_ID.test(row.sessionId)) continue;
    bySession.set(row.sessionId, [...(bySession.get(row.sessionId) ?? []), row]);
  }
  let made = 0;
  for (const [externalId, said] of bySession) {
    const messages = said.flatMap(({ id, message }) => {
      const read = readMemoryMessage(typeof message === 'string' ? parsed(message) : message);
      return read ? [{ ...read, externalId: `${name}/${id}` }] : [];
    });
    if (messages.length === 0) continue;
    const { session, created } = await findOrCreateSession(trx, siteId, { externalId }, new Date());
    await addMessages(trx, session, messages);
    if (created) made += 1;
  }
  return made;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
