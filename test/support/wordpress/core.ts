/**
 * WordPress itself, its SQLite database driver and wp-cli, from one pinned npm tarball (GPL) into the cache. Only its
 * files are used; the package is not installed, because it wants a newer Node and many dependencies.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../parts.ts';
import { removeFolder } from './folders.ts';

const PACKAGE = 'wp-studio@1.22.0';
const SHA512 = 'boMtahkhgWDKKyNTBA1uTK5ghnAmxXhDY6KeQCO9FmcI3/o+YOSq8JwYW5ZYnxHCxH14Jf/mD6CJTBvTWl2Ytw==';
const INSIDE = 'package/dist/cli/wp-files';

/** Parts of core that the tests do not need; leaving them out makes each site cheaper to lay out. */
const LEFT_OUT = ['plugins/akismet', 'plugins/hello.php', 'themes/twentytwentythree'];

const folder = join(CACHE, 'wordpress');

/** Where each piece lies once `prepareWordPress` has run. */
export const wordPressFiles = {
  core: join(folder, 'core'),
  sqlite: join(folder, 'sqlite-database-integration'),
  wpCli: join(folder, 'wp-cli.phar'),
  /** The database of a freshly installed site, kept so that each test file need not install one. */
  installedDatabase: join(folder, 'installed.sqlite'),
};

/**
 * Fills the cache unless it is filled already, and says what it holds. Safe to call from two processes at once: the
 * folder is made aside and moved into its place whole.
 */
export async function prepareWordPress(): Promise<string> {
  const stamp = join(folder, 'package');
  const label = `${PACKAGE} ${SHA512}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === label) return `${coreVersion()} found`;

  mkdirSync(CACHE, { recursive: true });
  const aside = mkdtempSync(join(CACHE, 'wordpress-new-'));
  try {
    unpack(fetchTarball(aside), aside);
    writeFileSync(join(aside, 'wordpress', 'package'), label);
    removeFolder(folder);
    renameSync(join(aside, 'wordpress'), folder);
  } finally {
    removeFolder(aside);
  }
  return `${coreVersion()} fetched from npm`;
}

/** The version of WordPress in the cache, such as 7.1.1. */
function coreVersion(): string {
  const php = readFileSync(join(wordPressFiles.core, 'wp-includes/version.php'), 'utf8');
  return /\$wp_version = '([^']+)'/.exec(php)?.[1] ?? 'unknown';
}

/** The tarball, checked against the pinned hash. */
function fetchTarball(into: string): string {
  run('npm', ['pack', PACKAGE, '--pack-destination', into, '--loglevel=error'], into);
  const name = readdirSync(into).find((file) => file.endsWith('.tgz'));
  if (!name) throw new Error(`npm pack ${PACKAGE} left no tarball.`);
  const got = createHash('sha512')
    .update(readFileSync(join(into, name)))
    .digest('base64');
  if (got !== SHA512) throw new Error(`${PACKAGE} is not the pinned one: its sha512 is ${got}.`);
  return join(into, name);
}

/** Lays the three pieces out under `into`/wordpress. */
function unpack(tarball: string, into: string): void {
  const pieces = ['latest/wordpress', 'sqlite-database-integration', 'wp-cli'].map(
    (name) => `${INSIDE}/${name}`,
  );
  run('tar', ['-xzf', tarball, '-C', into, ...pieces], into);
  const from = join(into, INSIDE);
  const to = join(into, 'wordpress');
  mkdirSync(to);
  renameSync(join(from, 'latest/wordpress'), join(to, 'core'));
  renameSync(join(from, 'sqlite-database-integration'), join(to, 'sqlite-database-integration'));
  renameSync(join(from, 'wp-cli/wp-cli.phar'), join(to, 'wp-cli.phar'));
  for (const path of LEFT_OUT) removeFolder(join(to, 'core/wp-content', path));
}

function run(command: string, args: string[], cwd: string): void {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${command} ${args[0]} failed: ${result.error ?? result.stderr}`);
}
