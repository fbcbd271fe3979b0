import type { Knex } from 'knex';

/**
 * Figures: what each conversation adds to them, the sums of that, and how often the chat was loaded on a page.
 * See stats/facts for what each column means.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- taken_over_at is forgotten when a conversation is handed back; figures ask whether a person ever had it.
    ALTER TABLE chat_sessions ADD COLUMN first_taken_over_at timestamptz;
    UPDATE chat_sessions s SET first_taken_over_at = a.at
      FROM (SELECT subject_id, min(at) AS at FROM audit_entries WHERE action = 'session.taken_over' GROUP BY 1) a
      WHERE a.subject_id = s.id;

    -- One row a conversation, without personal data. Nothing refers to the conversation: when that is gone, this row
    -- still says what has to be taken out of the sums.
    CREATE TABLE stats_sessions (
      session_id uuid PRIMARY KEY,
      site_id uuid NOT NULL,
      started_at timestamptz NOT NULL,
      channel text NOT NULL,
      agent_version text NOT NULL,
      ${COUNTERS},
      page text,
      utm_source text,
      utm_medium text,
      utm_campaign text,
      issue_category text,
      issue_cause text,
      reviewer_id text,
      reply_ms bigint,
      ai_reply_ms bigint,
      person_reply_ms bigint,
      fix_ms bigint
    );
    CREATE INDEX stats_sessions_site ON stats_sessions (site_id, started_at);
    CREATE INDEX stats_sessions_started ON stats_sessions (started_at);

    -- Sums by quarter of an hour: the offset of every time zone in use is a multiple of it, so that the days of any
    -- zone add up exactly.
    CREATE TABLE stats_quarters (
      site_id uuid NOT NULL,
      quarter timestamptz NOT NULL,
      channel text NOT NULL,
      agent_version text NOT NULL,
      ${COUNTERS},
      PRIMARY KEY (site_id, quarter, channel, agent_version)
    );
    CREATE INDEX stats_quarters_quarter ON stats_quarters (quarter);
    CREATE INDEX stats_quarters_empty ON stats_quarters (site_id) WHERE sessions = 0;

    -- Sums by day of UTC for what has many values: pages, campaigns, categories of issues, lengths of time.
    CREATE TABLE stats_values (
      site_id uuid NOT NULL,
      kind text NOT NULL,
      day timestamptz NOT NULL,
      channel text NOT NULL,
      agent_version text NOT NULL,
      value text NOT NULL,
      sessions integer NOT NULL,
      completed integer NOT NULL,
      leads integer NOT NULL,
      passed integer NOT NULL,
      issue integer NOT NULL,
      fixed integer NOT NULL,
      PRIMARY KEY (site_id, kind, day, channel, agent_version, value)
    );
    CREATE INDEX stats_values_day ON stats_values (kind, day);
    CREATE INDEX stats_values_empty ON stats_values (site_id) WHERE sessions = 0;

    -- How often pages asked for the chat. Counted when it happens, so nothing here can be counted anew.
    CREATE TABLE stats_views (
      site_id uuid NOT NULL,
      quarter timestamptz NOT NULL,
      loaded integer NOT NULL,
      PRIMARY KEY (site_id, quarter)
    );

    -- How far the sums have followed the events; its row is the lock of whoever changes them.
    CREATE TABLE stats_state (
      one boolean PRIMARY KEY DEFAULT true CHECK (one),
      xid xid8 NOT NULL DEFAULT '0',
      event_id bigint NOT NULL DEFAULT 0,
      -- null: never counted from the tables yet.
      built_at timestamptz,
      -- When the sums had followed every event last.
      folded_at timestamptz,
      -- Somebody is counting them anew; one that was killed is not waited for after this.
      rebuilding_until timestamptz
    );
    INSERT INTO stats_state DEFAULT VALUES;
  `);
}

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
]
  .map((name) => `${name} integer NOT NULL`)
  .join(', ');

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE stats_state, stats_views, stats_values, stats_quarters, stats_sessions;
    ALTER TABLE chat_sessions DROP COLUMN first_taken_over_at;
  `);
}
