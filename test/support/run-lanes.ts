/**
 * Runs all tests in two processes side by side: those that mostly wait for a browser, and all others. Each has a
 * database server and folders of its own. Lines are told as they come, with their lane before them; the sums come last.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const LANES: Record<string, string[]> = {
  backend: ['test/unit/**/*.test.ts', 'test/backend/**/*.test.ts'],
  browser: [
    'test/dashboard/**/*.test.ts',
    'test/web-components/**/*.test.ts',
    'test/wp-plugin/**/*.test.ts',
    'test/end-to-end/**/*.test.ts',
  ],
};
const MOCHA = [
  'node_modules/mocha/bin/mocha.js',
  ...['--no-config', '--import=tsx', '--require', './test/support/hooks.ts', '--timeout', '120000'],
  ...['--slow', '5000'],
];

interface Outcome {
  name: string;
  code: number;
  passing: number;
  failing: number;
}

const children: ChildProcess[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });

function runLane(name: string, specs: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [...MOCHA, ...specs], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const outcome: Outcome = { name, code: 1, passing: 0, failing: 0 };
  createInterface({ input: child.stdout! }).on('line', (line) => {
    process.stdout.write(`${name.padEnd(7)} | ${line}\n`);
    outcome.passing = Number(/^ {2}(\d+) passing/.exec(line)?.[1] ?? outcome.passing);
    outcome.failing = Number(/^ {2}(\d+) failing/.exec(line)?.[1] ?? outcome.failing);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ ...outcome, code: code ?? 1 }));
  });
}

const begun = Date.now();
const outcomes = await Promise.all(Object.entries(LANES).map(([name, specs]) => runLane(name, specs)));
for (const { name, code, passing, failing } of outcomes)
  process.stdout.write(
    `${name}: ${passing} passing, ${failing} failing${code === 0 ? '' : `, exit ${code}`}\n`,
  );
process.stdout.write(`all tests took ${Math.round((Date.now() - begun) / 1000)} s\n`);
// A lane that found no tests at all is a mistake too.
process.exitCode = outcomes.every(({ code, passing }) => code === 0 && passing > 0) ? 0 : 1;
