/**
 * The usual ways of naming a time, from the words of a language. All words without accents, as parts of patterns.
 */
import { daysUntilMonth, type TimeRule } from '../timeline.ts';

export interface TimeWords {
  asSoonAsPossible: string;
  atOnce: string;
  noRush: string;
  /** Number words before a unit. */
  counts: Readonly<Record<string, number>>;
  units: Readonly<Record<'day' | 'week' | 'month' | 'quarter' | 'year', string>>;
  /** "in", "within the next". */
  within: string;
  /** Between two numbers: "2 or 3". */
  to: string;
  moreThan: string;
  /** January to December. */
  months: readonly string[];
  /** What stands before a month or a season: "by", "end of". */
  by: string;
  /** The first month of each from 0, as in the northern half of the world. */
  seasons: Readonly<Record<string, number>>;
  /** "end of the month"; `unit` is a pattern of units. */
  endOf: (unit: string) => string;
  /** "next week" and the like. */
  next: (unit: string) => string;
  soon: string;
  later: string;
}

const DAYS = { day: 1, week: 7, month: 31, quarter: 92, year: 365 } as const;

export function timesBy(words: TimeWords): TimeRule[] {
  const whole = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu');
  const kinds = Object.entries(words.units).map(
    ([unit, pattern]) => [whole(pattern), DAYS[unit as keyof typeof DAYS]] as const,
  );
  const unit = Object.values(words.units).join('|');
  const daysOfUnit = (text: string) => kinds.find(([pattern]) => pattern.test(text))?.[1] ?? 31;
  const count = [String.raw`\d{1,3}`, ...Object.keys(words.counts).sort((a, b) => b.length - a.length)].join(
    '|',
  );
  const numberOf = (text: string) => words.counts[text.toLowerCase()] ?? Number(text);
  const month = words.months.map((name) => `(?:${name})`).join('|');
  const months = words.months.map((name) => new RegExp(`^(?:${name})$`, 'i'));
  const season = Object.keys(words.seasons).join('|');
  const day = String.raw`(?:\d{1,2}(?:\.|er|º)? (?:de )?)?`;
  const never = () => Number.POSITIVE_INFINITY;
  const rule = (pattern: string, isClear: boolean, days: TimeRule['days']): TimeRule => ({
    pattern: whole(pattern),
    isClear,
    days,
  });
  const counted: TimeRule['days'] = (match) => numberOf(match[1]!) * daysOfUnit(match[2]!);
  return [
    rule(words.asSoonAsPossible, true, () => 7),
    rule(words.atOnce, true, () => 3),
    rule(words.noRush, true, never),
    rule(
      `(?:${words.within}) (?:(?:${count})\\s?(?:-|–|${words.to})\\s?)?(${count})\\s?(${unit})`,
      true,
      counted,
    ),
    rule(`(?:${words.moreThan}) (?:${count})\\s?(?:${unit})`, false, never),
    rule(`(?:${words.by}) ${day}(${month})(?: (?:de )?20\\d\\d)?`, true, (match, now) =>
      daysUntilMonth(
        months.findIndex((each) => each.test(match[1]!)),
        now,
      ),
    ),
    rule(`${day}(${month})(?: (?:de )?20\\d\\d)?`, false, (match, now) =>
      daysUntilMonth(
        months.findIndex((each) => each.test(match[1]!)),
        now,
      ),
    ),
    rule(words.endOf(`(${unit})`), true, (match) => daysOfUnit(match.slice(1).find(Boolean)!)),
    rule(words.next(`(${unit})`), true, (match) => {
      const days = daysOfUnit(match.slice(1).find(Boolean)!);
      return days === 7 ? 14 : days;
    }),
    rule(`(?:${words.by}|${words.next('')}) ?(${season})`, true, (match, now) =>
      daysUntilMonth(words.seasons[match[1]!.toLowerCase()] ?? 0, now),
    ),
    rule(`q[1-4](?: 20\\d\\d)?`, true, () => 180),
    rule(`(?:(?:${count})\\s?(?:-|–|${words.to})\\s?)?(${count})\\s?(${unit})`, false, counted),
    rule(words.soon, false, () => 7),
    rule(words.later, false, never),
  ];
}
