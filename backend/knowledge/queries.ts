import { raw } from 'objection';
import type { Database } from '../db/knex.ts';
import { notFound } from '../errors.ts';
import type { Principal } from '../http/principal.ts';
import { KnowledgePage } from '../models/knowledge-page.ts';
import { Site } from '../models/site.ts';
import { mayKnowOf } from './policy.ts';
import type { KnowledgePageFilters } from './schema.ts';

const LIMIT = 50;

const COUNTS = [
  'knowledgePages.id',
  'knowledgePages.siteId',
  'title',
  'createdAt',
  'updatedAt',
  raw('octet_length(body)').as('bytes'),
  raw('(SELECT count(*)::int FROM knowledge_passages p WHERE p.page_id = knowledge_pages.id)').as('passages'),
];

/** @throws not_found when there is no such site, or none that the caller may know of */
export async function siteOf(database: Database, siteId: string, principal: Principal): Promise<Site> {
  const site = mayKnowOf(principal, siteId) && (await Site.query(database).findById(siteId));
  if (!site) throw notFound('There is no such site.');
  return site;
}

/** Newest first, without their texts. */
export async function listPages(
  database: Database,
  siteId: string,
  { q, cursor, limit = LIMIT }: KnowledgePageFilters,
): Promise<{ items: KnowledgePage[]; nextCursor: string | null }> {
  const pattern = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const found = await KnowledgePage.query(database)
    .select(...COUNTS, raw('left(body, 200)').as('excerpt'))
    .where({ siteId })
    .modify((list) => cursor && list.where('id', '<', cursor))
    .modify(
      (list) =>
        pattern && list.where((one) => one.whereILike('title', pattern).orWhereILike('body', pattern)),
    )
    .orderBy('id', 'desc')
    .limit(limit + 1);
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? items.at(-1)!.id : null };
}

/** @throws not_found */
export async function getPage(database: Database, siteId: string, id: string): Promise<KnowledgePage> {
  const page = await KnowledgePage.query(database)
    .select(...COUNTS, 'body')
    .findOne({ id, siteId });
  if (!page) throw notFound('There is no such page.');
  return page;
}
