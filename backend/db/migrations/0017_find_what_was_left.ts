import type { Knex } from 'knex';

/** How far tables of n8n's chat memory in the same database have been read. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE memory_tables (
      -- schema.table
      name text PRIMARY KEY,
      last_id bigint NOT NULL DEFAULT 0
    );
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE memory_tables');
}
