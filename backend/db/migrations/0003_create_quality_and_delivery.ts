import type { Knex } from 'knex';

/** What staff judge, what went wrong, and what is sent out. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Every verdict ever given; the conversation's present one is chat_sessions.qa_status.
    CREATE TABLE reviews (
      id uuid PRIMARY KEY,
      session_id uuid NOT NULL REFERENCES chat_sessions ON DELETE CASCADE,
      from_status text NOT NULL,
      to_status text NOT NULL,
      category text,
      cause text CHECK (cause IN ('prompt', 'knowledge', 'workflow', 'model', 'bug', 'other')),
      note text,
      developer_feedback text,
      message_seq integer,
      fixed_version text,
      user_id uuid REFERENCES staff_users ON DELETE SET NULL,
      user_name text,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX reviews_session ON reviews (session_id, created_at);

    CREATE TABLE incidents (
      id uuid PRIMARY KEY,
      site_id uuid REFERENCES sites,
      fingerprint text NOT NULL,
      status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'resolved', 'muted')),
      severity text NOT NULL DEFAULT 'error',
      workflow jsonb NOT NULL DEFAULT '{}',
      node text,
      message text NOT NULL,
      stack text,
      details jsonb NOT NULL DEFAULT '{}',
      occurrences integer NOT NULL DEFAULT 1,
      first_at timestamptz NOT NULL DEFAULT now(),
      last_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE UNIQUE INDEX incidents_fingerprint
      ON incidents (fingerprint, coalesce(site_id, '00000000-0000-0000-0000-000000000000'::uuid));
    CREATE INDEX incidents_recent ON incidents (status, last_at DESC, id DESC);

    -- Each time it happened in a conversation, shown in that transcript.
    CREATE TABLE incident_occurrences (
      id uuid PRIMARY KEY,
      incident_id uuid NOT NULL REFERENCES incidents ON DELETE CASCADE,
      session_id uuid REFERENCES chat_sessions ON DELETE CASCADE,
      message_seq integer,
      execution jsonb NOT NULL DEFAULT '{}',
      at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX incident_occurrences_session ON incident_occurrences (session_id, at) WHERE session_id IS NOT NULL;
    CREATE INDEX incident_occurrences_incident ON incident_occurrences (incident_id, at DESC);

    CREATE TABLE deliveries (
      id uuid PRIMARY KEY,
      site_id uuid REFERENCES sites,
      session_id uuid REFERENCES chat_sessions ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind IN ('webhook', 'monday', 'email', 'messenger')),
      event text NOT NULL,
      target text NOT NULL,
      -- One thing is sent once: the same key finds the row that is already there.
      dedupe_key text NOT NULL,
      payload jsonb NOT NULL,
      status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'delivered', 'failed', 'dead')),
      attempts integer NOT NULL DEFAULT 0,
      next_attempt_at timestamptz DEFAULT now(),
      last_status integer,
      last_error text,
      external_id text,
      external_url text,
      created_at timestamptz NOT NULL DEFAULT now(),
      delivered_at timestamptz
    );
    CREATE UNIQUE INDEX deliveries_dedupe ON deliveries (kind, dedupe_key);
    CREATE INDEX deliveries_recent ON deliveries (created_at DESC, id DESC);
    CREATE INDEX deliveries_session ON deliveries (session_id) WHERE session_id IS NOT NULL;
    CREATE INDEX deliveries_due ON deliveries (next_attempt_at) WHERE status IN ('pending', 'failed');

    CREATE TABLE delivery_attempts (
      delivery_id uuid NOT NULL REFERENCES deliveries ON DELETE CASCADE,
      number integer NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      duration_ms integer,
      status integer,
      error text,
      response text,
      PRIMARY KEY (delivery_id, number)
    );
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE delivery_attempts, deliveries, incident_occurrences, incidents, reviews');
}
