/**
 * `npm run promises`: runs the tests that hold promises 1 to 25, one file after the other, and prints what each really
 * counted; for the others what their benchmark measured last. `npm run promises -- 22 7` runs some, and `--contributing`
 * writes what was measured, with its day, into the table of CONTRIBUTING. A promise that broke is printed with what its test
 * said, is not written, and fails the command.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measured } from '../support/measured.ts';
import { MOCHA } from '../support/mocha.ts';
import { asColumns, circumstances } from '../support/tables.ts';
import { BENCHED, lastOf } from './benched.ts';
import { type Row, readTable, writeTable } from './table.ts';

/** What is counted here is counted of more than an ordinary run has time for. */
const MORE = { HOSTILE_REQUESTS: '10000' };

interface Outcome {
  row: Row;
  /** What was measured; undefined where a test failed, or its benchmark never ran here. */
  figure: string | undefined;
  command: string;
  day: string;
}

const today = () => circumstances().slice(0, 10);
const say = (text: string) => void process.stderr.write(`${text}\n`);
const folder = mkdtempSync(join(tmpdir(), 'parlour-promises-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

let child: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    child?.kill(signal);
    process.exit(1);
  });

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const table = readTable();
const chosen = wanted.length > 0 ? table.filter(({ number }) => wanted.includes(String(number))) : table;
if (chosen.length < wanted.length) {
  say(`The promises are 1 to ${table.length}.`);
  process.exitCode = 1;
} else await measure(chosen);

async function measure(rows: readonly Row[]): Promise<void> {
  const figures = new Map<string, Measured[] | undefined>();
  const outcomes: Outcome[] = [];
  for (const row of rows) {
    const outcome = BENCHED[row.number] ? benched(row) : await tested(row, figures);
    outcomes.push(outcome);
    // At once, so that nothing is lost where a later one takes too long.
    if (process.argv.includes('--contributing')) write(outcome);
  }
  tell(outcomes);
}

function benched(row: Row): Outcome {
  const last = lastOf(row.number);
  const command = `npm run bench -- ${BENCHED[row.number]!.bench}`;
  return { row, figure: last?.figure, command, day: last?.day ?? '' };
}

/** A file that holds several promises is run once. */
async function tested(row: Row, figures: Map<string, Measured[] | undefined>): Promise<Outcome> {
  for (const file of row.files)
    if (!figures.has(file)) figures.set(file, await figuresOf(file, figures.size));
  const command = `npm run promises -- ${row.number}`;
  return { row, figure: figureOf(row, figures), command, day: today() };
}

/** What each of its files counted for it; undefined where one failed, or counted nothing. */
function figureOf({ number, files }: Row, figures: Map<string, Measured[] | undefined>): string | undefined {
  const parts = files.map((file) => {
    const own = figures.get(file)?.filter(({ promise }) => promise === number) ?? [];
    return own.map(({ figure }) => figure).join(', ');
  });
  return parts.includes('') ? undefined : parts.join('; ');
}

async function figuresOf(file: string, number: number): Promise<Measured[] | undefined> {
  const begun = performance.now();
  const into = join(folder, String(number));
  const hasPassed = await run(process.execPath, [...MOCHA, file], { MEASURED_INTO: into });
  say(`${hasPassed ? 'held' : 'BROKE'}  ${file} (${Math.round((performance.now() - begun) / 1000)} s)`);
  if (!hasPassed) return undefined;
  const lines = existsSync(into) ? readFileSync(into, 'utf8').trim().split('\n') : [];
  return lines.map((line) => JSON.parse(line));
}

/** Runs it quietly; what it said is shown where it failed. */
async function run(command: string, args: string[], more: Record<string, string> = {}): Promise<boolean> {
  child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...MORE, ...process.env, ...more },
  });
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text) => (said += text));
  const code = await new Promise((resolve) => child!.on('close', resolve));
  if (code !== 0) say(said);
  return code === 0;
}

function tell(outcomes: readonly Outcome[]): void {
  const rows = outcomes.map(({ row, figure, command }) => [
    ...[String(row.number), row.what, command, figure ?? 'not measured'],
  ]);
  const lines = asColumns([['', 'promise', 'printed by', 'measured'], ...rows], Array(4).fill('left'));
  process.stdout.write(`${[...lines, '', circumstances()].join('\n')}\n`);
  // A benchmark that never ran here says nothing about its promise.
  if (outcomes.some(({ row, figure }) => !figure && !BENCHED[row.number])) process.exitCode = 1;
}

/** Where there is no new figure, the old one stays. The table is read again, as tests take their time. */
function write({ row, figure, command, day }: Outcome): void {
  if (!figure) return;
  const written = { figure, printedBy: `\`${command}\`, ${day}` };
  const rows = readTable().map((one) => (one.number === row.number ? { ...one, ...written } : one));
  writeTable(rows, circumstances());
}
