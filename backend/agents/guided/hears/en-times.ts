import { daysUntilMonth, type TimeRule } from '../timeline.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['twelve', 12],
  ['a couple of', 2],
  ['a few', 4],
  ['some', 4],
]);
const COUNT = `\\d{1,3}|${[...COUNTS.keys()].sort((a, b) => b.length - a.length).join('|')}`;
const DAYS: ReadonlyMap<string, number> = new Map([
  ['day', 1],
  ['week', 7],
  ['month', 31],
  ['quarter', 92],
  ['year', 365],
]);

/** The first month of each, as in the northern half of the world. */
const SEASONS: ReadonlyMap<string, string> = new Map([
  ['spring', 'mar'],
  ['summer', 'jun'],
  ['autumn', 'sep'],
  ['fall', 'sep'],
  ['winter', 'dec'],
]);

/** The number of a month by its name. */
const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase());

export const times: readonly TimeRule[] = [
  {
    pattern:
      /\b(?:asap|a\.s\.a\.p|as soon as (?:possible|you can|we can)|immediately|right away|straight away|urgent(?:ly)?)\b/i,
    isClear: true,
    days: (match) => (/as soon as|asap/i.test(match[0]) ? 7 : 3),
  },
  {
    pattern:
      /\b(?:(?:there(?:'s| is) |i'm in |we're in )?no (?:rush|hurry)|not urgent|no (?:fixed )?deadline|take your time)\b/i,
    isClear: true,
    days: () => Number.POSITIVE_INFINITY,
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:in|within)(?: the next| about| around)? |(?:the )?next |less than |up to |under )(?:(?:${COUNT})\\s?(?:-|–|to|or)\\s?)?(${COUNT})\\s?(day|week|month|year)s?\\b`,
      'i',
    ),
    isClear: true,
    days: (match) =>
      (COUNTS.get(match[1]!.toLowerCase()) ?? Number(match[1])) * DAYS.get(match[2]!.toLowerCase())!,
  },
  {
    pattern: new RegExp(
      `\\b(?:more than|over|after|longer than) (${COUNT})\\s?(day|week|month|year)s?\\b`,
      'i',
    ),
    isClear: false,
    days: () => Number.POSITIVE_INFINITY,
  },
  {
    pattern: new RegExp(
      `\\b(?:by|until|till|before|in|from|around|start of|end of|beginning of|mid|early|late)(?: mid| early| late| the end of| the beginning of| end of)?[ -](?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? )?(${MONTH})(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? 20\\d\\d)?\\b`,
      'i',
    ),
    isClear: true,
    days: (match, now) => daysUntilMonth(monthOf(match[1]!), now),
  },
  {
    pattern:
      /\b(?:by |at |before |until )?(?:the )?(?:end|beginning|start|middle) of (?:the |this |next )?(week|month|quarter|year)\b/i,
    isClear: true,
    days: (match) => DAYS.get(match[1]!.toLowerCase())!,
  },
  {
    pattern: /\b(?:some ?time |early |late |later )?(this|next|coming) (week|month|quarter|year)\b/i,
    isClear: true,
    days: (match) => (/(?:next|coming) week/i.test(match[0]) ? 14 : DAYS.get(match[2]!.toLowerCase())!),
  },
  {
    pattern:
      /\b(?:in|by|over|this|next|during|around|before|until|till)(?: the| early| late)? (spring|summer|autumn|fall|winter)\b/i,
    isClear: true,
    days: (match, now) => daysUntilMonth(monthOf(SEASONS.get(match[1]!.toLowerCase())!), now),
  },
  {
    // Of "may" alone nobody can tell whether it is a month.
    pattern: new RegExp(
      `\\b(?:(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? (${MONTH})|(${MONTH}) (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)?|20\\d\\d)|(?!may\\b)(${MONTH}))\\b`,
      'i',
    ),
    isClear: false,
    days: (match, now) => daysUntilMonth(monthOf((match[1] ?? match[2] ?? match[3])!), now),
  },
  { pattern: /\bq[1-4](?: (?:of )?20\d\d)?\b/i, isClear: true, days: () => 180 },
  {
    pattern: new RegExp(
      `\\b(${COUNT})(?:\\s?(?:-|–|to|or)\\s?(${COUNT}))?\\s?(day|week|month|year)s?\\b`,
      'i',
    ),
    isClear: false,
    days: (match) => {
      const count = (match[2] ?? match[1]!).toLowerCase();
      return (COUNTS.get(count) ?? Number(count)) * DAYS.get(match[3]!.toLowerCase())!;
    },
  },
  { pattern: /\b(?:today|tomorrow|right now|now|very soon|soon)\b/i, isClear: false, days: () => 7 },
  {
    pattern:
      /\b(?:later|whenever|some ?day|one day|in the future|just (?:looking|browsing|exploring)|flexible|no date)\b/i,
    isClear: false,
    days: () => Number.POSITIVE_INFINITY,
  },
];
