import type { Knex } from 'knex';

/** A turn that is begun again and again has to end, and faults that happened in no conversation have to go one day. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- How often an answer to what is open was begun since one was stored (conversation/turn-lease).
    ALTER TABLE chat_sessions ADD COLUMN turn_tries smallint NOT NULL DEFAULT 0;

    CREATE INDEX IF NOT EXISTS incident_occurrences_alone ON incident_occurrences (at) WHERE session_id IS NULL;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX incident_occurrences_alone;
    ALTER TABLE chat_sessions DROP COLUMN turn_tries;
  `);
}
