/**
 * The visitor API without a backend behind it: it keeps conversations in memory, speaks the real wire shapes, and does
 * on request what a real backend does only on bad days. It serves the built widget too.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import {
  Identify,
  LeadForm,
  type MessageView,
  Rating,
  SendMessage,
  StartSession,
  type VisitorSession,
  type WidgetConfig,
} from '../../../backend/visitor/schema.ts';

/** What goes wrong with one request: the socket is cut before anything is stored, or an answer of this status. */
export type Fault = 'cut' | { status: number; id?: string; retryAfter?: number };

export interface Reply {
  text: string;
  choices?: string[];
  completed?: boolean;
  /** The answer breaks off: the socket is cut, or an `error` event is sent. */
  breaks?: 'cut' | 'error';
}

export interface Conversation {
  session: VisitorSession;
  messages: MessageView[];
  streams: Set<ServerResponse>;
  answered: Map<string, MessageView[]>;
}

export interface Asked {
  method: string;
  path: string;
  body: Record<string, unknown>;
}

export const defaultConfig: WidgetConfig = {
  siteKey: 'demo',
  title: 'Linden & Loft',
  greeting: 'Hello. How can we help you?',
  launcherText: '',
  locale: 'en',
  theme: 'light',
  position: 'right',
  accent: '#0d655f',
  consent: { required: false, text: '', version: '1' },
  leadForm: {
    fields: [
      { name: 'name', type: 'text', label: 'Name', question: 'Your name?', required: true },
      { name: 'email', type: 'email', label: 'E-mail', question: 'Your e-mail?', required: false },
      {
        name: 'budget',
        type: 'choice',
        label: 'Budget',
        question: 'Your budget?',
        required: false,
        choices: ['5k', '10k'],
      },
    ],
  },
};

const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
/** What each call may carry, by the backend's own schemas. */
const SHAPES: Record<string, ReturnType<Ajv['compile']>> = {
  'POST /sessions': ajv.compile(StartSession),
  'POST /session/messages': ajv.compile(SendMessage),
  'PUT /session/lead': ajv.compile(LeadForm),
  'PUT /session/identity': ajv.compile(Identify),
  'POST /session/rating': ajv.compile(Rating),
};

export class FakeVisitorApi {
  config: WidgetConfig = structuredClone(defaultConfig);
  /** Sites that are not like `config`, by key: their own settings, or what goes wrong each time they are asked for. */
  readonly sites = new Map<string, WidgetConfig | Fault>();
  readonly asked: Asked[] = [];
  readonly conversations = new Map<string, Conversation>();
  /** How an answer is made; may wait, so that a test can look at what is shown meanwhile. */
  reply: (text: string) => Reply | Promise<Reply> = (text) => ({ text: `You said: ${text}` });
  /** Awaited between two pieces of an answer. */
  betweenDeltas: () => Promise<void> = async () => {};
  readonly #faults: { method: string; path: string; fault: Fault }[] = [];
  readonly #server: Server = createServer((request, response) => void this.#handle(request, response));
  readonly #files: ReadonlyMap<string, string>;
  url = '';

  private constructor(files: ReadonlyMap<string, string>) {
    this.#files = files;
  }

