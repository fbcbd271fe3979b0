/**
 * Sums over a time: whole quarters of an hour from the sums, what sticks out at the ends from the rows of the
 * conversations, so that any two instants give an exact answer.
 */
import type { Database } from '../db/knex.ts';
import { withConnection } from '../db/sql.ts';
import { QUARTER_MS } from './calendar.ts';
import { COUNTERS, type Counter, VALUE_COUNTERS, VALUES_OF_FACTS } from './facts.ts';
import type { Asked, Range } from './period.ts';

export type Counts = Record<Counter, number>;

const DAY_MS = 86_400_000;
/** $1 and $2: the range; $3 and $4: its whole pieces; $5 to $7: which conversations. */
const NARROW = `($5::uuid IS NULL OR site_id = $5) AND ($6::text IS NULL OR channel = $6)
  AND ($7::text IS NULL OR agent_version = $7)`;
const ENDS = `((started_at >= $1 AND started_at < $3) OR (started_at >= $4 AND started_at < $2))`;
const names = COUNTERS.join(', ');
const summed = COUNTERS.map((name) => `coalesce(sum(${name}), 0)::int AS ${name}`).join(', ');

/** Rows (at, agent_version, counters). */
const BY_TIME = `
  SELECT quarter AS at, agent_version, ${names} FROM stats_quarters
    WHERE quarter >= $3 AND quarter < $4 AND ${NARROW}
  UNION ALL SELECT started_at, agent_version, ${names} FROM stats_sessions WHERE ${ENDS} AND ${NARROW}`;

/** Rows (kind, value, counters) of the kinds in $8. */
const BY_VALUE = `
  SELECT kind, value, ${VALUE_COUNTERS.join(', ')} FROM stats_values
    WHERE kind = ANY($8::text[]) AND day >= $3 AND day < $4 AND ${NARROW}
  UNION ALL SELECT v.kind, v.value, ${VALUE_COUNTERS.map((name) => `f.${name}`).join(', ')}
    FROM (SELECT * FROM stats_sessions WHERE ${ENDS} AND ${NARROW}) f, LATERAL ${VALUES_OF_FACTS}
    WHERE v.kind = ANY($8::text[]) AND v.value IS NOT NULL`;

function bindings({ from, to }: Range, piece: number, { siteId, channel, agentVersion }: Asked): unknown[] {
  const first = Math.ceil(from / piece) * piece;
  const last = Math.floor(to / piece) * piece;
  const whole = first < last ? [first, last] : [to, to];
  return [...[from, to, ...whole].map((ms) => new Date(ms)), siteId, channel, agentVersion];
}

async function query<Row extends object>(
  database: Database,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  return withConnection(database, async (client) => (await client.query<Row>(text, values)).rows);
}

/** Everything of the range together. */
export async function countAll(database: Database, range: Range, asked: Asked): Promise<Counts> {
  const values = bindings(range, QUARTER_MS, asked);
  const [row] = await query<Counts>(database, `SELECT ${summed} FROM (${BY_TIME}) AS r`, values);
  return row!;
}

/** For each beginning of a point, in order: what lies between it and the next. */
export async function countPoints(
  database: Database,
  range: Range,
  asked: Asked,
  beginnings: readonly number[],
): Promise<Counts[]> {
  const rows = await query<Counts & { n: number }>(
    database,
    `SELECT width_bucket(at, $8::timestamptz[]) AS n, ${summed} FROM (${BY_TIME}) AS r GROUP BY 1`,
    [...bindings(range, QUARTER_MS, asked), beginnings.map((ms) => new Date(ms))],
  );
  const byNumber = new Map(rows.map((row) => [row.n, row]));
  return beginnings.map((_, index) => byNumber.get(index + 1) ?? NONE);
}

const NONE = Object.fromEntries(COUNTERS.map((name) => [name, 0])) as Counts;

export interface VersionCounts extends Counts {
  version: string;
  firstAt: Date;
}

