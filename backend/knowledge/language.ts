/** The text search configurations that every PostgreSQL has, by language. */
const CONFIGURATIONS: Readonly<Record<string, string>> = {
  ar: 'arabic',
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

/** Words of a text for the search, as SQL; PostgreSQL takes the marks of Arabic sentences for letters of a word. */
export const vectorOf = (text: string) => `to_tsvector(?::regconfig, translate(${text}, '؟،؛', '   '))`;
