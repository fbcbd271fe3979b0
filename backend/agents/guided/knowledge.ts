/**
 * Answers from the site's own questions and answers. The caller searches; here it is decided whether what came back
 * really answers the question.
 */
import type { KnowledgeUse } from '../../knowledge/schema.ts';
import type { KnowledgeHit } from '../agent.ts';
import { english } from './hears/en.ts';
import type { TopicWords } from './hears/hears.ts';
import { quote } from './quote.ts';
import { plain, words } from './text.ts';

export interface Answer {
  /** The question as the visitor asked it. */
  asked: string;
  /** The entry that answers it, null when there is none. */
  hit: KnowledgeHit | null;
}

type Search = (question: string) => Promise<KnowledgeHit[]>;

/** Looks up one question, once as asked and, when that finds nothing, by the usual other words for it. */
export async function lookUp(
  asked: string,
  search: Search,
  known: TopicWords = english.topics,
): Promise<Answer> {
  const meant = meaningOf(asked, known);
  const direct = best(known, meant, await search(asked.slice(0, 500)));
  if (direct) return { asked, hit: direct };
  const others = known.same.filter((row) => meant.has(row[0]!)).flatMap((row) => row.slice(0, 3));
  for (const word of others.slice(0, 3)) {
    const hit = best(known, meant, await search(word));
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
function best(
  known: TopicWords,
  meant: ReadonlySet<string>,
  hits: readonly KnowledgeHit[],
): KnowledgeHit | null {
  const pair = bestPair(
    known,
    meant,
    hits.filter(({ kind }) => kind === 'answer'),
  );
  return pair ?? bestPassage(known, meant, hits);
}

/** The passage that has nearly all of what was asked, cut down to the sentences that have it. */
function bestPassage(
  known: TopicWords,
  meant: ReadonlySet<string>,
  hits: readonly KnowledgeHit[],
): KnowledgeHit | null {
  if (meant.size === 0) return null;
  const fitting = hits
    .filter(({ kind }) => kind === 'page')
    .map((hit) => {
      const words = meaningOf(`${hit.question} ${hit.answer}`, known);
      const isAbout = meant.size === 1 && shared(meant, meaningOf(hit.question, known)) === 1;
      return {
        hit,
        covered: shared(meant, words) / meant.size,
        isEnough: isAbout || shared(meant, words) >= 2,
      };
    })
    .filter(({ covered, isEnough }) => covered >= 0.66 && isEnough)
    .sort((a, b) => b.covered - a.covered);
  const hit = fitting[0]?.hit;
  return hit ? { ...hit, answer: quote(hit.answer, (text) => shared(meant, meaningOf(text, known))) } : null;
}

/** The pair that fits best; none when nothing fits well enough. Ties go to the better rank. */
function bestPair(
  known: TopicWords,
  meant: ReadonlySet<string>,
  hits: readonly KnowledgeHit[],
): KnowledgeHit | null {
  let found: KnowledgeHit | null = null;
  let most = 0;
  for (const hit of hits.slice(0, 5)) {
    const score = likeness(known, meant, hit);
    if (score > most) {
      most = score;
      found = hit;
    }
  }
  // Without words to compare (a question of small words only) the search has the say.
  return found ?? (meant.size === 0 ? (hits[0] ?? null) : null);
}

/**
 * From 0 (about something else) upwards. One word in common does not make an answer: "How long does a website take?"
 * is not answered by what a website costs.
 */
function likeness(known: TopicWords, meant: ReadonlySet<string>, hit: KnowledgeHit): number {
  const asked = meaningOf(hit.question, known);
  const all = new Set([...asked, ...meaningOf(hit.answer, known)]);
  const { topics: headings } = indexOf(known);
  const topics = [...meant].filter((word) => headings.has(word));
  const isOtherTopic =
    [...asked].some((word) => headings.has(word)) && !topics.some((topic) => all.has(topic));
  if (topics.length > 0 && isOtherTopic) return 0;
  const common = shared(meant, asked);
  const alike = (2 * common) / (meant.size + asked.size || 1);
  const isWhollyAsked = common > 0 && common === asked.size;
  const covered = shared(meant, all) / (meant.size || 1);
  if (alike >= (isOtherTopic ? 0.5 : 0.4) || isWhollyAsked) return 1 + alike;
  return covered >= 0.6 ? covered : 0;
}

/** True for a word or two that head an answer on many sites: "pricing", "opening hours". */
export function isHeading(text: string, known: TopicWords): boolean {
  const meant = [...meaningOf(text, known)];
  const { topics } = indexOf(known);
  return meant.length > 0 && meant.every((word) => topics.has(word));
}

/** True when a text touches something that sites usually have an answer to, such as prices. */
export function hasTopic(text: string, known: TopicWords): boolean {
  const { topics } = indexOf(known);
  return [...meaningOf(text, known)].some((word) => topics.has(word));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => b.has(word)).length;
}

/** The telling words of a text by their stems, with words that ask for the same thing made equal. */
function meaningOf(text: string, known: TopicWords): Set<string> {
  const { rows } = indexOf(known);
  const said = plain(text.slice(0, 4000));
  const meant = new Set<string>();
  for (const [pattern, word] of known.askedBy) if (pattern.test(said)) meant.add(word);
  for (const { text: word } of words(said)) {
    const row = rows.get(known.stem(word));
    if (row) meant.add(row[0]!);
    else if (!known.stopwords.has(word) && word.length > 1) meant.add(known.stem(word));
  }
  return meant;
}

interface Index {
  /** The first word of each row, which stands for it. */
  topics: ReadonlySet<string>;
  /** The rows by the stems of their words. */
  rows: ReadonlyMap<string, readonly string[]>;
}

/** Made once for each language. */
const indexes = new Map<TopicWords, Index>();

function indexOf(known: TopicWords): Index {
  const made = indexes.get(known);
  if (made) return made;
  const { same, stem } = known;
  const rows = new Map(same.flatMap((row) => row.map((word) => [stem(word), row] as const)));
  const index = { topics: new Set(same.map((row) => row[0]!)), rows };
  indexes.set(known, index);
  return index;
}
