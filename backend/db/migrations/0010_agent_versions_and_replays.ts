import type { Knex } from 'knex';

/**
 * Which version of a site's assistant wrote what, and running conversations again against the assistant as it is now.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- 0 and '': not counted yet (agent-versions/record does it at the next start).
    ALTER TABLE sites
      ADD COLUMN agent_version integer NOT NULL DEFAULT 0,
      ADD COLUMN agent_hash text NOT NULL DEFAULT '';

    CREATE TABLE agent_versions (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
      number integer NOT NULL,
      kind text NOT NULL,
      model text,
      workflow text,
      hash text NOT NULL,
      -- The settings by path, without secrets; only the newest version needs them, for the next one's diff.
      settings jsonb,
      -- [{path, change, before, after}], at most so many as can be read; changes counts all of them.
      diff jsonb NOT NULL DEFAULT '[]',
      changes integer NOT NULL DEFAULT 0,
      author_id uuid REFERENCES staff_users ON DELETE SET NULL,
      author_name text,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (site_id, number)
    );

    -- The version that answered last. Without an index of its own: visitors wait for the statement that sets it.
    ALTER TABLE chat_sessions ADD COLUMN agent_version integer;
    CREATE INDEX chat_sessions_judged ON chat_sessions (site_id, agent_version, qa_status)
      WHERE qa_status <> 'unchecked';

    -- A conversation kept as a case: what the visitor said, and what the assistant should answer. All of it goes with
    -- the conversation.
    CREATE TABLE regression_cases (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
      session_id uuid NOT NULL UNIQUE REFERENCES chat_sessions ON DELETE CASCADE,
      name text NOT NULL,
      script jsonb NOT NULL,
      accepted_version integer,
      accepted_by text,
      accepted_at timestamptz NOT NULL DEFAULT now(),
      last_outcome text,
      last_run_id uuid,
      last_run_at timestamptz,
      created_by text,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX regression_cases_site ON regression_cases (site_id, created_at DESC, id DESC);

    CREATE TABLE replay_runs (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind IN ('replay', 'regression')),
      session_id uuid REFERENCES chat_sessions ON DELETE CASCADE,
      status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'running', 'done', 'failed')),
      problem text,
      -- Turns of a replay, cases of a regression run.
      total integer NOT NULL,
      done integer NOT NULL DEFAULT 0,
      agent jsonb,
      started_by uuid REFERENCES staff_users ON DELETE SET NULL,
      started_name text,
      -- Who is at it, as turns are leased: a killed worker's run is taken up by another.
      taken_by uuid,
      taken_until timestamptz,
      attempts integer NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL DEFAULT now(),
      finished_at timestamptz,
      CHECK ((kind = 'replay') = (session_id IS NOT NULL))
    );
    CREATE INDEX replay_runs_open ON replay_runs (created_at) WHERE finished_at IS NULL;
    CREATE INDEX replay_runs_session ON replay_runs (session_id, created_at DESC) WHERE session_id IS NOT NULL;
    CREATE INDEX replay_runs_site ON replay_runs (site_id, kind, created_at DESC);
    CREATE INDEX replay_runs_created ON replay_runs (created_at);

    -- One conversation of a run: its turns with old and new replies, and what was learned.
    CREATE TABLE replay_results (
      run_id uuid NOT NULL REFERENCES replay_runs ON DELETE CASCADE,
      number integer NOT NULL,
      session_id uuid NOT NULL REFERENCES chat_sessions ON DELETE CASCADE,
      case_id uuid REFERENCES regression_cases ON DELETE CASCADE,
      outcome text CHECK (outcome IN ('same', 'changed_replies', 'changed_lead', 'fault')),
      turns jsonb NOT NULL DEFAULT '[]',
      old_lead jsonb NOT NULL DEFAULT '{}',
      new_lead jsonb NOT NULL DEFAULT '{}',
      fault text,
      finished_at timestamptz,
      PRIMARY KEY (run_id, number)
    );
    CREATE INDEX replay_results_session ON replay_results (session_id);
    CREATE INDEX replay_results_case ON replay_results (case_id) WHERE case_id IS NOT NULL;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE replay_results, replay_runs, regression_cases, agent_versions;
    DROP INDEX chat_sessions_judged;
    ALTER TABLE chat_sessions DROP COLUMN agent_version;
    ALTER TABLE sites DROP COLUMN agent_version, DROP COLUMN agent_hash;
  `);
}
