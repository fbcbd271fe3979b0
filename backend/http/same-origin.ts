/**
 * The defence against forged requests from other sites (OWASP CSRF cheat sheet: Fetch Metadata with an Origin
 * fallback). Writes are JSON only besides, which a plain form can't send.
 */
import type { Context } from 'koa';
import { crossSite } from '../errors.ts';

/**
 * For calls that a browser's cookie could carry.
 * @throws cross_site unless the browser says the call comes from our own pages
 */
export function requireSameOrigin(ctx: Context, publicUrl: string): void {
  if (ctx.method === 'GET' || ctx.method === 'HEAD') return;
  const site = ctx.get('sec-fetch-site');
  if (site) {
    if (site === 'same-origin') return;
    throw crossSite();
  }
  if (!isOwnOrigin(ctx, ctx.get('origin'), publicUrl)) throw crossSite();
}

/** Whether an Origin is the backend's own: the public URL's, or the address this request was sent to. */
export function isOwnOrigin(ctx: Context, origin: string, publicUrl: string): boolean {
  if (!origin) return false;
  if (origin === new URL(publicUrl).origin) return true;
  return origin === `http://${ctx.host}` || origin === `https://${ctx.host}`;
}
