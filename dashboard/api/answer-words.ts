/**
 * The server's refusals in the dashboard's language. Errors are known by their id; what is wrong with a field has no
 * id, so its sentence is looked up. Loaded with the first refusal.
 */
import { answerTexts } from '../languages/en/answers.ts';

const { errors, fields } = answerTexts;
const ofErrors: Record<string, string> = errors;

type Meaning = keyof typeof fields;

/** The server's sentences about fields, and what they mean. A group in a pattern is the number it speaks of. */
const ABOUT_FIELDS: readonly (readonly [pattern: RegExp, meaning: Meaning])[] = [
  [/^This is missing\.$/, 'missing'],
  [/^This is not known here\.$/, 'unknown'],
  [/^This is empty\.$/, 'empty'],
  [/^This is not an e-mail address\.$/, 'noEmail'],
  [/^This is not a whole e-mail address\./, 'halfEmail'],
  [/^This is not a (?:web address|uri)\b/, 'noWebAddress'],
  [/^This is not a time zone\b/, 'noTimezone'],
  [/^This is not in the right form\.$/, 'wrongForm'],
  [/^This has characters that can’t be stored\.$/, 'unstorable'],
  [/^Nothing to change was given\.$/, 'nothingToChange'],
  [/^Another field has this name\.$/, 'takenName'],
  [/^This is not your password\.$/, 'wrongPassword'],
  [/^This password is easy to guess\./, 'easyPassword'],
  [/^One of these labels is no longer there\.$/, 'goneLabel'],
  [/^There is no such site\.$/, 'noSite'],
  [/^This person can’t look after leads here\.$/, 'noOwner'],
  [/^The end should come after the beginning\.$/, 'endFirst'],
  [/^This needs at least (\d+) characters\.$/, 'tooShort'],
  [/^This can have at most (\d+) characters\.$/, 'tooLong'],
  [/^This can have at most (\d+) entries\.$/, 'tooMany'],
  [/^This should be at least (-?[\d.]+)\.$/, 'tooSmall'],
  [/^This should be at most (-?[\d.]+)\.$/, 'tooBig'],
];

/** By its id; the server's sentence where only that says enough. */
export const errorWords = (id: string, message: string): string => ofErrors[id] ?? message;

/** What a sentence about a field means, with its number; null for one that only the server can say. */
export function meaningOf(message: string): { meaning: Meaning; n: string } | null {
  for (const [pattern, meaning] of ABOUT_FIELDS) {
    const match = pattern.exec(message);
    if (match) return { meaning, n: match[1] ?? '' };
  }
  return null;
}

export function fieldWords(message: string): string {
  const known = meaningOf(message);
  if (!known) return message;
  const ours = fields[known.meaning];
  return typeof ours === 'string' ? ours : ours(known.n);
}
