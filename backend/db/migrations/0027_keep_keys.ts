import type { Knex } from 'knex';

/** The keys of hashes outlive the secret they were made of; each is sealed with the present one. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE kept_keys (
      purpose text NOT NULL,
      mark text NOT NULL,
      sealed text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (purpose, mark)
    );
    -- Erasing a person removes the events of their conversations.
    CREATE INDEX events_of_session ON events (session_id) WHERE session_id IS NOT NULL;
    -- The list of deliveries of one kind of event, the newest first.
    CREATE INDEX deliveries_by_event ON deliveries (event, created_at DESC, id DESC);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX deliveries_by_event;
    DROP INDEX events_of_session;
    DROP TABLE kept_keys;
  `);
}
