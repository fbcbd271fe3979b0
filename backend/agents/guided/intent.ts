/**
 * What a visitor wants of the conversation itself, apart from the details they give: ask, refuse, greet, leave.
 */
import type { Hears, Talk } from './hears/hears.ts';
import { clauses, plain, sentences, words } from './text.ts';

export type Intent =
  | 'greeting'
  | 'thanks'
  | 'bye'
  | 'yes'
  | 'no'
  | 'refuse'
  | 'refuseAll'
  | 'unsure'
  | 'why'
  | 'who'
  | 'person'
  | 'privacy'
  | 'how'
  | 'browsing'
  | 'preferPhone'
  | 'preferEmail'
  | 'hostile'
  /** Gives nothing to go on: did not understand, said it already, or asks for a moment. */
  | 'nothing'
  /** Not now: no answer to anything. */
  | 'later'
  | 'correct';

/** Talk about the conversation; such a message is no failed answer. */
export const ASIDE: readonly Intent[] = [
  'greeting',
  'thanks',
  'bye',
  'why',
  'who',
  'person',
  'privacy',
  'how',
  'browsing',
  'hostile',
  'refuseAll',
];

/** Everything a message says about the conversation itself. */
export function intentsOf(text: string, tongues: readonly Hears[]): Set<Intent> {
  const found = new Set<Intent>();
  for (const { talk } of tongues) addFrom(talk, text, found);
  const [first] = tongues;
  if (first!.talk.correction.test(plain(text.slice(0, 300))) || text.startsWith('*')) found.add('correct');
  if (/^\p{Extended_Pictographic}/u.test(text) && /^[👍👌✅🙂😊]/u.test(text) && words(text).length === 0)
    found.add('yes');
  if (/^(?:👎|❌|🙅)/u.test(text) && words(text).length === 0) found.add('no');
  if (found.has('who')) found.delete('person');
  if (found.has('no') || found.has('refuse')) found.delete('thanks');
  return found;
}

const LONGEST_CLAUSE = 160;

function addFrom(talk: Talk, text: string, found: Set<Intent>): void {
  const addClause = (said: string) => {
    for (const way of [said, withoutPoliteness(talk, said)]) {
      if (way.length > LONGEST_CLAUSE) continue;
      for (const [intent, pattern] of talk.clauses) if (pattern.test(way)) found.add(intent);
    }
  };
  for (const { text: clause } of clauses(text.slice(0, 1000)).slice(0, 40)) addClause(plain(clause));
  for (const { text: sentence } of sentences(text.slice(0, 1000)).slice(0, 20)) {
    const said = plain(sentence);
    for (const [intent, pattern] of talk.sentences) if (pattern.test(said)) found.add(intent);
  }
  // "no, I'd rather not" and "I'd rather not, sorry" span clauses; the whole is looked at once more.
  const whole = plain(text.slice(0, 200)).replaceAll(/[,،]/g, '');
  addClause(whole);
  for (const [intent, pattern] of talk.whole) if (pattern.test(whole)) found.add(intent);
}

function withoutPoliteness({ politeBefore, politeAfter }: Talk, said: string): string {
  return said.replace(politeBefore, '').replace(politeAfter, '').trim();
}

/** The sentences of a message that ask the house something. Small words such as "ok?" do not count. */
export function questionsIn(text: string, { talk }: Hears): { text: string; start: number; end: number }[] {
  return sentences(text)
    .filter(({ text: sentence }) => {
      const said = plain(sentence.slice(0, 400));
      const hasMark = /[?؟？]["')\s]*$/u.test(sentence);
      return (hasMark && /\p{L}{2}/u.test(said)) || (talk.asking.test(said) && words(said).length >= 3);
    })
    .slice(0, 5);
}
