/**
 * A small backend for the dashboard's browser tests: serves the built dashboard as the real one does, speaks the wire
 * types, and lets a test make things happen: a visitor writes, a conversation is deleted, the connection is cut.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { LiveEventName } from '../../../backend/live/schema.ts';
import { gate } from '../../support/gate.ts';
import { Conversations } from './conversations.ts';
import { LiveStream } from './live-stream.ts';
import { ana, anasPassword } from './sample.ts';

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors 'none'";
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A chosen answer in place of the usual one, for requests whose "METHOD path" starts with the key. */
interface Fault {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export class FakeStaffApi {
  readonly conversations = new Conversations((name, data) => this.#live.send(name, data));
  readonly #live = new LiveStream();
  readonly #outDir: string;
  readonly #server: Server;
  readonly #faults = new Map<string, Fault>();
  readonly #held = new Map<string, Promise<void>>();
  /** What was asked, as "METHOD path?query", for tests that count. */
  readonly asked: string[] = [];
  signedIn = true;
  port = 0;

  constructor(outDir: string) {
    this.#outDir = outDir;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Begins to listen; after `stop` on the same port as before. */
  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#live.cut();
    this.#server.closeAllConnections();
    await closed;
  }

  /** Answers so from now on; `null` ends it. */
  fail(request: string, fault: Fault | null): void {
    if (fault) this.#faults.set(request, fault);
    else this.#faults.delete(request);
  }

  /** Keeps matching answers back, made but not sent, until the answered function is called. */
  hold(request: string): () => void {
    const answers = gate();
    this.#held.set(request, answers.wait);
    return () => {
      this.#held.delete(request);
      answers.open();
    };
  }

  /** Ends every live stream; browsers come back with Last-Event-ID. */
  cutLive(): void {
    this.#live.cut();
  }

  /** Tells all who listen, without a change behind it. */
  tell(name: LiveEventName, data: object = {}): void {
    this.#live.send(name, data);
  }

  get listeners(): number {
    return this.#live.size;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', this.url);
    const asked = `${request.method} ${pathname}`;
    if (pathname.startsWith('/api/')) this.asked.push(`${asked}${search}`);
    const fault = [...this.#faults].find(([key]) => asked.startsWith(key))?.[1];
    const late = [...this.#held].find(([key]) => asked.startsWith(key))?.[1];
    if (fault && late) await late;
    if (fault) return send(response, fault.status, fault.body ?? problem(fault.status), fault.headers);
    if (pathname.startsWith('/api/v1/')) {
      return this.#api(request, response, asked.replace('/api/v1', ''), searchParams, late);
    }
    return this.#page(response, pathname);
  }

  async #api(
    request: IncomingMessage,
    response: ServerResponse,
    asked: string,
    query: URLSearchParams,
    late?: Promise<void>,
  ) {
    const body = await readBody(request);
    if (asked === 'POST /auth/login') return this.#login(response, body);
    if (asked === 'POST /auth/reset/confirm') {
      this.signedIn = true;
      return send(response, 200, ana);
    }
    if (!this.signedIn) return send(response, 401, problem(401));
    if (asked === 'GET /auth/me') return send(response, 200, ana);
    if (asked === 'GET /auth/sessions') return send(response, 200, { items: [], nextCursor: null });
    if (asked === 'POST /auth/logout') {
      this.signedIn = false;
      return send(response, 204);
    }
    if (asked === 'GET /live') return this.#live.open(request, response);
    if (asked === 'GET /sessions') {
      const page = this.conversations.page(query);
      await late;
      return send(response, 200, page);
    }
    const id = asked.split('/')[2] ?? '';
    const detail = this.conversations.read(id);
    if (!detail) return send(response, 404, problem(404));
    if (asked.startsWith('PATCH /sessions/')) this.conversations.change(id, body);
    await late;
    return send(response, 200, asked.startsWith('PATCH') ? detail.session : detail);
  }

  #login(response: ServerResponse, body: Record<string, unknown>): void {
    this.signedIn = body.email === ana.email && body.password === anasPassword;
    send(response, this.signedIn ? 200 : 401, this.signedIn ? ana : problem(401));
  }

  async #page(response: ServerResponse, pathname: string): Promise<void> {
    const asset = pathname.startsWith('/dashboard/assets/');
    const file = asset ? pathname.replace('/dashboard/', '') : 'index.en.html';
    const content = await readFile(path.join(this.#outDir, path.normalize(file))).catch(() => null);
    if (!content || !pathname.startsWith('/dashboard/')) return send(response, 404, problem(404));
    response.writeHead(200, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'content-security-policy': CSP,
      'x-content-type-options': 'nosniff',
      'cache-control': asset ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    response.end(content);
  }
}

function send(
  response: ServerResponse,
  status: number,
  body?: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function problem(status: number): object {
  return { error: { id: `status_${status}`, message: `The server says ${status}.`, requestId: 'r1' } };
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
