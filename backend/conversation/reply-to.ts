/**
 * Seeing to it that a visitor's message is answered, also when another request or process is at it.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { runStatement } from '../db/sql.ts';
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
  { seq, taken }: StoredMessage,
  giveUp: AbortSignal,
  onDelta?: DeltaSink,
): Promise<void> {
  if (taken && (await answerTurn(deps, sessionId, taken.turnId, onDelta, taken.turn))) return;
  while (!giveUp.aborted) {
    const [state] = await runStatement<{ answeredSeq: number; mode: string }>(deps.database, STATE, [
      sessionId,
    ]);
    if (!state || state.mode === 'human' || state.answeredSeq >= seq) return;
    const turnId = await claimTurn(deps.database, sessionId);
    if (turnId) await answerTurn(deps, sessionId, turnId, onDelta);
    else await wait(LOOK_EVERY_MS, undefined, { signal: giveUp }).catch(() => {});
  }
}
