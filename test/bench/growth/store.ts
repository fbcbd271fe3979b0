/**
 * A PostgreSQL of the benchmark's own with two databases, a small and a large one, kept in `.cache/bench/growth-<size>`
 * and used again as long as what it calls "recent" still is. Migrations that are newer than the data run on them, as they
 * will where Parlour is updated.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from '../../../backend/db/embedded.ts';
import { migrate } from '../../../backend/db/knex.ts';
import { migrationNames } from '../../../backend/db/migrations/index.ts';
import { freePort } from '../../support/free-port.ts';
import { type ParlourProcess, startProcess } from '../../support/parlour-process.ts';
import { CACHE } from '../../support/parts.ts';
import { StaffClient } from '../../support/staff-client.ts';
import { ADMIN } from '../rig.ts';
import { fill } from './fill.ts';

const KEPT_MS = 3 * 86_400_000;
/** What a conversation takes on disk at most while it is made, with its ten messages and all indexes. */
const BYTES_EACH = 16_000;
/** Raised when the data are to be made anew. */
const EDITION = 2;
const SITES = 6;

/** For filling quickly: a power cut would only mean to begin again. */
const FILLING = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // An index that is built is then not written twice.
  wal_level: 'minimal',
  max_wal_senders: '0',
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
  /** What a Parlour keeps beside its database belongs here: it goes with the data. */
  folder: string;
  log: string;
  stop(): Promise<void>;
}

/** @throws Error when the disk has no room for it */
export async function openStore(sizes: readonly number[], say: (text: string) => void): Promise<Store> {
  const folder = join(CACHE, `bench/growth-${Math.max(...sizes)}`);
  const kept = readKept(folder, sizes);
  if (!kept) await make(folder, sizes, say);
  const server = await startEmbedded(folder);
  const urls = new Map(sizes.map((size) => [size, urlOf(server, size)]));
  if (kept && kept.migrations.length < migrationNames.length) {
    say('bringing the data forward by the migrations that are new');
    for (const url of urls.values()) {
      await migrate(url);
      await query(url, ['VACUUM (ANALYZE)']);
    }
    keep(folder, { ...kept, migrations: migrationNames });
  }
  return { urls, folder, log: join(folder, 'postgres/server.log'), stop: () => server.stop() };
}

/** What is known of data that were made. */
interface Kept {
  at: string;
  edition: number;
  sizes: readonly number[];
  /** Those that have run; each new one runs on the data. */
  migrations: readonly string[];
}

const made = (folder: string) => join(folder, 'made.json');
const keep = (folder: string, kept: Kept) => writeFileSync(made(folder), JSON.stringify(kept));

/** Undefined when there are none that serve. */
function readKept(folder: string, sizes: readonly number[]): Kept | undefined {
  if (!existsSync(made(folder))) return undefined;
  const kept: Kept = JSON.parse(readFileSync(made(folder), 'utf8'));
  const serves =
    kept.edition === EDITION &&
    String(kept.sizes) === String(sizes) &&
    kept.migrations.every((name) => migrationNames.includes(name)) &&
    Date.now() - Date.parse(kept.at) < KEPT_MS;
  return serves ? kept : undefined;
}

const urlOf = ({ url }: EmbeddedDatabase, size: number) => url.replace(/\/postgres$/, `/growth_${size}`);

async function make(folder: string, sizes: readonly number[], say: (text: string) => void): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const needed = Math.max(...sizes) * BYTES_EACH;
  const { bavail, bsize } = statfsSync(folder);
  const inGiB = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GiB`;
  say(`making the data, once for three days: ${inGiB(needed)} of ${inGiB(bavail * bsize)} on disk`);
  if (bavail * bsize < needed)
    throw new Error(`The disk has no room for ${inGiB(needed)}. BENCH_SESSIONS=100000 needs a tenth of it.`);
  await set(
    folder,
    Object.entries(FILLING).map(([name, value]) => `ALTER SYSTEM SET ${name} = '${value}'`),
  );
  const server = await startEmbedded(folder);
  try {
    for (const size of sizes) {
      await query(server.url, [`CREATE DATABASE growth_${size}`]);
      await makeSites(urlOf(server, size), folder);
      await fill(urlOf(server, size), size, say);
    }
  } finally {
    await server.stop();
  }
  await set(folder, ['ALTER SYSTEM RESET ALL']);
  keep(folder, { at: new Date().toISOString(), edition: EDITION, sizes, migrations: migrationNames });
}

/** Settings that count from the next start. */
async function set(folder: string, statements: readonly string[]): Promise<void> {
  const server = await startEmbedded(folder);
  await query(server.url, statements).finally(() => server.stop());
}

async function query(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** The schema, a person and the sites, as Parlour makes them itself. */
async function makeSites(url: string, folder: string): Promise<void> {
  const parlour = await startParlour(url, folder);
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
export async function startParlour(databaseUrl: string, folder: string): Promise<ParlourProcess> {
  const port = String(await freePort());
  return startProcess({
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(folder, new URL(databaseUrl).pathname.slice(1)),
    APP_SECRET: 'a secret that only the benchmark uses',
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    RATE_LIMIT_FACTOR: '0',
    ROLE: 'web',
  });
}
