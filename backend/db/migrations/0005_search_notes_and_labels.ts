import type { Knex } from 'knex';

/**
 * Searching transcripts and leads, serving every filter of the list from an index, and what staff add to a
 * conversation: notes and labels.
 */
export async function up(knex: Knex): Promise<void> {
  await createTrigrams(knex);
  await knex.raw(`
    -- The simple configuration: no language is guessed, a word is found as it was written.
    CREATE INDEX messages_text ON messages USING gin (to_tsvector('simple', text));
    -- Parts of names, addresses and numbers. Trigram indexes are large, so only these four short columns have one.
    CREATE INDEX leads_trigrams ON leads
      USING gin (name gin_trgm_ops, email gin_trgm_ops, phone gin_trgm_ops, company gin_trgm_ops);

    CREATE INDEX chat_sessions_started_all ON chat_sessions (archive_status, started_at DESC, id DESC);
    -- Filters whose rows may be few: without these the newest rows are walked until enough are found. Partial, so that
    -- the message of an ordinary running conversation has none of them to keep up.
    CREATE INDEX chat_sessions_ended ON chat_sessions
      (completion_status, archive_status, last_message_at DESC, id DESC) WHERE completion_status <> 'in_progress';
    CREATE INDEX chat_sessions_checked ON chat_sessions
      (qa_status, archive_status, last_message_at DESC, id DESC) WHERE qa_status <> 'unchecked';
    CREATE INDEX chat_sessions_human ON chat_sessions
      (archive_status, last_message_at DESC, id DESC) WHERE mode = 'human';
    CREATE INDEX chat_sessions_elsewhere ON chat_sessions
      (channel, archive_status, last_message_at DESC, id DESC) WHERE channel <> 'web';
    CREATE INDEX leads_qualified ON leads (session_id) WHERE qualification = 'qualified';

    CREATE TABLE labels (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      color text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE UNIQUE INDEX labels_name ON labels (lower(name));
    CREATE TABLE session_labels (
      session_id uuid NOT NULL REFERENCES chat_sessions ON DELETE CASCADE,
      label_id uuid NOT NULL REFERENCES labels ON DELETE CASCADE,
      PRIMARY KEY (session_id, label_id)
    );
    CREATE INDEX session_labels_label ON session_labels (label_id, session_id);

    CREATE TABLE session_notes (
      id uuid PRIMARY KEY,
      session_id uuid NOT NULL REFERENCES chat_sessions ON DELETE CASCADE,
      author_id uuid REFERENCES staff_users ON DELETE SET NULL,
      author_name text NOT NULL,
      text text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      edited_at timestamptz
    );
    CREATE INDEX session_notes_session ON session_notes (session_id, created_at);
  `);
}

/** insufficient_privilege, undefined_file, feature_not_supported (PostgreSQL, appendix A). */
const CANNOT_CREATE = ['42501', '58P01', '0A000'];

/**
 * pg_trgm is a trusted extension: whoever may create in the database may create it. Where that is not allowed the
 * migration stops and says what to do, because a search that finds no names would look like lost leads.
 */
async function createTrigrams(knex: Knex): Promise<void> {
  try {
    await knex.raw('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  } catch (error) {
    if (!CANNOT_CREATE.includes((error as { code?: string }).code ?? '')) throw error;
    throw new Error(
      'Parlour searches leads with the PostgreSQL extension pg_trgm, and this database user may not create it. ' +
        'Ask whoever runs the database to run "CREATE EXTENSION pg_trgm;" in it once, then start Parlour again.',
    );
  }
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE session_notes, session_labels, labels;
    DROP INDEX messages_text, leads_trigrams, leads_qualified, chat_sessions_started_all, chat_sessions_ended,
      chat_sessions_checked, chat_sessions_human, chat_sessions_elsewhere;
  `);
}
