/**
 * The words that signals listen for, by language. All languages are always asked: visitors write in theirs, whatever
 * the page says. A new language is a file like english.ts and its name below.
 */
import { english } from './english.ts';
import { german } from './german.ts';

export interface WordLists {
  /** That something is wrong, or was said before. */
  contradiction: readonly string[];
  /** Anger and insults; words that also have a calm use stand with their angry neighbours. */
  strong: readonly string[];
  /** The wish for a person. */
  person: readonly string[];
  /** How an assistant asks for an address or a number. */
  contact: readonly string[];
  /** What needs no reply. */
  closing: readonly string[];
  /** Words that don't change what is asked. */
  filler: string;
}

const LANGUAGES: readonly WordLists[] = [english, german];

type Topic = Exclude<keyof WordLists, 'filler'>;

/** Longer texts are only read so far: a signal is no search. */
const READ_MAX = 2_000;

const PATTERNS = Object.fromEntries(
  (['contradiction', 'strong', 'person', 'contact', 'closing'] as const).map((topic) => [
    topic,
    pattern(LANGUAGES.flatMap((lists) => lists[topic])),
  ]),
) as Record<Topic, RegExp>;

export const FILLER: ReadonlySet<string> = new Set(LANGUAGES.flatMap(({ filler }) => filler.split(' ')));

/** Whether a text has one of the topic's phrases as whole words. */
export const speaksOf = (topic: Topic, text: string): boolean => PATTERNS[topic].test(plain(text));

/** Small letters, one kind of apostrophe, no accents written in pieces. */
export const plain = (text: string): string =>
  text
    .slice(0, READ_MAX)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`´]/g, "'");

function pattern(phrases: readonly string[]): RegExp {
  const parts = phrases.map((phrase) => phrase.replaceAll('~', '\\p{L}*').replaceAll(' ', '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}
