/**
 * Numbers and amounts of money as people write them: 5k, €5,000, 5-10k, around 5000 dollars, five thousand.
 */
import type { Span } from './text.ts';

export interface Amount extends Span {
  /** As said, with number words turned into digits: `under 5k`, `5000 dollars`. */
  text: string;
  low: number;
  high: number;
  /** A currency or a unit such as k was written, so that it can hardly be anything but money or a large count. */
  isMarked: boolean;
}

const UNITS: ReadonlyMap<string, number> = new Map(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
    'eighteen nineteen',
  ]
    .join(' ')
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
]);

/**
 * Number words become digits, word by word: "five thousand euros" -> "5000 euros", "two to three" -> "2 to 3".
 * `a` counts as one only before a scale ("a hundred").
 */
export function digitsForWords(text: string): string {
  const tokens = text.replace(/\bhalf a million\b/gi, '500000').split(/(\s+|-(?=\p{L})|[,.;:!?()]+)/u);
  const out: string[] = [];
  let i = 0;
  while (i < tokens.length) {
    const run = numberRun(tokens, i);
    out.push(run === null ? tokens[i]! : String(run.value));
    i = run === null ? i + 1 : run.end;
  }
  return out.join('');
}

function numberRun(tokens: readonly string[], from: number): { value: number; end: number } | null {
  let total = 0;
  let current = 0;
  let end = -1;
  for (let i = from; i < tokens.length; i += 2) {
    const word = tokens[i]!.toLowerCase();
    const next = tokens[i + 2]?.toLowerCase() ?? '';
    const joins = tokens[i + 1] === ' ' || tokens[i + 1] === '-';
    const scale = SCALES.get(word);
    if (word === 'a' && end < 0 && SCALES.has(next) && joins) current = 1;
    else if (word === 'and' && end >= 0 && (UNITS.has(next) || TENS.has(next)) && total + current >= 100)
      continue;
    else if (
      UNITS.has(word) &&
      (current === 0 || current % 100 === 0 || (current % 10 === 0 && current % 100 >= 20))
    )
      current += UNITS.get(word)!;
    else if (TENS.has(word) && current % 100 === 0) current += TENS.get(word)!;
    else if (scale === 100 && end >= 0) current = Math.max(current, 1) * 100;
    else if (scale !== undefined && end >= 0) {
      total += Math.max(current, 1) * scale;
      current = 0;
    } else break;
    end = i + 1;
    if (!joins) break;
  }
  return end < 0 ? null : { value: total + current, end };
}

const NUMBER = String.raw`(?<![\d.,])\d{1,9}(?:[.,'\u00a0 ]\d{3}(?!\d)){0,3}(?:[.,]\d{1,2})?(?!\d)`;
const SCALE = String.raw`(?:\s?(?:k|m|mio|mil|tsd|thousand|grand|million)\b)?`;
const BEFORE = String.raw`(?:(?:us|ca|au)?[$€£¥₹]\s?|\b(?:eur|usd|gbp|chf|sek|inr)\s?)?`;
const AFTER = String.raw`(?:\s?(?:[$€£¥₹]|(?:euros?|eur|dollars?|usd|pounds?|gbp|chf|francs?|sek|inr|bucks|quid)\b))?`;
const ONE = `(${BEFORE})(${NUMBER})(${SCALE})(${AFTER})`;
const LIMIT = String.raw`(?:\b(?:under|below|less than|up to|at most|no more than|not more than|max\.?|maximum|over|above|more than|at least|min\.?|minimum|between|from)\s)?`;
const AMOUNT = new RegExp(`(${LIMIT})${ONE}(?:(\\s?(?:-|–|—|to|and|or)\\s?)${ONE})?(\\+)?`, 'giu');

/** Every amount in a text whose number words are digits already. */
export function amountsIn(text: string): Amount[] {
  const found: Amount[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const [
      ,
      limit = '',
      pre1 = '',
      n1 = '',
      k1 = '',
      cur1 = '',
      joint = '',
      pre2 = '',
      n2 = '',
      k2 = '',
      cur2 = '',
    ] = match;
    const word = limit.trim().toLowerCase();
    const isRange = n2 !== '' && (/[-–—]|to|or/i.test(joint) || word === 'between');
    const whole =
      isRange || n2 === ''
        ? match[0]
        : match[0].slice(0, match[0].length - (joint + pre2 + n2 + k2 + cur2).length);
    const first = toNumber(n1) * scaleOf(k1 || (isRange ? k2 : ''));
    const second = isRange ? toNumber(n2) * scaleOf(k2) : first;
    const isOpenAbove = /^(over|above|more|at least|min|from)/.test(word) && !isRange;
    const isOpenBelow = /^(under|below|less|up|at most|no|max)/.test(word);
    found.push({
      start: match.index,
      end: match.index + whole.length,
      text: amountText(whole, word),
      low: isOpenBelow ? 0 : Math.min(first, second),
      high: isOpenAbove || match[11] === '+' ? Number.POSITIVE_INFINITY : Math.max(first, second),
      isMarked: [pre1, k1, cur1, isRange ? pre2 + k2 + cur2 : ''].join('').trim() !== '',
    });
  }
  return found;
}

/** "between 5 and 10k" is noted as "5 to 10k". */
function amountText(whole: string, limit: string): string {
  if (limit !== 'between' && limit !== 'from') return whole.trim();
  return whole
    .slice(limit.length)
    .replace(/\sand\s/i, ' to ')
    .trim();
}

function toNumber(text: string): number {
  const compact = text.replace(/[\u00a0' ]/g, '');
  const grouped = compact.replace(/[.,](?=\d{3}(?:\D|$))/g, '');
  return Number(grouped.replace(',', '.'));
}

function scaleOf(scale: string): number {
  const word = scale.trim().toLowerCase();
  if (word === '') return 1;
  return ['m', 'mio', 'million'].includes(word) ? 1_000_000 : 1000;
}
