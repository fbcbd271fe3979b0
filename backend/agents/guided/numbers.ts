/**
 * Numbers and amounts of money as people write them: 5k, €5,000, 5-10k, around 5000 dollars, five thousand.
 */
import { fold, type Span } from './text.ts';

export interface Amount extends Span {
  /** As said, with number words turned into digits: `under 5k`, `5000 dollars`. */
  text: string;
  low: number;
  high: number;
  /** A currency or a unit such as k was written, so that it can hardly be anything but money or a large count. */
  isMarked: boolean;
}

/** The words for numbers of a language. */
export interface NumberWords {
  /** Up to nineteen; also hundreds that are one word. */
  units: ReadonlyMap<string, number>;
  tens: ReadonlyMap<string, number>;
  scales: ReadonlyMap<string, number>;
  /** "two hundred and five". */
  and: string;
  /** Count as one, but only before a scale: "a hundred". */
  article: readonly string[];
  /** Scales that need no number before them: "mil euros". */
  areScalesAlone?: boolean;
  /** Takes compounds apart first. */
  prepare: (text: string) => string;
}

/**
 * Number words become digits, word by word: "five thousand euros" -> "5000 euros", "two to three" -> "2 to 3".
 */
export function digitsForWords(text: string, known: NumberWords): string {
  const tokens = known.prepare(text).split(/(\s+|-(?=\p{L})|[,.;:!?()]+)/u);
  const out: string[] = [];
  let i = 0;
  while (i < tokens.length) {
    const run = numberRun(tokens, i, known);
    out.push(run === null ? tokens[i]! : String(run.value));
    i = run === null ? i + 1 : run.end;
  }
  return out.join('');
}

function numberRun(
  tokens: readonly string[],
  from: number,
  { units, tens, scales, and, article, areScalesAlone }: NumberWords,
): { value: number; end: number } | null {
  let total = 0;
  let current = 0;
  let end = -1;
  for (let i = from; i < tokens.length; i += 2) {
    const word = fold(tokens[i]!.toLowerCase());
    const next = fold(tokens[i + 2]?.toLowerCase() ?? '');
    const joins = tokens[i + 1] === ' ' || tokens[i + 1] === '-';
    const scale = scales.get(word);
    // "2 mil" is one number already.
    const mayScale = end >= 0 || (areScalesAlone && !/\d$/.test(tokens[i - 2] ?? ''));
    if (article.includes(word) && end < 0 && scales.has(next) && joins) current = 1;
    else if (
      word === and &&
      end >= 0 &&
      (units.has(next) || tens.has(next)) &&
      total + current >= (and === 'and' ? 100 : 20)
    )
      continue;
    else if (
      units.has(word) &&
      (current === 0 || current % 100 === 0 || (current % 10 === 0 && current % 100 >= 20))
    )
      current += units.get(word)!;
    else if (tens.has(word) && current % 100 === 0) current += tens.get(word)!;
    else if (scale === 100 && mayScale) current = Math.max(current, 1) * 100;
    else if (scale !== undefined && mayScale) {
      total += Math.max(current, 1) * scale;
      current = 0;
    } else break;
    end = i + 1;
    if (!joins) break;
  }
  return end < 0 ? null : { value: total + current, end };
}

/** How amounts are put in a language, besides the English words. */
interface AmountWords {
  below: string;
  above: string;
  between: string;
  /** What stands between two amounts; `and` does so only after `between`. */
  to: string;
  and: string;
  scales: string;
  currencies: string;
}

export interface Amounts {
  pattern: RegExp;
  below: RegExp;
  above: RegExp;
  between: RegExp;
  /** "5 to 10", "5-10". */
  isRange: RegExp;
  and: RegExp;
  /** As a range is written down: "5 to 10". */
  to: string;
}

const NUMBER = String.raw`(?<![\d.,])\d{1,9}(?:[.,'\u00a0 ]\d{3}(?!\d)){0,3}(?:[.,]\d{1,2})?(?!\d)`;
const BEFORE = String.raw`(?:(?:us|ca|au)?[$€£¥₹]\s?|\b(?:eur|usd|gbp|chf|sek|inr)\s?)?`;
const BELOW = String.raw`under|below|less than|up to|at most|no more than|not more than|max\.?|maximum`;
const ABOVE = String.raw`over|above|more than|at least|min\.?|minimum`;

