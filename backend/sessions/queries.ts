/**
 * Reading conversations for staff and automations.
 */
import type { Knex } from 'knex';
import type { QueryBuilder } from 'objection';
import type { Database } from '../db/knex.ts';
import { notFound } from '../errors.ts';
import { cursorTime, readCursor, writeCursor } from '../http/cursor.ts';
import { ChatSession } from '../models/chat-session.ts';
import { Message } from '../models/message.ts';
import type { SessionFilters } from './filter-schema.ts';
import { type Matching, type ResolvedFilters, resolveFilters } from './filters.ts';
import type { SearchHit } from './schema.ts';
import { findHits, matchesHere } from './search.ts';

const DEFAULT_LIMIT = 50;
/** The longest transcript in one detail answer; the rest is read by `/messages?after=`. */
export const TRANSCRIPT_MAX = 1000;
/** Conversations that one statement walks for a search that matches everywhere. */
const WALKED = 4_000;

/** Who asks, as far as reading goes: a key may be bound to one site. */
export interface Reach {
  siteId: string | null;
}

const ROW_RELATIONS =
  '[site(named), lead.owner(named), takenOverByUser(named), archivedByUser(named), labels(byName)]';
const modifiers = {
  named: (query: QueryBuilder<never>) => void query.select('id', 'name'),
  byName: (query: QueryBuilder<never>) => void query.orderBy('name'),
};

function rows(database: Database) {
  return ChatSession.query(database)
    .withGraphFetched(ROW_RELATIONS)
    .modifiers(modifiers as never);
}

export interface ListPage {
  items: ChatSession[];
  /** By conversation, when there was a search. */
  hits: Map<string, SearchHit>;
  nextCursor: string | null;
}

/**
 * One page of the list, and the cursor of the next. A search for a very common word may give fewer than asked for, and
 * a cursor: it stopped looking for now.
 * @throws validation_failed, bad_request
 */
export async function listSessions(
  database: Database,
  filters: SessionFilters,
  reach: Reach,
): Promise<ListPage> {
  const resolved = await resolveFilters(database, filters, reach);
  const { ids, nextCursor } = await pick(database, resolved, filters);
  const found = new Map((await sessionRows(database, ids)).map((session) => [session.id, session]));
  const items = ids.flatMap((id) => found.get(id) ?? []);
  const hits = resolved.search ? await findHits(database, resolved.search, items) : new Map();
  return { items, hits, nextCursor };
}

/**
 * The ids of what the filters match, newest word first, at most `max` of them.
 * @param patience how many statements a search that matches everywhere may take
 */
export async function matchingIds(
  database: Database,
  filters: Matching,
  reach: Reach,
  { max, patience = Number.POSITIVE_INFINITY }: { max: number; patience?: number },
): Promise<{ ids: string[]; more: boolean }> {
  const resolved = await resolveFilters(database, filters, reach);
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let step = 0; step < patience; step++) {
    const page = await pick(database, resolved, { limit: max - ids.length, cursor });
    ids.push(...page.ids);
    if (page.nextCursor === null) return { ids, more: false };
    if (ids.length >= max) break;
    cursor = page.nextCursor;
  }
  return { ids, more: true };
}

/** One page of ids. */
async function pick(
  database: Database,
  resolved: ResolvedFilters,
  {
    limit = DEFAULT_LIMIT,
    sort = '-lastMessageAt',
    cursor,
  }: Pick<SessionFilters, 'limit' | 'sort' | 'cursor'>,
): Promise<{ ids: string[]; nextCursor: string | null }> {
  const { column } = resolved;
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  // A sum is no column of an index: this makes the planner gather the rows first, and sort them then.
  const sorted = resolved.isSmall ? `${column} + interval '0'` : column;
  const query = database('chat_sessions')
    .select('id', database.raw(`(extract(epoch FROM ${column}) * 1000000)::bigint AS cursor_at`))
    .orderByRaw(`${sorted} ${direction}, id ${direction}`);
  resolved.where(query);
  if (cursor) {
    const { sorted: micros, id } = readCursor(cursor);
    const at = cursorTime(micros);
    query.whereRaw(`(${column}, id) ${direction === 'desc' ? '<' : '>'} (?::timestamptz, ?::uuid)`, [at, id]);
  }
  if (resolved.isEverywhere) return walk(database, resolved, query, limit);
  const found = await (resolved.isInTwo
    ? firstOfBoth(database, query, direction, limit + 1)
    : first(query, limit + 1));
  const page = found.slice(0, limit);
  return {
    ids: page.map(({ id }) => id),
    nextCursor: found.length > limit ? cursorAfter(page.at(-1)!) : null,
  };
}

function first(query: Knex.QueryBuilder, limit: number): Promise<Position[]> {
  return query.clone().limit(limit);
}

/** The first of those that have ended and the first of those that go on, put into one order. */
function firstOfBoth(
  database: Database,
  query: Knex.QueryBuilder,
  direction: string,
  limit: number,
): Promise<Position[]> {
  const those = (condition: string) => query.clone().whereRaw(condition).limit(limit);
  const both = database.unionAll(
    [those(`completion_status <> 'in_progress'`), those(`completion_status = 'in_progress'`)],
    true,
  );
  return database
    .select('id', 'cursor_at')
    .from(both.as('both'))
    .orderByRaw(`cursor_at ${direction}, id ${direction}`)
    .limit(limit);
}

/** Goes through the list as it is sorted and asks each conversation, until the page is full or it has gone far. */
async function walk(
  database: Database,
  { search }: ResolvedFilters,
  query: Knex.QueryBuilder,
  limit: number,
): Promise<{ ids: string[]; nextCursor: string | null }> {
  // A CTE is read row by row as its reader asks for more, in its own order; the limit therefore ends the walk early.
  const found: Position[] = await database
    .withMaterialized('walked', query.clone().limit(WALKED))
    .select('id', 'cursor_at')
    .from('walked')
    .where(matchesHere(database, search!, 'walked.id'))
    .limit(limit + 1);
  const ids = found.slice(0, limit).map(({ id }) => id);
  if (found.length > limit) return { ids, nextCursor: cursorAfter(found[limit - 1]!) };
  const last: Position | undefined = await query
    .clone()
    .offset(WALKED - 1)
    .first();
  return { ids, nextCursor: last ? cursorAfter(last) : null };
}

/** Where a row stands in the list. */
interface Position {
  /** Microseconds since 1970, as text: a bigint of the driver. */
  cursorAt: string;
  id: string;
}

const cursorAfter = ({ cursorAt, id }: Position) => writeCursor(BigInt(cursorAt), id);

/** List rows by id, for live updates. */
export async function sessionRows(database: Database, ids: readonly string[]): Promise<ChatSession[]> {
  return ids.length === 0 ? [] : rows(database).findByIds([...ids]);
}

/**
 * One conversation with what its list row has, and what its site asks for.
 * @throws not_found, also for a conversation that is not this key's to know of
 */
export async function getSession(database: Database, id: string, { siteId }: Reach): Promise<ChatSession> {
  const session = await rows(database)
    .findById(id)
    .modifyGraph('site', (site) => void site.select('lead'));
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
