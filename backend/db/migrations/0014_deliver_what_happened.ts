import type { Knex } from 'knex';

/** Who is told of which event, and how a delivery is carried. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- A UUID of version 7 (RFC 9562), for rows that a statement makes by itself.
    CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$
      SELECT encode(
        set_bit(set_bit(
          overlay(uuid_send(gen_random_uuid())
            PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
          52, 1), 53, 1),
        'hex')::uuid
    $$;

    -- What publish turns into deliveries: made from the site's settings whenever they are saved.
    CREATE TABLE event_subscriptions (
      id uuid PRIMARY KEY,
      -- Null: events that belong to no site, such as an invitation.
      site_id uuid REFERENCES sites ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind IN ('webhook', 'monday', 'email')),
      event text NOT NULL,
      -- Where to, as staff read it: an address without its secrets.
      target text NOT NULL,
      -- Deliveries of one lane are tried a few at a time, and never wait for those of another.
      lane text NOT NULL,
      -- Only where something of this kind has been sent for the conversation before; one waiting is enough.
      is_follow_up boolean NOT NULL DEFAULT false,
      disabled_at timestamptz,
      disabled_reason text,
      -- What happened before is not sent for it.
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE UNIQUE INDEX event_subscriptions_once
      ON event_subscriptions (event, coalesce(site_id, '00000000-0000-0000-0000-000000000000'::uuid), kind, target);

    ALTER TABLE deliveries
      ADD COLUMN subscription_id uuid REFERENCES event_subscriptions ON DELETE SET NULL,
      ADD COLUMN lane text NOT NULL DEFAULT '',
      -- The lane's deliveries go one after the other, each when the one before has ended.
      ADD COLUMN in_order boolean NOT NULL DEFAULT false,
      -- Tries since the schedule began: redelivering begins it anew.
      ADD COLUMN round_attempts integer NOT NULL DEFAULT 0,
      ADD COLUMN claim_id uuid,
      ADD COLUMN claimed_until timestamptz;
    CREATE INDEX deliveries_lane ON deliveries (lane, next_attempt_at) WHERE status IN ('pending', 'failed');
    CREATE INDEX deliveries_site ON deliveries (site_id, kind, created_at DESC);
    CREATE INDEX deliveries_status ON deliveries (status, created_at DESC, id DESC);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX deliveries_lane, deliveries_site, deliveries_status;
    ALTER TABLE deliveries DROP COLUMN subscription_id, DROP COLUMN lane, DROP COLUMN in_order,
      DROP COLUMN round_attempts, DROP COLUMN claim_id, DROP COLUMN claimed_until;
    DROP TABLE event_subscriptions;
    DROP FUNCTION new_id();
  `);
}
