/**
 * `npm run release:check`: whether what is committed can be released. Versions agree and CHANGELOG speaks to users; on
 * each Node that is promised everything builds, passes the unit tests, starts on an empty folder and holds a chat; two
 * builds under different circumstances are the same bytes. What was built then stands in `dist`, with its checksums and
 * what it is made of. `-- 22` looks at one Node only and leaves `dist` alone.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leave } from '../bench/leaving.ts';
import { buildAll, elsewhere, ordinary } from './builds.ts';
import { changelogProblems, newestRelease } from './changelog.ts';
import { type Circumstances, run } from './command.ts';
import { compare } from './files.ts';
import { publish } from './publish.ts';
import { getRuntime, NODES, type Runtime } from './runtimes.ts';
import { tryOut } from './try-out.ts';
import { releaseVersion, versionProblems } from './versions.ts';

const begun = performance.now();
const seconds = () => String(Math.round((performance.now() - begun) / 1000)).padStart(4);
const say = (text: string) => void process.stdout.write(`${seconds()} s  ${text}\n`);
const distOf = ({ folder }: Circumstances) => join(folder, 'dist');

let isLeaving = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    isLeaving = true;
    void leave().then(() => process.exit(1));
  });

const asked = process.argv.slice(2);
const lines = NODES.filter((line) => asked.length === 0 || asked.includes(line));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'parlour-release-')));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
/** Many small files go slowly: the next is built meanwhile, and what is left at the end goes then. */
const tidy = (where: Circumstances) => void rm(where.folder, { recursive: true }).catch(() => {});

try {
  if (lines.length < asked.length) throw new Error(`Parlour promises to run on Node ${NODES.join(', ')}.`);
  checkWords();
  const [first, ...others] = lines.map(getRuntime) as [Runtime, ...Runtime[]];
  const built = ordinary(first, folder);
  await checkNode(first, built);
  await twoAtATime([
    () => checkSameBytes(first, built),
    ...others.map((runtime) => () => checkOther(first, built, runtime)),
  ]);
  if (asked.length === 0) say(publish(built));
  say('passed');
} catch (error) {
  if (!isLeaving) {
    say(`FAILED: ${(error as Error).message}`);
    process.exitCode = 1;
    isLeaving = true;
    await leave();
  }
}

/** What is written by hand. */
function checkWords(): void {
  const git = (...args: string[]) => spawnSync('git', args, { encoding: 'utf8' }).stdout.trim();
  const changed = git('status', '--porcelain').split('\n').filter(Boolean).length;
  say(`Parlour ${releaseVersion()}, commit ${git('rev-parse', '--short', 'HEAD')}`);
  if (changed > 0) say(`only what is committed counts; changed files here: ${changed}`);
  const changelog = readFileSync('CHANGELOG.md', 'utf8');
  const problems = [...versionProblems(), ...changelogProblems(changelog)];
  if (problems.length > 0) throw new Error(`\n  ${problems.join('\n  ')}`);
  say('the version is the same everywhere, and CHANGELOG tells its users of it');
  if (!newestRelease(changelog)?.day)
    say('CHANGELOG says "not released yet": write the day there before the tag');
}

async function checkNode(runtime: Runtime, where: Circumstances): Promise<void> {
  const name = `Node ${runtime.version}`;
  say(`${name}: installing and building`);
  await buildAll(where);
  say(`${name}: unit tests`);
  const said = await run(['npm', 'run', 'test:unit'], where);
  say(`${name}: ${/\d+ passing/.exec(said)?.[0] ?? 'no tests'}; a first start and a chat`);
  await run(['npm', 'prune', '--omit=dev', '--offline', '--loglevel=error'], where);
  await tryOut(runtime, where, releaseVersion());
}

async function checkSameBytes(runtime: Runtime, built: Circumstances): Promise<void> {
  say('building again under another path, time zone, language and umask');
  const again = elsewhere(runtime, folder);
  await buildAll(again);
  sayComparison('two builds', built, again, false);
  tidy(again);
}

/** Another Node, which must make what the first one made. */
async function checkOther(first: Runtime, built: Circumstances, runtime: Runtime): Promise<void> {
  const where = ordinary(runtime, folder);
  await checkNode(runtime, where);
  sayComparison(`Node ${first.line} and Node ${runtime.line}`, built, where, true);
  tidy(where);
}

/** Installing and building mostly keep one core busy. */
async function twoAtATime(tasks: (() => Promise<void>)[]): Promise<void> {
  const work = async () => {
    for (let next = tasks.shift(); next && !isLeaving; next = tasks.shift()) await next();
  };
  await Promise.all([work(), work()]);
}

function sayComparison(name: string, one: Circumstances, other: Circumstances, mayRepack: boolean): void {
  const { difference, repacked } = compare(distOf(one), distOf(other), mayRepack);
  if (difference) throw new Error(`${name} differ: ${difference}`);
  const packed =
    repacked.length > 0 ? `, ${repacked.length} packed files as unpacked: Node packs otherwise` : '';
  say(`${name} make the same${packed || ', byte for byte'}`);
}