  static async start(files: ReadonlyMap<string, string>): Promise<FakeVisitorApi> {
    const api = new FakeVisitorApi(files);
    await new Promise<void>((resolve) => api.#server.listen(0, '127.0.0.1', resolve));
    api.url = `http://127.0.0.1:${(api.#server.address() as AddressInfo).port}`;
    return api;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The next request of this kind fails; called again, the one after it too. */
  failNext(method: string, path: string, fault: Fault): void {
    this.#faults.push({ method, path, fault });
  }

  /** The conversation that was started last. */
  get latest(): Conversation {
    const all = [...this.conversations.values()];
    return all[all.length - 1]!;
  }

  /** Forgets a conversation, as retention or erasure would. */
  forget(): void {
    for (const { streams } of this.conversations.values()) for (const stream of streams) stream.end();
    this.conversations.clear();
  }

  cutStreams(): void {
    for (const stream of this.latest.streams) stream.destroy();
  }

  staffSays(text: string, name = 'Ana'): void {
    const conversation = this.latest;
    this.#tell(conversation, 'message', this.#add(conversation, { role: 'staff', text, author: { name } }));
  }

  takeOver(staffName: string): void {
    Object.assign(this.latest.session, { mode: 'human', staffName });
    this.#tell(this.latest, 'session', this.latest.session);
  }

  staffTypes(on: boolean, name = 'Ana'): void {
    this.#tell(this.latest, 'typing', { name, on });
  }

  #add(
    { messages }: Conversation,
    message: Partial<MessageView> & { role: MessageView['role']; text: string },
  ) {
    const whole = {
      id: randomUUID(),
      seq: messages.length + 1,
      createdAt: new Date().toISOString(),
      ...message,
    };
    messages.push(whole);
    return whole;
  }

  #tell({ streams }: Conversation, event: string, data: unknown): void {
    for (const stream of streams) send(stream, event, data);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, this.url);
    const method = request.method!;
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'authorization, content-type');
    response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE');
    response.setHeader('access-control-expose-headers', 'retry-after');
    if (method === 'OPTIONS') return void response.writeHead(204).end();
    const file = this.#files.get(pathname.slice(1));
    if (file !== undefined)
      return void response
        .setHeader(
          'content-type',
          pathname.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/javascript',
        )
        .end(file);
    const path = pathname.replace('/api/v1/visitor', '');
    const body = await readJson(request);
    this.asked.push({ method, path, body });
    const at = this.#faults.findIndex((fault) => fault.method === method && fault.path === path);
    if (at >= 0) return fail(response, this.#faults.splice(at, 1)[0]!.fault);
    const fits = SHAPES[`${method} ${path}`];
    if (fits && !fits(body)) return fail(response, { status: 422, id: ajv.errorsText(fits.errors) });
    if (path.startsWith('/sites/')) {
      const site = this.sites.get(path.slice('/sites/'.length)) ?? this.config;
      return site === 'cut' || 'status' in site ? fail(response, site) : json(response, 200, site);
    }
    if (path === '/sessions') return this.#start(response, body as StartSession);
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const conversation = this.conversations.get(token);
    if (!conversation) return fail(response, { status: 401, id: 'invalid_token' });
    const after = Number(searchParams.get('after') ?? 0);
    await this.#act(`${method} ${path}`, { response, conversation, body, token, after });
  }

  #start(response: ServerResponse, { siteKey }: StartSession): void {
    const session: VisitorSession = {
      id: randomUUID(),
      completionStatus: 'in_progress',
      mode: 'ai',
      startedAt: new Date().toISOString(),
    };
    const token = `token-${siteKey}-${this.conversations.size + 1}`;
    const conversation: Conversation = { session, messages: [], streams: new Set(), answered: new Map() };
    this.conversations.set(token, conversation);
    this.#add(conversation, { role: 'assistant', text: this.config.greeting });
    json(response, 201, { session, token, messages: conversation.messages });
  }

  async #act(
    what: string,
    {
      response,
      conversation,
      body,
      token,
      after,
    }: {
      response: ServerResponse;
      conversation: Conversation;
      body: Asked['body'];
      token: string;
      after: number;
    },
  ): Promise<void> {
    const { session, messages, streams } = conversation;
    if (what === 'GET /session')
      return json(response, 200, { session, messages: messages.filter(({ seq }) => seq > after) });
    if (what === 'GET /session/events') {
      openStream(response);
      streams.add(response);
      response.on('close', () => streams.delete(response));
      send(response, 'session', session);
      return;
    }
    if (what === 'POST /session/messages') return this.#turn(response, conversation, body);
    if (what === 'PUT /session/lead') {
      const { consent, ...lead } = body;
      session.lead = { custom: {}, ...session.lead, ...lead } as VisitorSession['lead'];
      if (consent)
        session.lead = {
          ...session.lead!,
          consent: { ...(consent as { given: boolean; version: string }), at: new Date().toISOString() },
        };
      return json(response, 200, session.lead);
    }
    if (what === 'POST /session/complete') session.completionStatus = 'completed';
    if (what === 'POST /session/rating') session.rating = Number(body.score);
    if (what === 'DELETE /session') {
      this.conversations.delete(token);
      return void response.writeHead(204).end();
    }
    json(response, 200, session);
  }

  async #turn(response: ServerResponse, conversation: Conversation, body: Asked['body']): Promise<void> {
    const { id, text } = body as { id: string; text: string };
    openStream(response);
    let own = conversation.messages.find((message) => message.id === id);
    if (!own) {
      own = this.#add(conversation, { id, role: 'visitor', text });
      this.#tell(conversation, 'message', own);
    }
    send(response, 'message', own);
    const known = conversation.answered.get(id);
    if (known) {
      for (const message of known) send(response, 'message', message);
      send(response, 'done', {});
      return void response.end();
    }
    const { breaks, completed, ...reply } = await this.reply(text);
    for (const piece of conversation.session.mode === 'human' ? [] : reply.text.match(/\S+\s*/g)!) {
      send(response, 'delta', { text: piece });
      await this.betweenDeltas();
      if (breaks === 'cut') return void response.destroy();
      if (breaks === 'error')
        return void response.end(formatEvent('error', { error: { id: 'agent_failed', message: 'No' } }));
    }
    if (conversation.session.mode === 'ai') {
      const answer = this.#add(conversation, { role: 'assistant', ...reply });
      conversation.answered.set(id, [answer]);
      this.#tell(conversation, 'message', answer);
      send(response, 'message', answer);
    }
    if (completed) {
      conversation.session.completionStatus = 'completed';
      send(response, 'session', conversation.session);
    }
    send(response, 'done', {});
    response.end();
  }
}

let eventId = 0;
const formatEvent = (event: string, data: unknown) =>
  `id: ${++eventId}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

function send(stream: ServerResponse, event: string, data: unknown): void {
  stream.write(formatEvent(event, data));
}

function openStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': ping\n\n');
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function fail(response: ServerResponse, fault: Fault): void {
  if (fault === 'cut') return void response.destroy();
  const { status, id = 'failed', retryAfter } = fault;
  if (retryAfter) response.setHeader('retry-after', String(retryAfter));
  json(response, status, { error: { id, message: 'Not now.', requestId: 'r1' } });
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const piece of request) text += piece;
  return text ? JSON.parse(text) : {};
}
