import type { Knex } from 'knex';

/** Conversations, their messages, their leads, and the events that tell of every change. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE chat_sessions (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES sites,
      channel text NOT NULL DEFAULT 'web' CHECK (channel IN ('web', 'messenger', 'external')),
      external_id text,
      visitor_id uuid,
      page_url text,
      page_title text,
      referrer text,
      utm jsonb NOT NULL DEFAULT '{}',
      locale text,
      timezone text,
      device text,
      -- /24 of an IPv4 and /48 of an IPv6 address; the whole address is never stored.
      ip_prefix text,

      completion_status text NOT NULL DEFAULT 'in_progress'
        CHECK (completion_status IN ('in_progress', 'completed', 'abandoned')),
      completed_at timestamptz,
      completion_signal text
        CHECK (completion_signal IN ('agent', 'required_fields', 'visitor', 'automation', 'staff')),
      archive_status text NOT NULL DEFAULT 'active' CHECK (archive_status IN ('active', 'archived')),
      archived_at timestamptz,
      archived_by uuid REFERENCES staff_users ON DELETE SET NULL,
      qa_status text NOT NULL DEFAULT 'unchecked' CHECK (qa_status IN ('unchecked', 'passed', 'issue', 'fixed')),
      mode text NOT NULL DEFAULT 'ai' CHECK (mode IN ('ai', 'human')),
      taken_over_by uuid REFERENCES staff_users ON DELETE SET NULL,
      taken_over_at timestamptz,

      -- The order of messages: raised inside the transaction that inserts one.
      last_seq integer NOT NULL DEFAULT 0,
      last_message_at timestamptz NOT NULL DEFAULT now(),
      last_message_role text,
      last_message_text text,

      -- The turn: what the visitor said last, what has been answered, and who is answering right now.
      visitor_seq integer NOT NULL DEFAULT 0,
      answered_seq integer NOT NULL DEFAULT 0,
      awaiting_since timestamptz,
      turn_id uuid,
      turn_until timestamptz,
      agent_state jsonb,

      rating smallint CHECK (rating BETWEEN 1 AND 5),
      rating_comment text,
      started_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CHECK ((completion_status = 'completed') = (completed_at IS NOT NULL)),
      CHECK ((archive_status = 'archived') = (archived_at IS NOT NULL))
    );
    CREATE UNIQUE INDEX chat_sessions_external ON chat_sessions (site_id, channel, external_id)
      WHERE external_id IS NOT NULL;
    CREATE INDEX chat_sessions_recent ON chat_sessions (archive_status, last_message_at DESC, id DESC);
    CREATE INDEX chat_sessions_site_recent ON chat_sessions (site_id, archive_status, last_message_at DESC, id DESC);
    CREATE INDEX chat_sessions_started ON chat_sessions (site_id, started_at DESC, id DESC);
    CREATE INDEX chat_sessions_visitor ON chat_sessions (visitor_id, started_at DESC) WHERE visitor_id IS NOT NULL;
    CREATE INDEX chat_sessions_awaiting ON chat_sessions (awaiting_since) WHERE awaiting_since IS NOT NULL;
    CREATE INDEX chat_sessions_open ON chat_sessions (last_message_at) WHERE completion_status = 'in_progress';

    -- A visitor's message keeps the id its browser gave it: sending it again finds it here.
    CREATE TABLE messages (
      session_id uuid NOT NULL REFERENCES chat_sessions ON DELETE CASCADE,
      seq integer NOT NULL,
      id uuid NOT NULL,
      role text NOT NULL CHECK (role IN ('visitor', 'assistant', 'staff', 'system')),
      text text NOT NULL,
      choices jsonb,
      author_id uuid REFERENCES staff_users ON DELETE SET NULL,
      author_name text,
      -- For a reply: the seq of the last visitor message it answers.
      turn_seq integer,
      -- Which agent wrote it: {kind, version, model, hash}; and how: {fallback, knowledge, trace}.
      agent jsonb,
      details jsonb,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (session_id, seq),
      UNIQUE (session_id, id)
    );

    CREATE TABLE leads (
      id uuid PRIMARY KEY,
      session_id uuid NOT NULL UNIQUE REFERENCES chat_sessions ON DELETE CASCADE,
      site_id uuid NOT NULL REFERENCES sites,
      name text,
      email text,
      phone text,
      company text,
      custom jsonb NOT NULL DEFAULT '{}',
      consent_given boolean,
      consent_version text,
      consent_at timestamptz,
      consent_page text,
      qualification text NOT NULL DEFAULT 'new' CHECK (qualification IN ('new', 'qualified', 'disqualified')),
      score integer,
      owner_id uuid REFERENCES staff_users ON DELETE SET NULL,
      -- Set when lead.completed was published, which happens once.
      completed_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX leads_site_recent ON leads (site_id, updated_at DESC, id DESC);
    CREATE INDEX leads_email ON leads (lower(email)) WHERE email IS NOT NULL;
    CREATE INDEX leads_phone ON leads (phone) WHERE phone IS NOT NULL;

    CREATE TABLE lead_changes (
      id uuid PRIMARY KEY,
      lead_id uuid NOT NULL REFERENCES leads ON DELETE CASCADE,
      field text NOT NULL,
      old_value text,
      new_value text,
      source text NOT NULL CHECK (source IN ('agent', 'visitor', 'staff', 'automation')),
      changed_by uuid REFERENCES staff_users ON DELETE SET NULL,
      at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX lead_changes_lead ON lead_changes (lead_id, at);

    -- What happened, by reference. Readers go by (xid, id) and only below the oldest running transaction: ids alone
    -- become visible out of order, and a reader that trusted them would miss what commits late.
    CREATE TABLE events (
      xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
      id bigint GENERATED ALWAYS AS IDENTITY,
      type text NOT NULL,
      site_id uuid,
      session_id uuid,
      data jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (xid, id)
    );
    CREATE INDEX events_created ON events (created_at);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE events, lead_changes, leads, messages, chat_sessions');
}
