import type { Knex } from 'knex';

/** Which of the newest rows of n8n's chat memory have been read: what was erased since is not brought in again. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`ALTER TABLE memory_tables ADD COLUMN read_ids bigint[] NOT NULL DEFAULT '{}'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE memory_tables DROP COLUMN read_ids');
}
