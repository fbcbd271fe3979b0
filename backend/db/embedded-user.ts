/**
 * PostgreSQL refuses to run as root. Started as root, Parlour runs it as another account: the one that owns the data
 * already, else `postgres`, else `nobody`.
 */
import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Account {
  uid: number;
  gid: number;
}

/** undefined: Parlour is not root, and PostgreSQL runs as whoever started it. */
export function databaseAccount(clusterDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  try {
    const { uid, gid } = statSync(clusterDir);
    if (uid !== 0) return { uid, gid };
  } catch {
    // A first start: the folder is not there yet.
  }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].map((name) => accounts.find(([n]) => n === name)).find(Boolean);
  if (!found)
    throw new Error('Parlour runs as root and found no account to run PostgreSQL with (postgres or nobody).');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

export interface Command {
  command: string;
  args: string[];
  options: SpawnOptions;
}

export type CommandAs = (binary: string, args: string[]) => Command;

const PLACE_FOR_PROGRAMS = '/var/lib/parlour';

/**
 * The folder of PostgreSQL's programs as the account can run them: where they are, or, when that is below a folder
 * that only root may enter (such as root's home), a copy in a place that everybody may read.
 * @param folder holds `bin`, `lib` and `share`
 * @param version names the copy
 */
export function reachablePrograms(account: Account | undefined, folder: string, version: string): string {
  if (!account || succeeds(as(account, join(folder, 'bin', 'postgres'), ['--version']))) return folder;
  const copy = join(PLACE_FOR_PROGRAMS, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copy);
  }
  return copy;
}

/**
 * How to run a program as that account. Where it could not pass through the folders above the data, it gets the right
 * to pass through folders, and nothing else.
 * @throws Error in plain words when the data can't be reached at all
 */
export function commandsAs(account: Account | undefined, dataDir: string): CommandAs {
  if (!account) return (command, args) => ({ command, args, options: {} });
  const rights = ['--clear-groups', '--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'];
  const plain: CommandAs = (command, args) => as(account, command, args);
  const passing: CommandAs = (command, args) => ({
    command: 'setpriv',
    args: [`--reuid=${account.uid}`, `--regid=${account.gid}`, ...rights, command, ...args],
    options: { cwd: '/' },
  });
  for (const commandAs of [plain, passing])
    if (succeeds(commandAs('ls', ['-d', `${dataDir}/.`]))) return commandAs;
  throw new Error(
    `PostgreSQL can't run as root, and the account it would run as (uid ${account.uid}) can't reach ${dataDir}. ` +
      'Set DATA_DIR to a folder outside of that private one, start Parlour as an ordinary user, or set DATABASE_URL.',
  );
}

const as = ({ uid, gid }: Account, command: string, args: string[]): Command => ({
  command,
  args,
  options: { uid, gid, cwd: '/' },
});

const succeeds = ({ command, args, options }: Command) =>
  spawnSync(command, args, { ...options, stdio: 'ignore' }).status === 0;

/** Runs it to its end. Rejects with what it printed when it fails. */
export function run({ command, args, options }: Command): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout?.on('data', (data) => (said += data));
    child.stderr?.on('data', (data) => (said += data));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${args.join(' ')}: ${said.trim()}`)),
    );
  });
}
