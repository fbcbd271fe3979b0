/**
 * The embedded PostgreSQL: real server programs from an npm package, its data in `<dataDir>/postgres`.
 *
 * - Started and stopped by pg_ctl, in a process group of its own: Ctrl-C ends Parlour first, then the database.
 * - A small guard waits on a pipe from this process. When this process dies, by whatever means, the guard stops the
 *   server, so that nothing is left behind.
 * - When the server dies and this process does not, it is started again at the same address.
 * - One Parlour per folder: the owner holds an advisory lock. A server that nobody owns is stopped and started anew.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { findPrograms, initialise, keptPassword, type PgCtl, startServer } from './embedded-cluster.ts';
import { isPostmaster, own, startGuard, stopAbandoned, urlOf } from './embedded-ownership.ts';
import { commandsAs, databaseAccount, run } from './embedded-user.ts';

export interface EmbeddedDatabase {
  url: string;
  /** Stops the server; rows of every answered request are on disk. */
  stop(): Promise<void>;
}

/**
 * Makes the cluster at the first start, and starts it.
 * @throws Error in plain words: another Parlour uses the folder, or the programs can't run here.
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  mkdirSync(dataDir, { recursive: true });
  const cluster = join(dataDir, 'postgres');
  const account = databaseAccount(cluster);
  const programs = await findPrograms(account);
  const password = keptPassword(dataDir);
  const commandAs = commandsAs(account, dataDir);
  const pgCtl: PgCtl = (...args) => run(commandAs(join(programs, 'pg_ctl'), args));

  if (!existsSync(cluster)) await initialise(programs, dataDir, cluster, account, commandAs, password);
  await stopAbandoned(cluster, password, pgCtl);
  const port = await startServer(cluster, account, pgCtl);
  const url = urlOf(port, password);

  const guard = startGuard(cluster, port);
  let owner: pg.Client;
  let isStopping = false;
  const hold = async () => {
    owner = await own(url);
    owner.once('end', () => void revive());
  };
  /** The connection ended: the server is gone, or has closed all connections after a crash of its own. */
  const revive = async () => {
    while (!isStopping) {
      try {
        if (!serverRuns(cluster)) await startServer(cluster, account, pgCtl, port);
        return await hold();
      } catch {
        await wait(300);
      }
    }
  };
  await hold();
  return {
    url,
    async stop() {
      isStopping = true;
      guard?.kill('SIGKILL');
      await owner.end().catch(() => {});
      if (serverRuns(cluster)) await pgCtl('stop', '-D', cluster, '-m', 'fast', '-w', '-t', '30');
    },
  };
}

/** The address of the server that runs in this folder, whoever started it; undefined when none does. */
export function runningEmbedded(dataDir: string): string | undefined {
  const cluster = join(dataDir, 'postgres');
  if (!serverRuns(cluster)) return undefined;
  const port = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[3];
  return urlOf(Number(port), keptPassword(dataDir));
}

/** @throws Error in plain words where a command would find nothing and begin anew */
export function requireDatabase({ databaseUrl, dataDir }: { databaseUrl?: string; dataDir: string }): void {
  if (databaseUrl || existsSync(join(dataDir, 'postgres'))) return;
  throw new Error(`There is no database in ${dataDir}. Set DATA_DIR or DATABASE_URL to where it is.`);
}

/** For a command: the operator's database; or the embedded one, as it runs or started for this. */
export async function withDatabase<T>(
  { databaseUrl, dataDir }: { databaseUrl?: string; dataDir: string },
  work: (url: string) => Promise<T>,
): Promise<T> {
  const url = databaseUrl ?? runningEmbedded(dataDir);
  if (url) return work(url);
  const embedded = await startEmbedded(dataDir);
  try {
    return await work(embedded.url);
  } finally {
    await embedded.stop();
  }
}

function serverRuns(cluster: string): boolean {
  const file = join(cluster, 'postmaster.pid');
  return existsSync(file) && isPostmaster(Number(readFileSync(file, 'utf8').split('\n')[0]), cluster);
}
