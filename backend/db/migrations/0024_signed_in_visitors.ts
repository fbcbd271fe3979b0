import type { Knex } from 'knex';

/** The secret with which a site's website signs who is signed in there, and which details of a lead came that way. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Sealed (sites/secrets); made with the first connect code.
    ALTER TABLE sites ADD COLUMN identity_secret text;

    ALTER TABLE leads
      ADD COLUMN identity_verified_at timestamptz,
      -- The names of the details that are still as the website told them.
      ADD COLUMN identity_fields text[] NOT NULL DEFAULT '{}';

    ALTER TABLE lead_changes
      DROP CONSTRAINT lead_changes_source_check,
      ADD CONSTRAINT lead_changes_source_check
        CHECK (source IN ('agent', 'visitor', 'staff', 'automation', 'website')) NOT VALID;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    UPDATE lead_changes SET source = 'visitor' WHERE source = 'website';
    ALTER TABLE lead_changes
      DROP CONSTRAINT lead_changes_source_check,
      ADD CONSTRAINT lead_changes_source_check CHECK (source IN ('agent', 'visitor', 'staff', 'automation'));
    ALTER TABLE leads DROP COLUMN identity_verified_at, DROP COLUMN identity_fields;
    ALTER TABLE sites DROP COLUMN identity_secret;
  `);
}
