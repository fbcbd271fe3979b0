/**
 * Finding what a site knows about a question: its pairs and the passages of its pages, by PostgreSQL full-text search
 * in the site's language. Every kind of agent, the dashboard and workflows search by this.
 */
import type { KnowledgeHit } from '../agents/agent.ts';
import type { Database } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import { configurationOf } from './language.ts';

/** So many of each kind. */
const BEST = 5;
const QUESTION_MAX = 1000;

/**
 * Any of the words may match, not all: a visitor's sentence has more words than an entry. Rank 1 divides by length,
 * so that a long answer does not win by having every word once. Both kinds are ranked by the same words and weights.
 */
const SEARCH = {
  name: 'search-knowledge',
  text: `
    WITH asked AS MATERIALIZED (
      SELECT nullif(replace(plainto_tsquery($2::regconfig, $3)::text, '&', '|'), '')::tsquery AS query
    ), entries AS (
      SELECT id, 'answer' AS kind, question, answer, ts_rank(search, asked.query, 1)::float8 AS rank, position,
        search
      FROM knowledge_entries, asked
      WHERE site_id = $1 AND search @@ asked.query
      ORDER BY rank DESC, position LIMIT ${BEST}
    ), passages AS (
      SELECT page_id AS id, 'page' AS kind, heading AS question, text AS answer,
        ts_rank(search, asked.query, 1)::float8 AS rank, position, search
      FROM knowledge_passages, asked
      WHERE site_id = $1 AND search @@ asked.query
      ORDER BY rank DESC, position LIMIT ${BEST}
    )
    SELECT found.id, kind, coalesce(page.title, '') AS title, question, answer, rank,
      ARRAY(SELECT DISTINCT word FROM unnest($4::text[]) AS word
        WHERE search @@ plainto_tsquery($2::regconfig, word)) AS words
    FROM (SELECT * FROM entries UNION ALL SELECT * FROM passages) AS found
      LEFT JOIN knowledge_pages page ON found.kind = 'page' AND page.id = found.id
    ORDER BY rank DESC, kind, position`,
};

interface Row extends Omit<KnowledgeHit, 'question'> {
  title: string;
  question: string;
}

/** The best five pairs and the best five passages for a question, best first. */
export async function searchKnowledge(
  database: Database,
  site: { id: string; locale: string },
  question: string,
): Promise<KnowledgeHit[]> {
  const asked = question.slice(0, QUESTION_MAX).replace(/[؟،؛]/g, ' ');
  const words = asked.match(/[\p{L}\p{N}]{2,40}/gu) ?? [];
  const rows = await runStatement<Row>(database, SEARCH, [
    site.id,
    configurationOf(site.locale),
    asked,
    [...new Set(words.map((word) => word.toLowerCase()))].slice(0, 60),
  ]);
  return rows.map(({ title, question: heading, ...row }) => ({
    ...row,
    question: row.kind === 'page' ? [title, heading].filter(Boolean).join(' › ') : heading,
  }));
}
