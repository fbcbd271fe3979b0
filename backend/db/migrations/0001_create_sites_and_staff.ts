import type { Knex } from 'knex';

/** Who uses Parlour and for which sites: sites with their knowledge, staff and their sign-ins, API keys, audit. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE sites (
      id uuid PRIMARY KEY,
      key text NOT NULL UNIQUE,
      name text NOT NULL,
      allowed_origins text[] NOT NULL DEFAULT '{}',
      timezone text NOT NULL,
      locale text NOT NULL,
      widget jsonb NOT NULL,
      lead jsonb NOT NULL,
      agent jsonb NOT NULL,
      integrations jsonb NOT NULL,
      retention_days integer,
      version integer NOT NULL DEFAULT 1,
      archived_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );

    -- Questions and answers of a site, indexed for full-text search; rewritten whenever the site's settings are saved.
    CREATE TABLE knowledge_entries (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
      position integer NOT NULL,
      question text NOT NULL,
      answer text NOT NULL,
      search tsvector NOT NULL
    );
    CREATE INDEX knowledge_entries_site ON knowledge_entries (site_id, position);
    CREATE INDEX knowledge_entries_search ON knowledge_entries USING gin (search);

    CREATE TABLE staff_users (
      id uuid PRIMARY KEY,
      email text NOT NULL,
      name text NOT NULL,
      role text NOT NULL CHECK (role IN ('admin', 'agent')),
      status text NOT NULL CHECK (status IN ('invited', 'active', 'disabled')),
      password_hash text,
      password_changed_at timestamptz,
      last_login_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE UNIQUE INDEX staff_users_email ON staff_users (lower(email));

    -- A sign-in. Only the sha256 of the cookie's id is kept, so reading this table opens no door.
    CREATE TABLE staff_sessions (
      id uuid PRIMARY KEY,
      id_hash bytea NOT NULL UNIQUE,
      user_id uuid NOT NULL REFERENCES staff_users ON DELETE CASCADE,
      device text,
      ip_prefix text,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_seen_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL
    );
    CREATE INDEX staff_sessions_user ON staff_sessions (user_id, last_seen_at DESC);
    CREATE INDEX staff_sessions_expiry ON staff_sessions (expires_at);

    -- One-time links: set-up of the first admin (no user yet), invitations and password resets.
    CREATE TABLE staff_tokens (
      token_hash bytea PRIMARY KEY,
      purpose text NOT NULL CHECK (purpose IN ('setup', 'invite', 'reset')),
      user_id uuid REFERENCES staff_users ON DELETE CASCADE,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL
    );
    CREATE INDEX staff_tokens_user ON staff_tokens (user_id);

    CREATE TABLE api_keys (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      prefix text NOT NULL,
      key_hash bytea NOT NULL UNIQUE,
      scopes text[] NOT NULL,
      site_id uuid REFERENCES sites ON DELETE CASCADE,
      created_by uuid REFERENCES staff_users ON DELETE SET NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_used_at timestamptz,
      revoked_at timestamptz
    );
    CREATE INDEX api_keys_site ON api_keys (site_id);

    CREATE TABLE audit_entries (
      id uuid PRIMARY KEY,
      at timestamptz NOT NULL DEFAULT now(),
      actor_kind text NOT NULL CHECK (actor_kind IN ('staff', 'api_key', 'visitor', 'system')),
      actor_id uuid,
      actor_name text,
      action text NOT NULL,
      subject_kind text NOT NULL,
      subject_id uuid,
      site_id uuid,
      details jsonb NOT NULL DEFAULT '{}',
      ip_prefix text
    );
    CREATE INDEX audit_entries_at ON audit_entries (at DESC, id DESC);
    CREATE INDEX audit_entries_subject ON audit_entries (subject_kind, subject_id, at DESC);

    -- rate-limiter-flexible's own table: points used per key until expire (ms since 1970).
    CREATE TABLE rate_limits (
      key varchar(255) PRIMARY KEY,
      points integer NOT NULL DEFAULT 0,
      expire bigint
    );
    CREATE INDEX rate_limits_expire ON rate_limits (expire);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`DROP TABLE rate_limits, audit_entries, api_keys, staff_tokens, staff_sessions, staff_users,
    knowledge_entries, sites`);
}
