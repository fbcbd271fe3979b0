import type { Knex } from 'knex';

/** Sample conversations live on a site of their own, so that nothing is sent because of them and all can go at once. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE sites ADD COLUMN is_sample boolean NOT NULL DEFAULT false;
    -- There is one at most.
    CREATE UNIQUE INDEX sites_sample ON sites (is_sample) WHERE is_sample;

    -- Made for the samples: it goes with them, unless somebody uses it elsewhere meanwhile.
    ALTER TABLE labels ADD COLUMN is_sample boolean NOT NULL DEFAULT false;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE labels DROP COLUMN is_sample;
    ALTER TABLE sites DROP COLUMN is_sample;
  `);
}
