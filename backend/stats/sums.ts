/**
 * The sums that are kept: of counters by quarter of an hour and by day, of values by day and by month. The longer ones
 * are for long times: a year is read from rows that do not grow with what was said in it. Each conversation is counted
 * twice, with its site, channel and version and once more with everything: most figures are asked of all together.
 */
import {
  COUNTERS,
  dayOf,
  FACT_COLUMNS,
  FACTS,
  monthOf,
  quarterOf,
  VALUE_COUNTERS,
  VALUES_OF_FACTS,
} from './facts.ts';

export interface Sum {
  table: string;
  /** The column with the beginning of a row's time. */
  time: string;
  key: string;
  counters: readonly string[];
  /** Rows (key, counters) of a table expression `facts`. */
  ofFacts: string;
}

/** Stands for all sites, channels and versions together. No channel is called so, and every version has two words. */
export const EVERYTHING = { siteId: '00000000-0000-0000-0000-000000000000', name: '*' };
const ITS_OWN_AND_EVERYTHING = `LATERAL (VALUES (f.site_id, f.channel, f.agent_version),
    ('${EVERYTHING.siteId}'::uuid, '${EVERYTHING.name}', '${EVERYTHING.name}')) AS k (site_id, channel, agent_version)`;

const total = (names: readonly string[], table: string) =>
  names.map((name) => `sum(${table}.${name})::int AS ${name}`).join(', ');

const byTime = (table: string, time: string, begin: (time: string) => string): Sum => ({
  table,
  time,
  key: `site_id, ${time}, channel, agent_version`,
  counters: COUNTERS,
  ofFacts: `SELECT k.site_id, ${begin('f.started_at')} AS ${time}, k.channel, k.agent_version,
    ${total(COUNTERS, 'f')} FROM facts f, ${ITS_OWN_AND_EVERYTHING} GROUP BY 1, 2, 3, 4`,
});
const byValue = (table: string, time: string, begin: (time: string) => string): Sum => ({
  table,
  time,
  key: `site_id, kind, ${time}, channel, agent_version, value`,
  counters: VALUE_COUNTERS,
  ofFacts: `SELECT k.site_id, v.kind, ${begin('f.started_at')} AS ${time}, k.channel, k.agent_version, v.value,
    ${total(VALUE_COUNTERS, 'f')} FROM facts f, LATERAL ${VALUES_OF_FACTS}, ${ITS_OWN_AND_EVERYTHING}
    WHERE v.value IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6`,
});

export const QUARTERS = byTime('stats_quarters', 'quarter', quarterOf);
export const DAYS = byTime('stats_days', 'day', dayOf);
export const VALUES = byValue('stats_values', 'day', dayOf);
export const MONTHS = byValue('stats_months', 'month', monthOf);
export const SUMS: readonly Sum[] = [QUARTERS, DAYS, VALUES, MONTHS];

export const columnsOf = ({ key, counters }: Sum): string => [key, ...counters].join(', ');

/** Rows of a longer sum from those of a shorter one between $1 and $2; a piece of it never crosses its edges. */
export const ofShorter = (longer: Sum, shorter: Sum, begin: (time: string) => string): string => {
  const key = longer.key.split(', ');
  const columns = key.map((name) =>
    name === longer.time ? `${begin(`s.${shorter.time}`)} AS ${name}` : `s.${name}`,
  );
  return `SELECT ${columns}, ${total(longer.counters, 's')} FROM ${shorter.table} s
    WHERE s.${shorter.time} >= $1 AND s.${shorter.time} < $2 GROUP BY ${key.map((_, place) => place + 1)}`;
};

const same = (key: string) =>
  key
    .split(', ')
    .map((name) => `t.${name} = gone.${name}`)
    .join(' AND ');

/** Takes what these conversations ($1) added before out of every sum. */
export const TAKE_OUT = {
  name: 'stats-take-out',
  text: `
    WITH facts AS (DELETE FROM stats_sessions WHERE session_id = ANY($1::uuid[]) RETURNING *),
    ${SUMS.map(
      ({ table, key, counters, ofFacts }) => `from_${table} AS (
        UPDATE ${table} t SET ${counters.map((name) => `${name} = t.${name} - gone.${name}`)}
        FROM (${ofFacts}) gone WHERE ${same(key)})`,
    )}
    SELECT count(*)::int AS count FROM facts`,
};

/** Reads these conversations ($1) anew and adds them to every sum. */
export const PUT_IN = {
  name: 'stats-put-in',
  text: `
    WITH facts AS (
      INSERT INTO stats_sessions (${FACT_COLUMNS}) ${FACTS} WHERE s.id = ANY($1::uuid[]) RETURNING *),
    ${SUMS.map(
      (sum) => `into_${sum.table} AS (
        INSERT INTO ${sum.table} AS t (${columnsOf(sum)}) ${sum.ofFacts}
        ON CONFLICT (${sum.key}) DO UPDATE SET ${sum.counters.map((name) => `${name} = t.${name} + excluded.${name}`)})`,
    )}
    SELECT count(*)::int AS count FROM facts`,
};

/** A sum of nothing is removed: the page or campaign of an erased conversation must not stay behind as a name. */
export const SWEEP = SUMS.map(({ table }) => ({
  name: `stats-sweep-${table}`,
  text: `DELETE FROM ${table} WHERE sessions = 0`,
}));
