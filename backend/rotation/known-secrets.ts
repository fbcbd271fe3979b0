/**
 * Which secrets the running processes know: each names them, by marks, where the database server lists connections. So
 * the list is never out of date, whatever way a process ends.
 */
import type { Database } from '../db/knex.ts';
import { type Secrets, secretMark } from '../keys.ts';

const PREFIX = 'parlour listen ';

/** Short, as the server cuts names of connections after 63 letters. */
export const markOf = (secret: string): string => secretMark(secret).slice(0, 12);

/** The name of the connection that every process has as long as it runs. */
export const listenerName = ({ appSecret, previousSecret }: Secrets): string =>
  PREFIX + [appSecret, ...(previousSecret === undefined ? [] : [previousSecret])].map(markOf).join(' ');

/** For each process what it knows. */
export async function whoRuns(database: Database): Promise<string[][]> {
  const { rows } = await database.raw<{ rows: Array<{ name: string }> }>(
    `SELECT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND starts_with(application_name, 'parlour listen')`,
  );
  return rows.map(({ name }) => name.slice(PREFIX.length).split(' '));
}
