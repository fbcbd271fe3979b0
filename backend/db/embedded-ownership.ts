/**
 * Who the embedded server belongs to, and what becomes of it when nobody is left.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { PgCtl } from './embedded-cluster.ts';

const OWNER_LOCK = 7_275_686_002;

export const urlOf = (port: number, password: string) =>
  `postgres://parlour:${password}@127.0.0.1:${port}/postgres`;

/** A server that is still running here belongs to another Parlour, or to one that was killed. */
export async function stopAbandoned(cluster: string, password: string, pgCtl: PgCtl): Promise<void> {
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

/** Whether this process is the server of this cluster; a number can belong to another process by now. */
export function isPostmaster(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && process.platform !== 'linux';
  }
  if (process.platform !== 'linux') return true;
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
}

class FolderInUse extends Error {}

/** Takes the folder for this process; the lock ends with the connection, however that ends. */
export async function own(url: string): Promise<pg.Client> {
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

/**
 * SIGINT to the postmaster asks for a fast shutdown. The fourth line of its pid file is the port: a server that was
 * started anew by this Parlour has the same one, a server of the next Parlour another.
 */
const GUARD =
  'cat >/dev/null; pid="$1/postmaster.pid"; [ "$(sed -n 4p "$pid")" = "$2" ] && kill -INT "$(head -n 1 "$pid")"';

/** Stops the server when this process is gone. */
export function startGuard(cluster: string, port: number): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const guard = spawn('/bin/sh', ['-c', GUARD, 'parlour-guard', cluster, String(port)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => {});
  guard.unref();
  return guard;
}
