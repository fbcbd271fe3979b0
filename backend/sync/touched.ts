/**
 * A conversation that somebody looks at is looked after: from what was read anyway it is told, without a query, whether
 * something may have been left half done; only then it is gone into.
 */
import { IDLE_MINUTES } from '../conversation/abandon-idle.ts';
import type { ConversationDeps } from '../conversation/answer-turn.ts';
import { recoverTurn } from '../conversation/recover-turns.ts';
import type { ChatSession } from '../models/chat-session.ts';
import { mend } from './pass.ts';

/** A turn that is older than this and that nobody holds was left behind. */
const LEFT_MS = 5_000;

/** What a detail has read already. */
export interface Seen {
  session: ChatSession;
  lastSeq: number | undefined;
  deliveries: number;
}

/** @returns whether something was mended, so that it is to be read again */
export async function mendTouched(deps: ConversationDeps, seen: Seen): Promise<boolean> {
  const { session } = seen;
  // The answer comes over the live events; whoever reads does not wait for an agent.
  if (isLeftUnanswered(session)) void recoverTurn(deps, session.id);
  if (!looksHalfDone(seen)) return false;
  return (await mend(deps, [session.id])) > 0;
}

function looksHalfDone({ session, lastSeq, deliveries }: Seen): boolean {
  const { completionStatus, lead } = session;
  const isReachable = Boolean(lead?.email || lead?.phone);
  if (lastSeq !== undefined && lastSeq !== session.lastSeq) return true;
  if (completionStatus === 'in_progress')
    return isReachable || age(session.lastMessageAt) > IDLE_MINUTES * 60_000;
  return completionStatus === 'completed' && (deliveries === 0 || (isReachable && !lead?.completedAt));
}

function isLeftUnanswered({ mode, awaitingSince, turnUntil }: ChatSession): boolean {
  const isHeld = turnUntil !== null && age(turnUntil) < 0;
  return mode === 'ai' && awaitingSince !== null && !isHeld && age(awaitingSince) > LEFT_MS;
}

const age = (at: Date) => Date.now() - at.getTime();
