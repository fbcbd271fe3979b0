/**
 * Which of the offered choices an answer means.
 */
import { english } from './hears/en.ts';
import type { Hears } from './hears/hears.ts';
import { amountsIn, digitsForWords } from './numbers.ts';
import { plain, words } from './text.ts';
import { daysOf } from './timeline.ts';

/** The choice that an answer repeats word for word, as a button does; case and punctuation do not matter. */
export function exactChoice(answer: string, choices: readonly string[]): string | null {
  const said = plain(answer);
  return said === '' ? null : (choices.find((choice) => plain(choice) === said) ?? null);
}

/**
 * The one choice an answer means: word for word, by its beginning, by its place in the list ("2", "the second one"),
 * by standing somewhere in the answer, or because a number or a time falls into it. Null when none or several fit.
 */
export function matchChoice(
  answer: string,
  choices: readonly string[],
  now: Date,
  tongues: readonly Hears[] = [english],
): string | null {
  const exact = exactChoice(answer, choices);
  if (exact !== null || choices.length === 0) return exact;
  const said = plain(answer);
  const names = choices.map(plain);
  const mentioned = names.filter((name) => containsWords(said, name)).sort((a, b) => b.length - a.length);
  const [longest] = mentioned;
  // "an online shop" names "Shop" only in passing; "website or shop" names two.
  if (longest !== undefined) {
    return mentioned.every((name) => longest.includes(name)) ? choices[names.indexOf(longest)]! : null;
  }
  const pick = (fits: (name: string, index: number) => boolean): string | null => {
    const found = choices.filter((_, index) => fits(names[index]!, index));
    return found.length === 1 ? found[0]! : null;
  };
  const areTimes = choices.filter((choice) => daysOf(choice, now, tongues) !== null).length >= 2;
  return (
    pick((name) => beginsWith(name, said)) ??
    first(tongues, (hears) => byPlace(said, choices, hears)) ??
    first(tongues, (hears) => byAmount(answer, choices, hears)) ??
    byTime(answer, choices, now, tongues) ??
    pick((name) => said.length >= 4 && said.length <= 60 && containsWords(name, said)) ??
    // One word in common does not make a time: "within the year".
    (areTimes ? null : pick((name) => shareOfWords(said, name) > 0))
  );
}

/** By a word or more; a longer beginning may also end within a word. */
const beginsWith = (name: string, said: string) =>
  said.length >= 2 &&
  name.startsWith(said) &&
  (said.length >= 3 || !/^[\p{L}\p{N}]/u.test(name.slice(said.length)));

/** The first language that makes something of it. */
function first(tongues: readonly Hears[], read: (hears: Hears) => string | null): string | null {
  for (const hears of tongues) {
    const found = read(hears);
    if (found !== null) return found;
  }
  return null;
}

/** Numbers stand for places only where most choices are not numbers themselves. */
function byPlace(said: string, choices: readonly string[], { choices: known }: Hears): string | null {
  if (said.length > 30) return null;
  const number = known.place.exec(said);
  const areNumbers = choices.filter((choice) => /\d/.test(choice)).length * 2 > choices.length;
  if (number && !areNumbers) return choices[Number(number[1]) - 1] ?? null;
  const ordinal = known.ordinal.exec(said)?.[1];
  if (ordinal !== undefined && ordinal === known.last) return choices.at(-1) ?? null;
  return choices[known.ordinals.indexOf(ordinal ?? '')] ?? null;
}

function containsWords(text: string, part: string): boolean {
  if (part === '') return false;
  return ` ${words(text)
    .map((word) => word.text)
    .join(' ')} `.includes(
    ` ${words(part)
      .map((word) => word.text)
      .join(' ')} `,
  );
}

/** How many telling words (of five letters and more) a choice shares with the answer. */
function shareOfWords(said: string, name: string): number {
  const given = new Set(words(said).map((word) => word.text));
  return words(name).filter((word) => word.text.length >= 5 && given.has(word.text)).length;
}

function byAmount(answer: string, choices: readonly string[], hears: Hears): string | null {
  const { amounts, words: numbers } = hears.money;
  const ranges = choices.map((choice) => amountsIn(choice, amounts)[0]);
  const amount = amountsIn(digitsForWords(answer, numbers), amounts)[0];
  if (!amount || daysOf(answer, new Date(0), [hears]) !== null || ranges.filter(Boolean).length < 2)
    return null;
  const middle = Number.isFinite(amount.high) ? (amount.low + amount.high) / 2 : amount.low;
  const wanted = amount.low === 0 && amount.high > 0 ? amount.high - 1 : middle;
  const index = ranges.findIndex((range) => range && wanted >= range.low && wanted < range.high);
  if (index >= 0) return choices[index]!;
  return choices[ranges.findIndex((range) => range && wanted >= range.low && wanted <= range.high)] ?? null;
}

/** The nearest choice that leaves enough time: "in 2 weeks" is "Within a month". */
function byTime(
  answer: string,
  choices: readonly string[],
  now: Date,
  tongues: readonly Hears[],
): string | null {
  const days = daysOf(answer, now, tongues);
  if (days === null) return null;
  const fitting = choices
    .map((choice) => ({ choice, limit: daysOf(choice, now, tongues) }))
    .filter((each): each is { choice: string; limit: number } => each.limit !== null && each.limit >= days)
    .sort((a, b) => a.limit - b.limit);
  return fitting[0]?.choice ?? null;
}
