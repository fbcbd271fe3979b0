/** What a process uses, after a collection of garbage: asked by Node's inspector, as the product has no such door. */
import { once } from 'node:events';
import { WebSocket } from 'undici';

export interface Used {
  rss: number;
  heapUsed: number;
  /** Time on processors, in µs. */
  cpu: { user: number; system: number };
}

const EXPRESSION = 'JSON.stringify({ ...process.memoryUsage(), cpu: process.cpuUsage() })';

/** @param port where it was started with `--inspect` */
export async function usedBy(port: number): Promise<Used> {
  const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as Array<{
    webSocketDebuggerUrl: string;
  }>;
  const socket = new WebSocket(target!.webSocketDebuggerUrl);
  await once(socket, 'open');
  const ask = (id: number, method: string, params = {}) =>
    new Promise<{ result?: { value: string } }>((answered) => {
      socket.addEventListener('message', ({ data }) => {
        const answer = JSON.parse(String(data));
        if (answer.id === id) answered(answer.result);
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  try {
    await ask(1, 'HeapProfiler.collectGarbage');
    const { result } = await ask(2, 'Runtime.evaluate', { expression: EXPRESSION });
    return JSON.parse(result!.value);
  } finally {
    socket.close();
  }
}

/** In ms. */
export const cpuBetween = (before: Used, after: Used) =>
  (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / 1000;
