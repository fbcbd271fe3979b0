/**
 * Answers from the site's own questions and answers. The caller searches; here it is decided whether what came back
 * really answers the question.
 */
import type { KnowledgeHit } from '../agent.ts';
import { plain, words } from './text.ts';
import { STOPWORDS } from './words.ts';

/** Words that ask for the same thing. The first of each row stands for all. */
const SAME: readonly string[][] = [
  ['price', 'cost', 'pricing', 'fee', 'charge', 'rate', 'expensive', 'cheap', 'pay'],
  ['hours', 'open', 'opening', 'close', 'closed', 'closing'],
  ['location', 'where', 'located', 'address', 'office', 'based', 'find'],
  ['duration', 'long', 'take', 'fast', 'quick', 'quickly'],
  ['delivery', 'deliver', 'shipping', 'ship'],
  ['refund', 'return', 'cancel', 'cancellation'],
  ['guarantee', 'warranty'],
];
/** Phrases of small words that mean one of the rows. */
const ASKED_BY: readonly [RegExp, string][] = [
  [/\bhow much\b/, 'price'],
  [/\bhow (?:long|fast|quickly|soon)\b/, 'duration'],
  [/\bwhere\b/, 'location'],
];

export interface Answer {
  /** The question as the visitor asked it. */
  asked: string;
  /** The entry that answers it, null when there is none. */
  hit: KnowledgeHit | null;
}

type Search = (question: string) => Promise<KnowledgeHit[]>;

/** Looks up one question, once as asked and, when that finds nothing, by the usual other words for it. */
export async function lookUp(asked: string, search: Search): Promise<Answer> {
  const meant = meaningOf(asked);
  const direct = best(meant, await search(asked.slice(0, 500)));
  if (direct) return { asked, hit: direct };
  const others = SAME.filter((row) => meant.has(row[0]!)).flatMap((row) => row.slice(0, 3));
  for (const word of others.slice(0, 3)) {
    const hit = best(meant, await search(word));
    if (hit) return { asked, hit };
  }
  return { asked, hit: null };
}

/** The hit that shares most with the question; none when nothing telling is shared. Ties go to the better rank. */
function best(meant: ReadonlySet<string>, hits: readonly KnowledgeHit[]): KnowledgeHit | null {
  let found: KnowledgeHit | null = null;
  let most = 0;
  for (const hit of hits.slice(0, 5)) {
    const inQuestion = shared(meant, meaningOf(hit.question));
    const inAnswer = shared(meant, meaningOf(hit.answer));
    // Found only in the answer, most of the question must be there, or it is about something else.
    const score = inQuestion > 0 ? 1 + inQuestion : inAnswer * 2 > meant.size ? inAnswer / meant.size : 0;
    if (score > most) {
      most = score;
      found = hit;
    }
  }
  // Without words to compare (another script, a question of small words only) the search has the say.
  return found ?? (meant.size === 0 ? (hits[0] ?? null) : null);
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => b.has(word)).length;
}

/** The telling words of a text by their stems, with words that ask for the same thing made equal. */
function meaningOf(text: string): Set<string> {
  const said = plain(text.slice(0, 4000));
  const meant = new Set<string>();
  for (const [pattern, word] of ASKED_BY) if (pattern.test(said)) meant.add(word);
  for (const { text: word } of words(said)) {
    const row = SAME.find((each) => each.includes(word) || each.includes(stem(word)));
    if (row) meant.add(row[0]!);
    else if (!STOPWORDS.has(word) && word.length > 1) meant.add(stem(word));
  }
  return meant;
}

/** Enough of English endings to bring "websites", "website" and "invoicing", "invoice" together. */
function stem(word: string): string {
  if (word.length < 4) return word;
  const base = word
    .replace(/'s$/, '')
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ing|ed|es|s|e)$/, '');
  return base.length >= 3 ? base : word;
}
