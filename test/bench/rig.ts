/** A Parlour as an operator runs it, for measuring: its own process, and a PostgreSQL with fsync on in its own folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startEmbedded } from '../../backend/db/embedded.ts';
import type { SiteView } from '../../backend/sites/schema.ts';
import { freePort } from '../support/free-port.ts';
import { type ParlourProcess, startProcess } from '../support/parlour-process.ts';
import { StaffClient } from '../support/staff-client.ts';

export const ADMIN = { email: 'admin@example.com', password: 'plum tart on sundays' };

export interface BenchParlour {
  url: string;
  databaseUrl: string;
  process: ParlourProcess;
  /** Signed in. */
  admin: StaffClient;
  site: SiteView;
  stop(): Promise<void>;
}

/**
 * @param environment more than, or other than, the usual settings
 * @param nodeOptions such as `--cpu-prof`, to see where the time goes
 */
export async function startBenchParlour(
  environment: Record<string, string> = {},
  nodeOptions: string[] = [],
): Promise<BenchParlour> {
  const folder = mkdtempSync(join(tmpdir(), 'parlour-bench-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  const server = await startEmbedded(folder);
  try {
    const port = String(await freePort());
    const settings = {
      PORT: port,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: server.url,
      DATA_DIR: folder,
      APP_SECRET: 'a secret that only the benchmark uses',
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      ...environment,
    };
    const parlour = await startProcess(settings, {
      args: [...nodeOptions, resolve('dist/backend/index.js')],
    });
    const admin = await StaffClient.signIn(parlour.url, ADMIN);
    const site = await admin.post<SiteView>('/api/v1/sites', {
      name: 'Lindenhof',
      allowedOrigins: ['https://landing.example'],
    });
    return {
      url: parlour.url,
      databaseUrl: server.url,
      process: parlour,
      admin,
      site,
      async stop() {
        parlour.kill('SIGTERM');
        await parlour.ended;
        await server.stop();
        removeFolder();
        process.removeListener('exit', removeFolder);
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
