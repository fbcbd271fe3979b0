/**
 * One embedded PostgreSQL for the whole run, and a database of its own for each test file: cloned from a template that
 * was migrated once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from '../../backend/db/embedded.ts';
import { migrate } from '../../backend/db/knex.ts';

const TEMPLATE = 'parlour_template';

let running: Promise<{ server: EmbeddedDatabase; folder: string }> | undefined;
let count = 0;

async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'parlour-test-'));
  const server = await startEmbedded(folder);
  await query(server.url, `CREATE DATABASE ${TEMPLATE}`);
  await migrate(urlOf(server, TEMPLATE));
  return { server, folder };
}

const urlOf = (server: EmbeddedDatabase, name: string) => server.url.replace(/\/postgres$/, `/${name}`);

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** The address of a fresh, migrated database. */
export const createTestDatabase = (): Promise<string> => create(TEMPLATE);

/** The address of a database without anything in it. */
export const createEmptyDatabase = (): Promise<string> => create('template0');

async function create(template: string): Promise<string> {
  running ??= start();
  const { server } = await running;
  const name = `parlour_test_${++count}`;
  await query(server.url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return urlOf(server, name);
}

/** Stops the server, if one was started, and removes its files. */
export async function stopTestPostgres(): Promise<void> {
  if (!running) return;
  const { server, folder } = await running;
  running = undefined;
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
