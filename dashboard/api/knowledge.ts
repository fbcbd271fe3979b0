/** What a site knows beside its questions and answers, and what its model used. */
import type { ModelsAnswer, SpendToday } from '../../backend/agents/openai/schema.ts';
import type { KnowledgeFound, KnowledgePageRow, KnowledgePageView } from '../../backend/knowledge/schema.ts';
import { request } from './client.ts';

const site = (id: string) => `/sites/${encodeURIComponent(id)}`;
const pages = (id: string, pageId = '') =>
  `${site(id)}/knowledge${pageId && `/${encodeURIComponent(pageId)}`}`;

/** Every page of the site, newest first, without the texts. */
export async function listPages(
  siteId: string,
  q: string,
  signal?: AbortSignal,
): Promise<KnowledgePageRow[]> {
  const found: KnowledgePageRow[] = [];
  let cursor: string | undefined;
  do {
    const page: { items: KnowledgePageRow[]; nextCursor: string | null } = await request(
      'GET',
      pages(siteId),
      {
        query: { cursor, limit: '200', ...(q && { q }) },
        signal,
      },
    );
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

export const readPage = (siteId: string, id: string): Promise<KnowledgePageView> =>
  request('GET', pages(siteId, id));

/** With the id it had, a page that was removed comes back. */
export const addPage = (
  siteId: string,
  page: { id?: string; title: string; body: string },
): Promise<KnowledgePageView> => request('POST', pages(siteId), { body: page });

export const changePage = (
  siteId: string,
  id: string,
  patch: { title?: string; body?: string },
): Promise<KnowledgePageView> => request('PATCH', pages(siteId, id), { body: patch });

export const removePage = (siteId: string, id: string): Promise<void> => request('DELETE', pages(siteId, id));

export const askKnowledge = (siteId: string, q: string, signal?: AbortSignal): Promise<KnowledgeFound> =>
  request('GET', '/knowledge/search', { query: { site: siteId, q }, signal });

/** Asks the server of a model for the names of its models; an address and a key that are not saved go along. */
export const loadModels = (
  siteId: string,
  given: { baseUrl?: string; apiKey?: string },
): Promise<ModelsAnswer> => request('POST', `${site(siteId)}/models`, { body: given });

export const readSpend = (siteId: string, signal?: AbortSignal): Promise<SpendToday> =>
  request('GET', `${site(siteId)}/spend`, { signal });
