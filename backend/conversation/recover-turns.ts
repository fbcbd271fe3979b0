/**
 * Turns that nobody is answering: their process was killed or restarted, or the agent could not answer and the visitor
 * still waits. Found by the worker every few seconds.
 */
import type { Database } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import { errorForLog } from '../log.ts';
import { answerTurn, type ConversationDeps } from './answer-turn.ts';
import { claimOwed, findOwed } from './owed-turns.ts';
import { claimTurn } from './turn-lease.ts';

const AT_ONCE = 20;
/** With so many under way, slow agents hang on this process: what else was left is for others, or the next round. */
const UNDER_WAY_MAX = 500;

/** The process that took a message answers within moments; what is older than that and unclaimed was left behind. */
const FIND = {
  name: 'find-unanswered',
  text: `SELECT id FROM chat_sessions
    WHERE awaiting_since < now() - interval '3 seconds' AND mode = 'ai' AND coalesce(turn_until < now(), true)
      AND ($1::uuid[] IS NULL OR id = ANY ($1))
    ORDER BY awaiting_since LIMIT ${AT_ONCE}`,
};

/** Begins to answer what was left, side by side and without waiting: one slow agent holds nobody else up. */
export async function recoverTurns(deps: ConversationDeps): Promise<void> {
  if (deps.turns.size >= UNDER_WAY_MAX) return;
  for (const id of await findUnanswered(deps.database)) void recoverTurn(deps, id);
  for (const id of await findOwed(deps.database)) void answerIfClaimed(deps, id, claimOwed);
}

/**
 * Conversations that nobody is answering although somebody should, the longest waiting first; a few at a time.
 * @param among only these
 */
export async function findUnanswered(database: Database, among?: readonly string[]): Promise<string[]> {
  const rows = await runStatement<{ id: string }>(database, FIND, [among ?? null]);
  return rows.map(({ id }) => id);
}

/** Answers what is open in one conversation, unless somebody is at it. A failure is logged and tried again later. */
export function recoverTurn(deps: ConversationDeps, sessionId: string): Promise<boolean> {
  return answerIfClaimed(deps, sessionId, claimTurn);
}

async function answerIfClaimed(
  deps: ConversationDeps,
  sessionId: string,
  claim: (database: Database, sessionId: string) => Promise<string | null>,
): Promise<boolean> {
  try {
    const turnId = await claim(deps.database, sessionId);
    if (!turnId) return false;
    await answerTurn(deps, sessionId, turnId);
    return true;
  } catch (error) {
    deps.log.error({ sessionId, err: errorForLog(error) }, 'a turn left behind could not be answered');
    return false;
  }
}
