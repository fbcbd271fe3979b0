/**
 * A small /v1/chat/completions server: speaks OpenAI's wire format, faults included. Each request gets the next answer
 * of the queue, or the standing one. `obedient` is the worst model there is: it calls whatever tool the visitor's text
 * names, with whatever arguments stand there.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { bodyOf, hangUp, listen } from '../loopback.ts';

export interface FakeCall {
  name: string;
  /** Text goes out as it is, so that it may be no JSON. */
  arguments: unknown;
}

export interface ModelAnswer {
  mode?:
    | 'stream'
    | 'json'
    | 'obedient'
    | 'status'
    | 'cut'
    | 'stall'
    | 'errorLine'
    | 'noDone'
    | 'noTools'
    | 'noUsageOption'
    | 'garbage'
    | 'htmlPage'
    | 'empty'
    | 'drop';
  text?: string;
  calls?: FakeCall[];
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** False: the server counts nothing. */
  usage?: { prompt_tokens: number; completion_tokens: number } | false;
  /** Awaited before the piece of this number is sent. */
  before?: (index: number) => Promise<unknown> | unknown;
}

interface Message {
  role: string;
  content: string | null;
  tool_calls?: unknown[];
  tool_call_id?: string;
}
export interface ModelRequest {
  path: string;
  headers: IncomingMessage['headers'];
  raw: string;
  body: {
    model: string;
    messages: Message[];
    stream: boolean;
    stream_options?: unknown;
    temperature?: number;
    tools?: Array<{ function: { name: string; parameters: Record<string, unknown> } }>;
  };
}

export class FakeModel {
  origin = '';
  readonly requests: ModelRequest[] = [];
  standing: ModelAnswer = {};
  models: unknown = { object: 'list', data: [{ id: 'small-1' }, { id: 'large-2' }] };
  aborted = 0;
  private queue: ModelAnswer[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.take(request, response).catch(() => response.destroy());
    });
  }

  static async start(): Promise<FakeModel> {
    const fake = new FakeModel();
    fake.origin = await listen(fake.server);
    return fake;
  }

  next(...answers: ModelAnswer[]): void {
    this.queue.push(...answers);
  }

  reset(standing: ModelAnswer = {}): void {
    this.requests.length = 0;
    this.queue = [];
    this.aborted = 0;
    this.standing = standing;
  }

  stop(): Promise<void> {
    return hangUp(this.server);
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('close', () => {
      if (!response.writableFinished) this.aborted += 1;
    });
    const raw = await bodyOf(request);
    if (request.url?.endsWith('/models')) return sendJson(response, 200, this.models);
    if (!request.url?.endsWith('/v1/chat/completions'))
      return sendJson(response, 404, { detail: 'Not Found' });
    const asked = { path: request.url, headers: request.headers, raw, body: JSON.parse(raw) } as ModelRequest;
    this.requests.push(asked);
    await answer(this.queue.shift() ?? this.standing, asked, response);
  }
}

const sendJson = (response: ServerResponse, status: number, body: unknown, headers = {}) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

const refusal = (message: string, code: string | null = null) => ({
  error: { message, type: 'invalid_request_error', param: null, code },
});

