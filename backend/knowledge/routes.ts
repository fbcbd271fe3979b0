import { Type } from '@sinclair/typebox';
import { lookUp } from '../agents/guided/knowledge.ts';
import { tonguesIn } from '../agents/guided/languages.ts';
import { languageOf } from '../agents/language.ts';
import type { Database } from '../db/knex.ts';
import { invalid } from '../errors.ts';
import { type Route, route } from '../http/route.ts';
import { Id } from '../http/schema.ts';
import type { SiteCache } from '../sites/site-cache.ts';
import { changePage, createPage, deletePage } from './pages.ts';
import { canReadKnowledge, canWriteKnowledge } from './policy.ts';
import { presentFound, presentPage, presentPageRow } from './present.ts';
import { getPage, listPages, siteOf } from './queries.ts';
import {
  KnowledgeFound,
  KnowledgePageCreate,
  KnowledgePageFilters,
  KnowledgePagePatch,
  KnowledgePages,
  KnowledgePageView,
  KnowledgeQuestion,
  PAGE_BYTES,
} from './schema.ts';
import { searchKnowledge } from './search.ts';

const OneSite = Type.Object({ id: Id });
const OnePage = Type.Object({ id: Id, pageId: Id });
/** A page's text as JSON, whatever has to be escaped in it. */
const BODY_BYTES = 3 * PAGE_BYTES;

/** Turns ask the site cache whether there is anything to search. */
export interface KnowledgeDeps {
  database: Database;
  sites: SiteCache;
}

export function knowledgeRoutes({ database, sites }: KnowledgeDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/knowledge/search',
      summary: 'What a site knows about a question: its pairs and passages of its pages, best first',
      allow: canReadKnowledge,
      query: KnowledgeQuestion,
      answer: { status: 200, schema: KnowledgeFound },
      async handler({ query, principal }) {
        const siteId = query.site ?? (principal.kind === 'key' ? principal.siteId : null);
        if (!siteId) throw invalid([{ path: 'site', message: 'This is missing.' }]);
        const site = await siteOf(database, siteId, principal);
        const search = (question: string) => searchKnowledge(database, site, question);
        const { topics } = tonguesIn(languageOf(site.locale, null))[0]!;
        const [hits, answer] = await Promise.all([search(query.q), lookUp(query.q, search, topics)]);
        return presentFound(hits, answer.hit);
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/sites/:id/knowledge',
      summary: 'Pages of text the assistant may draw on, newest first, without their texts',
      allow: canReadKnowledge,
      params: OneSite,
      query: KnowledgePageFilters,
      answer: { status: 200, schema: KnowledgePages },
      async handler({ params, query, principal }) {
        const site = await siteOf(database, params.id, principal);
        const { items, nextCursor } = await listPages(database, site.id, query);
        return { items: items.map(presentPageRow), nextCursor };
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sites/:id/knowledge',
      summary: 'Add a page of text or Markdown',
      limits: { bodyBytes: BODY_BYTES },
      allow: canWriteKnowledge,
      params: OneSite,
      body: KnowledgePageCreate,
      answer: { status: 201, schema: KnowledgePageView },
      async handler({ params, body, principal }) {
        const id = await createPage(database, params.id, body, principal);
        sites.forget();
        return presentPage(await getPage(database, params.id, id));
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/sites/:id/knowledge/:pageId',
      summary: 'One page with its text',
      allow: canReadKnowledge,
      params: OnePage,
      answer: { status: 200, schema: KnowledgePageView },
      async handler({ params, principal }) {
        const site = await siteOf(database, params.id, principal);
        return presentPage(await getPage(database, site.id, params.pageId));
      },
    }),
    route({
      method: 'patch',
      path: '/api/v1/sites/:id/knowledge/:pageId',
      summary: 'Change a page’s title or text',
      limits: { bodyBytes: BODY_BYTES },
      allow: canWriteKnowledge,
      params: OnePage,
      body: KnowledgePagePatch,
      answer: { status: 200, schema: KnowledgePageView },
      async handler({ params, body, principal }) {
        await changePage(database, params.id, params.pageId, body, principal);
        sites.forget();
        return presentPage(await getPage(database, params.id, params.pageId));
      },
    }),
    route({
      method: 'delete',
      path: '/api/v1/sites/:id/knowledge/:pageId',
      summary: 'Remove a page; POST with its id brings it back',
      allow: canWriteKnowledge,
      params: OnePage,
      answer: { status: 204, schema: null },
      async handler({ params, principal }) {
        await deletePage(database, params.id, params.pageId, principal);
        sites.forget();
      },
    }),
  ];
}
