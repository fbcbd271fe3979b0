/** One process that runs tests: what it says is told line by line with its name before it, and what came of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { MOCHA } from './mocha.ts';
import type { Fallen, Over } from './tell-lane.ts';

/** How long a lane may take to end after its sum: to tell why tests failed, to stop what it started and remove its files. */
const LAST_WORDS_MS = 240_000;
/**
 * How long a process may take to end that has told that everything is over and no other process is left. It ends what
 * connections are left after a while (hooks.ts); beyond that only Node.js itself can keep it (nodejs/node#54918).
 */
const END_MS = 20_000;
/** How long what it said last may be under way. */
const DRAIN_MS = 5_000;

export interface Outcome {
  ok: boolean;
  passing: number;
  failing: number;
  seconds: number;
  fallen: Fallen[];
  /** Whether all that is wrong is in `fallen`: the process ended by itself, and found its tests. */
  isWhole: boolean;
}

const children: ChildProcess[] = [];

/** Runs tests in a process of their own. @param tests files or patterns @param say takes each line */
export async function runLane(
  name: string,
  tests: readonly string[],
  say: (line: string) => void,
): Promise<Outcome> {
  const started = Date.now();
  const child = spawn(process.execPath, [...MOCHA, ...tests], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  children.push(child);
  const fallen: Fallen[] = [];
  const tell = (line: string) => say(`${name.padEnd(8)} | ${line}`);
  let [passing, failing] = [0, 0];
  let ending: NodeJS.Timeout | undefined;
  // A test left something running, which keeps the process from ending by itself: a mistake, but no reason to wait.
  const cutOff = () => {
    tell('The tests are over, but their process does not end: something that they started still runs.');
    child.kill('SIGKILL');
  };
  let isEnded = false;
  const end = () => {
    tell('All is over and stopped, but Node.js does not end: it is ended.');
    isEnded = child.kill('SIGKILL');
  };
  child.on('message', (message: Fallen | Over) => {
    if (!('over' in message)) return void fallen.push(message);
    if (message.leavesProcess) return;
    clearTimeout(ending);
    ending = setTimeout(end, END_MS);
  });
  const read = (stream: Readable) =>
    createInterface({ input: stream }).on('line', (line) => {
      tell(line);
      passing = Number(/^ {2}(\d+) passing/.exec(line)?.[1] ?? passing);
      failing = Number(/^ {2}(\d+) failing/.exec(line)?.[1] ?? failing);
      if (passing + failing > 0) ending ??= setTimeout(cutOff, LAST_WORDS_MS);
    });
  read(child.stdout!);
  read(child.stderr!);
  const closed = once(child, 'close');
  const [code] = await once(child, 'exit');
  clearTimeout(ending);
  // Somebody it left behind may hold its output open for ever.
  await Promise.race([closed, wait(DRAIN_MS, undefined, { ref: false })]);
  // A lane that found no tests at all is a mistake too. Mocha's code is how many failed.
  const hasEnded = isEnded || code === failing;
  const isWhole = passing + failing > 0 && hasEnded && fallen.length === failing;
  const seconds = Math.round((Date.now() - started) / 1000);
  return { ok: isWhole && failing === 0, passing, failing, seconds, fallen, isWhole };
}

/** Asks every lane to end now. */
export function endLanes(signal: NodeJS.Signals): void {
  for (const child of children) child.kill(signal);
}

/** Lets go of what lanes that ended may have left open: somebody they left behind would keep this process, too. */
export function leaveLanes(): void {
  for (const { stdout, stderr } of children) {
    stdout?.destroy();
    stderr?.destroy();
  }
}
