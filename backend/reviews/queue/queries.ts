/**
 * The queue: what waits to be read, the heaviest reasons first, then the newest. The order is an index's; whether an
 * entry still waits is asked of the conversation itself, so that a verdict takes it out at once.
 */
import type { Database } from '../../db/knex.ts';
import { cursorTime, readCursor, writeCursor } from '../../http/cursor.ts';
import type { Principal } from '../../http/principal.ts';
import type { ChatSession } from '../../models/chat-session.ts';
import { reachOf } from '../../sessions/policy.ts';
import { sessionRows } from '../../sessions/queries.ts';
import { readTimeRange } from '../../sessions/time-range.ts';
import type { Signal } from '../signals/catalogue.ts';
import { QUIET } from './mark.ts';
import type { QueueFilters } from './schema.ts';

const DEFAULT_LIMIT = 50;
/** Without `from` and `to` the queue and its coverage speak of this many days. */
const USUAL_DAYS = 30;
/** A cursor holds one number: the score above the time in microseconds, which needs 52 bits until the year 2112. */
const TIME_BITS = 52n;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** One by one, by their ids: the planner would rather read all conversations there are than the few that wait. */
const CONVERSATION = `CROSS JOIN LATERAL (SELECT qa_status, archive_status, last_message_at FROM chat_sessions
  WHERE id = r.session_id LIMIT 1) s`;

/** What narrows queue and coverage alike. */
export interface QueueScope {
  site?: string;
  /** No site can be meant: a key asked for one that is not its own. */
  isNowhere: boolean;
  from?: Date;
  to?: Date;
  /** Who asks: nobody checks what they said to be fixed themselves. */
  reader: string;
}

export interface Entry {
  session: ChatSession;
  reasons: Signal[];
  score: number;
}

/** @throws validation_failed for a time that can't be read */
export function readScope(filters: QueueFilters, by: Principal): QueueScope {
  const { siteId } = reachOf(by);
  const range = readTimeRange(filters);
  const from = range.from ?? (range.to ? undefined : new Date(Date.now() - USUAL_DAYS * 86_400_000));
  return {
    site: siteId ?? filters.site,
    isNowhere: Boolean(siteId && filters.site && filters.site !== siteId),
    from,
    to: range.to,
    reader: by.kind === 'staff' ? by.userId : NOBODY,
  };
}

/**
 * Entries that wait, as a query on `review_signals` r and `chat_sessions` s. A re-check waits however old it is.
 * @param only one of the two kinds: who reads all of a time finds each by an index of its own
 */
export function waitingEntries(database: Database, scope: QueueScope, only?: Kind) {
  return waitingSignals(database, scope, only)
    .joinRaw(CONVERSATION)
    .where('s.archive_status', 'active')
    .whereRaw(
      `CASE WHEN r.is_recheck THEN s.qa_status = 'fixed' AND r.fixed_by IS DISTINCT FROM ?::uuid
       ELSE s.qa_status = 'unchecked' AND s.last_message_at <= now() - ${QUIET} END`,
      [scope.reader],
    );
}

type Kind = 'rechecks' | 'others';

/** What waits as far as the rows of `review_signals` r know. The conversation itself has the last word. */
export function waitingSignals(database: Database, scope: QueueScope, only?: Kind) {
  const query = database('review_signals as r').whereRaw('r.is_waiting');
  if (scope.isNowhere) query.whereRaw('false');
  if (scope.site) query.where('r.site_id', scope.site);
  if (only) query.whereRaw(only === 'rechecks' ? 'r.is_recheck' : 'NOT r.is_recheck');
  if (only === 'rechecks') return query;
  const inTime = only ? 'r.last_message_at' : 'r.is_recheck OR r.last_message_at';
  if (scope.from) query.whereRaw(`(${inTime} >= ?)`, [scope.from]);
  if (scope.to) query.whereRaw(`(${inTime} < ?)`, [scope.to]);
  return query;
}

/** @throws bad_request for a cursor that is none of ours */
export async function listQueue(
  database: Database,
  scope: QueueScope,
  { signal, limit = DEFAULT_LIMIT, cursor }: QueueFilters,
): Promise<{ items: Entry[]; nextCursor: string | null }> {
  const query = waitingEntries(database, scope)
    .select('r.session_id as id', 'r.score', 'r.reasons')
    .select(database.raw('(extract(epoch FROM r.last_message_at) * 1000000)::bigint AS micros'))
    .orderByRaw('r.score DESC, r.last_message_at DESC, r.session_id DESC')
    .limit(limit + 1);
  if (signal) query.whereRaw('r.reasons @> ?::jsonb', [JSON.stringify([{ code: signal }])]);
  if (cursor) {
    const { sorted, id } = readCursor(cursor);
    query.whereRaw('(r.score, r.last_message_at, r.session_id) < (?::integer, ?::timestamptz, ?::uuid)', [
      Number(sorted >> TIME_BITS),
      cursorTime(sorted & ((1n << TIME_BITS) - 1n)),
      id,
    ]);
  }
  const found: Array<Omit<Entry, 'session'> & { id: string; micros: string }> = await query;
  const page = found.slice(0, limit);
  const rows = await sessionRows(
    database,
    page.map(({ id }) => id),
  );
  const sessions = new Map(rows.map((session) => [session.id, session]));
  const last = page.at(-1);
  return {
    items: page.flatMap(({ id, score, reasons }) => {
      const session = sessions.get(id);
      return session ? [{ session, score, reasons }] : [];
    }),
    nextCursor: found.length > limit && last ? cursorAfter(last) : null,
  };
}

const cursorAfter = ({ score, micros, id }: { score: number; micros: string; id: string }) =>
  writeCursor((BigInt(score) << TIME_BITS) | BigInt(micros), id);
