/** Fetches a package from npm as a file, without installing it. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Tarball {
  /** Name and exact version. */
  spec: string;
  /** Its hash, in base64; another file is refused. */
  sha512: string;
}

/** Fetches the tarball into a folder and resolves with its path, once its hash is the pinned one. */
export function fetchTarball({ spec, sha512 }: Tarball, into: string): string {
  run('npm', ['pack', spec, '--pack-destination', into, '--loglevel=error'], into);
  const name = readdirSync(into).find((file) => file.endsWith('.tgz'));
  if (!name) throw new Error(`npm pack ${spec} left no tarball.`);
  const got = createHash('sha512')
    .update(readFileSync(join(into, name)))
    .digest('base64');
  if (got !== sha512) throw new Error(`${spec} is not the pinned one: its sha512 is ${got}.`);
  return join(into, name);
}

/** Unpacks some paths of it. */
export function unpackTarball(tarball: string, into: string, paths: string[]): void {
  run('tar', ['-xzf', tarball, '-C', into, ...paths], into);
}

function run(command: string, args: string[], cwd: string): void {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${command} ${args[0]} failed: ${result.error ?? result.stderr}`);
}
