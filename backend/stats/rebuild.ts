/**
 * Counting everything anew from the tables, in steps that are short: nobody waits for it, the sums are right before,
 * during and after, and what is wrong in them for whatever reason is put right.
 */
import type { Database, Transaction } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import { dayOf, monthOf } from './facts.ts';
import { fold, lockState, refold } from './fold.ts';
import { columnsOf, DAYS, MONTHS, ofShorter, QUARTERS, type Sum, VALUES } from './sums.ts';

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

const TIMES = `SELECT started_at AS at FROM stats_sessions
  UNION ALL SELECT quarter FROM stats_quarters UNION ALL SELECT day FROM stats_days
  UNION ALL SELECT day FROM stats_values UNION ALL SELECT month FROM stats_months`;
const stretches = (name: string, begin: string, length: string) => ({
  name: `stats-${name}`,
  text: `SELECT stretch AT TIME ZONE 'UTC' AS "from", (stretch + interval '${length}') AT TIME ZONE 'UTC' AS "to"
    FROM (SELECT DISTINCT ${begin} AS stretch FROM (${TIMES}) AS times) AS found ORDER BY stretch`,
});
const WEEKS = stretches('weeks', `date_bin('7 days', at AT TIME ZONE 'UTC', 'epoch')`, '7 days');
const MONTHS_OF_SUMS = stretches('months', `date_trunc('month', at AT TIME ZONE 'UTC')`, '1 month');

const within = (column: string) => `${column} >= $1 AND ${column} < $2`;
const FACTS_WITHIN = `WITH facts AS (SELECT * FROM stats_sessions WHERE ${within('started_at')})`;

/** Statements that put a sum right between $1 and $2. @param fresh its rows as they should be */
function mending(sum: Sum, fresh: string) {
  const { table, time } = sum;
  const columns = columnsOf(sum);
  return {
    compare: {
      name: `stats-mend-${table}`,
      text: `${FACTS_WITHIN},
        fresh AS (${fresh}),
        kept AS (SELECT ${columns} FROM ${table} WHERE ${within(time)})
        SELECT count(*)::int AS wrong FROM (
          (SELECT ${columns} FROM fresh EXCEPT SELECT ${columns} FROM kept)
          UNION ALL (SELECT ${columns} FROM kept EXCEPT SELECT ${columns} FROM fresh)) AS differing`,
    },
    empty: { name: `stats-empty-${table}`, text: `DELETE FROM ${table} WHERE ${within(time)}` },
    fill: {
      name: `stats-fill-${table}`,
      text: `${FACTS_WITHIN} INSERT INTO ${table} (${columns}) SELECT ${columns} FROM (${fresh}) AS fresh`,
    },
  };
}

/** Step by step of the calendar. The longer sums are made from the shorter ones, which are right by then. */
const MENDED = [
  { stretches: WEEKS, ...mending(QUARTERS, QUARTERS.ofFacts) },
  { stretches: WEEKS, ...mending(VALUES, VALUES.ofFacts) },
  { stretches: WEEKS, ...mending(DAYS, ofShorter(DAYS, QUARTERS, dayOf)) },
  { stretches: MONTHS_OF_SUMS, ...mending(MONTHS, ofShorter(MONTHS, VALUES, monthOf)) },
];

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

/** The sums of a stretch are written anew only where they differ. */
async function mendSums(database: Database, signal?: AbortSignal): Promise<number> {
  let mended = 0;
  for (const { stretches, compare, empty, fill } of MENDED)
    for (const { from, to } of await runStatement<{ from: Date; to: Date }>(database, stretches, [])) {
      signal?.throwIfAborted();
      await step(database, async (trx) => {
        const [found] = await runStatement<{ wrong: number }>(trx, compare, [from, to]);
        if (found!.wrong === 0) return;
        mended += found!.wrong;
        await runStatement(trx, empty, [from, to]);
        await runStatement(trx, fill, [from, to]);
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
