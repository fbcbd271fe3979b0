/**
 * `npm run bench`: runs the benchmarks one after the other, prints a table of what was measured side by side, and keeps
 * it as JSON, each benchmark's last result with its day and machine. `npm run bench -- NAME...` runs some, `NAME:PART` a
 * part of one, which is only printed; `--readme` puts their tables into the README.
 * Nothing fails because of a figure: machines differ.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { circumstances, putInto } from '../support/tables.ts';
import type { Bench } from './bench.ts';
import { leave } from './leaving.ts';
import { asMarkdown, asText, type Result } from './table.ts';

const BENCHES: Record<string, () => Promise<{ bench: Bench }>> = {
  growth: () => import('./growth.ts'),
  live: () => import('./live.ts'),
  start: () => import('./start.ts'),
  widget: () => import('./widget.ts'),
  writes: () => import('./writes.ts'),
};

const ROOT = resolve(import.meta.dirname, '../..');
const RESULTS = join(ROOT, '.cache/bench/results.json');
const README = join(ROOT, 'README.md');
/** Each benchmark has a place of its own there: what was not measured now stays as it is. */
const placeOf = (name: string) =>
  new RegExp(`(<!-- bench ${name}: made by .* -->\\n)[^]*?(\\n<!-- /bench ${name} -->)`);

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = wanted.filter((name) => !(nameOf(name) in BENCHES));
const say = (text: string) => void process.stderr.write(`${text}\n`);

/** Set by Ctrl-C: what the benchmark under way then fails with is no news. */
let leaving: Promise<never> | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    leaving ??= leave().then(() => process.exit(1));
  });

if (unknown.length > 0) {
  say(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exitCode = 1;
} else await run(wanted.length > 0 ? wanted : Object.keys(BENCHES));

/** The benchmark of `NAME` or `NAME:PART`. */
function nameOf(wanted: string): string {
  return wanted.split(':')[0]!;
}

async function run(names: string[]): Promise<void> {
  const results: Result[] = [];
  for (const wanted of names) {
    const [name, part] = wanted.split(':') as [string, string?];
    const { bench } = await BENCHES[name]!();
    if (part && !bench.parts?.includes(part))
      throw new Error(`${name} has no part ${part}. It has: ${bench.parts?.join(', ') ?? 'none'}.`);
    say(`${bench.title} ...`);
    const begun = performance.now();
    const figures = await bench
      .run((text) => say(`  ${text}`), part)
      .catch((error) => leaving ?? Promise.reject(error));
    const seconds = (performance.now() - begun) / 1000;
    results.push({ name: wanted, title: bench.title, seconds, measured: circumstances(), figures });
  }
  process.stdout.write(asText(results));
  const whole = results.filter(({ name }) => name in BENCHES);
  if (whole.length === 0) return;
  keep(whole);
  say(`Kept in ${RESULTS}`);
  if (!process.argv.includes('--readme')) return;
  for (const result of whole) putInto(README, placeOf(result.name), asMarkdown(result));
}

/** Keeps the last result of each benchmark, in their order. */
function keep(results: Result[]): void {
  const before: Result[] = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : [];
  const latest = new Map([...before, ...results].map((result) => [result.name, result]));
  const kept = Object.keys(BENCHES).flatMap((name) => latest.get(name) ?? []);
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify(kept, null, 2)}\n`);
}
