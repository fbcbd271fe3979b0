/**
 * The process that is watched: the built product on a database of its own, with an admin, a site and a receiver. On
 * SIGUSR2 it collects its garbage, so that what is measured is what it keeps.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { SiteView } from '../../backend/sites/schema.ts';
import { type FakeReceiver, startFakeReceiver } from '../support/fakes/receiver.ts';
import { freePort } from '../support/free-port.ts';
import { ADMIN } from '../support/parlour.ts';
import { startProcess } from '../support/parlour-process.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { StaffClient } from '../support/staff-client.ts';

export const POOL = 10;

const COLLECT_ON_SIGNAL = `--import=data:text/javascript,process.on('SIGUSR2',()=>globalThis.gc())`;

export interface Soaked {
  url: string;
  pid: number;
  databaseUrl: string;
  siteKey: string;
  admin: StaffClient;
  receiver: FakeReceiver;
  stop(): Promise<void>;
}

export async function startSoaked(): Promise<Soaked> {
  const databaseUrl = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'parlour-soak-'));
  const receiver = await startFakeReceiver();
  const port = await freePort();
  const parlour = await startProcess(
    {
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: databaseUrl,
      DATABASE_POOL: String(POOL),
      DATA_DIR: dataDir,
      APP_SECRET: 'a secret that only the tests use',
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      RATE_LIMIT_FACTOR: '0',
    },
    { args: ['--expose-gc', COLLECT_ON_SIGNAL, resolve('dist/backend/index.js')] },
  );
  const admin = await StaffClient.signIn(parlour.url, ADMIN);
  const site = await admin.post<SiteView>('/api/v1/sites', {
    name: 'Soaked',
    allowedOrigins: ['https://landing.example'],
    integrations: { webhook: { url: receiver.url, events: ['session.completed'] } },
  });
  return {
    url: parlour.url,
    pid: parlour.pid,
    databaseUrl,
    siteKey: site.key,
    admin,
    receiver,
    async stop() {
      parlour.kill('SIGTERM');
      await parlour.ended;
      await receiver.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
