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

/** The first moment named in a text, clear phrases before vague ones. */
export function momentIn(text: string, now: Date, tongues: readonly Hears[]): Moment | null {
  const said = fold(text);
  for (const { times } of tongues) {
    for (const { pattern, isClear, days } of times) {
      const match = pattern.exec(said);
      if (!match) continue;
      const start = match.index;
      const end = start + match[0].length;
      return { text: text.slice(start, end), start, end, days: days(match, now), isClear };
    }
  }
  return null;
}

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
