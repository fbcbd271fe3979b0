/**
 * When somebody wants to start: next month, asap, in 2 weeks, by March, no rush.
 */
import type { Hears } from './hears/hears.ts';
import { fold, type Span } from './text.ts';

export interface Moment extends Span {
  text: string;
  /** Days from now until the latest it may mean; Infinity for "no rush". */
  days: number;
  /** True for phrases that are about time in any sentence; false for words like "soon" or "later". */
  isClear: boolean;
}

/** One way of naming a time; `pattern` sees the text without accents. */
export interface TimeRule {
  pattern: RegExp;
  isClear: boolean;
  days: (match: RegExpMatchArray, now: Date) => number;
}

/** Dates in figures, the same in every language: "2025-03-01", "1.3.2025", "1.3.", "13/2/2025". */
const DATE =
  /(?<![\d./-])(?:(?<y>20\d\d)-(?<m>\d\d)-(?<d>\d\d)|(?<d2>\d{1,2})\. ?(?<m2>\d{1,2})\.(?: ?(?<y2>20\d\d|\d\d))?|(?<d3>\d{1,2})\/(?<m3>\d{1,2})\/(?<y3>20\d\d|\d\d))(?![\d/]|\.\d)/;

/** A date in figures. Null where day and month may be either way round, as in 3/4/2025. */
function dateIn(said: string, now: Date): Omit<Moment, 'text'> | null {
  const match = DATE.exec(said);
  if (!match) return null;
  const { y, m, d, y2, m2, d2, y3, m3, d3 } = match.groups!;
  let [day, month] = [Number(d ?? d2 ?? d3), Number(m ?? m2 ?? m3)];
  if (d3 !== undefined && month > 12) [day, month] = [month, day];
  if (d3 !== undefined && day <= 12 && day !== month) return null;
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  const year = y ?? y2 ?? y3;
  const at = (of: number) => Math.ceil((Date.UTC(of, month - 1, day) - now.getTime()) / 86_400_000);
  const thisYear = now.getUTCFullYear();
  const days = year ? at((Number(year) % 100) + 2000) : at(thisYear) < 0 ? at(thisYear + 1) : at(thisYear);
  const { index: start } = match;
  return { start, end: start + match[0].length, days: Math.max(0, days), isClear: year !== undefined };
}

/** The first moment named in a text, clear phrases before vague ones. */
export function momentIn(text: string, now: Date, tongues: readonly Hears[]): Moment | null {
  const said = fold(text);
  const date = dateIn(said, now);
  if (date) return { ...date, text: text.slice(date.start, date.end) };
  for (const { times } of tongues) {
    for (const { pattern, isClear, days } of times) {
      const match = pattern.exec(said);
      if (!match) continue;
      const start = match.index;
      const end = start + match[0].length;
      const limit = days(match, now);
      if (limit < SOON && isDenied(said, start, end)) continue;
      return { text: text.slice(start, end), start, end, days: limit, isClear };
    }
  }
  return null;
}

/** Days: "not now" denies what is near; "not before March" names a time all the same. */
const SOON = 60;
const NOT_BEFORE = /(?:n't|(?<!\p{L})(?:not|nicht|pas|no|ليس|ليست|مو|مش|غير))\s+(?:\p{L}+\s+)?$/iu;
const NOT_BEHIND = /^,? (?:(?:is|ist|est|es) )?(?:not|nicht|pas|no)(?!\p{L})/iu;

const isDenied = (said: string, start: number, end: number) =>
  NOT_BEFORE.test(said.slice(Math.max(0, start - 24), start)) || NOT_BEHIND.test(said.slice(end, end + 16));

/** Days from now that a text allows, null when it names no time. */
export function daysOf(text: string, now: Date, tongues: readonly Hears[]): number | null {
  return momentIn(text, now, tongues)?.days ?? null;
}

/** To the end of the next month of that number, from 0. */
export function daysUntilMonth(month: number, now: Date): number {
  const ahead = (month - now.getUTCMonth() + 12) % 12;
  const end = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead + 1, 1);
  return Math.round((end - now.getTime()) / 86_400_000);
}
