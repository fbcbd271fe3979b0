/**
 * Counting everything anew from the tables, in steps that are short: nobody waits for it, the sums are right before,
 * during and after, and what is wrong in them for whatever reason is put right.
 */
import type { Database, Transaction } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import { COUNTERS, VALUE_COUNTERS } from './facts.ts';
import { BY_QUARTER, BY_VALUE, fold, lockState, QUARTER_KEY, refold, VALUE_KEY } from './fold.ts';

const AT_ONCE = 2_000;
/** How long a step may take before somebody else thinks that whoever counts is gone. */
const LEASE = `interval '1 minute'`;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export interface Rebuilt {
  conversations: number;
  /** Sums that were not what the conversations add up to. */
  mended: number;
}

/** Starts where events can be followed from: everything after that is folded later, everything before is read now. */
const BEGIN = {
  name: 'stats-begin',
  text: `
    WITH safe AS (SELECT xid, id FROM events WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY xid DESC, id DESC LIMIT 1)
    UPDATE stats_state SET built_at = NULL, xid = coalesce((SELECT xid FROM safe), '0'),
      event_id = coalesce((SELECT id FROM safe), 0)`,
};

const NEXT_IDS = {
  name: 'stats-next-ids',
  text: `
    (SELECT id FROM chat_sessions WHERE id > $1 ORDER BY id LIMIT ${AT_ONCE})
    UNION (SELECT session_id FROM stats_sessions WHERE session_id > $1 ORDER BY session_id LIMIT ${AT_ONCE})
    ORDER BY id LIMIT ${AT_ONCE}`,
};

const WEEKS = {
  name: 'stats-weeks',
  text: `
    SELECT DISTINCT date_bin('7 days', at, 'epoch'::timestamptz) AS week FROM (
      SELECT started_at AS at FROM stats_sessions
      UNION ALL SELECT quarter FROM stats_quarters UNION ALL SELECT day FROM stats_values) AS times
    ORDER BY week`,
};

const inWeek = (column: string) => `${column} >= $1 AND ${column} < $1::timestamptz + interval '7 days'`;
const mend = (table: string, time: string, columns: string, fresh: string) => ({
  name: `stats-mend-${table}`,
  text: `
    WITH facts AS (SELECT * FROM stats_sessions WHERE ${inWeek('started_at')}),
    fresh AS (${fresh}),
    kept AS (SELECT ${columns} FROM ${table} WHERE ${inWeek(time)})
    SELECT count(*)::int AS wrong FROM (
      (SELECT ${columns} FROM fresh EXCEPT SELECT ${columns} FROM kept)
      UNION ALL (SELECT ${columns} FROM kept EXCEPT SELECT ${columns} FROM fresh)) AS differing`,
});
const empty = (table: string, time: string) => ({
  name: `stats-empty-${table}`,
  text: `DELETE FROM ${table} WHERE ${inWeek(time)}`,
});
const fill = (table: string, columns: string, fresh: string) => ({
  name: `stats-fill-${table}`,
  text: `WITH facts AS (SELECT * FROM stats_sessions WHERE ${inWeek('started_at')})
    INSERT INTO ${table} (${columns}) ${fresh}`,
});

const SUMS = [
  {
    table: 'stats_quarters',
    time: 'quarter',
    columns: [QUARTER_KEY, ...COUNTERS].join(', '),
    fresh: BY_QUARTER,
  },
  { table: 'stats_values', time: 'day', columns: [VALUE_KEY, ...VALUE_COUNTERS].join(', '), fresh: BY_VALUE },
].map(({ table, time, columns, fresh }) => ({
  compare: mend(table, time, columns, fresh),
  empty: empty(table, time),
  fill: fill(table, columns, fresh),
}));

/**
 * @param onProgress told how many conversations are counted, now and then
 * @param signal breaks it off between two steps; the sums are then as right as they were before
 * @returns undefined when somebody else is at it and `force` is not set
 */
export async function rebuildStats(
  database: Database,
  {
    force = false,
    onProgress = () => {},
    signal,
  }: { force?: boolean; onProgress?: (count: number) => void; signal?: AbortSignal } = {},
): Promise<Rebuilt | undefined> {
  const mayBegin = await database.transaction(async (trx) => {
    const state = await lockState(trx);
    if (!force && state.isRebuilding) return false;
    if (!state.builtAt || state.isLost) await runStatement(trx, BEGIN, []);
    return true;
  });
  if (!mayBegin) return undefined;
  const conversations = await recount(database, onProgress, signal);
  const mended = await mendSums(database, signal);
  await database.raw('UPDATE stats_state SET built_at = now(), folded_at = now(), rebuilding_until = NULL');
  await fold(database);
  return { conversations, mended };
}

async function recount(
  database: Database,
  onProgress: (count: number) => void,
  signal?: AbortSignal,
): Promise<number> {
  let count = 0;
  for (let after = FIRST_ID; ; ) {
    const rows = await runStatement<{ id: string }>(database, NEXT_IDS, [after]);
    if (rows.length === 0) return count;
    signal?.throwIfAborted();
    const ids = rows.map(({ id }) => id);
    await step(database, (trx) => refold(trx, ids));
    after = ids.at(-1)!;
    count += ids.length;
    onProgress(count);
  }
}

/** Week by week of the calendar; the sums of a week are written anew only where they differ. */
async function mendSums(database: Database, signal?: AbortSignal): Promise<number> {
  let mended = 0;
  for (const { week } of await runStatement<{ week: Date }>(database, WEEKS, [])) {
    signal?.throwIfAborted();
    await step(database, async (trx) => {
      for (const { compare, empty, fill } of SUMS) {
        const [found] = await runStatement<{ wrong: number }>(trx, compare, [week]);
        if (found!.wrong === 0) continue;
        mended += found!.wrong;
        await runStatement(trx, empty, [week]);
        await runStatement(trx, fill, [week]);
      }
    });
  }
  return mended;
}

function step(database: Database, work: (trx: Transaction) => Promise<void>): Promise<void> {
  return database.transaction(async (trx) => {
    await lockState(trx);
    await work(trx);
    await trx.raw(`UPDATE stats_state SET rebuilding_until = now() + ${LEASE}`);
  });
}
