/**
 * The replies that belong to a visitor's message, waited for when another request or process is making them.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import { Message } from '../models/message.ts';
import { answerTurn, type ConversationDeps, type DeltaSink } from './answer-turn.ts';
import type { StoredMessage } from './store-message.ts';
import { claimTurn } from './turn-lease.ts';

const LOOK_EVERY_MS = 100;

const STATE = {
  name: 'turn-state',
  text: 'SELECT answered_seq AS "answeredSeq", mode FROM chat_sessions WHERE id = $1',
};

/**
 * Makes sure the message is answered: answers it, or waits for who does. Returns without an answer when a person has
 * the conversation, when it is gone, or when the signal says to wait no longer.
 */
export async function ensureAnswered(
  deps: ConversationDeps,
  sessionId: string,
  { seq, turnId }: StoredMessage,
  giveUp: AbortSignal,
  onDelta?: DeltaSink,
): Promise<void> {
  if (turnId) await answerTurn(deps, sessionId, turnId, onDelta);
  while (!giveUp.aborted) {
    const [state] = await runStatement<{ answeredSeq: number; mode: string }>(deps.database, STATE, [
      sessionId,
    ]);
    if (!state || state.mode === 'human' || state.answeredSeq >= seq) return;
    const taken = await claimTurn(deps.database, sessionId);
    if (taken) await answerTurn(deps, sessionId, taken, onDelta);
    else await wait(LOOK_EVERY_MS, undefined, { signal: giveUp }).catch(() => {});
  }
}

/** The visitor's message and the replies of the turn that answered it, in order. */
export async function messageWithReplies(
  database: Database,
  sessionId: string,
  seq: number,
): Promise<Message[]> {
  const turn = Message.query(database).min('turnSeq').where({ sessionId }).where('turnSeq', '>=', seq);
  return Message.query(database)
    .where({ sessionId })
    .where((either) => either.where({ seq }).orWhere('turnSeq', turn))
    .orderBy('seq');
}
