import type { Knex } from 'knex';

/** Mail: what waits in the outbox, addresses that refuse it, who wants which, and who is told of accounts. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Mails as they would have been sent, kept while nothing sends them. One-time links are never in here.
    CREATE TABLE outbox_mails (
      id uuid PRIMARY KEY,
      delivery_id uuid NOT NULL UNIQUE REFERENCES deliveries ON DELETE CASCADE,
      session_id uuid REFERENCES chat_sessions ON DELETE CASCADE,
      event text NOT NULL,
      recipients text NOT NULL,
      subject text NOT NULL,
      html text NOT NULL,
      text text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      -- Sent after all, because somebody said so.
      sent_at timestamptz
    );
    CREATE INDEX outbox_mails_session ON outbox_mails (session_id);
    CREATE INDEX outbox_mails_created ON outbox_mails (created_at DESC, id DESC);

    -- Addresses of the team that refuse mail: a keyed hash, so that nobody's address is kept here.
    CREATE TABLE mail_marks (
      address_hash bytea PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('bounced', 'complained', 'suppressed', 'failed')),
      marked_at timestamptz NOT NULL,
      -- What was reported before this is over.
      cleared_at timestamptz
    );

    ALTER TABLE staff_users
      ADD COLUMN mail_daily_summary boolean NOT NULL DEFAULT false,
      ADD COLUMN mail_fixed_issues boolean NOT NULL DEFAULT true;

    -- The wait for a person who took over that the team was told of last.
    ALTER TABLE chat_sessions ADD COLUMN waiting_told_at timestamptz;

    INSERT INTO event_subscriptions (id, site_id, kind, event, target, lane) VALUES
      (new_id(), NULL, 'email', 'staff.invited', 'the person invited', 'email:accounts'),
      (new_id(), NULL, 'email', 'staff.reset_requested', 'the person who asked', 'email:accounts'),
      (new_id(), NULL, 'email', 'incident.opened', 'the admins', 'email');
    INSERT INTO event_subscriptions (id, site_id, kind, event, target, lane)
      SELECT new_id(), id, 'email', 'review.fixed', 'whoever found the issue', 'email'
      FROM sites WHERE archived_at IS NULL;
    -- Two more events belong to what receivers are told unless the settings say otherwise.
    INSERT INTO event_subscriptions (id, site_id, kind, event, target, lane)
      SELECT new_id(), sites.id, 'email', more.event, receiver.address, 'email'
      FROM sites, jsonb_array_elements_text(coalesce(sites.integrations #> '{email,to}', '[]')) AS receiver (address),
        (VALUES ('session.waiting'), ('incident.opened')) AS more (event)
      WHERE sites.archived_at IS NULL AND sites.integrations #> '{email,events}' IS NULL
      ON CONFLICT DO NOTHING;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DELETE FROM event_subscriptions WHERE kind = 'email' AND (site_id IS NULL OR target = 'whoever found the issue');
    ALTER TABLE chat_sessions DROP COLUMN waiting_told_at;
    ALTER TABLE staff_users DROP COLUMN mail_daily_summary, DROP COLUMN mail_fixed_issues;
    DROP TABLE mail_marks, outbox_mails;
  `);
}
