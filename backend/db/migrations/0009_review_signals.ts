import type { Knex } from 'knex';

/**
 * What is worth reading next. One row for each conversation in which a visitor spoke: codes and message numbers only,
 * never texts. Kept in a table of its own, so that the statements visitors wait for have nothing to do with it.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE review_signals (
      session_id uuid PRIMARY KEY REFERENCES chat_sessions ON DELETE CASCADE,
      site_id uuid NOT NULL REFERENCES sites,
      -- Something has changed: look at it from then on. NULL: nothing to do.
      due_at timestamptz,
      -- NULL until it was looked at for the first time.
      looked_at timestamptz,
      -- As it was when it was looked at; the queue's order.
      last_message_at timestamptz NOT NULL,
      score smallint NOT NULL DEFAULT 0 CHECK (score BETWEEN 0 AND 1000),
      -- [{code, seq?}], the heaviest first.
      reasons jsonb NOT NULL DEFAULT '[]',
      -- There is a reason to read it, as far as the row knows; the conversation itself has the last word.
      is_waiting boolean NOT NULL DEFAULT false,
      -- It waits because somebody says that its issue is fixed; somebody else checks that.
      is_recheck boolean NOT NULL DEFAULT false,
      fixed_by uuid REFERENCES staff_users ON DELETE SET NULL
    );
    CREATE INDEX review_signals_due ON review_signals (due_at) WHERE due_at IS NOT NULL;
    CREATE INDEX review_signals_waiting ON review_signals (score DESC, last_message_at DESC, session_id DESC)
      INCLUDE (site_id) WHERE is_waiting;
    -- To count what waits in a period, and what waits for another look however old it is.
    CREATE INDEX review_signals_waiting_since ON review_signals (last_message_at) WHERE is_waiting;
    CREATE INDEX review_signals_recheck ON review_signals (session_id) WHERE is_recheck;
    CREATE INDEX review_signals_looked ON review_signals (last_message_at) INCLUDE (site_id)
      WHERE looked_at IS NOT NULL;
    CREATE INDEX reviews_fixed ON reviews (session_id, created_at) WHERE to_status = 'fixed';

    -- How far the events have been read; one row, held by whoever reads on.
    CREATE TABLE review_scan (
      is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
      xid xid8 NOT NULL DEFAULT '0',
      event_id bigint NOT NULL DEFAULT 0
    );
    INSERT INTO review_scan DEFAULT VALUES;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE review_scan, review_signals; DROP INDEX reviews_fixed');
}
