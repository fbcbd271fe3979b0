/**
 * Who is writing. Careful rather than clever: a missed name is asked for, a wrong one stays in
 * the lead.
 */
import type { NameWords } from './hears/hears.ts';
import { type Found, fold, type Piece, startsUpper, startsWith, words } from './text.ts';
import { NAME_PARTICLES, TITLES, VERBLIKE_NAMES } from './words.ts';

export interface NameContext {
  /** The name was asked for, so that less proof is needed. */
  isAskedFor: boolean;
  /** Something is being put right ("no, it's Anna"). */
  isCorrection: boolean;
}

/** The name somebody gives of themselves in a sentence. */
export function nameIn(text: string, context: NameContext, known: NameWords): Found | null {
  const tokens = words(text);
  const isShouting = text === text.toUpperCase() && tokens.length > 3;
  for (let i = 0; i < tokens.length; i += 1) {
    const sure = startsWith(tokens, i, known.sure);
    const likely = sure === 0 ? startsWith(tokens, i, known.likely) : 0;
    const length = sure || likely;
    if (length === 0) continue;
    if (known.weak.test(tokens[i]!.text) && !context.isAskedFor && !context.isCorrection) continue;
    let from = i + length;
    while (known.between.test(tokens[from]?.text ?? '')) from += 1;
    const name = nameAt(text, tokens, from, sure > 0 || context.isAskedFor, isShouting, known);
    if (name) return name;
  }
  return atTheStart(text, tokens, context, known) ?? signature(text, known) ?? labelled(text, known);
}

/** "Ana here", and "Ana from Acme" where it can only be an introduction. */
function atTheStart(
  text: string,
  tokens: readonly Piece[],
  context: NameContext,
  known: NameWords,
): Found | null {
  let from = 0;
  while (known.greetings.has(lowerOf(tokens[from]))) from += 1;
  const name = nameAt(text, tokens, from, context.isAskedFor, false, known);
  if (!name) return null;
  const following = tokens.find((token) => token.start >= name.end);
  const next = following && text.slice(name.end, following.start) === ' ' ? lowerOf(following) : '';
  if (known.here.has(next) || (known.from.has(next) && (context.isAskedFor || from > 0))) return name;
  return null;
}

/** The name after "Best regards" or "Thanks", at the end of a letter. */
function signature(text: string, known: NameWords): Found | null {
  const match = known.signed.exec(fold(text));
  if (!match) return null;
  const end = match.index + match[0].length;
  const value = text.slice(end - match[1]!.length, end);
  if (!isPlainName(value, known)) return null;
  // "Thanks, Tom" alone is said to Tom.
  if (words(text).length < 6 && !text.slice(0, match.index + match[0].length).includes('\n')) return null;
  return { value, start: end - match[1]!.length, end };
}

/** "Name: Ana Silva" on a line or between commas. */
function labelled(text: string, known: NameWords): Found | null {
  const match = known.labelled.exec(fold(text));
  if (!match) return null;
  const start = match.index + match[0].length - match[1]!.length;
  const end = start + match[1]!.trimEnd().length;
  const value = text.slice(start, end);
  return isPlainName(value, known) ? { value: tidyName(value), start, end } : null;
}

/** A run of name words at a place in the text. */
function nameAt(
  text: string,
  tokens: readonly Piece[],
  from: number,
  isSure: boolean,
  isShouting: boolean,
  known: NameWords,
): Found | null {
  let first = from;
  while (TITLES.has(tokens[first]?.text.toLowerCase() ?? '')) first += 1;
  const head = tokens[first];
  if (
    !head ||
    !isNameWord(head.text, known) ||
    (first > 0 && /\n/.test(text.slice(tokens[first - 1]!.end, head.start)))
  ) {
    return null;
  }
  const isCapital = startsUpper(head.text) && !isShouting;
  if (!isCapital && !isSure && !isLikelyLowerName(head.text, known)) return null;
  const run = [head];
  for (let i = first + 1; i < tokens.length && run.length < 6; i += 1) {
    const word = tokens[i]!;
    if (!/^(?: |\. )$/.test(text.slice(tokens[i - 1]!.end, word.start))) break;
    if (text.slice(tokens[i - 1]!.end, word.start) === '. ' && tokens[i - 1]!.text.length > 1) break;
    const isParticle = NAME_PARTICLES.has(word.text.toLowerCase());
    if (!isNameWord(word.text, known) || (isCapital && !startsUpper(word.text) && !isParticle)) break;
    run.push(word);
  }
  while (run.length > 1 && NAME_PARTICLES.has(run.at(-1)!.text.toLowerCase())) run.pop();
  const start = tokens[Math.min(from, first)]!.start;
  const end = run.at(-1)!.end;
  // In lower case a longer run is a sentence: "i'm happy with my dog".
  const rest = lowerOf(words(text.slice(end))[0]);
  const stopsWell = /^\s*(?:[,.;!?\n\ufffc]|$)/.test(text.slice(end)) || known.after.test(rest);
  if (!isCapital && (run.length > 2 || !stopsWell)) return null;
  return { value: tidyName(text.slice(start, end)), start, end };
}

function isNameWord(word: string, { notNames, nouns }: NameWords): boolean {
  const lower = fold(word.toLowerCase());
  return /^[\p{L}\p{M}'.-]{1,40}$/u.test(word) && !notNames.has(lower) && !nouns.test(lower);
}

const lowerOf = (token: Piece | undefined): string => fold(token?.text.toLowerCase() ?? '');

function isLikelyLowerName(word: string, { notEndings }: NameWords): boolean {
  const lower = word.toLowerCase();
  return VERBLIKE_NAMES.has(lower) || !notEndings.test(fold(lower));
}

/** A whole answer that is nothing but a name: one to five words of letters, none of them an everyday word. */
export function isPlainName(text: string, { notNames, nouns }: NameWords): boolean {
  const trimmed = text.trim().replace(/[.!,]{1,3}$/, '');
  if (!/^[\p{L}\p{M}'’. -]{1,80}$/u.test(trimmed)) return false;
  const parts = trimmed.split(/[ ]+/).map((part) => part.replace(/[.,]$/, ''));
  while (parts.length > 1 && TITLES.has(parts[0]!.toLowerCase())) parts.shift();
  if (nouns.test(fold(parts[0]!.toLowerCase()))) return false;
  // Behind a name a capital makes a name of any word: "Ed Price", "Anna Long".
  const isName = (part: string, at: number) =>
    !notNames.has(fold(part.toLowerCase())) || (at > 0 && part !== part.toLowerCase());
  return parts.length <= 5 && parts.every((part, at) => /\p{L}/u.test(part) && isName(part, at));
}

/** Single spaces, no full stop at the end, and capitals where a name was typed in small letters. */
export function tidyName(text: string): string {
  const name = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[,!]{1,3}$|(?<=\p{L}{2})\.$/u, '')
    .slice(0, 120);
  if (name !== name.toLowerCase()) return name;
  return name
    .split(' ')
    .map((word, i) => (i > 0 && NAME_PARTICLES.has(word) ? word : capitalise(word)))
    .join(' ');
}

function capitalise(word: string): string {
  return word.replace(
    /(^|[-'])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