async function answer(given: ModelAnswer, { body }: ModelRequest, response: ServerResponse): Promise<void> {
  const lastUser = body.messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const { mode = 'stream', text = `You said: ${lastUser}`, calls = [] } = given;
  switch (mode) {
    case 'status':
      return sendJson(response, given.status!, given.body ?? refusal('No.'), given.headers);
    case 'json':
      return sendJson(response, 200, whole(body.model, text, calls, given));
    case 'noTools':
      if (body.tools)
        return sendJson(response, 400, refusal('registry.ollama.ai/library/small does not support tools'));
      return stream(given, body.model, text, [], response);
    case 'noUsageOption':
      if (body.stream_options) return sendJson(response, 400, refusal('Unknown argument: stream_options'));
      return stream(given, body.model, text, [], response);
    case 'obedient': {
      const isAfterTool = body.messages.at(-1)?.role === 'tool';
      const said = /CALL ([\w.-]+) (.*)/s.exec(lastUser);
      if (said && !isAfterTool)
        return stream(given, body.model, '', [{ name: said[1]!, arguments: said[2]! }], response);
      return stream(given, body.model, given.text ?? `Done: ${body.messages.at(-1)?.content}`, [], response);
    }
    case 'garbage':
      return void response.writeHead(200, { 'content-type': 'text/plain' }).end('data: {"choices": [\n\n');
    case 'htmlPage':
      return void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!DOCTYPE html><html></html>');
    case 'empty':
      return void response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: [DONE]\n\n');
    case 'drop':
      return void response.destroy();
    default:
      return stream(given, body.model, text, calls, response);
  }
}

const argumentsOf = ({ arguments: given }: FakeCall) =>
  typeof given === 'string' ? given : JSON.stringify(given);

function whole(model: string, text: string, calls: FakeCall[], { usage }: ModelAnswer) {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: text,
          ...(calls.length > 0 && {
            tool_calls: calls.map((call, at) => ({
              id: `call_${at}`,
              type: 'function',
              function: { name: call.name, arguments: argumentsOf(call) },
            })),
          }),
        },
        finish_reason: calls.length > 0 ? 'tool_calls' : 'stop',
      },
    ],
    ...(usage !== false && { usage: usage ?? { prompt_tokens: 100, completion_tokens: 10 } }),
  };
}

async function stream(
  given: ModelAnswer,
  model: string,
  text: string,
  calls: FakeCall[],
  response: ServerResponse,
): Promise<void> {
  const { mode = 'stream' } = given;
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', ...given.headers });
  const chunk = (delta: object, finish: string | null = null) => ({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1795370638,
    model,
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  const words = text.match(/\S+\s*|\s+/g) ?? [];
  const shown = mode === 'cut' || mode === 'stall' || mode === 'errorLine' ? words.slice(0, 2) : words;
  const events: object[] = [chunk({ role: 'assistant', content: '' })];
  for (const content of shown) events.push(chunk({ content }));
  for (const [index, call] of calls.entries()) {
    const args = argumentsOf(call);
    const middle = Math.ceil(args.length / 2);
    const start = {
      index,
      id: `call_${index}`,
      type: 'function',
      function: { name: call.name, arguments: '' },
    };
    events.push(chunk({ tool_calls: [start] }));
    for (const piece of [args.slice(0, middle), args.slice(middle)])
      events.push(chunk({ tool_calls: [{ index, function: { arguments: piece } }] }));
  }
  if (mode === 'errorLine') events.push({ error: { message: 'Provider returned error', code: 502 } });
  else if (
    mode === 'stream' ||
    mode === 'obedient' ||
    mode === 'noTools' ||
    mode === 'noUsageOption' ||
    mode === 'noDone'
  ) {
    events.push(chunk({}, calls.length > 0 ? 'tool_calls' : 'stop'));
    const usage = given.usage ?? { prompt_tokens: 100, completion_tokens: 10 };
    if (usage) events.push({ ...chunk({}), choices: [], usage });
  }
  response.write(': OPENROUTER PROCESSING\n\n');
  for (const [index, event] of events.entries()) {
    await given.before?.(index);
    // A real stream's pieces end anywhere, also inside a character.
    const bytes = Buffer.from(`data: ${JSON.stringify(event)}\n\n`);
    const middle = Math.floor(bytes.length / 2);
    response.write(bytes.subarray(0, middle));
    await new Promise((resolve) => response.write(bytes.subarray(middle), resolve));
  }
  if (mode === 'cut') response.destroy();
  else if (mode === 'noDone') response.end();
  else if (mode !== 'stall') response.end('data: [DONE]\n\n');
}
