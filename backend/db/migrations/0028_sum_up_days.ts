import type { Knex } from 'knex';

/**
 * Sums by day and by month beside those by quarter of an hour and by day: a year is read from hundreds of rows a site
 * instead of tens of thousands. They are made from the sums there are, which takes a second a million of them. And
 * leads of a day, and views of all sites, without reading the others.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE stats_days (
      site_id uuid NOT NULL,
      -- Midnight of UTC.
      day timestamptz NOT NULL,
      channel text NOT NULL,
      agent_version text NOT NULL,
      ${COUNTERS.map((name) => `${name} integer NOT NULL`).join(', ')},
      PRIMARY KEY (site_id, day, channel, agent_version)
    );
    INSERT INTO stats_days
      SELECT site_id, date_bin('1 day', quarter, 'epoch'::timestamptz), channel, agent_version, ${summed(COUNTERS)}
      FROM stats_quarters GROUP BY 1, 2, 3, 4;
    CREATE INDEX stats_days_day ON stats_days (day);
    CREATE INDEX stats_days_empty ON stats_days (site_id) WHERE sessions = 0;

    CREATE TABLE stats_months (
      site_id uuid NOT NULL,
      kind text NOT NULL,
      -- The first midnight of it, of UTC.
      month timestamptz NOT NULL,
      channel text NOT NULL,
      agent_version text NOT NULL,
      value text NOT NULL,
      ${VALUE_COUNTERS.map((name) => `${name} integer NOT NULL`).join(', ')},
      PRIMARY KEY (site_id, kind, month, channel, agent_version, value)
    );
    INSERT INTO stats_months
      SELECT site_id, kind, date_trunc('month', day, 'UTC'), channel, agent_version, value, ${summed(VALUE_COUNTERS)}
      FROM stats_values GROUP BY 1, 2, 3, 4, 5, 6;
    CREATE INDEX stats_months_month ON stats_months (kind, month);
    CREATE INDEX stats_months_empty ON stats_months (site_id) WHERE sessions = 0;

    -- Whoever has a hundred million conversations makes these two beforehand, CONCURRENTLY.
    CREATE INDEX IF NOT EXISTS leads_created ON leads (created_at);
    CREATE INDEX IF NOT EXISTS stats_views_quarter ON stats_views (quarter);
  `);
}

const summed = (names: readonly string[]) => names.map((name) => `sum(${name})`).join(', ');

const COUNTERS = [
  'sessions',
  'completed',
  'abandoned',
  'talked',
  'details',
  'leads',
  'completed_leads',
  'qualified',
  'messages',
  'taken_over',
  'ratings',
  'rating_sum',
  'passed',
  'issue',
  'fixed',
];

const VALUE_COUNTERS = ['sessions', 'completed', 'leads', 'passed', 'issue', 'fixed'];

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX leads_created, stats_views_quarter; DROP TABLE stats_days, stats_months');
}
