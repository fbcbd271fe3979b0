/** Sums of each point of a series. */
import type { Database } from '../db/knex.ts';
import type { Counts } from './counts.ts';
import { COUNTERS } from './facts.ts';
import type { Asked, Range } from './period.ts';
import { bindings, COUNTER_NAMES, ENDS, inQuarters, NARROW, query, SUMMED } from './pieces.ts';

/**
 * Rows (n, counters) of the points whose beginnings are $8 and whose last end is $7. Days of a zone begin beside those
 * of UTC: each point gets the days of UTC from the midnight nearest to its beginning to the one nearest to its end, and
 * the quarters between are added or taken off.
 */
const BY_LONG_POINT = `
  WITH bounds AS (
    SELECT n, at, date_bin('1 day', at + interval '12 hours', 'epoch'::timestamptz) AS midnight
    FROM unnest(array_append($8::timestamptz[], $7)) WITH ORDINALITY AS bound (at, n))
  SELECT width_bucket(day, (SELECT array_agg(midnight ORDER BY n) FROM bounds)) AS n, ${COUNTER_NAMES} FROM stats_days
    WHERE day >= (SELECT min(midnight) FROM bounds) AND day < (SELECT max(midnight) FROM bounds) AND ${NARROW}
  UNION ALL SELECT side.n, ${COUNTERS.map((name) => `side.sign * ${name}`).join(', ')}
    FROM bounds CROSS JOIN LATERAL (SELECT * FROM stats_quarters
      WHERE quarter >= least(at, midnight) AND quarter < greatest(at, midnight) AND ${NARROW}) AS beside
    CROSS JOIN LATERAL (VALUES (bounds.n, CASE WHEN at < midnight THEN 1 ELSE -1 END),
      (bounds.n - 1, CASE WHEN at < midnight THEN -1 ELSE 1 END)) AS side (n, sign)`;
const BY_SHORT_POINT = `
  SELECT width_bucket(quarter, $8::timestamptz[]) AS n, ${COUNTER_NAMES} FROM stats_quarters
    WHERE quarter >= $6 AND quarter < $7 AND ${NARROW}`;
const OF_ENDS = `SELECT width_bucket(started_at, $9::timestamptz[]), ${COUNTER_NAMES} FROM stats_sessions WHERE ${ENDS}`;

/**
 * For each beginning of a point, in order: what lies between it and the next.
 * @param areDays every point is a day, or longer
 */
export async function countPoints(
  database: Database,
  range: Range,
  asked: Asked,
  beginnings: readonly number[],
  areDays: boolean,
): Promise<Counts[]> {
  const [whole] = inQuarters(range);
  const dates = (times: readonly number[]) => times.map((ms) => new Date(ms));
  const rows = await query<Counts & { n: number }>(
    database,
    `SELECT n::int, ${SUMMED} FROM (${areDays ? BY_LONG_POINT : BY_SHORT_POINT} UNION ALL ${OF_ENDS}) AS r GROUP BY 1`,
    [
      ...bindings(range, asked, inQuarters, inQuarters).slice(0, 7),
      dates(beginnings.map((at) => Math.max(at, whole))),
      dates(beginnings),
    ],
  );
  const byNumber = new Map(rows.map((row) => [row.n, row]));
  return beginnings.map((_, index) => byNumber.get(index + 1) ?? NONE);
}

const NONE = Object.fromEntries(COUNTERS.map((name) => [name, 0])) as Counts;
