/**
 * Sums over a time: whole quarters of an hour from the sums, what sticks out at the ends from the rows of the
 * conversations, so that any two instants give an exact answer.
 */
import type { Database } from '../db/knex.ts';
import { QUARTER_MS } from './calendar.ts';
import { type Counter, VALUE_COUNTERS, VALUES_OF_FACTS } from './facts.ts';
import type { Asked, Range } from './period.ts';
import {
  between,
  bindings,
  COUNTER_NAMES,
  ENDS,
  inDays,
  inMonths,
  inQuarters,
  NARROW,
  nearDays,
  query,
  SIGN,
  SUMMED,
  within,
} from './pieces.ts';
import { EVERYTHING } from './sums.ts';

export type Counts = Record<Counter, number>;

/** Rows (at, is_day, agent_version, counters), of which a long time has few: whole days, and quarters of an hour beside them. */
const BY_TIME = `
  SELECT day AS at, true AS is_day, agent_version, ${COUNTER_NAMES} FROM stats_days WHERE ${within('day')}
  UNION ALL SELECT quarter, false, agent_version, ${COUNTER_NAMES} FROM stats_quarters WHERE ${between('quarter')}
  UNION ALL SELECT started_at, false, agent_version, ${COUNTER_NAMES} FROM stats_sessions WHERE ${ENDS}`;

/** Rows (kind, value, counters) of the kinds in $10: whole months, and days beside them. */
const BY_VALUE = `
  SELECT kind, value, ${VALUE_COUNTERS.join(', ')} FROM stats_months WHERE kind = ANY($10::text[]) AND ${within('month')}
  UNION ALL SELECT kind, value, ${VALUE_COUNTERS.join(', ')} FROM stats_values
    WHERE kind = ANY($10::text[]) AND ${between('day')}
  UNION ALL SELECT v.kind, v.value, ${VALUE_COUNTERS.map((name) => `f.sign * f.${name}`).join(', ')}
    FROM (SELECT *, ${SIGN} AS sign FROM stats_sessions WHERE ${ENDS}) f, LATERAL ${VALUES_OF_FACTS}
    WHERE v.kind = ANY($10::text[]) AND v.value IS NOT NULL`;

/** Everything of the range together. */
export async function countAll(database: Database, range: Range, asked: Asked): Promise<Counts> {
  const values = bindings(range, asked, inQuarters, inDays);
  const [row] = await query<Counts>(database, `SELECT ${SUMMED} FROM (${BY_TIME}) AS r`, values);
  return row!;
}

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
  const values = bindings(range, { ...asked, agentVersion: null }, inQuarters, inDays);
  // Of everything together nobody knows the versions.
  values[0] = asked.siteId;
  return query<VersionCounts>(
    database,
    `SELECT version, least(first_at, (SELECT min(quarter) FROM stats_quarters
         WHERE agent_version = version AND quarter >= first_day AND quarter < first_day + interval '24 hours'
           AND ${NARROW})) AS "firstAt", ${COUNTER_NAMES}
     FROM (
       SELECT agent_version AS version, min(at) FILTER (WHERE is_day) AS first_day,
         min(at) FILTER (WHERE NOT is_day) AS first_at, ${SUMMED}
       FROM (${BY_TIME}) AS r WHERE agent_version <> '${EVERYTHING.name}'
       GROUP BY 1 HAVING sum(sessions) > 0) AS versions
     ORDER BY "firstAt" DESC, version LIMIT 50`,
    values,
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
     WHERE place <= $11 ORDER BY kind, place`,
    [...bindings(range, asked, nearDays, inMonths), kinds, most],
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
    `SELECT ${columns.join(', ')} FROM stats_sessions WHERE started_at >= $4 AND started_at < $5 AND ${NARROW}`,
    [siteId, channel, agentVersion, new Date(from), new Date(to)],
  );
  const kinds = Object.keys(TIMES) as TimeKind[];
  return Object.fromEntries(
    kinds.map((kind) => [kind, { medianMs: row![`${kind}_median`], p95Ms: row![`${kind}_p95`] }]),
  ) as Record<TimeKind, ExactTimes>;
}

/** Rows (loaded): whole days, and quarters of an hour beside them. */
const VIEWS = `
  SELECT loaded FROM stats_view_days WHERE day >= $4 AND day < $5 AND ($1::uuid IS NULL OR site_id = $1)
  UNION ALL SELECT loaded FROM stats_views WHERE ((quarter >= $2 AND quarter < $4) OR (quarter >= $5 AND quarter < $3))
    AND ($1::uuid IS NULL OR site_id = $1)`;

/** How often pages asked for the chat; to the quarter of an hour in which the range begins and ends. */
export async function countViews(
  database: Database,
  { from, to }: Range,
  siteId: string | null,
): Promise<number> {
  const floor = (ms: number) => Math.floor(ms / QUARTER_MS) * QUARTER_MS;
  const quarters = { from: floor(from), to: floor(to) };
  const times = [quarters.from, quarters.to, ...inDays(quarters)].map((ms) => new Date(ms));
  const [row] = await query<{ loaded: number }>(
    database,
    `SELECT coalesce(sum(loaded), 0)::int AS loaded FROM (${VIEWS}) AS r`,
    [siteId, ...times],
  );
  return row!.loaded;
}
