import type { Knex } from 'knex';

/** Which item on a Monday board is a conversation's. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE monday_items (
      session_id uuid NOT NULL REFERENCES chat_sessions ON DELETE CASCADE,
      board_id text NOT NULL,
      -- Written before Monday is asked: without an item nobody knows whether one was made.
      begun_at timestamptz NOT NULL DEFAULT now(),
      -- By which Monday knows the same creation again for half an hour; another one after each refusal.
      creation_key uuid NOT NULL,
      item_id text,
      url text,
      -- Hashes of what was written, by column: what people change on the board is left alone until the lead changes.
      written jsonb NOT NULL DEFAULT '{}',
      -- When it was made anew because somebody had deleted it; that happens once by itself.
      remade_at timestamptz,
      PRIMARY KEY (session_id, board_id)
    );
    CREATE INDEX monday_items_item ON monday_items (board_id, item_id);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE monday_items');
}
