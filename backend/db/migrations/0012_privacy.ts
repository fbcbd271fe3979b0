import type { Knex } from 'knex';

/** That somebody was erased: when, by whom and how much, and enough to erase them again after an old backup returns. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE erasures (
      id uuid PRIMARY KEY,
      at timestamptz NOT NULL DEFAULT now(),
      actor_kind text NOT NULL CHECK (actor_kind IN ('staff', 'api_key', 'visitor', 'system')),
      actor_id uuid,
      actor_name text,
      -- Null: on every site.
      site_id uuid,
      -- Keyed hashes; whoever reads this table learns nobody's address or number.
      email_hash text,
      phone_hash text,
      session_ids uuid[] NOT NULL DEFAULT '{}',
      counts jsonb NOT NULL DEFAULT '{}',
      -- Set when it was done again in this database, because an older backup had brought the person back.
      repeated_at timestamptz
    );
    CREATE INDEX erasures_recent ON erasures (at DESC, id DESC);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE erasures');
}
