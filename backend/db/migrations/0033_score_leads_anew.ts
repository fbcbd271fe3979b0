import type { Knex } from 'knex';

/** A site whose leads are to be scored anew, because what a score counts was changed in its settings. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE lead_rescores (
      site_id uuid PRIMARY KEY REFERENCES sites ON DELETE CASCADE,
      -- Leads up to this one have the score of the present settings.
      done_to uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
      due_at timestamptz NOT NULL
    );
    CREATE INDEX lead_rescores_due ON lead_rescores (due_at);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE lead_rescores');
}
