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

export interface Waiting {
  /** How long to wait for another's turn, in ms. */
  waitMs: number;
  /** Nobody waits any more. */
  gone?: AbortSignal;
  onDelta?: DeltaSink;
}

/**
 * Makes sure the message is answered: answers it, or waits for who does. Returns without an answer when a person has
 * the conversation, when it is gone, or when it is not to wait any longer.
 */
export async function ensureAnswered(
  deps: ConversationDeps,
  sessionId: string,
  { seq, taken }: StoredMessage,
  { waitMs, gone, onDelta }: Waiting,
): Promise<void> {
  if (taken && (await answerTurn(deps, sessionId, taken.turnId, onDelta, taken.turn))) return;
  // Made when it is needed: its timer would outlive every turn that needs none.
  const late = AbortSignal.timeout(waitMs);
  const giveUp = gone ? AbortSignal.any([late, gone]) : late;
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
