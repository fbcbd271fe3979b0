import type { StartSession } from '../../backend/visitor/schema.ts';

/** Where the chat stands on the page. */
export interface Place {
  readonly key: string;
  /** What the chat is shown in. */
  readonly locale: string;
  getAttribute(name: string): string | null;
}

/** What the page tells about a conversation that starts on it. */
export function startOn(place: Place, visitorId: string): StartSession {
  const { href } = location;
  const query = new URL(href).searchParams;
  const utm = ['source', 'medium', 'campaign', 'term', 'content'].map((name) => [
    name,
    query.get(`utm_${name}`)?.slice(0, 200),
  ]);
  return {
    siteKey: place.key,
    page: {
      url: href.slice(0, 2048),
      title: document.title.slice(0, 300),
      referrer: document.referrer.slice(0, 2048) || null,
    },
    // What is not there is not in the JSON either.
    utm: Object.fromEntries(utm),
    locale: place.getAttribute('lang') || place.getAttribute('locale') || navigator.language,
    // An empty one is not told.
    language: place.locale.slice(0, 35) || undefined,
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
