/**
 * One turn at a time per conversation. Whoever answers holds a lease on the turn; a killed process's lease runs out
 * and another takes over. The lease is named, so a process that lost it can't store its reply any more.
 *
 * Asking an agent can cost money, so each time a turn is taken counts until something is stored for it: whatever keeps it
 * from its end, a database that refuses the reply or a process that dies of it, ends after TRIES_MAX.
 */
import { uuidv7 } from 'uuidv7';
import type { Database } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';

export const TURN_SECONDS = 15;
const RENEW_MS = 5_000;
/** How often an answer is begun for the same words; whoever takes the turn after that stores the fallback unasked. */
export const TRIES_MAX = 4;

const CLAIM = {
  name: 'claim-turn',
  text: `UPDATE chat_sessions SET turn_id = $2, turn_until = now() + interval '${TURN_SECONDS} seconds', turn_tries = turn_tries + 1
    WHERE id = $1 AND mode = 'ai' AND visitor_seq > answered_seq AND coalesce(turn_until < now(), true)
    RETURNING id`,
};

const RENEW = {
  name: 'renew-turn',
  text: `UPDATE chat_sessions SET turn_until = now() + interval '${TURN_SECONDS} seconds' WHERE id = $1 AND turn_id = $2`,
};

const RELEASE = {
  name: 'release-turn',
  text: `UPDATE chat_sessions SET turn_id = NULL, turn_until = NULL, turn_tries = turn_tries - $3::integer
    WHERE id = $1 AND turn_id = $2`,
};

/** The turn's id when there is something to answer and nobody is at it. */
export async function claimTurn(database: Database, sessionId: string): Promise<string | null> {
  const turnId = uuidv7();
  const rows = await runStatement(database, CLAIM, [sessionId, turnId]);
  return rows.length === 1 ? turnId : null;
}

/**
 * Gives the turn back unanswered, so that it is taken up at once and not when the lease has run out.
 * @param isTry false when it was broken off on purpose
 */
export async function releaseTurn(
  database: Database,
  sessionId: string,
  turnId: string,
  isTry: boolean,
): Promise<void> {
  await runStatement(database, RELEASE, [sessionId, turnId, isTry ? 0 : 1]);
}

/** Holds the lease while `work` runs. */
export async function keepingTurn<T>(
  database: Database,
  sessionId: string,
  turnId: string,
  work: () => Promise<T>,
): Promise<T> {
  const timer = setInterval(() => {
    // A missed renewal is made good by the next; three missed ones lose the turn, which is right.
    runStatement(database, RENEW, [sessionId, turnId]).catch(() => {});
  }, RENEW_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
