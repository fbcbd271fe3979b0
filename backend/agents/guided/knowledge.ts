/**
 * Answers from the site's own questions and answers. The caller searches; here it is decided whether what came back
 * really answers the question.
 */
import type { KnowledgeUse } from '../../knowledge/schema.ts';
import type { KnowledgeHit } from '../agent.ts';
import { quote } from './quote.ts';
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

/** Which entries an answer was drawn from, for staff. */
export const usesOf = (hits: readonly KnowledgeHit[]): KnowledgeUse[] =>
  [...new Map(hits.map((hit) => [hit.id + hit.question, hit])).values()].map(({ kind, id, question }) => ({
    kind,
    id,
    title: question,
  }));

/** A pair was written as an answer and goes first; a page is quoted where none fits. */
function best(meant: ReadonlySet<string>, hits: readonly KnowledgeHit[]): KnowledgeHit | null {
  const pair = bestPair(
    meant,
    hits.filter(({ kind }) => kind === 'answer'),
  );
  return pair ?? bestPassage(meant, hits);
}

/** The passage that has nearly all of what was asked, cut down to the sentences that have it. */
function bestPassage(meant: ReadonlySet<string>, hits: readonly KnowledgeHit[]): KnowledgeHit | null {
  if (meant.size === 0) return null;
  const fitting = hits
    .filter(({ kind }) => kind === 'page')
    .map((hit) => {
      const words = meaningOf(`${hit.question} ${hit.answer}`);
      const isAbout = meant.size === 1 && shared(meant, meaningOf(hit.question)) === 1;
      return {
        hit,
        covered: shared(meant, words) / meant.size,
        isEnough: isAbout || shared(meant, words) >= 2,
      };
    })
    .filter(({ covered, isEnough }) => covered >= 0.66 && isEnough)
    .sort((a, b) => b.covered - a.covered);
  const hit = fitting[0]?.hit;
  return hit ? { ...hit, answer: quote(hit.answer, (text) => shared(meant, meaningOf(text))) } : null;
}

/** The pair that fits best; none when nothing fits well enough. Ties go to the better rank. */
function bestPair(meant: ReadonlySet<string>, hits: readonly KnowledgeHit[]): KnowledgeHit | null {
  let found: KnowledgeHit | null = null;
  let most = 0;
  for (const hit of hits.slice(0, 5)) {
    const score = likeness(meant, hit);
    if (score > most) {
      most = score;
      found = hit;
    }
  }
  // Without words to compare (a question of small words only) the search has the say.
  return found ?? (meant.size === 0 ? (hits[0] ?? null) : null);
}

const TOPICS: ReadonlySet<string> = new Set(SAME.map((row) => row[0]!));

/**
 * From 0 (about something else) upwards. One word in common does not make an answer: "How long does a website take?"
 * is not answered by what a website costs.
 */
function likeness(meant: ReadonlySet<string>, hit: KnowledgeHit): number {
  const asked = meaningOf(hit.question);
  const all = new Set([...asked, ...meaningOf(hit.answer)]);
  const topics = [...meant].filter((word) => TOPICS.has(word));
  const isOtherTopic = [...asked].some((word) => TOPICS.has(word)) && !topics.some((topic) => all.has(topic));
  if (topics.length > 0 && isOtherTopic) return 0;
  const common = shared(meant, asked);
  const alike = (2 * common) / (meant.size + asked.size || 1);
  const isWhollyAsked = common > 0 && common === asked.size;
  const covered = shared(meant, all) / (meant.size || 1);
  if (alike >= (isOtherTopic ? 0.5 : 0.4) || isWhollyAsked) return 1 + alike;
  return covered >= 0.6 ? covered : 0;
}

/** True for a word or two that head an answer on many sites: "pricing", "opening hours". */
export function isHeading(text: string): boolean {
  const meant = [...meaningOf(text)];
  return meant.length > 0 && meant.every((word) => TOPICS.has(word));
}

/** True when a text touches something that sites usually have an answer to, such as prices. */
export function hasTopic(text: string): boolean {
  return [...meaningOf(text)].some((word) => TOPICS.has(word));
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
    const row = ROW_BY_STEM.get(stem(word));
    if (row) meant.add(row[0]!);
    else if (!STOPWORDS.has(word) && word.length > 1) meant.add(stem(word));
  }
  return meant;
}

/** The rows by the stems of their words. */
const ROW_BY_STEM = new Map(SAME.flatMap((row) => row.map((word) => [stem(word), row] as const)));

/** Enough of English endings to bring "websites", "website" and "invoicing", "invoice" together. */
function stem(word: string): string {
  if (word.length < 4) return word;
  const base = word
    .replace(/'s$/, '')
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ing|ed|es|s|e)$/, '');
  return base.length >= 3 ? base : word;
}
