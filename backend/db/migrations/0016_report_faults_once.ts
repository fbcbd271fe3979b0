import type { Knex } from 'knex';

/** A workflow that reports the same run again (n8n tries up to five times) counts once. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE UNIQUE INDEX incident_occurrences_once ON incident_occurrences (incident_id, (execution->>'id'))
      WHERE execution->>'id' IS NOT NULL;
    CREATE INDEX incidents_last ON incidents (last_at DESC, id DESC);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX incident_occurrences_once, incidents_last');
}
