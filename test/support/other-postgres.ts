/**
 * A PostgreSQL of the operator's own: Debian's, started on a free port with its data in a temporary folder.
 */
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandsAs, databaseAccount, run } from '../../backend/db/embedded-user.ts';
import { freePort } from './free-port.ts';
import { findPostgresBinaries, required } from './parts.ts';
import { until } from './until.ts';

export interface OtherPostgres {
  url: string;
  version: string;
  /** pg_ctl's ways to stop: `fast`, or `immediate` as after a power cut. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  /** kill -9 of the server itself. */
  kill(): void;
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function startOtherPostgres(): Promise<OtherPostgres> {
  const { path, version } = required(findPostgresBinaries(), 'PostgreSQL');
  const folder = mkdtempSync(join(tmpdir(), 'parlour-pg-'));
  const data = join(folder, 'data');
  const account = databaseAccount(data);
  chmodSync(folder, 0o755);
  if (account) chownSync(folder, account.uid, account.gid);
  const commandAs = commandsAs(account, folder);
  await run(
    commandAs(join(path, 'initdb'), ['-D', data, '-U', 'parlour', '-A', 'trust', '-E', 'UTF8', '--locale=C']),
  );
  const port = await freePort();
  const pgCtl = (...args: string[]) => run(commandAs(join(path, 'pg_ctl'), ['-D', data, '-w', ...args]));
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`;
  const begin = () => pgCtl('-l', join(folder, 'log'), '-o', settings, 'start');
  // After a kill -9 its children take a moment to notice; until then there is no other beside them.
  const start = () => until(() => begin().then(Boolean, () => false), 'PostgreSQL runs');
  const stop = async (mode = 'fast') => void (await pgCtl('-m', mode, 'stop'));
  await start();
  return {
    url: `postgres://parlour@127.0.0.1:${port}/postgres`,
    version,
    start,
    stop,
    kill() {
      process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    },
    async remove() {
      await stop('immediate').catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
