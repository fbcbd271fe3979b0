/** The commands of package.json, run as an operator runs them. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** What it said, on either stream, and how it ended. */
export interface Said {
  code: number | null;
  said: string;
}

/** @param script its name in package.json */
export function npmRun(
  script: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Said> {
  const words = ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])];
  const child = spawn('npm', words, {
    cwd: resolve('.'),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  return new Promise((done) => child.once('close', (code) => done({ code, said })));
}
