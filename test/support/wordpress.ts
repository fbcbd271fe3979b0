/**
 * A real WordPress for tests: its own folder and SQLite database, PHP's server on a free port, wp-cli.
 * Sign in with `admin` / `password`.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { freePort } from './free-port.ts';
import type { PhpVersion } from './parts.ts';
import { type CoreFiles, type CoreVersion, coreFiles, prepareWordPress } from './wordpress/core.ts';
import { copyFolder, removeFolder } from './wordpress/folders.ts';
import { convertToNetwork } from './wordpress/network.ts';
import { forgetCompiled, runWpCli, servePhp } from './wordpress/php.ts';
import { type Constants, databaseFile, debugLogFile, layOutSite } from './wordpress/site-files.ts';

export interface WordPressOptions {
  /** Folders of plugins to copy in and activate. Copies, so that a test may delete a plugin. */
  plugins?: string[];
  /** More constants for wp-config.php, or others than the rig's. */
  constants?: Constants;
  /** Serves it by this PHP, from npm as WebAssembly; else by the machine's, or 8.2 where there is none. */
  php?: PhpVersion;
  /** Another WordPress than the newest. */
  core?: CoreVersion;
  /** Makes it a network of sites, in folders; plugins are activated for the whole network. */
  network?: boolean;
}

export interface WordPress {
  /** Such as http://127.0.0.1:41234, without a slash at the end. */
  url: string;
  dir: string;
  /** Runs wp-cli on the machine's PHP and resolves with what it printed; rejects when it fails. */
  wp(...args: string[]): Promise<string>;
  /** Puts the database back to where it was when `startWordPress` resolved. */
  resetDb(): void;
  /** What WordPress wrote to debug.log: errors, warnings, notices and deprecations. Empty is good. */
  debugLog(): string;
  /** Stops the server and removes the folder. */
  stop(): Promise<void>;
}

/** Starts a WordPress with pretty permalinks and the given plugins active. */
export async function startWordPress(options: WordPressOptions = {}): Promise<WordPress> {
  await prepareWordPress();
  if (options.core) await prepareWordPress(options.core);
  const dir = mkdtempSync(join(tmpdir(), 'parlour-wordpress-'));
  const remove = () => {
    forgetCompiled(dir);
    removeFolder(dir);
  };
  process.once('exit', remove);
  try {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const wp = (...args: string[]) => runWpCli(dir, args);
    const files = coreFiles(options.core ?? 'newest');
    layOutSite(dir, files, { WP_HOME: url, WP_SITEURL: url, ...options.constants });
    await installDatabase(dir, files, wp);
    if (options.network) await convertToNetwork(dir, url, options.constants ?? {}, wp);
    await addPlugins(dir, options, wp);
    const saved = join(dir, 'saved.sqlite');
    copyFileSync(databaseFile(dir), saved);
    const server = await servePhp(dir, port, options.php);

    return {
      url,
      dir,
      wp,
      resetDb: () => putDatabase(saved, dir),
      debugLog: () => readDebugLog(dir),
      stop: async () => {
        await server.stop();
        remove();
        process.removeListener('exit', remove);
      },
    };
  } catch (error) {
    remove();
    process.removeListener('exit', remove);
    throw error;
  }
}

/** Installs WordPress the first time, and keeps the database for the next sites. */
async function installDatabase(dir: string, files: CoreFiles, wp: WordPress['wp']): Promise<void> {
  const kept = files.installedDatabase;
  if (existsSync(kept)) return putDatabase(kept, dir);
  const admin = [
    '--admin_user=admin',
    '--admin_password=password',
    '--admin_email=admin@example.com',
    '--skip-email',
  ];
  await wp('core', 'install', '--url=http://wordpress.test', '--title=Test site', ...admin);
  await wp(
    'eval',
    "$GLOBALS['wp_rewrite']->set_permalink_structure( '/%postname%/' ); flush_rewrite_rules();",
  );
  // Moved into place whole: another test process may look for it at the same moment.
  copyFileSync(databaseFile(dir), `${kept}.${process.pid}`);
  renameSync(`${kept}.${process.pid}`, kept);
}

/** Copies the plugins in and activates them. */
async function addPlugins(dir: string, options: WordPressOptions, wp: WordPress['wp']): Promise<void> {
  const plugins = options.plugins ?? [];
  for (const plugin of plugins) copyFolder(plugin, join(dir, 'wp-content/plugins', basename(plugin)));
  if (plugins.length === 0) return;
  const where = options.network ? ['--network'] : [];
  await wp('plugin', 'activate', ...plugins.map((plugin) => basename(plugin)), ...where);
}

/** debug.log without what wp-cli has to say about itself, on a PHP newer than it knows. */
function readDebugLog(dir: string): string {
  if (!existsSync(debugLogFile(dir))) return '';
  const lines = readFileSync(debugLogFile(dir), 'utf8').split('\n');
  return lines.filter((line) => !line.includes('wp-cli.phar')).join('\n');
}

/** Puts a database in place of the site's, together with SQLite's journals of the old one. */
function putDatabase(from: string, dir: string): void {
  for (const ending of ['-wal', '-shm', '-journal']) rmSync(databaseFile(dir) + ending, { force: true });
  copyFileSync(from, databaseFile(dir));
}
