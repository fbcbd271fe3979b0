import type { Knex } from 'knex';

/**
 * Turns that an agent elsewhere could not answer: what is still owed to the visitor, how the agent's address has been
 * doing, and who waits for a person.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE chat_sessions
      -- A fallback stands where an answer should: when it is tried again, how often it was, and after which message
      -- the visitor's words are still open.
      ADD COLUMN retry_at timestamptz,
      ADD COLUMN retry_count smallint NOT NULL DEFAULT 0,
      ADD COLUMN owed_from integer,
      -- Kept only while something is owed: when the visitor's chat was last seen open.
      ADD COLUMN visitor_seen_at timestamptz,
      ADD COLUMN wants_person_since timestamptz;
    CREATE INDEX chat_sessions_owed ON chat_sessions (retry_at) WHERE retry_at IS NOT NULL;
    CREATE INDEX chat_sessions_wants_person ON chat_sessions (wants_person_since)
      WHERE wants_person_since IS NOT NULL;

    -- One row for each agent that has failed lately; a success removes it.
    CREATE TABLE agent_endpoints (
      key text PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
      failures integer NOT NULL,
      -- How many times in a row it was found closed: each pause is longer than the one before.
      openings integer NOT NULL DEFAULT 0,
      open_until timestamptz,
      last_fault jsonb NOT NULL,
      last_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX agent_endpoints_last ON agent_endpoints (last_at);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE agent_endpoints;
    DROP INDEX chat_sessions_owed, chat_sessions_wants_person;
    ALTER TABLE chat_sessions DROP COLUMN retry_at, DROP COLUMN retry_count, DROP COLUMN owed_from,
      DROP COLUMN visitor_seen_at, DROP COLUMN wants_person_since;
  `);
}
