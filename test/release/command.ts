/** Runs the commands of a release under circumstances of their own, and ends them with the whole. */
import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { onLeaving } from '../bench/leaving.ts';

/** What may differ from machine to machine, and must not change what is built. */
export interface Circumstances {
  /** The program of Node. */
  node: string;
  folder: string;
  /** As the shell takes it. */
  umask: string;
  environment: Record<string, string>;
}

/** How much of what a failed command printed is shown. */
const LAST_LINES = 25;
/** What takes longer than this hangs. */
const LIMIT_MS = 10 * 60_000;

/** @returns what it printed; @throws Error with the last lines of that */
export function run(command: string[], { node, folder, umask, environment }: Circumstances): Promise<string> {
  const child = spawn('sh', ['-c', `umask ${umask} && exec "$@"`, 'sh', ...command], {
    cwd: folder,
    // A group of its own, so that leaving reaches what npm has started.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...withoutNpm(process.env), ...environment, PATH: pathWith(node) },
  });
  let said = '';
  for (const output of [child.stdout, child.stderr]) output.on('data', (data) => (said += data));
  const ended = new Promise<string>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      if (code === 0) return done(said);
      const last = said.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
      fail(new Error(`${command.join(' ')} ${code === null ? 'was stopped' : 'failed'}:\n${last}`));
    });
  });
  const end = async () => {
    process.kill(-child.pid!, 'SIGTERM');
    await ended.catch(() => {});
  };
  const forget = onLeaving(end);
  const limit = setTimeout(() => void end(), LIMIT_MS);
  return ended.finally(() => {
    clearTimeout(limit);
    forget();
  });
}

/** The search path on which `node` and everything that asks for it is this one. */
export function pathWith(node: string): string {
  const others = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.includes('node_modules'));
  return [dirname(node), ...others].join(delimiter);
}

/** npm tells what it runs which folder it is in; here it is another one. */
function withoutNpm(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isOurs = (name: string) => !/^npm_(lifecycle|package|config_local_prefix|node_execpath)/.test(name);
  return Object.fromEntries(Object.entries(environment).filter(([name]) => isOurs(name)));
}
