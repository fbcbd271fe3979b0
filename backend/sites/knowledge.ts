/**
 * Questions and answers of a site, found by PostgreSQL full-text search.
 */
import { uuidv7 } from 'uuidv7';
import type { KnowledgeHit } from '../agents/agent.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import type { KnowledgeEntry } from './schema.ts';

/** The text search configurations that every PostgreSQL has, by language. */
const CONFIGURATIONS: Record<string, string> = {
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nl: 'dutch',
  no: 'norwegian',
  nb: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
};

const configurationOf = (locale: string) => CONFIGURATIONS[locale.toLowerCase().split('-')[0]!] ?? 'simple';

/** Replaces all entries of the site. The question counts more than the answer. */
export async function saveKnowledge(
  trx: Transaction,
  site: { id: string; locale: string },
  entries: readonly KnowledgeEntry[],
): Promise<void> {
  await trx.raw('DELETE FROM knowledge_entries WHERE site_id = ?', [site.id]);
  if (entries.length === 0) return;
  const rows = entries.map((entry, position) => ({ id: uuidv7(), position, ...entry }));
  await trx.raw(
    `INSERT INTO knowledge_entries (id, site_id, position, question, answer, search)
     SELECT id, ?, position, question, answer,
       setweight(to_tsvector(?::regconfig, question), 'A') || setweight(to_tsvector(?::regconfig, answer), 'C')
     FROM jsonb_to_recordset(?) AS entry (id uuid, position integer, question text, answer text)`,
    [site.id, configurationOf(site.locale), configurationOf(site.locale), JSON.stringify(rows)],
  );
}

/**
 * Any of the words may match, not all: a visitor's sentence has more words than an entry. Rank 1 divides by length,
 * so that a long answer does not win by having every word once.
 */
const SEARCH = {
  name: 'search-knowledge',
  text: `
    WITH asked AS MATERIALIZED (
      SELECT nullif(replace(plainto_tsquery($2::regconfig, $3)::text, '&', '|'), '')::tsquery AS query
    )
    SELECT question, answer, ts_rank(search, asked.query, 1)::float8 AS rank
    FROM knowledge_entries, asked
    WHERE site_id = $1 AND search @@ asked.query
    ORDER BY rank DESC, position LIMIT 5`,
};

/** The best five entries for a question, best first. */
export async function searchKnowledge(
  database: Database,
  site: { id: string; locale: string },
  question: string,
): Promise<KnowledgeHit[]> {
  return runStatement<KnowledgeHit>(database, SEARCH, [
    site.id,
    configurationOf(site.locale),
    question.slice(0, 1000),
  ]);
}