/** The pattern of amounts in a language; in English without more words. */
export function amountsBy(words?: AmountWords): Amounts {
  const or = (own: string | undefined, english: string) => (own ? `${own}|${english}` : english);
  const below = or(words?.below, BELOW);
  const above = or(words?.above, ABOVE);
  const between = or(words?.between, 'between|from');
  const to = or(words?.to, 'to|or');
  const and = or(words?.and, 'and');
  // After a letter of any script, which the word boundary of the ASCII letters does not know.
  const over = String.raw`(?![\p{L}\p{N}_])`;
  const scale = String.raw`(?:\s?(?:${or(words?.scales, 'k|m|mio|mil|tsd|thousand|grand|million')})${over})?`;
  const currency = or(
    words?.currencies,
    'euros?|eur|dollars?|usd|pounds?|gbp|chf|francs?|sek|inr|bucks|quid',
  );
  const after = String.raw`(?:\s?(?:[$€£¥₹]|(?:${currency})${over}))?`;
  const one = `(${BEFORE})(${NUMBER})(${scale})(${after})`;
  const limit = String.raw`(?:(?<![\p{L}\p{N}_])(?:${below}|${above}|${between})\s)?`;
  const pattern = `(${limit})${one}(?:(\\s?(?:-|–|—|${to}|${and})\\s?)${one})?(\\+)?`;
  return {
    pattern: new RegExp(pattern, 'giu'),
    below: new RegExp(`^(?:${below})`),
    above: new RegExp(`^(?:${above})|^from`),
    between: new RegExp(`^(?:${between})$`),
    isRange: new RegExp(`[-–—]|${to}`, 'i'),
    // Some write it together with the amount.
    and: new RegExp(`\\s(?:${and})\\s?(?!\\p{L})`, 'iu'),
    to: words?.to.split('|')[0] ?? 'to',
  };
}

/** Every amount in a text whose number words are digits already. */
export function amountsIn(text: string, known: Amounts): Amount[] {
  const found: Amount[] = [];
  for (const match of fold(text).matchAll(known.pattern)) {
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
    const isRange = n2 !== '' && (known.isRange.test(joint) || (known.between.test(word) && word !== 'from'));
    const whole =
      isRange || n2 === ''
        ? match[0]
        : match[0].slice(0, match[0].length - (joint + pre2 + n2 + k2 + cur2).length);
    const first = toNumber(n1) * scaleOf(k1 || (isRange ? k2 : ''));
    const second = isRange ? toNumber(n2) * scaleOf(k2) : first;
    const isOpenAbove = known.above.test(word) && !isRange;
    const isOpenBelow = known.below.test(word);
    found.push({
      start: match.index,
      end: match.index + whole.length,
      text: amountText(text.slice(match.index, match.index + whole.length), word, known),
      low: isOpenBelow ? 0 : Math.min(first, second),
      high: isOpenAbove || match[11] === '+' ? Number.POSITIVE_INFINITY : Math.max(first, second),
      isMarked: [pre1, k1, cur1, isRange ? pre2 + k2 + cur2 : ''].join('').trim() !== '',
    });
  }
  return found;
}

/** "between 5 and 10k" is noted as "5 to 10k". */
function amountText(whole: string, limit: string, { between, and, to }: Amounts): string {
  if (!between.test(limit)) return whole.trim();
  return whole.slice(limit.length).replace(and, ` ${to} `).trim();
}

function toNumber(text: string): number {
  const compact = text.replace(/[\u00a0' ]/g, '');
  const grouped = compact.replace(/[.,](?=\d{3}(?:\D|$))/g, '');
  return Number(grouped.replace(',', '.'));
}

function scaleOf(scale: string): number {
  const word = scale.trim().toLowerCase();
  if (word === '') return 1;
  return /^(?:m(?:io|ill?i[oó]n(?:en|es|s)?)?|مليون|ملايين)$/.test(word) ? 1_000_000 : 1000;
}
