import type { Knex } from 'knex';

/** Why a lead has its score, who changed what about it, and the orders in which leads are read. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- The rules that counted, as [{rule, points}], kept with the sum they make.
    ALTER TABLE leads ADD COLUMN score_reasons jsonb NOT NULL DEFAULT '[]';
    UPDATE leads SET score = 0 WHERE score IS NULL;
    ALTER TABLE leads ALTER COLUMN score SET DEFAULT 0, ALTER COLUMN score SET NOT NULL;

    -- A site may name a field of its own 'owner' or 'qualification': the kind tells them from ours.
    ALTER TABLE lead_changes
      ADD COLUMN kind text NOT NULL DEFAULT 'detail' CHECK (kind IN ('detail', 'qualification', 'owner')),
      ADD COLUMN changed_by_name text;

    CREATE INDEX leads_recent ON leads (updated_at DESC, id DESC);
    CREATE INDEX leads_score ON leads (score DESC, id DESC);
    CREATE INDEX leads_site_score ON leads (site_id, score DESC, id DESC);
    CREATE INDEX leads_owner_recent ON leads (owner_id, updated_at DESC, id DESC) WHERE owner_id IS NOT NULL;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX leads_recent, leads_score, leads_site_score, leads_owner_recent;
    ALTER TABLE lead_changes DROP COLUMN kind, DROP COLUMN changed_by_name;
    ALTER TABLE leads ALTER COLUMN score DROP NOT NULL, ALTER COLUMN score DROP DEFAULT, DROP COLUMN score_reasons;
  `);
}
