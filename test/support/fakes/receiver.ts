/**
 * A receiver of webhooks and the like, on loopback. It keeps what came and answers what the test says; `hang` never
 * answers, `drip` sends a byte now and then for ever, `slow-headers` does so before its answer has begun.
 */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { bodyOf, hangUp, listen } from '../loopback.ts';

export interface Received {
  path: string;
  method: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export type ReceiverAnswer =
  | { status: number; headers?: Record<string, string>; body?: string }
  | 'hang'
  | 'drip'
  | 'slow-headers'
  | 'endless'
  | 'cut';

export interface FakeReceiver {
  url: string;
  received: Received[];
  /** What is answered from now on. */
  answer: (request: Received, number: number) => ReceiverAnswer;
  stop(): Promise<void>;
}

export async function startFakeReceiver(): Promise<FakeReceiver> {
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer((req, res) => {
    bodyOf(req).then((body) => {
      const request = { path: req.url!, method: req.method!, headers: req.headers, body };
      fake.received.push(request);
      const answer = fake.answer(request, fake.received.length);
      if (answer === 'hang') return;
      if (answer === 'cut') return void req.socket.destroy();
      if (answer === 'slow-headers') {
        req.socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
        const timer = setInterval(() => req.socket.write('x'), 100);
        timers.add(timer);
        req.socket.on('close', () => clearInterval(timer));
        return;
      }
      if (answer === 'drip' || answer === 'endless') {
        res.writeHead(200, { 'content-type': 'text/plain' });
        const piece = answer === 'drip' ? 'x' : 'x'.repeat(16 * 1024);
        const timer = setInterval(() => res.write(piece), answer === 'drip' ? 100 : 1);
        timers.add(timer);
        res.on('close', () => clearInterval(timer));
        return;
      }
      res.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      res.end(answer.body ?? '{}');
    }, forgotten);
  });
  const fake: FakeReceiver = {
    url: await listen(server),
    received: [],
    answer: () => ({ status: 200 }),
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await hangUp(server);
    },
  };
  return fake;
}

/** Whoever hung up inside of a request is answered nothing. */
const forgotten = () => {};
