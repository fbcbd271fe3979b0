/**
 * All signals of one conversation, each at most once and pointing at the first message that shows it. Nothing is asked
 * of anybody: the same rows always give the same signals.
 */
import { byWeight, type Signal } from './catalogue.ts';
import type { QuietConversation } from './conversation.ts';
import { findRepeated } from './repetition.ts';
import { findLeftAfter, findSlow, findUnanswered, findUnmetWish } from './waiting.ts';
import { speaksOf } from './words/lists.ts';

/** The rating that asks for a look, and all below it. */
const LOW_RATING = 2;

/** The heaviest first. */
export function findSignals(conversation: QuietConversation): Signal[] {
  const { messages, rating } = conversation;
  const found: Signal[] = [];
  const note = (code: Signal['code'], seq: number | undefined) => {
    if (seq !== undefined) found.push({ code, seq });
  };
  const saysFirst = (topic: 'contradiction' | 'strong') =>
    messages.find(({ role, text }) => role === 'visitor' && speaksOf(topic, text))?.seq;

  if (conversation.faultsAfter.length > 0) found.push(pointing('workflow_error', conversation.faultsAfter));
  note('fallback', messages.find(({ isFallback }) => isFallback)?.seq);
  note('no_reply', findUnanswered(conversation));
  note('slow_reply', findSlow(conversation));
  const wish = findUnmetWish(conversation);
  if (wish === undefined && conversation.wantsPerson) found.push({ code: 'wants_person' });
  note('wants_person', wish);
  note('repeated_question', findRepeated(messages));
  note('contradiction', saysFirst('contradiction'));
  note('strong_words', saysFirst('strong'));
  if (rating !== null && rating <= LOW_RATING) found.push({ code: 'low_rating' });
  note('corrected_detail', findCorrection(conversation));
  const left = findLeftAfter(conversation);
  if (left) found.push(left);
  return found.sort(byWeight);
}

function pointing(code: Signal['code'], seqs: readonly (number | null)[]): Signal {
  const seq = seqs.find((known) => known !== null);
  return seq === undefined || seq === null ? { code } : { code, seq };
}

/** The visitor's message that led to the first correction: their last one before it was written down. */
function findCorrection({ messages, correctedAt }: QuietConversation): number | undefined {
  if (correctedAt.length === 0) return undefined;
  const first = Math.min(...correctedAt);
  return messages.findLast(({ role, at }) => role === 'visitor' && at <= first)?.seq;
}
