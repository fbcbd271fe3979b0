/**
 * Answers that visitors are still owed: they got the fallback text because the agent could not answer. The worker asks
 * the agent again a few times, as long as the visitor is there to read it; a late answer comes over the live events.
 * It is settled by an answer, late or to what the visitor wrote next, and waits while a person has the conversation.
 */
import { uuidv7 } from 'uuidv7';
import type { AgentFault, FaultCode } from '../agents/agent.ts';
import type { Database } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import type { Site } from '../models/site.ts';
import { reportFault } from './faults.ts';
import type { HeldTurn } from './finish-turn.ts';
import { TURN_SECONDS } from './turn-lease.ts';

/** Seconds from the fallback to the first try, and from each try to the next. */
const PAUSES = [20, 60, 180];
/** Somebody whose chat was open, or who wrote, within this time is still there. */
const STAYS_MINUTES = 2;
/** Nobody waits longer than this, even if they come back. */
const OWED_MINUTES = 60;
const AT_ONCE = 10;

const IS_DUE = `retry_at <= now() AND mode = 'ai' AND awaiting_since IS NULL AND coalesce(turn_until < now(), true)`;

const FIND = {
  name: 'find-owed-turns',
  text: `SELECT id FROM chat_sessions
    WHERE ${IS_DUE} AND retry_at > now() - interval '${OWED_MINUTES} minutes'
      AND greatest(last_message_at, visitor_seen_at) > now() - interval '${STAYS_MINUTES} minutes'
    ORDER BY retry_at LIMIT ${AT_ONCE}`,
};

const CLAIM = {
  name: 'claim-owed-turn',
  text: `UPDATE chat_sessions SET turn_id = $2, turn_until = now() + interval '${TURN_SECONDS} seconds', turn_tries = turn_tries + 1
    WHERE id = $1 AND ${IS_DUE} RETURNING id`,
};

/** $3: seconds until the next try, null for never; $4: whether this was a try. */
const POSTPONE = {
  name: 'postpone-owed-turn',
  text: `UPDATE chat_sessions SET turn_id = NULL, turn_until = NULL, turn_tries = 0,
      retry_at = now() + make_interval(secs => $3), owed_from = CASE WHEN $3::float8 IS NOT NULL THEN owed_from END,
      retry_count = retry_count + $4::integer
    WHERE id = $1 AND turn_id = $2 RETURNING id`,
};

const COUNT = { name: 'owed-tries', text: 'SELECT retry_count AS count FROM chat_sessions WHERE id = $1' };

const SEEN = {
  name: 'owed-visitors-seen',
  text: 'UPDATE chat_sessions SET visitor_seen_at = now() WHERE retry_at IS NOT NULL AND id = ANY ($1::uuid[])',
};

const FINAL: readonly FaultCode[] = ['not_set_up', 'limit_reached', 'not_finished'];

/** What only a person can change is not tried again by itself, nor what was tried often enough. */
export function firstRetry({ code }: AgentFault): number | null {
  return FINAL.includes(code) ? null : PAUSES[0]!;
}

/** Conversations that are owed an answer now. */
export async function findOwed(database: Database): Promise<string[]> {
  return (await runStatement<{ id: string }>(database, FIND, [])).map(({ id }) => id);
}

/** The turn's id when it is still owed and nobody is at it. */
export async function claimOwed(database: Database, sessionId: string): Promise<string | null> {
  const turnId = uuidv7();
  const rows = await runStatement(database, CLAIM, [sessionId, turnId]);
  return rows.length === 1 ? turnId : null;
}

/**
 * It did not go well this time either: nothing more is said to the visitor, staff see that it happened again.
 * @param pausedUntil the agent was not asked, which is no try
 */
export async function postponeOwed(
  database: Database,
  turn: HeldTurn,
  site: Site,
  fault: AgentFault,
  pausedUntil?: Date,
): Promise<void> {
  const { sessionId, turnId } = turn;
  if (pausedUntil) {
    const seconds = Math.max(1, (pausedUntil.getTime() - Date.now()) / 1000 + 1);
    await runStatement(database, POSTPONE, [sessionId, turnId, seconds, 0]);
    return;
  }
  await database.transaction(async (trx) => {
    const [tried] = await runStatement<{ count: number }>(trx, COUNT, [sessionId]);
    const next = firstRetry(fault) && (PAUSES[(tried?.count ?? 0) + 1] ?? null);
    const held = await runStatement(trx, POSTPONE, [sessionId, turnId, next, 1]);
    if (held.length > 0) await reportFault(trx, site, turn, fault);
  });
}

/** The chats of these conversations are open somewhere; costs next to nothing where none of them is owed anything. */
export async function noteVisitorsSeen(database: Database, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length > 0) await runStatement(database, SEEN, [[...sessionIds]]);
}
