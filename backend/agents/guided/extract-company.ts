/**
 * The company somebody writes for: "from Acme", "at Acme GmbH", "I work for", "our company is".
 */
import type { CompanyWords, Hears } from './hears/hears.ts';
import { type Found, fold, type Piece, startsUpper, startsWith, words } from './text.ts';
import { LEGAL_FORMS } from './words.ts';

/** The company in a sentence; `afterName` is where a name just ended, so that "from" and "at" count there. */
export function companyIn(
  text: string,
  afterName: number | null,
  { companies: known, wishes: { places } }: Hears,
): Found | null {
  const tokens = words(text);
  for (let i = 0; i < tokens.length; i += 1) {
    const sure = startsWith(tokens, i, known.sure);
    const likely = sure === 0 ? startsWith(tokens, i, known.likely) : 0;
    const follows = afterName !== null && /^[ ,]{1,2}$/.test(text.slice(afterName, tokens[i]!.start));
    const isJoint = follows && known.joint.test(tokens[i]!.text);
    const length = sure || likely || (isJoint ? 1 : 0);
    if (length === 0) continue;
    const company = companyAt(text, tokens, i + length, sure > 0, isJoint, known);
    if (company && !isPlace(company.value, places)) return company;
  }
  const match = known.labelled.exec(fold(text));
  if (!match) return null;
  const start = match.index + match[0].length - match[1]!.length;
  const end = start + match[1]!.trimEnd().length;
  return { value: text.slice(start, end).trim(), start, end };
}

/** Forms of companies that are nobody's last name, however they are written, or in capitals. */
const SURE_FORM =
  /^(?:(?:gmbh|mbh|ug|inc|ltd|llc|llp|plc|corp|corporation|limited|bv|sarl|srl|kft|pty)$|(?:AG|KG|SE|SL|SA)$)/;

/**
 * A company's name by its form, where a person's was asked for: "Chairs Inc", or "Tom, Chairs Inc". It is the whole
 * message, or what stands behind its last comma.
 */
export function firmIn(text: string): Found | null {
  const tokens = words(text);
  const behind = text.lastIndexOf(',', tokens.at(-2)?.end) + 1;
  return (
    firmOf(text, tokens) ??
    firmOf(
      text,
      tokens.filter(({ start }) => start >= behind),
    )
  );
}

function firmOf(text: string, tokens: readonly Piece[]): Found | null {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last || tokens.length < 2 || tokens.length > 6 || !startsUpper(first.text)) return null;
  if (/[,;\n]/.test(text.slice(first.start, tokens.at(-2)!.end))) return null;
  if (!SURE_FORM.test(last.text) && !SURE_FORM.test(last.text.toLowerCase())) return null;
  return { value: text.slice(first.start, last.end), start: first.start, end: last.end };
}

function companyAt(
  text: string,
  tokens: readonly Piece[],
  from: number,
  isSure: boolean,
  isJoint: boolean,
  known: CompanyWords,
): Found | null {
  let first = from;
  if (known.article.test(tokens[first]?.text ?? '')) first += 1;
  const head = tokens[first];
  if (!head || known.stop.has(fold(head.text.toLowerCase())) || !/\p{L}/u.test(head.text)) return null;
  const isCapital = startsUpper(head.text);
  if (!isCapital && !isSure && !isJoint) return null;
  const run = [head];
  const limit = isCapital ? 6 : isSure ? 3 : 1;
  for (let i = first + 1; i < tokens.length; i += 1) {
    const word = tokens[i]!;
    const gap = text.slice(tokens[i - 1]!.end, word.start);
    const lower = word.text.toLowerCase();
    if (!/^(?: | & |, |\. |-)$/.test(gap) || (/^[,.]/.test(gap) && !LEGAL_FORMS.has(lower))) break;
    const isPart = isCapital
      ? // In scripts without capitals every word looks like a part of the name.
        startsUpper(word.text) && lower !== 'i' && !known.joints.has(fold(word.text))
      : !known.joints.has(fold(lower)) && run.length < limit;
    const joins = known.inside.test(word.text) && startsUpper(tokens[i + 1]?.text ?? 'x') && isCapital;
    const joinsName = joins && !known.ownSentence.test(tokens[i + 1]!.text);
    if (!(isPart || joinsName || LEGAL_FORMS.has(lower)) || run.length >= 6) break;
    run.push(word);
  }
  const end = run.at(-1)!.end;
  const value = text.slice(head.start, end);
  return { value: value.slice(0, 120), start: head.start, end };
}

function isPlace(value: string, places: ReadonlySet<string>): boolean {
  const lower = value.toLowerCase();
  return places.has(lower) || places.has(`the ${lower}`);
}
