/**
 * The tools that build the blocks: @wordpress/scripts, in a package of their own, as only who changes a block needs
 * them. That package replaces what `wp-scripts build` never loads (linters, test runners, a development server) by a
 * tiny package: 500 packages instead of 1,450, and 150 MB instead of 580.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const HOME = resolve(import.meta.dirname, '..');
const STAMP = join(HOME, 'node_modules/.installed-from');

/** Hash of the lock file: what exactly the tools are. */
export function toolsHash(): string {
  return createHash('sha256')
    .update(readFileSync(join(HOME, 'package-lock.json')))
    .digest('hex');
}

/** Installs the tools unless they are there as the lock file says. None of their install scripts runs. */
export function installTools(): void {
  const hash = toolsHash();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  process.stdout.write(
    'WordPress plugin: getting the tools that build its block; once, for about a minute\n',
  );
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(STAMP, hash);
}

/** Runs one of the tools in the plugin's folder; what it says is shown when it fails. */
export function runTool(name: string, args: string[]): void {
  run(join(HOME, 'node_modules/.bin', name), args);
}

function run(command: string, args: string[]): void {
  const result = spawnSync(command, args, { cwd: HOME, encoding: 'utf8' });
  if (result.status !== 0) {
    throw new Error(`${command} failed: ${result.error ?? ''}\n${result.stdout ?? ''}${result.stderr ?? ''}`);
  }
}
