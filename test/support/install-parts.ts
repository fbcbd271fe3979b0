/**
 * Runs before the tests: finds the parts they drive and gets what is missing. As root from the system's packages
 * (apt), otherwise from npm. A part that cannot be had ends the run with a message that names it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  findChromium,
  findPhp,
  findPostgresBinaries,
  findProxy,
  findWasmPhp,
  NPM_POSTGRES,
  type Part,
  WASM_PHP,
} from './parts.ts';
import { prepareWordPress } from './wordpress/core.ts';

interface Wanted {
  name: string;
  find: () => Part | undefined | Promise<Part | undefined>;
  /** Debian and Ubuntu packages, by the names that stay the same from release to release. */
  apt: string[];
  /** Gets the part without root, where npm has a form of it. */
  npm?: () => Part | undefined | Promise<Part | undefined>;
  /** Its test says that it was left out; the rest of the tests is worth running without it. */
  isOptional?: true;
}

const wanted: Wanted[] = [
  {
    name: 'Chromium',
    find: findChromium,
    apt: ['chromium'],
  },
  {
    name: 'PHP',
    find: findPhp,
    apt: ['cli', 'sqlite3', 'curl', 'mbstring', 'xml', 'zip', 'gd', 'intl'].map((name) => `php-${name}`),
    npm: installPhpFromNpm,
  },
  {
    name: 'PHP 7.4 and 8.5 (WebAssembly)',
    find: findWasmPhp,
    apt: [],
    npm: installPhpFromNpm,
  },
  {
    name: 'PostgreSQL',
    find: findPostgresBinaries,
    apt: ['postgresql'],
    npm: installPostgresFromNpm,
  },
  { name: 'nginx', find: () => findProxy('nginx'), apt: ['nginx-light'], isOptional: true },
  { name: 'Caddy', find: () => findProxy('caddy'), apt: ['caddy'], isOptional: true },
];

const isRoot = process.getuid?.() === 0;
const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
let aptIsFresh = false;

try {
  for (const part of wanted) say(part.name, await ensure(part));
  for (const version of ['newest', '6.6'] as const) say('WordPress', await prepareWordPress(version));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

/** Finds the part or gets it, and says how. */
async function ensure({ name, find, apt, npm, isOptional }: Wanted): Promise<string> {
  const found = await find();
  if (found) return `${found.version} found`;

  const tried: unknown[] = [];
  if (isRoot && hasApt && apt.length > 0) {
    try {
      installWithApt(apt);
      const part = await find();
      if (part) return `${part.version} installed with apt: ${apt.join(' ')}`;
    } catch (error) {
      tried.push(error);
    }
  }
  try {
    const part = await npm?.();
    if (part) return `${part.version} from npm`;
  } catch (error) {
    tried.push(error);
  }
  if (isOptional) return 'not here, and not to be had; the tests that need it are left out';
  const help =
    isRoot || apt.length === 0
      ? ''
      : ` Without root it cannot be installed here; ask for: apt-get install ${apt.join(' ')}`;
  throw new Error([`The tests need ${name}, and it could not be had.${help}`, ...tried].join('\n'));
}

/** Installs packages without asking questions and without starting the services they bring. */
function installWithApt(packages: string[]): void {
  // Runlevel 1 keeps Debian's PostgreSQL from starting a server of its own; the tests only use its programs.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  if (!aptIsFresh) run('apt-get', [...wait, 'update'], env);
  aptIsFresh = true;
  run('apt-get', [...wait, 'install', '--yes', '--no-install-recommends', ...packages], env);
}

/** Puts PostgreSQL 15 into the cache. Its install script only restores the links between its libraries. */
function installPostgresFromNpm(): Part | undefined {
  installFromNpm(NPM_POSTGRES.folder, [NPM_POSTGRES.spec]);
  return findPostgresBinaries();
}

/** Puts the WebAssembly PHP into the cache. */
function installPhpFromNpm(): Part | undefined {
  if (!findWasmPhp()) installFromNpm(WASM_PHP.folder, WASM_PHP.packages);
  return findWasmPhp();
}

/** Installs packages into a folder of their own, apart from the product's. */
function installFromNpm(folder: string, packages: string[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, ...packages]);
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): void {
  const result = spawnSync(command, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (result.status !== 0) {
    const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`;
    throw new Error(
      `${command} ${args.join(' ')} failed:\n${output.trim().split('\n').slice(-8).join('\n')}`,
    );
  }
}

function say(name: string, text: string): void {
  process.stdout.write(`${name}: ${text}\n`);
}
