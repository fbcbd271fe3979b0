/**
 * Turns that nobody is answering: their process was killed or restarted. Found by the worker every few seconds.
 */
import { runStatement } from '../db/sql.ts';
import { errorForLog } from '../log.ts';
import { answerTurn, type ConversationDeps } from './answer-turn.ts';
import { claimTurn } from './turn-lease.ts';

const AT_ONCE = 20;

/** The process that took a message answers within moments; what is older than that and unclaimed was left behind. */
const FIND = {
  name: 'find-unanswered',
  text: `SELECT id FROM chat_sessions
    WHERE awaiting_since < now() - interval '3 seconds' AND mode = 'ai' AND coalesce(turn_until < now(), true)
    ORDER BY awaiting_since LIMIT ${AT_ONCE}`,
};

/** Answers what was left unanswered, side by side: one slow agent holds nobody else up. Returns how many. */
export async function recoverTurns(deps: ConversationDeps): Promise<number> {
  const rows = await runStatement<{ id: string }>(deps.database, FIND, []);
  const answered = await Promise.all(rows.map(({ id }) => recoverTurn(deps, id)));
  return answered.filter(Boolean).length;
}

/** Answers what is open in one conversation, unless somebody is at it. A failure is logged and tried again later. */
export async function recoverTurn(deps: ConversationDeps, sessionId: string): Promise<boolean> {
  try {
    const turnId = await claimTurn(deps.database, sessionId);
    if (!turnId) return false;
    await answerTurn(deps, sessionId, turnId);
    return true;
  } catch (error) {
    deps.log.error({ sessionId, err: errorForLog(error) }, 'a turn left behind could not be answered');
    return false;
  }
}
