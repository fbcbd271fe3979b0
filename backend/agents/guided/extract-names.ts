/**
 * Who is writing. Careful rather than clever: a missed name is asked for, a wrong one stays in
 * the lead.
 */
import { type Found, type Piece, phrases, startsUpper, startsWith, words } from './text.ts';
import { NAME_PARTICLES, NOT_A_NAME, TITLES, VERBLIKE_NAMES } from './words.ts';

export interface NameContext {
  /** The name was asked for, so that less proof is needed. */
  isAskedFor: boolean;
  /** Something is being put right ("no, it's Anna"). */
  isCorrection: boolean;
}

/** Introductions that leave no doubt, and those that also begin other sentences ("I'm looking for"). */
const SURE: readonly string[][] = phrases(
  "my name is|my name's|my names|the name is|the name's|name is|name's|i go by|my full name is|i am called|i'm called",
);
const LIKELY: readonly string[][] = phrases("i'm|i am|im|call me|this is|it's|its|it is");
const GREETINGS = new Set(['hi', 'hello', 'hey', 'dear', 'hiya', 'ok', 'okay', 'sure', 'yes', 'well', 'oh']);

/** The name somebody gives of themselves in a sentence. */
export function nameIn(text: string, context: NameContext): Found | null {
  const tokens = words(text);
  const isShouting = text === text.toUpperCase() && tokens.length > 3;
  for (let i = 0; i < tokens.length; i += 1) {
    const sure = startsWith(tokens, i, SURE);
    const likely = sure === 0 ? startsWith(tokens, i, LIKELY) : 0;
    const length = sure || likely;
    if (length === 0) continue;
    if (/^it'?s$|^it$/i.test(tokens[i]!.text) && !context.isAskedFor && !context.isCorrection) continue;
    let from = i + length;
    while (/^(?:actually|called|just|really|also)$/i.test(tokens[from]?.text ?? '')) from += 1;
    const name = nameAt(text, tokens, from, sure > 0 || context.isAskedFor, isShouting);
    if (name) return name;
  }
  return atTheStart(text, tokens, context) ?? signature(text) ?? labelled(text);
}

/** "Ana here", and "Ana from Acme" where it can only be an introduction. */
function atTheStart(text: string, tokens: readonly Piece[], context: NameContext): Found | null {
  let from = 0;
  while (
    GREETINGS.has(tokens[from]?.text.toLowerCase() ?? '') ||
    tokens[from]?.text.toLowerCase() === 'there'
  )
    from += 1;
  const name = nameAt(text, tokens, from, context.isAskedFor, false);
  if (!name) return null;
  const following = tokens.find((token) => token.start >= name.end);
  const next = following && text.slice(name.end, following.start) === ' ' ? following.text.toLowerCase() : '';
  if (next === 'here' || (next === 'from' && (context.isAskedFor || from > 0))) return name;
  return null;
}

/** The name after "Best regards" or "Thanks", at the end of a letter. */
function signature(text: string): Found | null {
  const match = SIGNED.exec(text);
  if (!match || !isPlainName(match[1]!)) return null;
  // "Thanks, Tom" alone is said to Tom.
  if (words(text).length < 6 && !text.slice(0, match.index + match[0].length).includes('\n')) return null;
  const end = match.index + match[0].length;
  return { value: match[1]!, start: end - match[1]!.length, end };
}

const SIGNED =
  /\b(?:[Rr]egards|[Ww]ishes|[Cc]heers|[Tt]hanks|[Tt]hank you|[Gg]reetings|[Bb]est|[Ss]incerely|[Yy]ours)[,.!]?[ \n]{1,2}(\p{Lu}[\p{L}\p{M}'-]{1,40}(?: \p{Lu}[\p{L}\p{M}'-]{1,40}){0,3})(?=\s*(?:$|[-–—,;.\n\ufffc/(]))/u;

/** "Name: Ana Silva" on a line or between commas. */
function labelled(text: string): Found | null {
  const match = /(?:^|[\n,;] ?)(?:full )?name ?[:=] ?([^\n,;:@]{1,80})/i.exec(text);
  if (!match || !isPlainName(match[1]!)) return null;
  const start = match.index + match[0].length - match[1]!.length;
  return { value: tidyName(match[1]!), start, end: start + match[1]!.trimEnd().length };
}

/** A run of name words at a place in the text. */
function nameAt(
  text: string,
  tokens: readonly Piece[],
  from: number,
  isSure: boolean,
  isShouting: boolean,
): Found | null {
  let first = from;
  while (TITLES.has(tokens[first]?.text.toLowerCase() ?? '')) first += 1;
  const head = tokens[first];
  if (
    !head ||
    !isNameWord(head.text) ||
    (first > 0 && /\n/.test(text.slice(tokens[first - 1]!.end, head.start)))
  ) {
    return null;
  }
  const isCapital = startsUpper(head.text) && !isShouting;
  if (!isCapital && !isSure && !isLikelyLowerName(head.text)) return null;
  const run = [head];
  for (let i = first + 1; i < tokens.length && run.length < 6; i += 1) {
    const word = tokens[i]!;
    if (!/^(?: |\. )$/.test(text.slice(tokens[i - 1]!.end, word.start))) break;
    if (text.slice(tokens[i - 1]!.end, word.start) === '. ' && tokens[i - 1]!.text.length > 1) break;
    const isParticle = NAME_PARTICLES.has(word.text.toLowerCase());
    if (!isNameWord(word.text) || (isCapital && !startsUpper(word.text) && !isParticle)) break;
    run.push(word);
  }
  while (run.length > 1 && NAME_PARTICLES.has(run.at(-1)!.text.toLowerCase())) run.pop();
  const start = tokens[Math.min(from, first)]!.start;
  const end = run.at(-1)!.end;
  // In lower case a longer run is a sentence: "i'm happy with my dog".
  const rest = words(text.slice(end))[0]?.text.toLowerCase();
  const stopsWell =
    /^\s*(?:[,.;!?\n\ufffc]|$)/.test(text.slice(end)) || /^(?:from|at|and|here|with)$/.test(rest ?? '');
  if (!isCapital && (run.length > 2 || !stopsWell)) return null;
  return { value: tidyName(text.slice(start, end)), start, end };
}

function isNameWord(word: string): boolean {
  return /^[\p{L}\p{M}'.-]{1,40}$/u.test(word) && !NOT_A_NAME.has(word.toLowerCase());
}

function isLikelyLowerName(word: string): boolean {
  const lower = word.toLowerCase();
  return VERBLIKE_NAMES.has(lower) || !/(?:ing|ed|ly|ful|ive|able|tion)$/.test(lower);
}

/** A whole answer that is nothing but a name: one to five words of letters, none of them an everyday word. */
export function isPlainName(text: string): boolean {
  const trimmed = text.trim().replace(/[.!,]{1,3}$/, '');
  if (!/^[\p{L}\p{M}'’. -]{1,80}$/u.test(trimmed)) return false;
  const parts = trimmed.split(/[ ]+/).map((part) => part.replace(/[.,]$/, ''));
  return (
    parts.length <= 5 && parts.every((part) => /\p{L}/u.test(part) && !NOT_A_NAME.has(part.toLowerCase()))
  );
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
