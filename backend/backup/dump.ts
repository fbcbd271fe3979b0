/**
 * Writing a backup: every table in one snapshot, while Parlour goes on; a few hundred rows in memory at a time.
 */
import { createWriteStream } from 'node:fs';
import { access, constants, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { type BackupHead, END, LEFT_OUT, quoted, TABLE } from './format.ts';

const AT_ONCE = 500;

export interface Dumped {
  tables: number;
  rows: number;
}

/** The file appears when it is whole; what was there before is replaced then, and not earlier. */
export async function writeBackup(
  url: string,
  file: string,
  head: Omit<BackupHead, 'migrations'>,
): Promise<Dumped> {
  await access(dirname(file), constants.W_OK);
  const client = new pg.Client({ connectionString: url, application_name: 'parlour backup' });
  await client.connect();
  const unfinished = `${file}.${process.pid}.unfinished`;
  const dumped: Dumped = { tables: 0, rows: 0 };
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(`SET LOCAL timezone = 'UTC'`);
    const lines = Readable.from(write(client, head, dumped), { objectMode: false });
    await pipeline(lines, createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
    await rename(unfinished, file);
    return dumped;
  } finally {
    await rm(unfinished, { force: true });
    await client.end();
  }
}

async function* write(
  client: pg.Client,
  head: Omit<BackupHead, 'migrations'>,
  dumped: Dumped,
): AsyncGenerator<string> {
  const { rows: ran } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  const whole: BackupHead = { ...head, migrations: ran.map(({ name }) => name) };
  yield `${JSON.stringify(whole)}\n`;
  for (const table of await tablesInOrder(client)) {
    yield `${TABLE}${table}\n`;
    dumped.tables += 1;
    await client.query(
      `DECLARE backup NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM ${quoted(table)} t`,
    );
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`FETCH ${AT_ONCE} FROM backup`);
      if (rows.length === 0) break;
      dumped.rows += rows.length;
      yield `${rows.map(({ row }) => row).join('\n')}\n`;
    }
    await client.query('CLOSE backup');
  }
  yield `${END}${dumped.rows}\n`;
}

/** Each table after those that it refers to, so that it can be filled in this order. */
async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string; needs: string[] }>(
    `SELECT c.relname AS name, coalesce(array_agg(DISTINCT r.relname) FILTER (WHERE r.oid <> c.oid), '{}')::text[] AS needs
     FROM pg_class c
     LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f'
     LEFT JOIN pg_class r ON r.oid = k.confrelid
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT c.relname = ANY ($1::text[])
     GROUP BY c.relname ORDER BY c.relname`,
    [LEFT_OUT],
  );
  const order: string[] = [];
  let left = tables;
  while (left.length > 0) {
    const ready = left.filter(({ needs }) => needs.every((name) => order.includes(name)));
    if (ready.length === 0)
      throw new Error(`tables refer to each other: ${left.map(({ name }) => name).join(', ')}`);
    order.push(...ready.map(({ name }) => name));
    left = left.filter((table) => !ready.includes(table));
  }
  return order;
}
