/**
 * The built product as a process of its own, started as an operator starts it, to be stopped and killed.
 */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { freePort } from './free-port.ts';
import { letConnectionsGo } from './http-client.ts';
import { until } from './until.ts';

/** Node's arguments, as `npm start` has them. */
export const START_ARGUMENTS: readonly string[] = JSON.parse(readFileSync('package.json', 'utf8'))
  .scripts.start.split(' ')
  .slice(1)
  .map((part: string) => (part.startsWith('-') ? part : resolve(part)));

export interface ParlourProcess {
  url: string;
  pid: number;
  /** Everything it printed. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
  /** Asks it to end, and keeps no connection open that it would wait for. @returns its exit code */
  end(): Promise<number | null>;
  /** Its exit code, or null after a signal. */
  ended: Promise<number | null>;
}

/** Starts it and waits until it is ready, or until it has ended. */
export async function startProcess(
  environment: Record<string, string>,
  options: SpawnOptions & { command?: string; args?: string[] } = {},
): Promise<ParlourProcess> {
  const port = environment.PORT ?? String(await freePort());
  const { command = process.execPath, args = [...START_ARGUMENTS], ...spawnOptions } = options;
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...spawnOptions,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'info', PORT: port, ...environment },
  });
  let said = '';
  child.stdout!.on('data', (data) => (said += data));
  child.stderr!.on('data', (data) => (said += data));
  const ended = endOf(child);
  let hasEnded = false;
  ended.then(() => (hasEnded = true));
  const url = `http://127.0.0.1:${port}`;
  await until(() => hasEnded || said.includes('"msg":"ready"'), 'Parlour is ready', 60_000);
  return {
    url,
    pid: child.pid!,
    output: () => said,
    kill: (signal) => void child.kill(signal),
    end() {
      letConnectionsGo();
      child.kill('SIGTERM');
      return ended;
    },
    ended,
  };
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.once('close', (code) => done(code)));
}

/** False for a process that has ended, also where nobody has collected it yet (a container without an init). */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
