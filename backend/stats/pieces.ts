/**
 * A range of time in pieces that are summed up, with what sticks out at its ends, and statements about them.
 */
import type { Database } from '../db/knex.ts';
import { withConnection } from '../db/sql.ts';
import { QUARTER_MS } from './calendar.ts';
import { COUNTERS } from './facts.ts';
import type { Asked, Range } from './period.ts';
import { EVERYTHING } from './sums.ts';

const DAY_MS = 86_400_000;
export const COUNTER_NAMES = COUNTERS.join(', ');
export const SUMMED = COUNTERS.map((name) => `coalesce(sum(${name}), 0)::int AS ${name}`).join(', ');

/** $1 to $3: which conversations; $4 and $5: the range; $6 and $7: its whole shorter pieces; $8 and $9: its longer ones. */
export const NARROW = `($1::uuid IS NULL OR site_id = $1) AND ($2::text IS NULL OR channel = $2)
  AND ($3::text IS NULL OR agent_version = $3)`;
const NARROW_FACTS = `($1::uuid IS NULL OR $1 = '${EVERYTHING.siteId}' OR site_id = $1)
  AND ($2::text IS NULL OR channel = $2) AND ($3::text IS NULL OR agent_version = $3)`;
/** What lies between an end of the range and the edge of its pieces, of which SIGN says whether it is to be added. */
export const ENDS = `((started_at >= least($4::timestamptz, $6) AND started_at < greatest($4::timestamptz, $6))
  OR (started_at >= least($5::timestamptz, $7) AND started_at < greatest($5::timestamptz, $7))) AND ${NARROW_FACTS}`;
export const SIGN = 'CASE WHEN started_at >= $4 AND started_at < $5 THEN 1 ELSE -1 END';
export const between = (time: string) =>
  `((${time} >= $6 AND ${time} < $8) OR (${time} >= $9 AND ${time} < $7)) AND ${NARROW}`;
export const within = (time: string) => `${time} >= $8 AND ${time} < $9 AND ${NARROW}`;

/** The first and the last edge of whole pieces of a range; both its end where there is none. */
type Edges = (range: Range) => [number, number];

const edges =
  (up: (ms: number) => number, down: (ms: number) => number): Edges =>
  ({ from, to }) =>
    up(from) < down(to) ? [up(from), down(to)] : [to, to];
const pieces = (length: number) =>
  edges(
    (ms) => Math.ceil(ms / length) * length,
    (ms) => Math.floor(ms / length) * length,
  );
function nearestMidnight(ms: number): number {
  return Math.round(ms / DAY_MS) * DAY_MS;
}
const monthAt = (ms: number, later = 0) => {
  const date = new Date(ms);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later);
};
export const inQuarters = pieces(QUARTER_MS);
export const inDays = pieces(DAY_MS);
/** Days that begin nearest to its ends: what they hold too much is less than what would be missing. */
export const nearDays = edges(nearestMidnight, nearestMidnight);
export const inMonths = edges((ms) => (monthAt(ms) === ms ? ms : monthAt(ms, 1)), monthAt);

/** For the parameters above. What is asked without a filter is read from the sums of everything. */
export function bindings(
  range: Range,
  { siteId, channel, agentVersion }: Asked,
  shorter: Edges,
  longer: Edges,
): unknown[] {
  const site = siteId ?? (channel === null && agentVersion === null ? EVERYTHING.siteId : null);
  const [first, last] = shorter(range);
  const times = [range.from, range.to, first, last, ...longer({ from: first, to: last })];
  return [site, channel, agentVersion, ...times.map((ms) => new Date(ms))];
}

/** Runs it as it is: with the values in it the planner knows which pieces are few. */
export async function query<Row extends object>(
  database: Database,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  return withConnection(database, async (client) => (await client.query<Row>(text, values)).rows);
}
