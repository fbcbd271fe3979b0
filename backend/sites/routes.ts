import { Type } from '@sinclair/typebox';
import { greetingOf } from '../conversation/greeting.ts';
import type { Database } from '../db/knex.ts';
import { notFound } from '../errors.ts';
import { type Route, route } from '../http/route.ts';
import { Id, Page, strict } from '../http/schema.ts';
import type { Keys } from '../keys.ts';
import { Site } from '../models/site.ts';
import { SitePreview } from '../visitor/schema.ts';
import { createSite, tryPatch, updateSite } from './actions.ts';
import { makeConnectCode } from './connect.ts';
import { replaceIdentitySecret } from './identity-secret.ts';
import { canManageSites } from './policy.ts';
import { presentSite, presentWidgetConfig } from './present.ts';
import { SiteCreate, SitePatch, SiteView } from './schema.ts';
import type { SiteCache } from './site-cache.ts';

const OneSite = Type.Object({ id: Id });
/** Knowledge can be long. */
const SETTINGS_BYTES = 1024 * 1024;
const PAGE = 200;

export interface SiteDeps {
  database: Database;
  sites: SiteCache;
  secretKey: Keys;
  publicUrl: string;
}

export function siteRoutes({ database, sites, secretKey, publicUrl }: SiteDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/sites',
      summary: 'Every site, oldest first',
      allow: canManageSites,
      query: Type.Object({ cursor: Type.Optional(Id) }, strict),
      answer: { status: 200, schema: Page(SiteView) },
      async handler({ query }) {
        const found = await Site.query(database)
          .orderBy('id')
          .limit(PAGE + 1)
          .modify((list) => query.cursor && list.where('id', '>', query.cursor));
        const items = found.slice(0, PAGE);
        return {
          items: items.map((site) => presentSite(site, secretKey)),
          nextCursor: found.length > PAGE ? items.at(-1)!.id : null,
        };
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sites',
      summary: 'Add a site; a name and the allowed origins are enough',
      limits: { bodyBytes: SETTINGS_BYTES },
      allow: canManageSites,
      body: SiteCreate,
      answer: { status: 201, schema: SiteView },
      async handler({ body, principal }) {
        const site = await createSite(database, body, principal, secretKey);
        sites.forget();
        return presentSite(site, secretKey);
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/sites/:id',
      summary: 'One site with all its settings; secrets only as {set, hint}',
      allow: canManageSites,
      params: OneSite,
      answer: { status: 200, schema: SiteView },
      async handler({ params }) {
        const site = await Site.query(database).findById(params.id);
        if (!site) throw notFound('There is no such site.');
        return presentSite(site, secretKey);
      },
    }),
    route({
      method: 'patch',
      path: '/api/v1/sites/:id',
      summary: 'Change settings by JSON merge patch (RFC 7396)',
      limits: { bodyBytes: SETTINGS_BYTES },
      allow: canManageSites,
      params: OneSite,
      body: SitePatch,
      answer: { status: 200, schema: SiteView },
      async handler({ params, body, principal }) {
        const site = await updateSite(database, params.id, body, principal, secretKey);
        sites.forget();
        return presentSite(site, secretKey);
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sites/:id/preview',
      summary: 'What visitors would see with these changes, by the same merge patch; nothing is stored',
      limits: { bodyBytes: SETTINGS_BYTES },
      allow: canManageSites,
      params: OneSite,
      body: SitePatch,
      answer: { status: 200, schema: SitePreview },
      async handler({ params, body }) {
        const site = await tryPatch(database, params.id, body, secretKey);
        const { text, choices } = greetingOf(site, site.locale);
        return { config: presentWidgetConfig(site, text), ...(choices && { choices }) };
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sites/:id/connect',
      summary: 'A one-paste code for the WordPress plugin',
      allow: canManageSites,
      params: OneSite,
      answer: { status: 200, schema: Type.Object({ code: Type.String() }) },
      async handler({ params, principal }) {
        const code = await makeConnectCode(database, params.id, principal, { publicUrl, secretKey });
        sites.forget();
        return { code };
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sites/:id/identity/rotate',
      summary:
        'A new secret for saying who is signed in on the website, told this once; the one before counts no more',
      allow: canManageSites,
      params: OneSite,
      answer: { status: 200, schema: Type.Object({ secret: Type.String() }) },
      async handler({ ctx, params, principal }) {
        const secret = await replaceIdentitySecret(database, params.id, principal, secretKey);
        sites.forget();
        ctx.set('Cache-Control', 'no-store');
        return { secret };
      },
    }),
  ];
}
