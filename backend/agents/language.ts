/**
 * The languages Parlour speaks with visitors.
 */
export type Language = 'en' | 'de' | 'es' | 'fr' | 'ar';

const LANGUAGES: readonly string[] = ['en', 'de', 'es', 'fr', 'ar'] satisfies Language[];
const isLanguage = (text: string): text is Language => LANGUAGES.includes(text);

/** A site's locale where each page decides ("undetermined", BCP 47). */
const UNDETERMINED = 'und';

/**
 * The language of a conversation: the site's; the visitor's where the site leaves it open; English where Parlour does
 * not speak it. Locales are BCP 47, such as `de-AT`.
 */
export function languageOf(siteLocale: string, visitorLocale: string | null): Language {
  const locale = siteLocale === UNDETERMINED ? (visitorLocale ?? '') : siteLocale;
  const language = primary(locale);
  return isLanguage(language) ? language : 'en';
}

/**
 * What a conversation keeps as the visitor's locale. Where the site leaves its language open, that is the language the
 * chat was shown in; the browser's tells the country when it is the same language.
 */
export function localeOfVisitor(
  siteLocale: string,
  { locale, language }: { locale?: string; language?: string },
): string | null {
  if (siteLocale !== UNDETERMINED || !language) return locale ?? null;
  const isSame = primary(locale ?? '') === primary(language);
  return isSame && !/[-_]/.test(language) ? locale! : language;
}

const primary = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0]!;
