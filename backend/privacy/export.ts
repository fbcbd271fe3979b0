/**
 * Everything that is held about a person, as one JSON document (GDPR, articles 15 and 20). It is written while it is
 * read: one conversation in memory at a time, all of one moment.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context } from 'koa';
import type { Transaction } from '../db/knex.ts';
import { readCursor, writeCursor } from '../http/cursor.ts';
import { errorForLog, type Logger } from '../log.ts';
import { findConversations, type Matching, readMentions } from './matching.ts';
import { CONVERSATION_PLACES, type ConversationPlace } from './places.ts';
import type { ExportPage } from './schema.ts';

const DEFAULT_LIMIT = 50;

/** A page ends once it is that long, so that whoever reads it as a whole can. One conversation is never cut. */
const PAGE_BYTES = 512 * 1024;

export interface Part {
  /** At most so many conversations; undefined for all of them, with the mentions elsewhere. */
  limit?: number;
  /** The id of the last conversation of the page before. */
  after?: string;
}

/** Which part a caller asks for; a cursor alone goes on in pages of the usual size. @throws bad_request */
export function partOf({ limit, cursor }: ExportPage): Part {
  if (cursor === undefined) return { limit };
  return { limit: limit ?? DEFAULT_LIMIT, after: readCursor(cursor).id };
}

/** Writes the response; what goes wrong before its first byte is thrown. */
export async function sendPerson(
  ctx: Context,
  trx: Transaction,
  matching: Matching,
  part: Part,
  log: Logger,
): Promise<void> {
  const found = await findConversations(trx, matching);
  ctx.respond = false;
  const { res } = ctx;
  res.statusCode = 200;
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  const day = new Date().toISOString().slice(0, 10);
  res.setHeader('Content-Disposition', `attachment; filename="person-${day}.json"`);
  try {
    const text = Readable.from(write(trx, matching, part, [...found.keys()]), { objectMode: false });
    await pipeline(text, res);
  } catch (error) {
    // The document has no end then, and no reader takes it for a whole one.
    log.warn({ err: errorForLog(error) }, 'an export of a person broke off');
    res.destroy();
  }
}

async function* write(
  trx: Transaction,
  matching: Matching,
  { limit, after = '' }: Part,
  found: readonly string[],
): AsyncGenerator<string> {
  const { contact } = matching;
  const head = { email: contact.email, phone: contact.phone, exportedAt: new Date().toISOString() };
  yield `{"person":${JSON.stringify(head)},"conversations":[`;
  const ids = [...found].sort().filter((id) => id > after);
  let written = 0;
  let bytes = 0;
  while (written < ids.length && (!limit || (written < limit && bytes < PAGE_BYTES))) {
    const text = JSON.stringify(await readConversation(trx, ids[written]!));
    bytes += Buffer.byteLength(text);
    yield `${written > 0 ? ',' : ''}\n${text}`;
    written++;
  }
  yield '],"mentions":[';
  if (!limit) yield* writeMentions(trx, matching, found);
  const last = ids[written - 1];
  yield `],"nextCursor":${JSON.stringify(last && written < ids.length ? writeCursor(0n, last) : null)}}\n`;
}

async function* writeMentions(
  trx: Transaction,
  matching: Matching,
  ids: readonly string[],
): AsyncGenerator<string> {
  let isFirst = true;
  for await (const mention of readMentions(trx, matching, ids)) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify(mention)}`;
    isFirst = false;
  }
}

/** Every row of every table that belongs to it. */
async function readConversation(trx: Transaction, id: string): Promise<Record<string, unknown>> {
  const parts: Record<string, unknown> = {};
  for (const place of CONVERSATION_PLACES) {
    const rows = await rowsOf(trx, place, id);
    if (place.table === 'chat_sessions') parts.session = rows[0];
    else parts[camelCase(place.table)] = rows;
  }
  return parts;
}

async function rowsOf(
  trx: Transaction,
  { table, session, internal = [], order }: ConversationPlace,
  id: string,
): Promise<object[]> {
  const { rows } = await trx.raw<{ rows: Array<{ row: Record<string, unknown> }> }>(
    `SELECT to_jsonb(${table}) - ?::text[] AS row FROM ${table} WHERE ${session} = ? ORDER BY ${order ?? 'id'}`,
    [[...internal], id],
  );
  return rows.map(({ row }) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [camelCase(name), value])),
  );
}

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
