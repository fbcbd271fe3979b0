import type { texts } from './languages/en.ts';

/** A sentence with a number in it, by the plural forms its language has (Unicode CLDR, "Plural Rules"). */
export type Counted = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

type English = typeof texts;

/** What each language of `languages/` says, all of it. Where nothing changes with the number, a sentence will do. */
export type Texts = {
  [Name in keyof English]: English[Name] extends string ? string : string | Counted;
};

/** What a page may replace: `dismiss` belongs to the words beside the closed chat. */
export type ReplacedTexts = Partial<Texts & { dismiss: string }>;

/**
 * Puts a value in the place of a text: `fill('{name} is typing', 'Ana')`. A number is written as the locale writes it
 * and chooses the plural form.
 */
export function fill(text: string | Counted, value: string | number, locale?: string): string {
  const sentence =
    typeof text === 'string'
      ? text
      : (text[new Intl.PluralRules(locale).select(Number(value))] ?? text.other);
  return sentence.replace(/\{\w+\}/, () => value.toLocaleString(locale));
}
