/**
 * Which web pages may call the visitor API: the site's allowed origins and the backend's own. A call without an Origin
 * does not come from a web page's script and is left to the limits.
 */
import cors from '@koa/cors';
import type { Context, Middleware } from 'koa';
import { invalidToken, originNotAllowed } from '../errors.ts';
import { isOwnOrigin } from '../http/same-origin.ts';
import type { VisitorToken } from '../http/visitor-token.ts';
import type { Site } from '../models/site.ts';
import type { SiteCache } from '../sites/site-cache.ts';

/** Answers preflights and lets listed origins read answers; errors too, so that the widget can say what is wrong. */
export function visitorCors(sites: SiteCache, publicUrl: string): Middleware {
  return cors({
    origin: async (ctx: Context) => {
      const origin = ctx.get('origin');
      return isOwnOrigin(ctx, origin, publicUrl) || (await sites.knowsOrigin(origin)) ? origin : '';
    },
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type', 'Accept', 'Last-Event-ID', 'If-None-Match'],
    exposeHeaders: ['X-Request-Id', 'Retry-After'],
    maxAge: 600,
    keepHeadersOnError: true,
  });
}

/** @throws origin_not_allowed */
export function requireSiteOrigin(ctx: Context, site: Site, publicUrl: string): void {
  const origin = ctx.get('origin');
  if (!origin || isOwnOrigin(ctx, origin, publicUrl) || site.allowedOrigins.includes(origin)) return;
  // Another site's origin passed the CORS check above; this site's answer is still not for it.
  ctx.remove('Access-Control-Allow-Origin');
  throw originNotAllowed();
}

/** The same for a call with a visitor token. @throws invalid_token when the site is gone */
export function visitorOriginCheck(sites: SiteCache, publicUrl: string) {
  return async (ctx: Context, { siteId }: VisitorToken): Promise<void> => {
    const site = await sites.byId(siteId);
    if (!site || site.archivedAt) throw invalidToken();
    requireSiteOrigin(ctx, site, publicUrl);
  };
}
