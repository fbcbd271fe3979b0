/**
 * Reading a backup into an empty database: brought to the backup's level, filled in one transaction, then brought
 * forward to this version.
 */
import pg from 'pg';
import { emptySchema, migrate } from '../db/knex.ts';
import { migrationNames } from '../db/migrations/index.ts';
import { type BackupHead, BackupProblem, END, linesOf, quoted, readHead, TABLE } from './format.ts';

const BATCH_ROWS = 500;
const BATCH_CHARS = 1_000_000;

export interface Loaded {
  head: BackupHead;
  rows: number;
}

/** @throws BackupProblem, and then nothing was changed */
export async function readBackup(url: string, file: string): Promise<Loaded> {
  const lines = linesOf(file);
  try {
    const head = readHead((await lines.next()).value as string | undefined);
    requireKnown(head);
    const client = new pg.Client({ connectionString: url, application_name: 'parlour restore' });
    await client.connect();
    try {
      await requireEmpty(client);
      await emptySchema(url);
      await migrate(url, head.migrations);
      const rows = await load(client, lines);
      await migrate(url);
      await client.query('ANALYZE');
      return { head, rows };
    } finally {
      await client.end();
    }
  } finally {
    await lines.return(undefined);
  }
}

function requireKnown({ migrations, parlour }: BackupHead): void {
  if (migrations.every((name) => migrationNames.includes(name))) return;
  throw new BackupProblem(
    `This backup was made by a newer Parlour (${parlour}). Install that version or a newer one, and restore again.`,
  );
}

/** Whoever uses Parlour has people and sites; a database that was only prepared has neither. */
async function requireEmpty(client: pg.Client): Promise<void> {
  for (const table of ['staff_users', 'sites', 'chat_sessions']) {
    const { rows: there } = await client.query('SELECT to_regclass($1) IS NOT NULL AS yes', [
      `public.${table}`,
    ]);
    if (!there[0].yes) continue;
    const { rows } = await client.query(`SELECT EXISTS (SELECT 1 FROM ${table}) AS yes`);
    if (rows[0].yes)
      throw new BackupProblem(
        'There is data here already, and a restore would mix the two. Restore into an empty DATA_DIR or database.',
      );
  }
}

async function load(client: pg.Client, lines: AsyncGenerator<string>): Promise<number> {
  await client.query('BEGIN');
  await client.query(`SET LOCAL timezone = 'UTC'`);
  // Migrations put first rows into some tables; the backup has its own.
  await client.query(`TRUNCATE ${(await tables(client)).map(quoted).join(', ')} CASCADE`);
  let insert: ((rows: string[]) => Promise<void>) | undefined;
  let batch: string[] = [];
  let chars = 0;
  let total = 0;
  let promised: number | undefined;
  const flush = async () => {
    if (batch.length > 0) await insert!(batch);
    total += batch.length;
    batch = [];
    chars = 0;
  };
  for await (const line of lines) {
    if (line.startsWith(TABLE)) {
      await flush();
      insert = await inserter(client, line.slice(TABLE.length));
    } else if (line.startsWith(END)) promised = Number(line.slice(END.length));
    else {
      batch.push(line);
      chars += line.length;
      if (batch.length >= BATCH_ROWS || chars >= BATCH_CHARS) await flush();
    }
  }
  await flush();
  if (promised !== total) throw new BackupProblem('This backup is not whole: its end is missing.');
  await setSequences(client);
  await client.query('COMMIT');
  return total;
}

async function tables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname !~ '^migrations'`,
  );
  return rows.map(({ name }) => name);
}

/**
 * Transaction numbers are this server's own: a column of them gets its default. So all events are of this transaction,
 * in the order of their ids, and whoever follows them begins anew.
 */
async function inserter(client: pg.Client, table: string): Promise<(rows: string[]) => Promise<void>> {
  const { rows: columns } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' AND udt_name <> 'xid8'`,
    [table],
  );
  if (columns.length === 0) throw new BackupProblem(`This backup has a table that is not known: ${table}.`);
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const text = `INSERT INTO ${quoted(table)} (${names}) OVERRIDING SYSTEM VALUE
    SELECT ${names} FROM json_populate_recordset(NULL::${quoted(table)}, $1)`;
  return async (rows) => {
    await client.query({ name: `restore ${table}`, text, values: [`[${rows.join(',')}]`] });
  };
}

/** The next number of each counter is one that no row has. */
async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `SELECT c.relname AS table, a.attname AS column,
       pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname !~ '^migrations'
       AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL`,
  );
  for (const { table, column, sequence } of rows)
    await client.query(
      `SELECT setval($1, coalesce((SELECT max(${quoted(column)}) FROM ${quoted(table)}), 0) + 1, false)`,
      [sequence],
    );
}
