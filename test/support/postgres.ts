/**
 * One embedded PostgreSQL for the whole run, and a database of its own for each test file: cloned from a template that
 * was migrated once.
 */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from '../../backend/db/embedded.ts';
import { migrate } from '../../backend/db/knex.ts';

const MIGRATED = 'parlour_template';
const STARTED = 'parlour_started';

/**
 * This server ends with the run, and what it holds is worth nothing after it. Tests that kill a server or pull its plug
 * start one of their own, which writes as safely as ever.
 */
const CARELESS = [
  ...['fsync = off', 'synchronous_commit = off', 'full_page_writes = off'],
  // Looking after databases of tests that have ended would cost the others time.
  ...["checkpoint_timeout = '1h'", "max_wal_size = '8GB'", "autovacuum_naptime = '10min'"],
];

let running: Promise<{ server: EmbeddedDatabase; folder: string }> | undefined;
let started: Promise<unknown> | undefined;
let count = 0;

async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'parlour-test-'));
  const server = await startEmbedded(folder);
  await query(
    server.url,
    ...CARELESS.map((setting) => `ALTER SYSTEM SET ${setting}`),
    'SELECT pg_reload_conf()',
  );
  await query(server.url, `CREATE DATABASE ${MIGRATED}`);
  await migrate(urlOf(server, MIGRATED));
  return { server, folder };
}

const urlOf = (server: EmbeddedDatabase, name: string) => server.url.replace(/\/postgres$/, `/${name}`);

async function query(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Each by itself: these can't stand in a transaction.
  for (const sql of statements) await client.query(sql);
  await client.end();
}

/** The address of a fresh, migrated database. */
export const createTestDatabase = (): Promise<string> => create(MIGRATED);

/** The address of a database without anything in it. */
export const createEmptyDatabase = (): Promise<string> => create('template0');

/**
 * The address of a database that a Parlour was started on before.
 * @param first the start, done once for all of them
 */
export async function createStartedDatabase(first: (url: string) => Promise<unknown>): Promise<string> {
  started ??= create(MIGRATED, STARTED).then(first);
  await started;
  return create(STARTED);
}

async function create(template: string, name = `parlour_test_${++count}`): Promise<string> {
  running ??= start();
  const { server } = await running;
  await query(server.url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return urlOf(server, name);
}

/** Stops the server, if one was started, and removes its files. */
export async function stopTestPostgres(): Promise<void> {
  if (!running) return;
  const { server, folder } = await running;
  running = undefined;
  started = undefined;
  await server.stop();
  // Many at a time: each of the tens of thousands of files may take milliseconds where a disk is told what is free again.
  await rm(folder, { recursive: true, force: true });
}
