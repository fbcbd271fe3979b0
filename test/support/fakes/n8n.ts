/**
 * A small n8n: answers `POST /webhook/<anything>` in the shapes that a real n8n 2.x sends, faults included. Each
 * request gets the next answer of the queue, or the standing one.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { bodyOf, hangUp, listen } from '../loopback.ts';

export type N8nMode =
  | 'lastNode'
  | 'json'
  | 'text'
  | 'html'
  | 'streaming'
  | 'toolRound'
  | 'error500'
  | 'noItems'
  | 'notFound'
  | 'forbidden'
  | 'empty'
  | 'errorLine'
  | 'errorLineAtOnce'
  | 'cut'
  | 'stall'
  | 'htmlPage'
  | 'triggerJson'
  | 'slow'
  | 'drop';

export interface N8nAnswer {
  mode: N8nMode;
  /** What the assistant says; a stream sends it word by word. By default `You said: ` and what was asked. */
  text?: string;
  /** The whole JSON of `lastNode` and `json`; beside `output` there may be `lead`, `completed`, `choices`. */
  json?: unknown;
  /** The raw body of `text`, `html` and `htmlPage`. */
  body?: string;
  headers?: Record<string, string>;
  /** Awaited before piece `index` of a stream is sent; before the whole answer (index 0) in `slow`. */
  before?: (index: number) => Promise<unknown> | unknown;
}

export interface N8nRequest {
  url: string;
  headers: IncomingMessage['headers'];
  body: Record<string, unknown>;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const NODE = { nodeId: '00000000-0000-4000-8000-000000000111', nodeName: 'AI Agent' };

export class FakeN8n {
  origin = '';
  readonly requests: N8nRequest[] = [];
  /** What is answered when the queue is empty. */
  standing: N8nAnswer = { mode: 'lastNode' };
  /** Requests whose sender hung up before the end. */
  aborted = 0;
  private readonly queue: N8nAnswer[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.take(request, response).catch(() => response.destroy());
    });
  }

  static async start(): Promise<FakeN8n> {
    const fake = new FakeN8n();
    fake.origin = await listen(fake.server);
    return fake;
  }

  /** The chat URL to put into a site's settings. */
  get url(): string {
    return `${this.origin}/webhook/0a6a9c6e-8f0e-4a5e-9a53-3a1f7a5b7c11/chat`;
  }

  /** The answers of the coming requests, in order. */
  next(...answers: Array<N8nMode | N8nAnswer>): void {
    this.queue.push(...answers.map((answer) => (typeof answer === 'string' ? { mode: answer } : answer)));
  }

  /** Forgets what was asked and what is still queued. */
  reset(standing: N8nMode | N8nAnswer = 'lastNode'): void {
    this.requests.length = 0;
    this.queue.length = 0;
    this.aborted = 0;
    this.standing = typeof standing === 'string' ? { mode: standing } : standing;
  }

  stop(): Promise<void> {
    return hangUp(this.server);
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('close', () => {
      if (!response.writableFinished) this.aborted += 1;
    });
    const body = JSON.parse((await bodyOf(request)) || '{}');
    this.requests.push({ url: request.url!, headers: request.headers, body });
    await answer(this.queue.shift() ?? this.standing, this.requests.at(-1)!, response);
  }
}

async function answer(given: N8nAnswer, { body, url, headers }: N8nRequest, response: ServerResponse) {
  const text = given.text ?? `You said: ${body.chatInput}`;
  const send = (status: number, type: object, content: string) => {
    response.writeHead(status, { ...type, ...given.headers }).end(content);
  };
  const sendJson = (status: number, content: unknown) => send(status, JSON_TYPE, JSON.stringify(content));
  const html = { 'content-type': 'text/html; charset=utf-8' };
  const path = url.replace('/webhook/', '');
  switch (given.mode) {
    case 'slow':
      await given.before?.(0);
      return sendJson(200, given.json ?? { output: text });
    case 'lastNode':
    case 'json':
      return sendJson(200, given.json ?? { output: text });
    case 'text':
    case 'html':
      return send(200, html, given.body ?? (given.mode === 'text' ? text : `<p>${text}</p>`));
    case 'htmlPage':
      return send(
        200,
        html,
        given.body ?? `<!DOCTYPE html>\n<html><head><title>502</title></head><body>${text}</body></html>`,
      );
    case 'error500':
      return sendJson(500, { message: 'Error in workflow' });
    case 'noItems':
      return sendJson(500, {
        code: 0,
        message: 'No item to return was found',
        stacktrace:
          'Error: No item to return was found\n    at extract (/usr/lib/node_modules/n8n/x.ts:96:28)',
      });
    case 'notFound':
      return sendJson(404, {
        code: 404,
        message: `The requested webhook "POST ${path}" is not registered.`,
        hint: 'The workflow must be active for a production URL to run successfully.',
      });
    case 'forbidden':
      return send(403, { 'www-authenticate': 'Basic realm="Webhook"' }, 'Authorization data is wrong!');
    case 'empty':
      response.writeHead(200, { ...JSON_TYPE, ...given.headers }).flushHeaders();
      return response.end();
    case 'triggerJson':
      return sendJson(200, {
        headers,
        params: {},
        query: {},
        body,
        webhookUrl: `http://127.0.0.1${url}`,
        executionMode: 'production',
      });
    case 'drop':
      return response.destroy();
    default:
      return stream(given, text, response);
  }
}

/** The streaming modes: newline-delimited JSON, always 200. */
async function stream(given: N8nAnswer, text: string, response: ServerResponse): Promise<void> {
  response.writeHead(200, { ...JSON_TYPE, 'cache-control': 'no-cache, no-transform', ...given.headers });
  const lines = linesOf(given.mode, text);
  for (const [index, line] of lines.entries()) {
    await given.before?.(index);
    // A real stream's pieces end anywhere, also inside a character.
    const bytes = Buffer.from(line);
    const middle = Math.floor(bytes.length / 2);
    response.write(bytes.subarray(0, middle));
    await new Promise((resolve) => response.write(bytes.subarray(middle), resolve));
  }
  if (given.mode === 'cut') response.destroy();
  else if (given.mode !== 'stall') response.end();
}

function linesOf(mode: N8nMode, text: string): string[] {
  const line = (type: string, more: object = {}, runIndex = 0) =>
    `${JSON.stringify({ type, ...more, metadata: { ...NODE, itemIndex: 0, runIndex, timestamp: 1795370638853 } })}\n`;
  const words = (text.match(/\S+\s*/g) ?? []).map((content) => line('item', { content }));
  const half = words.slice(0, Math.ceil(words.length / 2));
  switch (mode) {
    case 'errorLineAtOnce':
      return [line('error', { content: null })];
    case 'errorLine':
      return [line('begin'), ...half, line('error', { content: 'forced failure' })];
    case 'cut':
    case 'stall':
      return [line('begin'), ...half];
    case 'toolRound':
      return [line('begin'), line('end'), line('begin', {}, 1), ...words, line('end', {}, 1)];
    default:
      return [line('begin'), ...words, line('end')];
  }
}
