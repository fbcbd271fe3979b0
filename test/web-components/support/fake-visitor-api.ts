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
  Rating,
  SendMessage,
  StartSession,
  type VisitorSession,
  type WidgetConfig,
} from '../../../backend/visitor/schema.ts';
import { defaultConfig } from './default-config.ts';
import { FakeConversation, type Reply } from './fake-conversation.ts';
import { type Fault, fail, json, openStream, readJson, send } from './wire.ts';

export interface Asked {
  method: string;
  path: string;
  body: Record<string, unknown>;
}

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
  readonly conversations = new Map<string, FakeConversation>();
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
  get latest(): FakeConversation {
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
    conversation.tell('message', conversation.add({ role: 'staff', text, author: { name } }));
  }

  takeOver(staffName: string): void {
    Object.assign(this.latest.session, { mode: 'human', staffName });
    this.latest.tell('session', this.latest.session);
  }

  staffTypes(on: boolean, name = 'Ana'): void {
    this.latest.tell('typing', { name, on });
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
    const conversation = new FakeConversation(session);
    this.conversations.set(token, conversation);
    conversation.add({ role: 'assistant', text: this.config.greeting });
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
      conversation: FakeConversation;
      body: Asked['body'];
      token: string;
      after: number;
    },
  ): Promise<void> {
    const { session, messages, streams } = conversation;
    if (what === 'GET /session')
      // No more at once than the backend gives.
      return json(response, 200, {
        session,
        messages: messages.filter(({ seq }) => seq > after).slice(0, 500),
      });
    if (what === 'GET /session/events') {
      openStream(response);
      streams.add(response);
      response.on('close', () => streams.delete(response));
      send(response, 'session', session);
      return;
    }
    if (what === 'POST /session/messages')
      return conversation.turn(response, body as { id: string; text: string }, this);
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
}
