/**
 * What a visitor typed, cut into pieces. Every pattern here and in its neighbours is linear in the length of the text:
 * no repetition inside a repetition over the same characters.
 */

import { westernDigits } from '../contact-details.ts';

/** The longest text the agent looks at; the widget sends at most as much. */
const LONGEST = 4000;

/** Controls, direction overrides and halves of surrogate pairs: nothing a person means to say. */
const UNSEEN = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]/gu;

/** A stretch of a text: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** A stretch with its words. */
export interface Piece extends Span {
  text: string;
}

/** A stretch and what it says. */
export interface Found extends Span {
  value: string;
}

/** One line break stays one line break; other white space becomes single spaces; what cannot be seen goes. */
export function clean(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, (char) => (char === '\n' ? '\n' : char === '\t' ? ' ' : ''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .replace(/[’‘ʼ]/g, "'")
    .trim();
}

/** Lower case without accents and outer punctuation, digits in one form, for comparing. */
export function plain(text: string): string {
  return westernDigits(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[“”"„«»*_`¿¡]/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]{1,9}/u, '')
    .replace(/[\s.,;:!?…)،؛؟-]{1,9}$/, '')
    .trim();
}

/** The same length without accents and in one form of each letter and digit, for patterns that say where something stands. */
export function fold(text: string): string {
  return westernDigits(text).replace(/[\u00c0-\u024f\u0622-\u0626’]/g, (letter) =>
    letter === '’' ? "'" : letter.normalize('NFD')[0]!,
  );
}

/** Words with their places: letters and digits, with apostrophes, hyphens, ampersands and dots inside. */
export function words(text: string): Piece[] {
  const found: Piece[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['.&-][\p{L}\p{M}\p{N}]+)*/gu)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Sentences: they end at `.`, `!`, `?` before a space, or at a line break. */
export function sentences(text: string): Piece[] {
  return split(text, '.!?…؟');
}

/** Clauses: sentences cut again at commas, semicolons, colons and dashes. */
export function clauses(text: string): Piece[] {
  return split(text, '.!?…,;:–—،؛؟。，');
}

function split(text: string, marks: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  const close = (end: number) => {
    const piece = text.slice(start, end);
    const lead = piece.length - piece.trimStart().length;
    if (piece.trim())
      pieces.push({ text: piece.trim(), start: start + lead, end: start + piece.trimEnd().length });
    start = end;
  };
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i]!;
    const next = text[i + 1];
    const isMark =
      marks.includes(char) && (next === undefined || !/[\p{L}\p{N}@]/u.test(next) || char > '\u0600');
    const isRun = next !== undefined && marks.includes(next);
    if (char === '\n' || (isMark && !isRun)) close(i + 1);
  }
  close(text.length);
  return pieces;
}

/** The text with each span blanked out by a mark that is neither word nor space; places stay the same. */
export function blank(text: string, spans: readonly Span[]): string {
  let result = text;
  for (const { start, end } of spans) {
    result = result.slice(0, start) + '\ufffc'.repeat(end - start) + result.slice(end);
  }
  return result;
}

/** At most `length` characters, cut at a word, with an ellipsis when something is left out. */
export function shorten(text: string, length: number): string {
  const chars = [...text];
  if (chars.length <= length) return text;
  const cut = chars.slice(0, length - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > length / 2 ? cut.slice(0, space) : cut}…`;
}

/** "my name is|call me" as lists of words, for `startsWith`. */
export function phrases(text: string): string[][] {
  return text.split('|').map((phrase) => phrase.split(' '));
}

/** How many words at a place are one of the phrases; 0 when none is. */
export function startsWith(
  tokens: readonly Piece[],
  at: number,
  options: readonly (readonly string[])[],
): number {
  const fits = options.find((option) =>
    option.every((word, i) => fold(tokens[at + i]?.text.toLowerCase() ?? '') === word),
  );
  return fits?.length ?? 0;
}

/** A capital letter, or a letter of a script that has none, or a digit. */
export function startsUpper(word: string): boolean {
  const first = [...word][0]!;
  return first !== first.toLowerCase() || first === first.toUpperCase();
}
