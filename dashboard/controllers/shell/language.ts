/** Which language a person chose for the dashboard in this browser. The server reads the cookie and picks the page. */
import { type Language, languages } from '../../languages/names.ts';
import { loadAgain } from '../drafts.ts';
import { BASE } from '../router.ts';

const COOKIE = 'parlour_language';
const YEAR_S = 365 * 24 * 3600;

/** Null where nothing was chosen: then the browser's wishes count. */
export function chosenLanguage(): Language | null {
  const value = new RegExp(`(?:^|; )${COOKIE}=([^;]*)`).exec(document.cookie)?.[1];
  return languages.find((language) => language === value) ?? null;
}

/** Keeps the choice for a year and loads the page again in that language; null gives it back to the browser. */
export function chooseLanguage(language: Language | null): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  const kept = `Path=${BASE}; Max-Age=${language ? YEAR_S : 0}; SameSite=Lax${secure}`;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is only there behind https
  document.cookie = `${COOKIE}=${language ?? ''}; ${kept}`;
  loadAgain();
}
