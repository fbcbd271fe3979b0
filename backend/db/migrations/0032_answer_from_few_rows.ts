import type { Knex } from 'knex';

/**
 * Answers whose cost grew with the conversations: figures of all sites together get sums of their own, made from those
 * there are; page views are summed by day; and three questions of lists find their rows in an index alone.
 */
export async function up(knex: Knex): Promise<void> {
  for (const { table, key, counters } of SUMS) {
    const columns = [...key, ...counters].join(', ');
    const summed = counters.map((name) => `sum(${name})`).join(', ');
    const place = key.map((name) => EVERYTHING[name] ?? name).join(', ');
    const others = key.filter((name) => !(name in EVERYTHING)).join(', ');
    await knex.raw(
      `INSERT INTO ${table} (${columns}) SELECT ${place}, ${summed} FROM ${table} GROUP BY ${others}`,
    );
  }
  await knex.raw(`
    CREATE TABLE stats_view_days (
      site_id uuid NOT NULL,
      -- Midnight of UTC.
      day timestamptz NOT NULL,
      loaded integer NOT NULL,
      PRIMARY KEY (site_id, day)
    );
    INSERT INTO stats_view_days
      SELECT site_id, date_bin('1 day', quarter, 'epoch'::timestamptz), sum(loaded) FROM stats_views GROUP BY 1, 2;

    -- Conversations with a version of the assistant, the newest word first. Those that go on are not in it, so that a
    -- message has no more indexes to keep up; they are few, and found by chat_sessions_open.
    CREATE INDEX IF NOT EXISTS chat_sessions_ended_version ON chat_sessions
      (site_id, agent_version, archive_status, last_message_at DESC, id DESC)
      WHERE completion_status <> 'in_progress' AND agent_version IS NOT NULL;

    -- Filters that meet in few conversations: asked together with a verdict they are all in one index.
    DROP INDEX chat_sessions_judged;
    CREATE INDEX chat_sessions_judged ON chat_sessions
      (site_id, agent_version, qa_status, channel, completion_status, archive_status) WHERE qa_status <> 'unchecked';

    -- How much was read is counted without looking at the rows.
    DROP INDEX review_signals_looked;
    CREATE INDEX review_signals_looked ON review_signals (last_message_at) INCLUDE (site_id, session_id)
      WHERE looked_at IS NOT NULL;
  `);
}

/** What stands for all sites, channels and versions in a sum of everything. */
const EVERYTHING: Record<string, string> = {
  site_id: `'00000000-0000-0000-0000-000000000000'::uuid`,
  channel: `'*'`,
  agent_version: `'*'`,
};

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

const SUMS = [
  { table: 'stats_quarters', key: ['site_id', 'quarter', 'channel', 'agent_version'], counters: COUNTERS },
  { table: 'stats_days', key: ['site_id', 'day', 'channel', 'agent_version'], counters: COUNTERS },
  {
    table: 'stats_values',
    key: ['site_id', 'kind', 'day', 'channel', 'agent_version', 'value'],
    counters: VALUE_COUNTERS,
  },
  {
    table: 'stats_months',
    key: ['site_id', 'kind', 'month', 'channel', 'agent_version', 'value'],
    counters: VALUE_COUNTERS,
  },
];

export async function down(knex: Knex): Promise<void> {
  for (const { table } of SUMS) await knex.raw(`DELETE FROM ${table} WHERE site_id = ${EVERYTHING.site_id}`);
  await knex.raw(`
    DROP INDEX review_signals_looked;
    CREATE INDEX review_signals_looked ON review_signals (last_message_at) INCLUDE (site_id)
      WHERE looked_at IS NOT NULL;
    DROP INDEX chat_sessions_judged;
    CREATE INDEX chat_sessions_judged ON chat_sessions (site_id, agent_version, qa_status)
      WHERE qa_status <> 'unchecked';
    DROP INDEX chat_sessions_ended_version;
    DROP TABLE stats_view_days;
  `);
}
