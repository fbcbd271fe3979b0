/** What stands in every table, so that "nothing stored" is said of all of them, also of those made later. */
import type { Database } from '../../../backend/db/knex.ts';

/** What a refused request may leave: when somebody was last here, and how often they asked. */
const MAY_CHANGE = ['last_seen_at', 'last_used_at'];
const LEFT_OUT = ['rate_limits', 'migrations', 'migrations_lock'];

/** @returns table -> number of rows and a hash over all of them */
export async function fingerprint(database: Database): Promise<Record<string, string>> {
  const { rows } = await database.raw(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of rows as Array<{ name: string }>) {
    if (LEFT_OUT.includes(name)) continue;
    const { rows: found } = await database.raw(
      `SELECT count(*) || ' rows ' || coalesce(md5(string_agg(row, '' ORDER BY row)), '') AS print
       FROM (SELECT (to_jsonb(t) - ?::text[])::text AS row FROM ?? t) rows`,
      [MAY_CHANGE, name],
    );
    prints[name] = found[0].print;
  }
  return prints;
}
