/**
 * A PostgreSQL of the benchmark's own with two databases, a small and a large one, kept in `.cache/bench/growth` and used
 * again as long as the schema is the same and what it calls "recent" still is.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from '../../../backend/db/embedded.ts';
import { migrationNames } from '../../../backend/db/migrations/index.ts';
import { freePort } from '../../support/free-port.ts';
import { type ParlourProcess, startProcess } from '../../support/parlour-process.ts';
import { CACHE } from '../../support/parts.ts';
import { StaffClient } from '../../support/staff-client.ts';
import { ADMIN } from '../rig.ts';
import { fill } from './fill.ts';

const FOLDER = join(CACHE, 'bench/growth');
const MADE = join(FOLDER, 'made.json');
const KEPT_MS = 3 * 86_400_000;
/** What a conversation takes on disk at most while it is made, with its ten messages and all indexes. */
const BYTES_EACH = 16_000;
/** Raised when the data are to be made anew. */
const EDITION = 1;
const SITES = 6;

/** For filling quickly: a power cut would only mean to begin again. */
const FILLING = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  shared_buffers: '512MB',
  max_wal_size: '16GB',
  checkpoint_timeout: '1h',
  maintenance_work_mem: '1GB',
  work_mem: '256MB',
  max_parallel_maintenance_workers: '2',
};

export interface Store {
  /** The databases' addresses by how many conversations they hold. */
  urls: Map<number, string>;
  log: string;
  stop(): Promise<void>;
}

/** @throws Error when the disk has no room for it */
export async function openStore(sizes: readonly number[], say: (text: string) => void): Promise<Store> {
  const wanted = JSON.stringify({ edition: EDITION, sizes, migrations: migrationNames });
  if (!isKept(wanted)) await make(sizes, wanted, say);
  const server = await startEmbedded(FOLDER);
  return {
    urls: new Map(sizes.map((size) => [size, urlOf(server, size)])),
    log: join(FOLDER, 'postgres/server.log'),
    stop: () => server.stop(),
  };
}

function isKept(wanted: string): boolean {
  if (!existsSync(MADE)) return false;
  const made: { at: string; wanted: string } = JSON.parse(readFileSync(MADE, 'utf8'));
  return made.wanted === wanted && Date.now() - Date.parse(made.at) < KEPT_MS;
}

const urlOf = ({ url }: EmbeddedDatabase, size: number) => url.replace(/\/postgres$/, `/growth_${size}`);

async function make(sizes: readonly number[], wanted: string, say: (text: string) => void): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const needed = Math.max(...sizes) * BYTES_EACH;
  const { bavail, bsize } = statfsSync(FOLDER);
  const inGiB = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GiB`;
  say(`making the data, once for three days: ${inGiB(needed)} of ${inGiB(bavail * bsize)} on disk`);
  if (bavail * bsize < needed)
    throw new Error(`The disk has no room for ${inGiB(needed)}. BENCH_SESSIONS=100000 needs a tenth of it.`);
  await set(Object.entries(FILLING).map(([name, value]) => `ALTER SYSTEM SET ${name} = '${value}'`));
  const server = await startEmbedded(FOLDER);
  try {
    for (const size of sizes) {
      await query(server.url, [`CREATE DATABASE growth_${size}`]);
      await makeSites(urlOf(server, size));
      await fill(urlOf(server, size), size, say);
    }
  } finally {
    await server.stop();
  }
  await set(['ALTER SYSTEM RESET ALL']);
  writeFileSync(MADE, JSON.stringify({ at: new Date().toISOString(), wanted }));
}

/** Settings that count from the next start. */
async function set(statements: readonly string[]): Promise<void> {
  const server = await startEmbedded(FOLDER);
  await query(server.url, statements).finally(() => server.stop());
}

async function query(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** The schema, a person and the sites, as Parlour makes them itself. */
async function makeSites(url: string): Promise<void> {
  const parlour = await startParlour(url);
  const admin = await StaffClient.signIn(parlour.url, ADMIN);
  for (let number = 1; number <= SITES; number++)
    await admin.post('/api/v1/sites', {
      name: `Lindenhof ${number}`,
      allowedOrigins: ['https://landing.example'],
      timezone: 'Europe/Berlin',
    });
  parlour.kill('SIGTERM');
  await parlour.ended;
}

/** Parlour without its background work, which has its own time. */
export async function startParlour(databaseUrl: string): Promise<ParlourProcess> {
  const port = String(await freePort());
  return startProcess({
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(FOLDER, new URL(databaseUrl).pathname.slice(1)),
    APP_SECRET: 'a secret that only the benchmark uses',
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    RATE_LIMIT_FACTOR: '0',
    ROLE: 'web',
  });
}
