/**
 * Every reason to read a conversation: how heavy it is, and what is said about it. The queue is sorted by the sum of
 * the weights, so what costs a visitor most stands first: nobody answered, something broke, somebody is angry.
 */
import type { SignalCode } from '../queue/schema.ts';

interface SignalKind {
  /** Whole points; all of them together stay below 1,000. */
  weight: number;
  /** One plain sentence. */
  text: string;
}

export const SIGNALS: Readonly<Record<SignalCode, SignalKind>> = {
  recheck: { weight: 40, text: 'Said to be fixed: check again.' },
  workflow_error: { weight: 30, text: 'Something failed in the workflow here.' },
  fallback: { weight: 30, text: 'The assistant could not answer and showed the fallback text.' },
  no_reply: { weight: 30, text: 'Nobody replied to the visitor’s last words.' },
  wants_person: { weight: 25, text: 'The visitor asked for a person and nobody came.' },
  low_rating: { weight: 25, text: 'The visitor rated the conversation 1 or 2 out of 5.' },
  strong_words: { weight: 20, text: 'The visitor used strong words.' },
  contradiction: { weight: 20, text: 'The visitor said that something is wrong or was said before.' },
  repeated_question: { weight: 20, text: 'The visitor asked the same thing again.' },
  corrected_detail: { weight: 10, text: 'The visitor corrected a detail that had been written down.' },
  slow_reply: { weight: 10, text: 'The visitor waited long for a reply.' },
  left_after_contact: { weight: 8, text: 'The visitor left when asked for their contact details.' },
  left_after_question: { weight: 5, text: 'The visitor left right after a question.' },
  sample: { weight: 1, text: 'Chosen at random.' },
};

/** As it is stored: what it is and which message it points at, never what was said there. */
export interface Signal {
  code: SignalCode;
  seq?: number;
}

/** The heaviest first. */
export const byWeight = (a: Signal, b: Signal): number => SIGNALS[b.code].weight - SIGNALS[a.code].weight;

export const scoreOf = (signals: readonly Signal[]): number =>
  signals.reduce((sum, { code }) => sum + SIGNALS[code].weight, 0);
