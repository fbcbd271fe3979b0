import { randomUUID } from 'node:crypto';
import type { MessageView, SessionStarted, StartSession, Transcript } from '../../backend/visitor/schema.ts';
import { type Answer, type CallOptions, call, ok } from './http-client.ts';

/** A visitor with a conversation, as the widget talks to the backend. */
export class VisitorClient {
  constructor(
    private readonly url: string,
    readonly token: string,
    readonly sessionId: string,
    readonly greeting: MessageView,
  ) {}

  static async start(url: string, siteKey: string, more: Partial<StartSession> = {}): Promise<VisitorClient> {
    const started = await ok(
      call<SessionStarted>(`${url}/api/v1/visitor/sessions`, {
        json: { siteKey, page: { url: 'https://landing.example/pricing' }, ...more },
      }),
    );
    return new VisitorClient(url, started.token, started.session.id, started.messages[0]!);
  }

  /** The same conversation at another address. */
  at(url: string): VisitorClient {
    return new VisitorClient(url, this.token, this.sessionId, this.greeting);
  }

  call<T = unknown>(path: string, options: CallOptions = {}): Promise<Answer<T>> {
    const headers = { authorization: `Bearer ${this.token}`, ...options.headers };
    return call<T>(`${this.url}/api/v1/visitor${path}`, { ...options, headers });
  }

  /** Sends a message and returns what came back: the message itself, then the replies. */
  say(text: string, id: string = randomUUID()): Promise<Transcript> {
    return ok(this.call<Transcript>('/session/messages', { json: { id, text } }));
  }

  transcript(): Promise<Transcript> {
    return ok(this.call<Transcript>('/session'));
  }
}
