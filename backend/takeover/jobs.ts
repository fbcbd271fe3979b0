/**
 * Conversations that a person has taken and does not answer go back to the assistant. Found by the worker every few
 * seconds; what is open is then answered like any turn that was left behind (conversation/recover-turns).
 */
import type { Database } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import { ChatSession } from '../models/chat-session.ts';
import { releaseUnanswered } from './actions.ts';

/** Where the site's settings say nothing else (`agent.handoverMinutes`). */
const HANDOVER_MINUTES = 5;
const AT_ONCE = 50;

/** The visitor has waited too long for the person: counted from their words, or from the takeover if that came later. */
const WAITED_TOO_LONG = `s.mode = 'human' AND greatest(s.awaiting_since, s.taken_over_at) < now() - make_interval(
  mins => coalesce((sites.agent->>'handoverMinutes')::integer, ${HANDOVER_MINUTES}))`;

const FIND = {
  name: 'find-unanswered-takeovers',
  text: `SELECT s.id FROM chat_sessions s JOIN sites ON sites.id = s.site_id
    WHERE s.awaiting_since IS NOT NULL AND ${WAITED_TOO_LONG}
    ORDER BY s.awaiting_since LIMIT ${AT_ONCE}`,
};

/** Asked again with the row held: the answer may have come in between, and another worker may be at it. */
const HOLD = {
  name: 'hold-unanswered-takeover',
  text: `SELECT s.id FROM chat_sessions s JOIN sites ON sites.id = s.site_id
    WHERE s.id = $1 AND s.awaiting_since IS NOT NULL AND ${WAITED_TOO_LONG}
    FOR UPDATE OF s SKIP LOCKED`,
};

export async function handBackUnanswered({ database }: { database: Database }): Promise<void> {
  const rows = await runStatement<{ id: string }>(database, FIND, []);
  for (const { id } of rows)
    await database.transaction(async (trx) => {
      const held = await runStatement(trx, HOLD, [id]);
      if (held.length === 0) return;
      const session = await ChatSession.query(trx).findById(id).withGraphFetched('takenOverByUser');
      await releaseUnanswered(trx, session!);
    });
}
