/** The Nodes that a release must pass on, from npm, kept in the cache. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../support/parts.ts';

/** The lines of Node that Parlour promises to run on; the first is the one that `engines` asks for at least. */
export const NODES = ['20', '22', '24'] as const;
export type NodeLine = (typeof NODES)[number];

export interface Runtime {
  line: NodeLine;
  /** Such as 22.23.3. */
  version: string;
  program: string;
}

/**
 * The newest of the line when it was first asked for; removing `.cache/release` gets newer ones. The package is the one
 * that npm's `node` takes for this platform: the program and nothing to be run at the installation.
 */
export function getRuntime(line: NodeLine): Runtime {
  const folder = join(CACHE, 'release', `node-${line}`);
  const name = `node-${process.platform}-${process.arch}`;
  const program = join(folder, 'node_modules', name, 'bin', 'node');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    answer('npm', ['install', '--no-save', '--ignore-scripts', '--prefix', folder, `${name}@${line}`]);
  }
  return { line, program, version: answer(program, ['--version']).trim().slice(1) };
}

function answer(command: string, args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error ?? stderr}`);
  return stdout;
}
