/**
 * Runs all tests in two processes side by side: those that mostly wait for a browser, and all others. Each has a
 * database server and folders of its own. The WordPress plugin is built meanwhile, because on a fresh clone that takes
 * longer than the tests that do without it. Lines are told as they come, with their lane before them; the sums come last.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** One process: tests, or a script of package.json. */
interface Step {
  tests?: string[];
  script?: string;
  /** A lane that must have ended well before. */
  after?: string;
}

/** Lanes run side by side, the steps of a lane one after the other. */
const LANES: Record<string, Step[]> = {
  backend: [{ tests: ['test/unit/**/*.test.ts', 'test/backend/**/*.test.ts', 'test/promises/*.test.ts'] }],
  browser: [
    {
      tests: [
        'test/dashboard/**/*.test.ts',
        'test/web-components/**/*.test.ts',
        'test/promises/browser/*.test.ts',
      ],
    },
    { tests: ['test/wp-plugin/**/*.test.ts', 'test/end-to-end/**/*.test.ts'], after: 'plugin' },
  ],
  plugin: [{ script: 'plugin' }],
};
const MOCHA = [
  'node_modules/mocha/bin/mocha.js',
  ...['--no-config', '--import=tsx', '--require', './test/support/hooks.ts', '--timeout', '120000'],
  ...['--slow', '5000'],
];

/** How long a step that failed may take to tell why. */
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
const running = new Map<string, Promise<Outcome>>();
// The last lanes first: a lane only waits for one that stands below it.
for (const [name, steps] of Object.entries(LANES).reverse()) running.set(name, runLane(name, steps));

/** Runs the steps of a lane; one that fails does not keep the next from running. */
async function runLane(name: string, steps: Step[]): Promise<Outcome> {
  const started = Date.now();
  const sum: Outcome = { ok: true, passing: 0, failing: 0, seconds: 0 };
  for (const step of steps) {
    if (step.after && !(await running.get(step.after))?.ok) {
      tell(name, `not run, because ${step.after} failed: ${step.tests?.join(' ') ?? step.script}`);
      sum.ok = false;
      continue;
    }
    const { ok, passing, failing } = await runStep(name, step);
    sum.ok &&= ok;
    sum.passing += passing;
    sum.failing += failing;
  }
  return { ...sum, seconds: secondsSince(started) };
}

async function runStep(name: string, { tests, script }: Step): Promise<Omit<Outcome, 'seconds'>> {
  const [command, args] = tests ? [process.execPath, [...MOCHA, ...tests]] : ['npm', ['run', script ?? '']];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let [passing, failing] = [0, 0];
  let ending: NodeJS.Timeout | undefined;
  const read = (stream: Readable) =>
    createInterface({ input: stream }).on('line', (line) => {
      tell(name, line);
      passing = Number(/^ {2}(\d+) passing/.exec(line)?.[1] ?? passing);
      failing = Number(/^ {2}(\d+) failing/.exec(line)?.[1] ?? failing);
      // A test that failed may have left something running, which would keep the process from ending by itself.
      if (failing > 0) ending ??= setTimeout(() => child.kill(), LAST_WORDS_MS);
    });
  read(child.stdout);
  read(child.stderr);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(ending);
  // A step that found no tests at all is a mistake too.
  return { ok: code === 0 && (!tests || passing > 0), passing, failing };
}

function tell(lane: string, line: string): void {
  process.stdout.write(`${lane.padEnd(7)} | ${line}\n`);
}

for (const [name, steps] of Object.entries(LANES)) {
  const { ok, passing, failing, seconds } = await (running.get(name) as Promise<Outcome>);
  const tested = steps.some(({ tests }) => tests) ? `${passing} passing, ${failing} failing, ` : '';
  process.stdout.write(`${name}: ${tested}${ok ? '' : 'FAILED, '}${seconds} s\n`);
  if (!ok) process.exitCode = 1;
}
process.stdout.write(`all tests took ${secondsSince(begun)} s\n`);
