/** A Parlour as an operator runs it, for measuring: its own process, and a PostgreSQL with fsync on in its own folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../backend/db/embedded.ts';
import type { SiteView } from '../../backend/sites/schema.ts';
import { freePort } from '../support/free-port.ts';
import { type ParlourProcess, START_ARGUMENTS, startProcess } from '../support/parlour-process.ts';
import { StaffClient } from '../support/staff-client.ts';
import { onLeaving } from './leaving.ts';

export const ADMIN = { email: 'admin@example.com', password: 'plum tart on sundays' };

export interface BenchParlour {
  url: string;
  databaseUrl: string;
  process: ParlourProcess;
  /** Signed in. */
  admin: StaffClient;
  site: SiteView;
  /** Another process on the same database. */
  startAnother(environment: Record<string, string>): Promise<ParlourProcess>;
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
  const processes: ParlourProcess[] = [];
  const stop = async () => {
    stopped();
    for (const { kill } of processes) kill('SIGTERM');
    await Promise.all(processes.map(({ ended }) => ended));
    await server.stop();
    removeFolder();
    process.removeListener('exit', removeFolder);
  };
  const stopped = onLeaving(stop);
  try {
    const settings = {
      DATABASE_URL: server.url,
      DATA_DIR: folder,
      APP_SECRET: 'a secret that only the benchmark uses',
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      ...environment,
    };
    const start = async (more: Record<string, string>, options: string[] = []) => {
      const port = String(await freePort());
      const address = { PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` };
      const args = [...options, ...START_ARGUMENTS];
      const started = await startProcess({ ...settings, ...address, ...more }, { args });
      processes.push(started);
      return started;
    };
    const parlour = await start({}, nodeOptions);
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
      startAnother: start,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
