import { conflict } from '../errors.ts';
import { staff } from '../http/policy.ts';
import type { Principal } from '../http/principal.ts';
import type { ChatSession } from '../models/chat-session.ts';

/** Only a person can take a conversation; an automation has no name to join with. */
export const canTakeOver = staff(['admin', 'agent']);
export const canWriteMessages = staff(['admin', 'agent'], ['sessions:write']);

/** A conversation that a person has. Needs the relation takenOverByUser. */
const holderOf = (session: ChatSession): string => session.takenOverByUser?.name ?? 'A colleague';

/**
 * Staff write in what they have taken; automations write while the assistant answers.
 * @throws not_taken (409), taken_by_other (409)
 */
export function requireMayWrite(session: ChatSession, by: Principal): void {
  if (session.mode === 'ai') {
    if (by.kind === 'key') return;
    throw conflict('not_taken', 'The assistant answers here. Take the conversation over first, then write.');
  }
  if (by.kind === 'key')
    throw conflict(
      'taken_by_other',
      `${holderOf(session)} has this conversation. Nothing is written for the assistant until it is handed back.`,
    );
  if (session.takenOverBy !== by.userId)
    throw conflict(
      'taken_by_other',
      `${holderOf(session)} has this conversation. Take it over from there to write in it.`,
    );
}

/** @throws taken_by_other (409) naming who has it, unless the caller knows and insists */
export function requireNobodyElse(session: ChatSession, userId: string, insists: boolean | undefined): void {
  if (session.mode === 'ai' || session.takenOverBy === userId || insists) return;
  throw conflict('taken_by_other', `${holderOf(session)} has this conversation already.`);
}
