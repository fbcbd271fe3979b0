import type { Knex } from 'knex';

/** Verdicts only between known states, and the categories that were used last, found without reading every verdict. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE reviews
      ADD CHECK (from_status IN ('unchecked', 'passed', 'issue', 'fixed')),
      ADD CHECK (to_status IN ('unchecked', 'passed', 'issue', 'fixed'));
    CREATE INDEX reviews_categories ON reviews (created_at DESC) INCLUDE (category, session_id)
      WHERE category IS NOT NULL;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX reviews_categories;
    ALTER TABLE reviews DROP CONSTRAINT reviews_from_status_check, DROP CONSTRAINT reviews_to_status_check;
  `);
}
