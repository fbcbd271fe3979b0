/**
 * Reading conversations for staff and automations.
 */
import { type QueryBuilder, raw } from 'objection';
import type { Database } from '../db/knex.ts';
import { badRequest, notFound } from '../errors.ts';
import { parse, stringify } from '../http/uuid-bytes.ts';
import { ChatSession } from '../models/chat-session.ts';
import { Message } from '../models/message.ts';
import type { SessionFilters } from './schema.ts';

const DEFAULT_LIMIT = 50;
/** The longest transcript in one detail answer; the rest is read by `/messages?after=`. */
const TRANSCRIPT_MAX = 1000;

/** Who asks, as far as reading goes: a key may be bound to one site. */
export interface Reach {
  siteId: string | null;
}

const ROW_RELATIONS = '[site(named), lead, takenOverByUser(named), archivedByUser(named)]';
const modifiers = { named: (query: QueryBuilder<never>) => void query.select('id', 'name') };

function rows(database: Database) {
  return ChatSession.query(database)
    .withGraphFetched(ROW_RELATIONS)
    .modifiers(modifiers as never);
}

/** One page of the list, and the cursor of the next. */
export async function listSessions(
  database: Database,
  filters: SessionFilters,
  { siteId }: Reach,
): Promise<{ items: ChatSession[]; nextCursor: string | null }> {
  const limit = filters.limit ?? DEFAULT_LIMIT;
  const sort = filters.sort ?? '-lastMessageAt';
  const column = sort.replace('-', '') as 'lastMessageAt' | 'startedAt';
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const sorted = column === 'startedAt' ? 'started_at' : 'last_message_at';
  const query = rows(database)
    .select('chat_sessions.*', raw(`(extract(epoch FROM ${sorted}) * 1000000)::bigint`).as('cursorAt'))
    .modify(filterSessions, filters, { siteId })
    .orderBy([
      { column, order: direction },
      { column: 'id', order: direction },
    ])
    .limit(limit + 1);
  if (filters.cursor) {
    const { at, id } = readCursor(filters.cursor);
    const comparison = direction === 'desc' ? '<' : '>';
    query.whereRaw(`(??, id) ${comparison} (?::timestamptz, ?::uuid)`, [sorted, at, id]);
  }
  const found = await query;
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = found.length > limit && last ? writeCursor(last) : null;
  return { items, nextCursor };
}

/**
 * Narrows a query down to the conversations that the filters name and the caller may know of: the list and the
 * export show the same ones.
 */
export function filterSessions(
  query: QueryBuilder<ChatSession, ChatSession[]>,
  filters: Omit<SessionFilters, 'limit' | 'cursor' | 'sort'>,
  { siteId }: Reach,
): void {
  query.where('archiveStatus', filters.archive ?? 'active');
  const site = siteId ?? filters.site;
  if (site) query.where({ siteId: site });
  if (siteId && filters.site && filters.site !== siteId) query.whereRaw('false');
  if (filters.completion) query.where({ completionStatus: filters.completion });
  if (filters.channel) query.where({ channel: filters.channel });
  if (filters.qa) query.where({ qaStatus: filters.qa });
  if (filters.mode) query.where({ mode: filters.mode });
  if (filters.lead) whereLead(query, filters.lead);
}

/** List rows by id, for live updates. */
export async function sessionRows(database: Database, ids: readonly string[]): Promise<ChatSession[]> {
  return ids.length === 0 ? [] : rows(database).findByIds([...ids]);
}

/** @throws not_found, also for a conversation that is not this key's to know of */
export async function getSession(database: Database, id: string, { siteId }: Reach): Promise<ChatSession> {
  const session = await rows(database).findById(id);
  if (!session || (siteId && session.siteId !== siteId)) throw notFound('There is no such conversation.');
  return session;
}

/** Messages after a seq, oldest first. */
export async function transcript(database: Database, sessionId: string, after = 0): Promise<Message[]> {
  return Message.query(database)
    .where({ sessionId })
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(TRANSCRIPT_MAX);
}

function whereLead(
  query: QueryBuilder<ChatSession, ChatSession[]>,
  lead: NonNullable<SessionFilters['lead']>,
): void {
  const known = ChatSession.relatedQuery('lead').where((any) =>
    any.whereNotNull('name').orWhereNotNull('email').orWhereNotNull('phone').orWhereNotNull('company'),
  );
  if (lead === 'any') query.whereExists(known);
  else if (lead === 'none') query.whereNotExists(known);
  else query.whereExists(ChatSession.relatedQuery('lead').where({ qualification: 'qualified' }));
}

/**
 * A cursor is the sorted time in microseconds, as PostgreSQL has it (a Date would round it and skip rows), and the id.
 */
function writeCursor(last: ChatSession): string {
  const at = Buffer.alloc(8);
  at.writeBigInt64BE(BigInt((last as ChatSession & { cursorAt: string }).cursorAt));
  return Buffer.concat([at, parse(last.id)]).toString('base64url');
}

function readCursor(cursor: string): { at: string; id: string } {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== 24) throw badRequest('This cursor is not valid.');
  const micros = bytes.readBigInt64BE();
  const milliseconds = Number(micros / 1000n);
  if (Math.abs(milliseconds) > 8.64e15) throw badRequest('This cursor is not valid.');
  const rest = String(((micros % 1000n) + 1000n) % 1000n).padStart(3, '0');
  const iso = new Date(milliseconds).toISOString();
  return { at: iso.replace('Z', `${rest}Z`), id: stringify(bytes.subarray(8)) };
}
