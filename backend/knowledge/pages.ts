/**
 * Adding, changing and removing pages of knowledge, with the passages that searches find.
 */
import { uuidv7 } from 'uuidv7';
import { recordAgentVersion } from '../agent-versions/record.ts';
import { type Database, isUniqueViolation, type Transaction } from '../db/knex.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { publish } from '../events/publish.ts';
import type { Principal } from '../http/principal.ts';
import { KnowledgePage } from '../models/knowledge-page.ts';
import { Site } from '../models/site.ts';
import { audit } from '../staff/audit.ts';
import { configurationOf, vectorOf } from './language.ts';
import { toPassages } from './passages.ts';
import { type KnowledgePageCreate, type KnowledgePagePatch, PAGE_BYTES } from './schema.ts';

/** More than this is a document store, not what an assistant should know. */
const PAGES_MAX = 300;

/** @returns its id. @throws not_found, too_many_pages (409), page_exists (409), validation_failed when too large */
export async function createPage(
  database: Database,
  siteId: string,
  { id = uuidv7(), title, body }: KnowledgePageCreate,
  by: Principal,
): Promise<string> {
  checkSize(body);
  try {
    await changing(database, siteId, by, { action: 'knowledge.page_added', id }, async (trx, site) => {
      if ((await KnowledgePage.query(trx).where({ siteId }).resultSize()) >= PAGES_MAX)
        throw conflict('too_many_pages', `A site has at most ${PAGES_MAX} pages. Remove one first.`);
      await KnowledgePage.query(trx).insert({ id, siteId, title: title.trim(), body });
      await index(trx, site, { id, title, body });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw conflict('page_exists', 'There is a page with this id already.');
    throw error;
  }
  return id;
}

/** @throws not_found, validation_failed when too large */
export async function changePage(
  database: Database,
  siteId: string,
  id: string,
  patch: KnowledgePagePatch,
  by: Principal,
): Promise<void> {
  if (patch.body !== undefined) checkSize(patch.body);
  await changing(database, siteId, by, { action: 'knowledge.page_changed', id }, async (trx, site) => {
    const page = await KnowledgePage.query(trx).findOne({ id, siteId }).forUpdate();
    if (!page) throw notFound('There is no such page.');
    const changed = { title: patch.title?.trim() ?? page.title, body: patch.body ?? page.body };
    await page.$query(trx).patch({ ...changed, updatedAt: new Date() });
    await index(trx, site, { id, ...changed });
  });
}

/** @throws not_found */
export async function deletePage(
  database: Database,
  siteId: string,
  id: string,
  by: Principal,
): Promise<void> {
  await changing(database, siteId, by, { action: 'knowledge.page_removed', id }, async (trx) => {
    if ((await KnowledgePage.query(trx).delete().where({ id, siteId })) === 0)
      throw notFound('There is no such page.');
  });
}

/** The site's language is another one: its words are read anew. */
export async function indexAnew(trx: Transaction, site: { id: string; locale: string }): Promise<void> {
  const configuration = configurationOf(site.locale);
  await trx.raw(
    `UPDATE knowledge_passages p SET search = ${searchOf('page.title', 'p.heading', 'p.text')}
     FROM knowledge_pages page WHERE page.id = p.page_id AND p.site_id = ?`,
    [configuration, configuration, configuration, site.id],
  );
}

/** One transaction, one line of audit, one event. */
async function changing(
  database: Database,
  siteId: string,
  by: Principal,
  { action, id }: { action: string; id: string },
  change: (trx: Transaction, site: Site) => Promise<void>,
): Promise<void> {
  await database.transaction(async (trx) => {
    // First, as whoever saves the site does: its language is then the one that pages are read in, and nobody waits twice.
    const site = await Site.query(trx).findById(siteId).forNoKeyUpdate();
    if (!site) throw notFound('There is no such site.');
    await change(trx, site);
    await recordAgentVersion(trx, siteId, by);
    await audit(trx, by, { action, subject: { kind: 'knowledge_page', id }, siteId });
    await publish(trx, { type: 'knowledge.changed', siteId, data: { siteId, pageId: id } });
  });
}

async function index(
  trx: Transaction,
  site: { id: string; locale: string },
  { id, title, body }: { id: string; title: string; body: string },
): Promise<void> {
  await trx('knowledge_passages').where({ pageId: id }).delete();
  const rows = toPassages(body).map((passage, position) => ({ position, ...passage }));
  const configuration = configurationOf(site.locale);
  await trx.raw(
    `INSERT INTO knowledge_passages (page_id, position, site_id, heading, text, search)
     SELECT ?, position, ?, heading, text, ${searchOf('?::text', 'heading', 'text')}
     FROM jsonb_to_recordset(?) AS passage (position integer, heading text, text text)`,
    [id, site.id, configuration, title, configuration, configuration, JSON.stringify(rows)],
  );
}

/** Headings say what a passage is about; the page's title says it of every passage of the page, and so of none. */
const searchOf = (title: string, heading: string, text: string) =>
  `setweight(${vectorOf(title)}, 'B') || setweight(${vectorOf(heading)}, 'A') || setweight(${vectorOf(text)}, 'C')`;

function checkSize(body: string): void {
  if (Buffer.byteLength(body) > PAGE_BYTES)
    throw invalid([{ path: 'body', message: `This can have at most ${PAGE_BYTES / 1024} KB.` }]);
}
