import type { Knex } from 'knex';

/** Facebook Messenger: what came in and is not looked at yet, and what is known to have gone out. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- What Facebook told us, stored before it is answered. Once it is processed only the key stays, by which the same
    -- event is known when it comes again.
    CREATE TABLE messenger_events (
      id uuid PRIMARY KEY DEFAULT new_id(),
      site_id uuid NOT NULL REFERENCES sites,
      page_id text NOT NULL,
      -- Facebook's id of the message, or a hash of an event that has none.
      key text NOT NULL,
      person_id text,
      happened_at timestamptz NOT NULL,
      event jsonb,
      received_at timestamptz NOT NULL DEFAULT now(),
      -- Later than received when processing it failed.
      due_at timestamptz NOT NULL DEFAULT now(),
      processed_at timestamptz
    );
    CREATE UNIQUE INDEX messenger_events_once ON messenger_events (page_id, key);
    CREATE INDEX messenger_events_waiting ON messenger_events (page_id, person_id, happened_at)
      WHERE processed_at IS NULL;
    CREATE INDEX messenger_events_site ON messenger_events (site_id, received_at DESC);
    CREATE INDEX messenger_events_processed ON messenger_events (processed_at);

    -- What only a conversation on Messenger has; who it is stands in its external_id, <page>:<person>.
    CREATE TABLE messenger_threads (
      session_id uuid PRIMARY KEY REFERENCES chat_sessions ON DELETE CASCADE,
      -- The person's last action, by Facebook's clock: answers are allowed for some time after it.
      wrote_at timestamptz,
      -- They were told that an assistant answers.
      greeted_at timestamptz
    );

    -- A message, or a part of a long one, that was begun to be sent. Without a mid nobody knows whether it arrived.
    CREATE TABLE messenger_sends (
      session_id uuid NOT NULL REFERENCES chat_sessions ON DELETE CASCADE,
      message_id uuid NOT NULL,
      part integer NOT NULL,
      begun_at timestamptz NOT NULL DEFAULT now(),
      mid text,
      PRIMARY KEY (session_id, message_id, part)
    );

    -- Pages that Facebook asked us to leave alone for a while.
    CREATE TABLE messenger_pages (
      page_id text PRIMARY KEY,
      resting_until timestamptz NOT NULL
    );
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE messenger_pages, messenger_sends, messenger_threads, messenger_events');
}
