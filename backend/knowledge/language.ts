/** The text search configurations that every PostgreSQL has, by language. */
const CONFIGURATIONS: Readonly<Record<string, string>> = {
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nl: 'dutch',
  no: 'norwegian',
  nb: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
};

/** How PostgreSQL reads words of this language; `simple` (words as they stand) where it knows none of it. */
export const configurationOf = (locale: string) =>
  CONFIGURATIONS[locale.toLowerCase().split('-')[0]!] ?? 'simple';
