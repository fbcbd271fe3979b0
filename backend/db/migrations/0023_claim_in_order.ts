import type { Knex } from 'knex';

/** The next of what goes in order, found without reading all that waits for a receiver that is down. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE INDEX deliveries_in_order ON deliveries (lane, id) WHERE status IN ('pending', 'failed') AND in_order;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX deliveries_in_order');
}
