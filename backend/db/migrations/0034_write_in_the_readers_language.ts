import type { Knex } from 'knex';

/** Mails are in the language somebody reads the dashboard in, and Arabic questions find what is known by the word's root. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- As they last had the dashboard; unknown until they first open it.
    ALTER TABLE staff_users ADD COLUMN language text;
  `);
  await indexArabic(knex, 'arabic');
}

export async function down(knex: Knex): Promise<void> {
  await indexArabic(knex, 'simple');
  await knex.raw('ALTER TABLE staff_users DROP COLUMN language');
}

/** The words of Arabic sites are read anew; they were searched as they stood. */
async function indexArabic(knex: Knex, configuration: string): Promise<void> {
  const vector = (text: string, weight: string) =>
    `setweight(to_tsvector('${configuration}', translate(${text}, '؟،؛', '   ')), '${weight}')`;
  const ofArabicSite = (table: string) =>
    `${table}.site_id IN (SELECT id FROM sites WHERE lower(split_part(locale, '-', 1)) = 'ar')`;
  await knex.raw(`
    UPDATE knowledge_entries SET search = ${vector('question', 'A')} || ${vector('answer', 'C')}
    WHERE ${ofArabicSite('knowledge_entries')};

    UPDATE knowledge_passages p
    SET search = ${vector('page.title', 'B')} || ${vector('p.heading', 'A')} || ${vector('p.text', 'C')}
    FROM knowledge_pages page WHERE page.id = p.page_id AND ${ofArabicSite('p')};
  `);
}
