/**
 * Runs before the tests: finds the parts they drive and gets what is missing. As root from the system's packages
 * (apt), otherwise from npm. A part that cannot be had ends the run with a message that names it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, findPhp, findPostgresBinaries, NPM_POSTGRES, type Part } from './parts.ts';
import { prepareWordPress } from './wordpress/core.ts';

interface Wanted {
  name: string;
  find: () => Part | undefined | Promise<Part | undefined>;
  /** Debian and Ubuntu packages, by the names that stay the same from release to release. */
  apt: string[];
  /** Gets the part without root, where npm has a form of it. */
  npm?: () => void;
}

const wanted: Wanted[] = [
  {
    name: 'Chromium',
    find: findChromium, // looks into npm's form by itself
    apt: ['chromium'],
  },
  {
    name: 'PHP',
    find: findPhp,
    apt: ['cli', 'sqlite3', 'curl', 'mbstring', 'xml', 'zip', 'gd', 'intl'].map((name) => `php-${name}`),
  },
  {
    name: 'PostgreSQL',
    find: findPostgresBinaries,
    apt: ['postgresql'],
    npm: installPostgresFromNpm,
  },
];

const isRoot = process.getuid?.() === 0;
const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
let aptIsFresh = false;

for (const part of wanted) await ensure(part);
say('WordPress', await prepareWordPress());

/** Finds the part or gets it, and says which. */
async function ensure({ name, find, apt, npm }: Wanted): Promise<void> {
  const found = await find();
  if (found) return say(name, `${found.version} found`);

  const ways: [string, () => void][] = [];
  if (isRoot && hasApt) ways.push([`installed with apt: ${apt.join(' ')}`, () => installWithApt(apt)]);
  if (npm) ways.push(['installed from npm', npm]);
  const tried: string[] = [];
  for (const [how, install] of ways) {
    try {
      install();
    } catch (error) {
      tried.push(String(error));
    }
    const got = await find();
    if (got) return say(name, `${got.version} ${how}`);
  }
  const help = isRoot
    ? ''
    : ` Without root it cannot be installed here; ask for: apt-get install ${apt.join(' ')}`;
  throw new Error(`The tests need ${name}, and it could not be had.${help}\n${tried.join('\n')}`);
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
function installPostgresFromNpm(): void {
  mkdirSync(NPM_POSTGRES.folder, { recursive: true });
  writeFileSync(join(NPM_POSTGRES.folder, 'package.json'), '{ "private": true }\n');
  run('npm', [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--prefix',
    NPM_POSTGRES.folder,
    NPM_POSTGRES.spec,
  ]);
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
