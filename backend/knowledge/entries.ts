/**
 * The questions and answers of a site's settings as rows that can be searched. The settings are the truth; the rows
 * are rewritten whenever they are saved. An entry keeps its id while its question stays, so that a message can say
 * for good which one it used.
 */
import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../db/knex.ts';
import type { KnowledgeEntry } from '../sites/agent-schema.ts';
import { configurationOf, vectorOf } from './language.ts';

/** Replaces all entries of the site. The question counts more than the answer. */
export async function saveEntries(
  trx: Transaction,
  site: { id: string; locale: string },
  entries: readonly KnowledgeEntry[],
): Promise<void> {
  const { rows: before } = await trx.raw(
    'DELETE FROM knowledge_entries WHERE site_id = ? RETURNING id, question, position',
    [site.id],
  );
  if (entries.length === 0) return;
  const known = new Map<string, string>();
  for (const { id, question } of before as Array<{ id: string; question: string }>) known.set(question, id);
  const rows = entries.map((entry, position) => {
    const id = known.get(entry.question) ?? uuidv7();
    // The same question a second time is another entry.
    known.delete(entry.question);
    return { id, position, ...entry };
  });
  const configuration = configurationOf(site.locale);
  await trx.raw(
    `INSERT INTO knowledge_entries (id, site_id, position, question, answer, search)
     SELECT id, ?, position, question, answer,
       setweight(${vectorOf('question')}, 'A') || setweight(${vectorOf('answer')}, 'C')
     FROM jsonb_to_recordset(?) AS entry (id uuid, position integer, question text, answer text)`,
    [site.id, configuration, configuration, JSON.stringify(rows)],
  );
}
