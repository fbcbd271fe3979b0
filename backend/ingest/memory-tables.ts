/**
 * n8n's Postgres Chat Memory (`n8n_chat_histories`), where it lies in Parlour's own database: conversations that n8n
 * held with other chats are brought in. Those that Parlour held itself are there already, and left alone.
 */
import type { Database, Transaction } from '../db/knex.ts';
import { Site } from '../models/site.ts';
import { addMessages, findOrCreateSession } from './bring-in.ts';
import { readMemoryMessage } from './memory-message.ts';

const AT_ONCE = 500;
const ROUNDS = 40;
/** Rows get their numbers before they are committed: what is this close behind is looked at again. */
const LOOK_BACK = 200;

const FIND = `
  SELECT n.nspname AS schema, c.relname AS "table" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND c.relname LIKE 'n8n\\_chat\\_histories%' AND has_table_privilege(c.oid, 'SELECT')
    AND (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         AND a.attname IN ('id', 'session_id', 'message')) = 3`;

interface Row {
  id: string;
  sessionId: string;
  message: unknown;
}

/** @returns how many conversations were not known before, and how many rows were looked at */
export async function bringInMemoryTables(database: Database): Promise<{ created: number; checked: number }> {
  const { rows: tables } = await database.raw<{ rows: Array<{ schema: string; table: string }> }>(FIND);
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
    const { lastId } = await trx('memory_tables').where({ name }).forUpdate().first();
    const from = Math.max(0, Number(lastId) - LOOK_BACK);
    const { rows } = await trx.raw<{ rows: Row[] }>(
      `SELECT id::bigint AS id, session_id::text AS "sessionId", message FROM ??.??
       WHERE id > ? ORDER BY id LIMIT ${AT_ONCE + LOOK_BACK}`,
      [schema, table, from],
    );
    const fresh = rows.filter(({ id }) => Number(id) > Number(lastId));
    const created = await bringIn(trx, siteId, name, rows);
    const last = fresh.at(-1);
    if (last) await trx('memory_tables').where({ name }).update({ lastId: last.id });
    return { created, rows: fresh.length };
  });
}

async function bringIn(trx: Transaction, siteId: string, name: string, rows: Row[]): Promise<number> {
  const bySession = new Map<string, Row[]>();
  for (const row of rows) {
    if (!row.sessionId || row.sessionId.length > 300) continue;
    bySession.set(row.sessionId, [...(bySession.get(row.sessionId) ?? []), row]);
  }
  const own = await ownSessions(trx, [...bySession.keys()]);
  let made = 0;
  for (const [externalId, said] of bySession) {
    if (own.has(externalId.toLowerCase())) continue;
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

/** Of these ids, those of conversations that Parlour held itself. */
async function ownSessions(trx: Transaction, ids: string[]): Promise<Set<string>> {
  const uuids = ids.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id));
  return new Set<string>(await trx('chat_sessions').whereIn('id', uuids).pluck('id'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
