import type { Knex } from 'knex';

/** A wish for a new password that an admin can see, and the audit trail by who, by what and about whom. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE staff_users ADD COLUMN reset_requested_at timestamptz;
    CREATE INDEX audit_entries_actor ON audit_entries (actor_id, at DESC, id DESC);
    CREATE INDEX audit_entries_action ON audit_entries (action, at DESC, id DESC);
    CREATE INDEX audit_entries_about ON audit_entries (subject_id, at DESC, id DESC);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX audit_entries_actor, audit_entries_action, audit_entries_about;
    ALTER TABLE staff_users DROP COLUMN reset_requested_at;
  `);
}
