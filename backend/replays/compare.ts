import type { Outcome, PlayedTurn } from './schema.ts';

/** What differs most decides: a fault, then the lead, then the words. */
export function outcomeOf(result: {
  turns: readonly PlayedTurn[];
  oldLead: Record<string, string>;
  newLead: Record<string, string>;
  fault: string | null;
}): Outcome {
  if (result.fault !== null) return 'fault';
  if (!isSameLead(result.oldLead, result.newLead)) return 'changed_lead';
  return result.turns.some(isChanged) ? 'changed_replies' : 'same';
}

export const isChanged = (turn: PlayedTurn): boolean =>
  JSON.stringify(turn.old.map(tidy)) !== JSON.stringify(turn.new.map(tidy));

function isSameLead(old: Record<string, string>, now: Record<string, string>): boolean {
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names].every((name) => tidy(old[name] ?? '') === tidy(now[name] ?? ''));
}

/** Another line break is no other answer. */
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
