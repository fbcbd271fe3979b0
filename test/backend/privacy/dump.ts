import type { Database } from '../../../backend/db/knex.ts';

/** Everything in the database as text, as a logical dump has it: every row of every table of ours. */
export async function dumpOf(database: Database): Promise<string> {
  const { rows } = await database.raw(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'jobs') AND table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of rows) {
    const found = await database.raw(`SELECT t::text AS row FROM ${name} t`);
    texts.push(...found.rows.map(({ row }: { row: string }) => `${name} ${row}`));
  }
  return texts.join('\n');
}

/** Which of these stand in the text, in any case; a number also with other signs between its digits. */
export function traces(dump: string, strings: readonly string[]): string[] {
  const lower = dump.toLowerCase();
  return strings.filter((text) => {
    if (!/^\+?\d+$/.test(text)) return lower.includes(text.toLowerCase());
    const spelled = [...text.replace('+', '')].join('[\\s().\\/\\u00a0–-]{0,3}');
    return new RegExp(`(?<!\\d)${spelled}(?!\\d)`).test(dump);
  });
}
