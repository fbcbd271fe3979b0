import type { Knex } from 'knex';

/** What models cost, by day and by conversation; pages of knowledge beside the questions and answers. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- A site's own day, in its time zone. Kept when a conversation goes: erasing one must not buy new tokens.
    CREATE TABLE ai_spend_days (
      site_id uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
      day date NOT NULL,
      calls integer NOT NULL DEFAULT 0,
      input_tokens bigint NOT NULL DEFAULT 0,
      output_tokens bigint NOT NULL DEFAULT 0,
      -- Set aside for calls that are under way; given back when what they really used is known.
      reserved_tokens bigint NOT NULL DEFAULT 0,
      cost double precision NOT NULL DEFAULT 0,
      PRIMARY KEY (site_id, day)
    );
    CREATE TABLE ai_spend_sessions (
      session_id uuid PRIMARY KEY REFERENCES chat_sessions ON DELETE CASCADE,
      replies integer NOT NULL DEFAULT 0,
      input_tokens bigint NOT NULL DEFAULT 0,
      output_tokens bigint NOT NULL DEFAULT 0,
      cost double precision NOT NULL DEFAULT 0
    );

    CREATE TABLE knowledge_pages (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
      title text NOT NULL,
      body text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX knowledge_pages_site ON knowledge_pages (site_id, id);

    -- What a search finds: a page in pieces, each under its heading. Rewritten whenever the page is saved.
    CREATE TABLE knowledge_passages (
      page_id uuid NOT NULL REFERENCES knowledge_pages ON DELETE CASCADE,
      position integer NOT NULL,
      site_id uuid NOT NULL,
      heading text NOT NULL,
      text text NOT NULL,
      search tsvector NOT NULL,
      PRIMARY KEY (page_id, position)
    );
    CREATE INDEX knowledge_passages_site ON knowledge_passages (site_id);
    CREATE INDEX knowledge_passages_search ON knowledge_passages USING gin (search);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE knowledge_passages, knowledge_pages, ai_spend_sessions, ai_spend_days');
}
