/**
 * How the dashboard's language writes numbers, lists and the order of words. The browser may know more than the
 * language: with English chosen, somebody in Britain gets British dates, while a German browser gets English ones.
 */

/** The language of this page, as its build wrote it on the document. In Node, where tests run, it is English. */
export const language: string = globalThis.document?.documentElement.lang || 'en';

/** What Intl is asked with: the reader's own kind of the language, where the browser names one (BCP 47). */
export const locale: string = localeFor(language, globalThis.navigator?.languages ?? []);

/**
 * The first wish that is the language or one of its regions; else the language itself. A browser on a system without a
 * locale wishes for `en-US@posix`, which Intl refuses.
 */
export function localeFor(wanted: string, wishes: readonly string[]): string {
  return wishes.find((wish) => new RegExp(`^${wanted}(-[a-z0-9]+)*$`, 'i').test(wish)) ?? wanted;
}

/** "1,234.5" in English, "1.234,5" in German. */
export const number = (value: number, options?: Intl.NumberFormatOptions): string =>
  value.toLocaleString(locale, options);

/** "a, b and c". */
export const listed = (parts: Iterable<string>, type: Intl.ListFormatType = 'conjunction'): string =>
  new Intl.ListFormat(locale, { type }).format(parts);

/** For sorting names as a reader of this language expects them: Ä beside A, 10 behind 9. */
export const inAlphabet = (one: string, other: string): number =>
  one.localeCompare(other, locale, { numeric: true });
