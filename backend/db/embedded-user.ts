/**
 * PostgreSQL refuses to run as root. Started as root, Parlour runs it as another account: the one that owns the data
 * already, else `postgres`, else `nobody`.
 */
import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

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

/**
 * How to run a program as that account. Below a folder that only root may enter (such as root's home) the account
 * could not even reach the program or the data; there it gets the right to pass through folders, and nothing else.
 * @throws Error in plain words when they can't be reached at all.
 */
export function commandsAs(account: Account | undefined, binary: string, dataDir: string): CommandAs {
  if (!account) return (command, args) => ({ command, args, options: {} });
  const { uid, gid } = account;
  const plain: CommandAs = (command, args) => ({ command, args, options: { uid, gid, cwd: '/' } });
  if (reaches(plain, binary, dataDir)) return plain;
  const rights = ['--clear-groups', '--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'];
  const passing: CommandAs = (command, args) => ({
    command: 'setpriv',
    args: [`--reuid=${uid}`, `--regid=${gid}`, ...rights, command, ...args],
    options: { cwd: '/' },
  });
  if (reaches(passing, binary, dataDir)) return passing;
  throw new Error(
    `PostgreSQL can't run as root, and the account it would run as (uid ${uid}) can't reach ${dataDir}. ` +
      'Move Parlour out of that private folder (for example to /opt/parlour), start it as an ordinary user, or set DATABASE_URL.',
  );
}

function reaches(commandAs: CommandAs, binary: string, dataDir: string): boolean {
  const { command, args, options } = commandAs('/bin/sh', [
    '-c',
    '"$1" --version && ls -d "$2/."',
    'sh',
    binary,
    dataDir,
  ]);
  return spawnSync(command, args, { ...options, stdio: 'ignore' }).status === 0;
}

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
