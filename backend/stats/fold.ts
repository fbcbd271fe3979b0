/**
 * Keeping the sums right by the same events that everything else lives on.
 *
 * Invariant: the sums are what the rows of `stats_sessions` add up to, after every transaction. Folding takes what the
 * touched conversations added before out of the sums, reads them anew from the tables and puts that in; doing it twice
 * changes nothing. The position moves only below the oldest running transaction, but all that is visible above it is
 * folded too, so that whoever asks gets what was committed before. Whoever folds holds the row of `stats_state`.
 */
import type { Database, Transaction } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import { PUT_IN, SWEEP, TAKE_OUT } from './sums.ts';

/** Events of one transaction. */
const AT_ONCE = 5_000;
/** Events are kept for seven days: who has not followed them for so long may have missed some. */
const TRUSTED_DAYS = 6;

export interface Folded {
  /** When the sums had followed every event; null when they never have. */
  asOf: Date | null;
  /** False until they were counted from the tables once. */
  isBuilt: boolean;
  /** Whether every event that could be seen was followed. */
  isComplete: boolean;
}

/** Reads these conversations anew, also those that are gone. The caller holds the row of `stats_state`. */
export async function refold(trx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await runStatement(trx, TAKE_OUT, [ids]);
  await runStatement(trx, PUT_IN, [ids]);
  for (const statement of SWEEP) await runStatement(trx, statement, []);
}

/**
 * Takes conversations that are removed in this transaction out of the figures at once, and not when their events are
 * followed: the page or the campaign they came by may be words of theirs.
 */
export async function forgetFigures(trx: Transaction, ids: readonly string[]): Promise<void> {
  await lockState(trx);
  await refold(trx, ids);
}

export interface State {
  xid: string;
  eventId: string;
  builtAt: Date | null;
  foldedAt: Date | null;
  /** Its position can't be one of this database's, or is too old to go on from. */
  isLost: boolean;
  /** Somebody is counting everything anew. */
  isRebuilding: boolean;
}

const LOCK = { name: 'stats-lock', text: 'SELECT 1 FROM stats_state FOR UPDATE' };

const READ_HELD = {
  name: 'stats-held-state',
  text: `SELECT xid::text, event_id AS "eventId", built_at AS "builtAt", folded_at AS "foldedAt",
      xid >= pg_snapshot_xmax(pg_current_snapshot())
        OR coalesce(folded_at < now() - interval '${TRUSTED_DAYS} days', false) AS "isLost",
      coalesce(rebuilding_until > now(), false) AS "isRebuilding"
    FROM stats_state`,
};

/**
 * The state, held until the transaction ends. It is read by a statement of its own: the one that waits for it sees
 * transactions as they were before it waited, and would take what others have reached meanwhile for another database's.
 */
export async function lockState(trx: Transaction): Promise<State> {
  await runStatement(trx, LOCK, []);
  const [state] = await runStatement<State>(trx, READ_HELD, []);
  return state!;
}

interface Page {
  ids: string[] | null;
  count: number;
  /** Of the last event read, and of the last one nothing can come before any more. */
  last: [string, string] | null;
  safe: [string, string] | null;
}

const PAGE = {
  name: 'stats-page',
  text: `
    WITH page AS (
      SELECT xid, id, session_id FROM events WHERE (xid, id) > ($1::xid8, $2::bigint) ORDER BY xid, id LIMIT ${AT_ONCE})
    SELECT count(*)::int AS count,
      array_agg(DISTINCT session_id ORDER BY session_id) FILTER (WHERE session_id IS NOT NULL) AS ids,
      (SELECT array[xid::text, id::text] FROM page ORDER BY xid DESC, id DESC LIMIT 1) AS last,
      (SELECT array[xid::text, id::text] FROM page WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
         ORDER BY xid DESC, id DESC LIMIT 1) AS safe
    FROM page`,
};

const ADVANCE = {
  name: 'stats-advance',
  text: `UPDATE stats_state SET xid = $1::xid8, event_id = $2,
    folded_at = CASE WHEN $3 THEN now() ELSE folded_at END`,
};

export interface FoldOptions {
  /** Gives up after this time and says so; what is done by then counts. */
  patienceMs?: number;
}

/** PostgreSQL's code for a lock that did not come in time. */
const LOCK_NOT_AVAILABLE = '55P03';
const READ_STATE = {
  name: 'stats-state',
  text: `SELECT folded_at AS "asOf", built_at IS NOT NULL AS "isBuilt", false AS "isComplete" FROM stats_state`,
};

/**
 * Follows the events. Sums that were never counted, or have lost track, are left to `rebuildStats`.
 * Safe at the same time from any number of processes.
 */
export async function fold(database: Database, { patienceMs = 20_000 }: FoldOptions = {}): Promise<Folded> {
  const end = Date.now() + patienceMs;
  let after: [string, string] | undefined;
  try {
    for (;;) {
      const step = await database.transaction(async (trx) => {
        await trx.raw(`SET LOCAL lock_timeout = ${Math.max(50, Math.round(end - Date.now()))}`);
        return foldPage(trx, after);
      });
      if (!step.last || step.isComplete || Date.now() > end) return step;
      after = step.last;
    }
  } catch (error) {
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
    const [state] = await runStatement<Folded>(database, READ_STATE, []);
    return state!;
  }
}

async function foldPage(
  trx: Transaction,
  after: [string, string] | undefined,
): Promise<Folded & { last?: [string, string] | null }> {
  const state = await lockState(trx);
  if (!state.builtAt || state.isLost) return { asOf: state.foldedAt, isBuilt: false, isComplete: false };
  const kept: [string, string] = [state.xid, state.eventId];
  const from = after && isBefore(kept, after) ? after : kept;
  const [page] = await runStatement<Page>(trx, PAGE, from);
  const { ids, count, last, safe } = page!;
  await refold(trx, ids ?? []);
  const isComplete = count < AT_ONCE;
  // Where this page did not begin at the kept position, something before it can't be passed yet: nor can this.
  const next = (from === kept && safe) || kept;
  await runStatement(trx, ADVANCE, [...next, isComplete]);
  return { asOf: isComplete ? new Date() : state.foldedAt, isBuilt: true, isComplete, last };
}

function isBefore(a: [string, string], b: [string, string]): boolean {
  const [ax, ai, bx, bi] = [...a, ...b].map(BigInt) as [bigint, bigint, bigint, bigint];
  return ax === bx ? ai < bi : ax < bx;
}
