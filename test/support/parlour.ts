/**
 * A Parlour in this process, on a database of its own and a free port, with an admin and a site.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import argon2 from 'argon2';
import { loadConfig } from '../../backend/config.ts';
import { type Database, openDatabase } from '../../backend/db/knex.ts';
import type { Route } from '../../backend/http/route.ts';
import { createLogger } from '../../backend/log.ts';
import type { SiteCreate, SiteView } from '../../backend/sites/schema.ts';
import { startParlour } from '../../backend/start.ts';
import { freePort } from './free-port.ts';
import { letConnectionsGo } from './http-client.ts';
import { createStartedDatabase } from './postgres.ts';
import { StaffClient } from './staff-client.ts';

export const ADMIN = { email: 'admin@example.com', password: 'plum tart on sundays' };
const ADMIN_IN = { ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password };
const APP_SECRET = 'a secret that only the tests use';
/** A page of this origin may show the chat. */
export const PAGE_ORIGIN = 'https://landing.example';

export interface TestParlour {
  url: string;
  databaseUrl: string;
  database: Database;
  routes: readonly Route[];
  /** Signed in. */
  admin: StaffClient;
  site: SiteView;
  createSite(overrides?: Partial<SiteCreate>): Promise<SiteView>;
  stop(): Promise<void>;
}

/**
 * @param environment more than, or other than, the usual settings; without a DATABASE_URL it is not the first start, and
 * checking the admin's password costs nothing
 */
export async function startTestParlour(environment: Record<string, string> = {}): Promise<TestParlour> {
  const databaseUrl = environment.DATABASE_URL ?? (await createStartedDatabase(startFirst));
  const dataDir = mkdtempSync(join(tmpdir(), 'parlour-data-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = loadConfig({
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    ...{ APP_SECRET, ...ADMIN_IN, LOG_LEVEL: 'silent' },
    ...environment,
  });
  const log = createLogger(config.logLevel);
  const parlour = await startParlour({ config, databaseUrl, log, webDir: resolve('dist'), graceMs: 100 });
  const database = openDatabase(databaseUrl, 2);
  const admin = await StaffClient.signIn(url, ADMIN);
  const createSite = (overrides: Partial<SiteCreate> = {}) =>
    admin.post<SiteView>('/api/v1/sites', { name: 'Lindenhof', allowedOrigins: [PAGE_ORIGIN], ...overrides });
  return {
    url,
    databaseUrl,
    database,
    routes: parlour.routes,
    admin,
    site: await createSite(),
    createSite,
    async stop() {
      await database.destroy();
      letConnectionsGo();
      await parlour.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What each test would do again: the queue makes its tables, and the admin gets in. */
async function startFirst(databaseUrl: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'parlour-first-'));
  const settings = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, APP_SECRET, ...ADMIN_IN };
  const config = loadConfig({ ...settings, ROLE: 'worker', LOG_LEVEL: 'silent' });
  const parlour = await startParlour({ config, databaseUrl, log: createLogger('silent'), webDir: '' });
  await parlour.stop();
  rmSync(dataDir, { recursive: true, force: true });
  const database = openDatabase(databaseUrl, 1);
  const passwordHash = await argon2.hash(ADMIN.password, { memoryCost: 8, timeCost: 2, parallelism: 1 });
  await database('staff_users').update({ passwordHash });
  await database.destroy();
}
