/**
 * Runs all tests in two processes side by side: those that mostly wait for a browser, and all others. Each has a
 * database server and folders of its own. Lines are told as they come, with their lane before them; the sums come last.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** What each lane runs, one file after the other. */
const LANES: Record<string, string[]> = {
  backend: ['test/unit/**/*.test.ts', 'test/backend/**/*.test.ts', 'test/promises/*.test.ts'],
  browser: [
    'test/dashboard/**/*.test.ts',
    'test/web-components/**/*.test.ts',
    'test/promises/browser/*.test.ts',
    'test/wp-plugin/**/*.test.ts',
    'test/end-to-end/**/*.test.ts',
  ],
};
const MOCHA = [
  'node_modules/mocha/bin/mocha.js',
  ...['--no-config', '--import=tsx', '--require', './test/support/hooks.ts', '--timeout', '120000'],
  ...['--slow', '5000'],
];

/** How long a lane that failed may take to tell why. */
const LAST_WORDS_MS = 30_000;

interface Outcome {
  ok: boolean;
  passing: number;
  failing: number;
  seconds: number;
}

const children: ChildProcess[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });

const begun = Date.now();
const secondsSince = (then: number) => Math.round((Date.now() - then) / 1000);
const running = Object.entries(LANES).map(([name, tests]) => [name, runLane(name, tests)] as const);

async function runLane(name: string, tests: string[]): Promise<Outcome> {
  const started = Date.now();
  const child = spawn(process.execPath, [...MOCHA, ...tests], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let [passing, failing] = [0, 0];
  let ending: NodeJS.Timeout | undefined;
  const read = (stream: Readable) =>
    createInterface({ input: stream }).on('line', (line) => {
      tell(name, line);
      passing = Number(/^ {2}(\d+) passing/.exec(line)?.[1] ?? passing);
      failing = Number(/^ {2}(\d+) failing/.exec(line)?.[1] ?? failing);
      // A test may have left something running, which would keep the process from ending by itself.
      if (passing + failing > 0) ending ??= setTimeout(() => child.kill('SIGKILL'), LAST_WORDS_MS);
    });
  read(child.stdout);
  read(child.stderr);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(ending);
  // A lane that found no tests at all is a mistake too.
  return { ok: code === 0 && passing > 0, passing, failing, seconds: secondsSince(started) };
}

function tell(lane: string, line: string): void {
  process.stdout.write(`${lane.padEnd(7)} | ${line}\n`);
}

for (const [name, lane] of running) {
  const { ok, passing, failing, seconds } = await lane;
  process.stdout.write(
    `${name}: ${passing} passing, ${failing} failing, ${ok ? '' : 'FAILED, '}${seconds} s\n`,
  );
  if (!ok) process.exitCode = 1;
}
process.stdout.write(`all tests took ${secondsSince(begun)} s\n`);
