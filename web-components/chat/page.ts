import type { StartSession } from '../../backend/visitor/schema.ts';

/** Where the chat stands on the page. */
export interface Place {
  readonly key: string;
  /** What the chat is shown in. */
  readonly locale: string;
  getAttribute(name: string): string | null;
}

/** The beginning of a text, without half of a character at its end: the backend could not store that. */
const cut = (text: string, most: number) => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');

/** What the page tells about a conversation that starts on it. */
export function startOn(place: Place, visitorId: string): StartSession {
  const { href } = location;
  const query = new URL(href).searchParams;
  const utm = ['source', 'medium', 'campaign', 'term', 'content'].map((name) => [
    name,
    cut(query.get(`utm_${name}`) ?? '', 200) || undefined,
  ]);
  return {
    siteKey: place.key,
    page: {
      url: cut(href, 2048),
      title: cut(document.title, 300),
      referrer: cut(document.referrer, 2048) || null,
    },
    // What is not there is not in the JSON either.
    utm: Object.fromEntries(utm),
    locale: place.getAttribute('lang') || place.getAttribute('locale') || navigator.language,
    // An empty one is not told.
    language: cut(place.locale, 35) || undefined,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    visitorId,
  };
}

/** Which way a language is written. */
export const directionOf = (locale: string): 'rtl' | 'ltr' =>
  /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(locale) ? 'rtl' : 'ltr';

/** The locale itself when the browser knows it, `de_DE` too; else English, which is what the chat speaks then. */
export function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replace('_', '-'))[0]!;
  } catch {
    return 'en';
  }
}
