/**
 * Storing what a visitor says: one statement that raises the conversation's seq, inserts the message, tells of it and,
 * where nobody else is at it, takes the turn and reads what the agent needs for it. It is committed before anything
 * answers. Where a person has the
 * conversation, nobody takes the turn; since when the visitor waits is kept all the same.
 */
import { uuidv7 } from 'uuidv7';
import { given, grouped, runTogether } from '../db/grouped.ts';
import { type Database, isUniqueViolation, type Transaction } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import { conflict, invalidToken } from '../errors.ts';
import { type LoadedTurn, TURN_COLUMNS, type TurnRow, turnOf } from './load-turn.ts';
import { TURN_SECONDS } from './turn-lease.ts';

export interface StoredMessage {
  seq: number;
  /** True when the message was there already: the same id came again. */
  again: boolean;
  /** Set when this call has taken the turn and must answer it: the lease's id, and what there is to answer. */
  taken: { turnId: string; turn: LoadedTurn } | null;
}

export const STORE = grouped(
  'store-visitor-message',
  (locked) => `
    WITH ${given('"sessionId" uuid, id uuid, text text, "turnId" uuid')}, held AS (
      SELECT given.*, s.id AS held_id FROM given JOIN chat_sessions s ON s.id = given."sessionId"
      WHERE NOT EXISTS (SELECT 1 FROM messages m WHERE m.session_id = s.id AND m.id = given.id)
      FOR NO KEY UPDATE OF s ${locked}
    ), bumped AS (
      UPDATE chat_sessions s SET
        last_seq = last_seq + 1, visitor_seq = last_seq + 1,
        last_message_at = now(), last_message_role = 'visitor', last_message_text = left(held.text, 200),
        completion_status = CASE completion_status WHEN 'abandoned' THEN 'in_progress' ELSE completion_status END,
        awaiting_since = coalesce(awaiting_since, now()),
        turn_id = CASE WHEN mode = 'ai' AND coalesce(turn_until < now(), true) THEN "turnId" ELSE turn_id END,
        turn_until = CASE WHEN mode = 'ai' AND coalesce(turn_until < now(), true)
          THEN now() + interval '${TURN_SECONDS} seconds' ELSE turn_until END,
        turn_tries = CASE WHEN mode = 'ai' AND coalesce(turn_until < now(), true) THEN turn_tries + 1 ELSE turn_tries END,
        updated_at = now()
      FROM held WHERE s.id = held.held_id
      RETURNING s.*, held.n, held.id AS message_id, held.text, held."turnId"
    ), stored AS (
      INSERT INTO messages (session_id, seq, id, role, text, created_at)
      SELECT id, last_seq, message_id, 'visitor', text, last_message_at FROM bumped
    ), told AS (
      INSERT INTO events (type, site_id, session_id, data)
      SELECT 'message.created', site_id, id, jsonb_build_object('sessionId', id, 'seq', last_seq) FROM bumped
    )
    SELECT s.n, s.last_seq AS seq, s.turn_id = s."turnId" AS taken, ${TURN_COLUMNS} FROM bumped s`,
);

interface StoredRow extends TurnRow {
  seq: number;
  taken: boolean | null;
}

const FIND = {
  name: 'find-message',
  text: `SELECT m.seq, m.text, m.role FROM chat_sessions s
    LEFT JOIN messages m ON m.session_id = s.id AND m.id = $2 WHERE s.id = $1`,
};

/**
 * @param database in a transaction only with the conversation locked: two at once would end it
 * @throws message_differs (409) when the id is known with another text
 * @throws invalid_token (401) when the conversation is gone
 */
export async function storeVisitorMessage(
  database: Database | Transaction,
  sessionId: string,
  message: { id: string; text: string },
): Promise<StoredMessage> {
  const turnId = uuidv7();
  try {
    const row = await runTogether<StoredRow>(database, STORE, sessionId, { sessionId, turnId, ...message });
    if (row) {
      // The statement sees the messages as they were before it.
      const own = { seq: row.seq, role: 'visitor' as const, text: message.text, fallback: false };
      const turn = () => turnOf(sessionId, { ...row, messages: [...(row.messages ?? []), own] });
      return { seq: row.seq, again: false, taken: row.taken ? { turnId, turn: turn() } : null };
    }
  } catch (error) {
    // Two requests with the same id at once: the other one has stored it.
    if (!isUniqueViolation(error)) throw error;
  }
  return findStored(database, sessionId, message);
}

async function findStored(
  database: Database | Transaction,
  sessionId: string,
  message: { id: string; text: string },
) {
  const [row] = await runStatement<{ seq: number | null; text: string; role: string }>(database, FIND, [
    sessionId,
    message.id,
  ]);
  if (row?.seq == null) throw invalidToken('This conversation is no longer there.');
  if (row.role !== 'visitor' || row.text !== message.text)
    throw conflict('message_differs', 'Another message was sent with this id already.');
  return { seq: row.seq, again: true, taken: null };
}
