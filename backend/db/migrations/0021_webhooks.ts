import type { Knex } from 'knex';

/** What webhooks may be told is a fixed list by now; how each integration fares is read by indexes. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Names of events that nobody publishes were never sent; from now on they are refused.
    UPDATE sites SET integrations = jsonb_set(integrations, '{webhook,events}', (
      SELECT coalesce(jsonb_agg(event), '[]')
      FROM jsonb_array_elements_text(integrations #> '{webhook,events}') AS event
      WHERE event IN ('lead.completed', 'lead.qualified', 'lead.updated', 'session.completed', 'session.abandoned',
        'session.waiting', 'session.taken_over', 'review.issue', 'review.fixed', 'incident.opened')))
    WHERE jsonb_typeof(integrations #> '{webhook,events}') = 'array';

    -- Kept also when a later try arrived.
    ALTER TABLE deliveries ADD COLUMN last_failed_at timestamptz;
    UPDATE deliveries d SET last_failed_at =
      (SELECT max(at) FROM delivery_attempts a WHERE a.delivery_id = d.id AND a.error IS NOT NULL)
    WHERE attempts > 1 OR last_error IS NOT NULL;

    CREATE INDEX deliveries_arrived ON deliveries (site_id, kind, delivered_at DESC) WHERE delivered_at IS NOT NULL;
    CREATE INDEX deliveries_failed ON deliveries (site_id, kind, last_failed_at DESC) WHERE last_failed_at IS NOT NULL;
    CREATE INDEX deliveries_open ON deliveries (site_id, kind, status) WHERE status IN ('pending', 'failed', 'dead');
    CREATE INDEX event_subscriptions_site ON event_subscriptions (site_id, kind);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX deliveries_arrived, deliveries_failed, deliveries_open, event_subscriptions_site;
    ALTER TABLE deliveries DROP COLUMN last_failed_at;
  `);
}
