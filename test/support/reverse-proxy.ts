/**
 * What an operator puts before several web processes, as simple as it goes: requests in turn, event streams passed on
 * as they come, and a process that says it is not ready, or is not there, gets nothing new.
 */
import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { call } from './http-client.ts';

const ASK_EVERY_MS = 50;
/** Headers of one connection, which are not passed on (RFC 9110, 7.6.1). */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade'];

interface Target {
  url: string;
  isReady: boolean;
  /** How many requests it got. */
  taken: number;
}

export class ReverseProxy {
  private targets: Target[] = [];
  private turn = 0;
  private asking?: NodeJS.Timeout;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((asked, answer) => this.pass(asked, answer, this.inOrder()));
  }

  static async start(): Promise<ReverseProxy> {
    const proxy = new ReverseProxy();
    await once(proxy.server.listen(0, '127.0.0.1'), 'listening');
    proxy.asking = setInterval(() => void proxy.ask(), ASK_EVERY_MS);
    return proxy;
  }

  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  /** How many requests each process got. */
  get taken(): Record<string, number> {
    return Object.fromEntries(this.targets.map(({ url, taken }) => [url, taken]));
  }

  /** Resolves once it gets its share. */
  async add(url: string): Promise<void> {
    this.targets.push({ url, isReady: false, taken: 0 });
    await this.ask();
  }

  /** For a process that has ended; one that is ending takes itself out. */
  remove(url: string): void {
    this.targets = this.targets.filter((target) => target.url !== url);
  }

  async stop(): Promise<void> {
    clearInterval(this.asking);
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async ask(): Promise<void> {
    await Promise.all(
      this.targets.map(async (target) => {
        const answer = await call(`${target.url}/health/ready`).catch(() => undefined);
        target.isReady = answer?.status === 200;
      }),
    );
  }

  /** Whoever is next first; those that are not ready never, unless nobody is. */
  private inOrder(): Target[] {
    const ready = this.targets.filter(({ isReady }) => isReady);
    const usable = ready.length > 0 ? ready : this.targets;
    this.turn += 1;
    const first = this.turn % usable.length;
    return [...usable.slice(first), ...usable.slice(0, first)];
  }

  /** A request is sent to the next process only where the one before refused the connection: nothing was sent then. */
  private pass(asked: IncomingMessage, answer: ServerResponse, [target, ...others]: Target[]): void {
    if (!target) return void answer.writeHead(502).end();
    target.taken += 1;
    const { hostname, port } = new URL(target.url);
    const headers = without(asked.headers);
    headers['x-forwarded-for'] = [asked.headers['x-forwarded-for'], asked.socket.remoteAddress]
      .filter(Boolean)
      .join(', ');
    const sent = request({ hostname, port, method: asked.method, path: asked.url, headers, agent: false });
    sent.once('socket', (socket) => socket.once('connect', () => asked.pipe(sent)));
    sent.once('response', (came) => {
      answer.writeHead(came.statusCode!, without(came.headers));
      answer.flushHeaders();
      came.pipe(answer);
      came.once('error', () => answer.destroy());
    });
    sent.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') this.pass(asked, answer, others);
      else answer.destroy();
    });
    answer.once('close', () => {
      if (!answer.writableFinished) sent.destroy();
    });
  }
}

function without(headers: IncomingMessage['headers']): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
}
