/** `npm start` in a folder, as somebody tries Parlour out, and its end by Ctrl-C. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from '../../support/until.ts';
import { onLeaving } from '../leaving.ts';

export interface Started {
  /** Of the command itself, which npm is where npm starts it. */
  pid: number;
  stop(): Promise<void>;
}

/**
 * Runs a command in a process group of its own until Parlour says that it is ready.
 * @param command such as `npm start` or `node dist/backend/index.js`
 */
export async function start(command: string[], folder: string, port: number): Promise<Started> {
  const child = spawn(command[0]!, command.slice(1), {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), RATE_LIMIT_FACTOR: '0' },
  });
  const forget = onLeaving(() => stop());
  const ended = once(child, 'close').then(forget);
  const stop = async () => {
    if (isOver(child)) return;
    process.kill(-child.pid!, 'SIGINT');
    await ended;
  };
  let said = '';
  for (const output of [child.stdout, child.stderr]) output.on('data', (data) => (said += data));
  const ready = () => said.includes('"msg":"ready"');
  await until(() => ready() || isOver(child), 'Parlour is ready', 180_000);
  if (!ready()) throw new Error(`Parlour did not start: ${said}`);
  return { pid: child.pid!, stop };
}

const isOver = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
