/**
 * The same question again. Two messages ask the same when the words that carry meaning are the same but for a slip of
 * the finger: "what does shipping cost" and "How much does the shipping cost??". One other word is another question.
 */
import type { SpokenMessage } from './conversation.ts';
import { FILLER, plain } from './words/lists.ts';

/** Only so many of the newest are compared with each other. */
const COMPARED = 60;
/** Below this a message is an answer ("yes", "a table"), not a question. */
const MIN_LETTERS = 8;
/** A word this long may differ in one letter. */
const FORGIVING_LENGTH = 5;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The first message that asks again what was asked before, if any. */
export function findRepeated(messages: readonly SpokenMessage[]): number | undefined {
  const asked = messages
    .filter((message, index) => message.role === 'visitor' && !isAnswer(message, messages[index - 1]))
    .slice(-COMPARED)
    .map(({ seq, text }) => ({ seq, carried: carriedWords(text) }))
    .filter(({ carried }) => carried.join('').length >= MIN_LETTERS);
  const again = asked.find(({ carried }, index) =>
    asked.slice(0, index).some((earlier) => isSame(earlier.carried, carried)),
  );
  return again?.seq;
}

/** A pressed choice, an address or a number is no question, however often it is given. */
function isAnswer({ text }: SpokenMessage, before: SpokenMessage | undefined): boolean {
  return Boolean(before?.choices?.includes(text)) || /@|^[\d\s+()/.,-]+$/.test(text);
}

/** The words without those that only hold a sentence together; all of them where nothing else is left. */
function carriedWords(text: string): string[] {
  const all = [...words.segment(plain(text).slice(0, 500))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
  const carried = all.filter((word) => !FILLER.has(word));
  return [...new Set(carried.length > 0 ? carried : all)].sort();
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((word) => b.some((other) => isAlmost(word, other)));
}

/** Equal, or one letter changed, missing, too many, or two neighbours swapped. */
function isAlmost(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < FORGIVING_LENGTH || /\d/.test(a + b)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const isSwapped = restA.length === 2 && restA === [...restB].reverse().join('');
  return isSwapped || (restA.length <= 1 && restB.length <= 1);
}
