import { Type } from '@sinclair/typebox';
import type { Context } from 'koa';
import { notFound } from '../errors.ts';
import { openApiDocument } from '../http/contract/openapi.ts';
import { anyone } from '../http/policy.ts';
import { type Route, route } from '../http/route.ts';
import { strict } from '../http/schema.ts';
import { languageOfReader, languageTag } from '../sites/languages.ts';
import type { SiteCache } from '../sites/site-cache.ts';
import { type ApiDocument, apiDocsPage } from './api-docs.ts';
import { demoPage } from './demo.ts';
import { embedPage } from './embed.ts';
import { previewPage } from './preview.ts';
import { standingText } from './standing-text.ts';

const Html = Type.String({ contentMediaType: 'text/html' });

export interface PageDeps {
  sites: SiteCache;
  demoSiteKey: string;
}

export function pageRoutes({ sites, demoSiteKey }: PageDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/embed/:siteKey',
      summary: 'The chat as a page of its own, for an iframe or a link',
      allow: anyone,
      params: Type.Object({ siteKey: Type.String({ maxLength: 64 }) }),
      query: Type.Object({}, { additionalProperties: true }),
      answer: { status: 200, schema: Html },
      async handler({ ctx, params }) {
        const site = await sites.byKey(params.siteKey);
        if (!site) throw notFound('There is no such chat.');
        allowFraming(ctx, ["'self'", ...site.allowedOrigins]);
        return sendHtml(ctx, embedPage(site, languageTag(ctx.query.lang) || languageOfReader(ctx, site)));
      },
    }),
    route({
      method: 'get',
      path: '/preview',
      summary: 'The chat with settings that the dashboard sends it; only the dashboard may frame it',
      allow: anyone,
      query: Type.Object({}, strict),
      answer: { status: 200, schema: Html },
      async handler({ ctx }) {
        allowFraming(ctx, ["'self'"]);
        return sendHtml(ctx, previewPage());
      },
    }),
    route({
      method: 'get',
      path: '/demo',
      summary: 'A small landing page with the widget',
      allow: anyone,
      query: Type.Object({}, { additionalProperties: true }),
      answer: { status: 200, schema: Html },
      async handler({ ctx }) {
        if (!(await sites.byKey(demoSiteKey))) throw notFound('There is no demo site here.');
        return sendHtml(ctx, demoPage(demoSiteKey));
      },
    }),
    route({
      method: 'get',
      path: '/',
      summary: 'Leads to the dashboard',
      allow: anyone,
      query: Type.Object({}, { additionalProperties: true }),
      answer: { status: 302, schema: null },
      async handler({ ctx }) {
        ctx.redirect('/dashboard/');
      },
    }),
  ];
}

/** The contract, for programs and for people. It names itself too. */
export function contractRoutes(routes: readonly Route[], version: string, publicUrl: string): Route[] {
  const own: Route[] = [
    route({
      method: 'get',
      path: '/api/openapi.json',
      summary: 'This contract as an OpenAPI 3.1 document',
      allow: anyone,
      answer: { status: 200, schema: Type.Unknown() },
      handler: ({ ctx }) => sendDocument(ctx),
    }),
    route({
      method: 'get',
      path: '/api/docs',
      summary: 'This contract as a page to read',
      allow: anyone,
      answer: { status: 200, schema: Html },
      handler: ({ ctx }) => sendPage(ctx),
    }),
  ];
  const document = openApiDocument([...routes, ...own], version, publicUrl);
  const sendDocument = standingText('json', () => JSON.stringify(document));
  const sendPage = standingText('html', () => apiDocsPage(document as ApiDocument));
  return own;
}

function sendHtml(ctx: Context, page: string): undefined {
  ctx.type = 'html';
  ctx.set('Cache-Control', 'no-cache');
  ctx.status = 200;
  ctx.body = page;
  return undefined;
}

function allowFraming(ctx: Context, ancestors: string[]): void {
  const policy = ctx.response.get('Content-Security-Policy');
  ctx.set(
    'Content-Security-Policy',
    policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${ancestors.join(' ')}`),
  );
  // Framed by another origin, this page is not ours alone any more.
  ctx.remove('Cross-Origin-Opener-Policy');
}
