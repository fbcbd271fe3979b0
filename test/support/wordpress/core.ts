/**
 * WordPress itself, its SQLite database driver and wp-cli, from pinned npm tarballs (GPL) into the cache. Only their
 * files are used; the packages are not installed, because they want a newer Node and many dependencies.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../parts.ts';
import { removeFolder } from './folders.ts';
import { fetchTarball, type Tarball, unpackTarball } from './tarball.ts';
import { unzip } from './unzip.ts';

/** The newest WordPress, or the oldest that the plugin promises to work on. */
export type CoreVersion = 'newest' | '6.6';

/** What one version of core is made of. */
export interface CoreFiles {
  core: string;
  /** The database of a freshly installed site, kept so that each test file need not install one. */
  installedDatabase: string;
}

const NEWEST: Tarball = {
  spec: 'wp-studio@1.22.0',
  sha512: 'boMtahkhgWDKKyNTBA1uTK5ghnAmxXhDY6KeQCO9FmcI3/o+YOSq8JwYW5ZYnxHCxH14Jf/mD6CJTBvTWl2Ytw==',
};
const INSIDE = 'package/dist/cli/wp-files';

/** The last version of this package; its "beta" is 6.6-RC3, the last candidate before 6.6. */
const OLDEST: Tarball = {
  spec: '@wp-playground/wordpress-builds@0.9.19',
  sha512: 'dlqvh/MJDpE5W68vgPPKUjpip6zMuBh59L3D18ZX+pdwurC4q4ydrTww/3sTMV69BBcoH6kF93YtAtujNC5Mpw==',
};
const OLDEST_INSIDE = 'package/src/wordpress/wp-beta.zip';

/** Parts of core that the tests do not need; leaving them out makes each site cheaper to lay out. */
const LEFT_OUT = ['plugins/akismet', 'plugins/hello.php', 'themes/twentytwentythree', 'database'];

const folders: Record<CoreVersion, string> = {
  newest: join(CACHE, 'wordpress'),
  '6.6': join(CACHE, 'wordpress-6.6'),
};

/** Pieces that all versions share. */
export const wordPressTools = {
  sqlite: join(folders.newest, 'sqlite-database-integration'),
  wpCli: join(folders.newest, 'wp-cli.phar'),
};

/** Where each piece lies once `prepareWordPress` has run. */
export function coreFiles(version: CoreVersion): CoreFiles {
  const folder = folders[version];
  return {
    core: join(folder, 'core'),
    installedDatabase: join(folder, 'installed.sqlite'),
  };
}

/**
 * Fills the cache unless it is filled already, and says what it holds. Safe to call from two processes at once: the
 * folder is made aside and moved into its place whole.
 */
export async function prepareWordPress(version: CoreVersion = 'newest'): Promise<string> {
  const [tarball, unpack] = version === 'newest' ? [NEWEST, unpackNewest] : ([OLDEST, unpackOldest] as const);
  const folder = folders[version];
  const stamp = join(folder, 'package');
  const label = `${tarball.spec} ${tarball.sha512}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === label) return `${numberOf(version)} found`;

  mkdirSync(CACHE, { recursive: true });
  const aside = mkdtempSync(join(CACHE, 'wordpress-new-'));
  try {
    const made = join(aside, 'wordpress');
    mkdirSync(made);
    unpack(fetchTarball(tarball, aside), aside, made);
    for (const path of LEFT_OUT) removeFolder(join(made, 'core/wp-content', path));
    writeFileSync(join(made, 'package'), label);
    removeFolder(folder);
    renameSync(made, folder);
  } finally {
    removeFolder(aside);
  }
  return `${numberOf(version)} fetched from npm`;
}

/** The number of the WordPress in the cache, such as 7.1.1. */
function numberOf(version: CoreVersion): string {
  const php = readFileSync(join(coreFiles(version).core, 'wp-includes/version.php'), 'utf8');
  return /\$wp_version = '([^']+)'/.exec(php)?.[1] ?? 'unknown';
}

/** Core, the database driver and wp-cli lie in it as folders. */
function unpackNewest(tarball: string, aside: string, made: string): void {
  const pieces = ['latest/wordpress', 'sqlite-database-integration', 'wp-cli'];
  unpackTarball(
    tarball,
    aside,
    pieces.map((name) => `${INSIDE}/${name}`),
  );
  const from = join(aside, INSIDE);
  renameSync(join(from, 'latest/wordpress'), join(made, 'core'));
  renameSync(join(from, 'sqlite-database-integration'), join(made, 'sqlite-database-integration'));
  renameSync(join(from, 'wp-cli/wp-cli.phar'), join(made, 'wp-cli.phar'));
}

/** A zip of the PHP files; scripts and styles of core itself are left out of it, and no test on it needs them. */
function unpackOldest(tarball: string, aside: string, made: string): void {
  unpackTarball(tarball, aside, [OLDEST_INSIDE]);
  unzip(join(aside, OLDEST_INSIDE), join(made, 'core'));
  // It is set up for a browser; the rig writes its own.
  removeFolder(join(made, 'core/wp-config.php'));
}
