/**
 * Which of the dashboard's pages somebody gets: the build makes one a language, and the same one serves every address
 * below `/dashboard/`, as the app reads the address itself.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Context } from 'koa';

/** As the build makes them; a test compares this with dashboard/languages. */
export const DASHBOARD_LANGUAGES = ['en', 'de', 'es', 'fr'] as const;
export type DashboardLanguage = (typeof DASHBOARD_LANGUAGES)[number];

/** Set by the dashboard itself when a person chooses; without it the browser's wishes count. */
const COOKIE = 'parlour_language';

/** The language chosen in this browser, else the best of those it asks for (RFC 9110, 12.5.4), else English. */
export function dashboardLanguage(ctx: Context): DashboardLanguage {
  const chosen = ctx.cookies.get(COOKIE);
  const known = DASHBOARD_LANGUAGES.find((language) => language === chosen);
  if (known) return known;
  return (ctx.acceptsLanguages(...DASHBOARD_LANGUAGES) || 'en') as DashboardLanguage;
}

/**
 * Tells caches what the page depends on, and names it by its content: languages are built in the same second, and files
 * of a release may all carry one date, so "changed since then?" would keep the page of another language or version.
 */
export async function nameForCaches(ctx: Context, language: DashboardLanguage, file: string): Promise<void> {
  const hash = createHash('sha256')
    .update(await readFile(file))
    .digest('base64url');
  ctx.vary('Accept-Language');
  ctx.vary('Cookie');
  ctx.set('Content-Language', language);
  ctx.etag = `W/"${hash.slice(0, 22)}"`;
  ctx.remove('Last-Modified');
}