/** By the version of the agent, the one that came last first. */
export async function countVersions(
  database: Database,
  range: Range,
  asked: Asked,
): Promise<VersionCounts[]> {
  return query<VersionCounts>(
    database,
    `SELECT agent_version AS version, min(at) AS "firstAt", ${summed} FROM (${BY_TIME}) AS r
     GROUP BY 1 HAVING sum(sessions) > 0 ORDER BY min(at) DESC, 1 LIMIT 50`,
    bindings(range, QUARTER_MS, { ...asked, agentVersion: null }),
  );
}

export type ValueKind =
  | 'page'
  | 'source'
  | 'medium'
  | 'campaign'
  | 'category'
  | 'cause'
  | 'reviewer'
  | 'reply'
  | 'ai_reply'
  | 'person_reply'
  | 'fix';

export type ValueCounts = Record<(typeof VALUE_COUNTERS)[number], number> & {
  kind: ValueKind;
  value: string;
};

/** The values of these kinds with what they sum up to; of each kind the ones with the most conversations. */
export async function countValues(
  database: Database,
  range: Range,
  asked: Asked,
  kinds: readonly ValueKind[],
  most: number,
): Promise<ValueCounts[]> {
  const sums = VALUE_COUNTERS.map((name) => `sum(${name})::int AS ${name}`).join(', ');
  return query<ValueCounts>(
    database,
    `SELECT kind, value, ${VALUE_COUNTERS.join(', ')} FROM (
       SELECT kind, value, ${sums}, row_number() OVER (PARTITION BY kind ORDER BY sum(sessions) DESC, value) AS place
       FROM (${BY_VALUE}) AS r GROUP BY kind, value HAVING sum(sessions) > 0) AS ranked
     WHERE place <= $9 ORDER BY kind, place`,
    [...bindings(range, DAY_MS, asked), kinds, most],
  );
}

const TIMES = { reply: 'reply_ms', ai_reply: 'ai_reply_ms', person_reply: 'person_reply_ms', fix: 'fix_ms' };
export type TimeKind = keyof typeof TIMES;

export interface ExactTimes {
  medianMs: number | null;
  p95Ms: number | null;
}

/** Median and 95th percentile, interpolated, of every single value (percentile_cont of SQL). */
export async function exactTimes(
  database: Database,
  { from, to }: Range,
  { siteId, channel, agentVersion }: Asked,
): Promise<Record<TimeKind, ExactTimes>> {
  const columns = Object.entries(TIMES).map(
    ([kind, column]) =>
      `round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ${column}))::float8 AS "${kind}_median",
       round(percentile_cont(0.95) WITHIN GROUP (ORDER BY ${column}))::float8 AS "${kind}_p95"`,
  );
  const [row] = await query<Record<string, number | null>>(
    database,
    `SELECT ${columns.join(', ')} FROM stats_sessions WHERE started_at >= $1 AND started_at < $2
       AND ${NARROW.replaceAll('$5', '$3').replaceAll('$6', '$4').replaceAll('$7', '$5')}`,
    [new Date(from), new Date(to), siteId, channel, agentVersion],
  );
  const kinds = Object.keys(TIMES) as TimeKind[];
  return Object.fromEntries(
    kinds.map((kind) => [kind, { medianMs: row![`${kind}_median`], p95Ms: row![`${kind}_p95`] }]),
  ) as Record<TimeKind, ExactTimes>;
}

/** How often pages asked for the chat; to the quarter of an hour in which the range begins and ends. */
export async function countViews(
  database: Database,
  { from, to }: Range,
  siteId: string | null,
): Promise<number> {
  const floor = (ms: number) => new Date(Math.floor(ms / QUARTER_MS) * QUARTER_MS);
  const [row] = await query<{ loaded: number }>(
    database,
    `SELECT coalesce(sum(loaded), 0)::int AS loaded FROM stats_views
     WHERE quarter >= $1 AND quarter < $2 AND ($3::uuid IS NULL OR site_id = $3)`,
    [floor(from), floor(to), siteId],
  );
  return row!.loaded;
}
