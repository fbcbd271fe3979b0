/** Runs a module of ours in a process of its own, so that what measures does not share a thread with what is measured. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** The process, and the first line it prints. */
export async function startModule(
  file: string,
  ...args: string[]
): Promise<{ line: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const ended = once(child, 'close').finally(() => running.delete(child));
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text)),
    ended.then(([code]) => Promise.reject(new Error(`${file} ended with ${code} and said nothing.`))),
  ]);
  return {
    line,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Runs it to its end and reads the line of JSON it prints. */
export async function runModule<Answer>(file: string, input: unknown): Promise<Answer> {
  const { line, stop } = await startModule(file, JSON.stringify(input));
  await stop();
  return JSON.parse(line);
}
