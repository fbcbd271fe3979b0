/**
 * Runs all tests in processes side by side (lanes.ts). Each has a database server and folders of its own. Lines are told
 * as they come, with their lane before them; the sums come last.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { LANES } from './lanes.ts';
import { MOCHA } from './mocha.ts';

/** How long a lane may take to end after its sum: to tell why tests failed, and to stop what it started. */
const LAST_WORDS_MS = 60_000;
/** How long what it said last may be under way. */
const DRAIN_MS = 5_000;

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
  // A test left something running, which keeps the process from ending by itself: a mistake, but no reason to wait.
  const cutOff = () => {
    tell(name, 'The tests are over, but their process does not end: something that they started still runs.');
    child.kill('SIGKILL');
  };
  const read = (stream: Readable) =>
    createInterface({ input: stream }).on('line', (line) => {
      tell(name, line);
      passing = Number(/^ {2}(\d+) passing/.exec(line)?.[1] ?? passing);
      failing = Number(/^ {2}(\d+) failing/.exec(line)?.[1] ?? failing);
      if (passing + failing > 0) ending ??= setTimeout(cutOff, LAST_WORDS_MS);
    });
  read(child.stdout);
  read(child.stderr);
  const closed = once(child, 'close');
  const [code] = await once(child, 'exit');
  clearTimeout(ending);
  // Somebody it left behind may hold its output open for ever.
  await Promise.race([closed, wait(DRAIN_MS, undefined, { ref: false })]);
  // A lane that found no tests at all is a mistake too.
  return { ok: code === 0 && passing > 0, passing, failing, seconds: secondsSince(started) };
}

function tell(lane: string, line: string): void {
  process.stdout.write(`${lane.padEnd(8)} | ${line}\n`);
}

for (const [name, lane] of running) {
  const { ok, passing, failing, seconds } = await lane;
  process.stdout.write(
    `${name}: ${passing} passing, ${failing} failing, ${ok ? '' : 'FAILED, '}${seconds} s\n`,
  );
  if (!ok) process.exitCode = 1;
}
process.stdout.write(`all tests took ${secondsSince(begun)} s\n`);
for (const { stdout, stderr } of children) {
  stdout?.destroy();
  stderr?.destroy();
}
