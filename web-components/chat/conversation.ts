import type {
  LeadForm,
  MessageView,
  SessionStarted,
  Transcript,
  VisitorLead,
  VisitorSession,
} from '../../backend/visitor/schema.ts';
import type { TranscriptMessage } from '../message-bubble.ts';
import type { Texts } from '../texts.ts';
import { Refusal, refusalOf, VisitorApi } from './api.ts';
import { readEvents, type StreamEvent } from './event-stream.ts';
import { Memory, uuid } from './memory.ts';
import { type Place, startOn } from './page.ts';
import { pauseBefore, wordsFor } from './trouble.ts';

/** First and longest pause between two tries to connect, in ms. */
const PAUSE = 400;
const LONGEST_PAUSE = 30_000;
/** How long the live events may be silent, pings included, in ms; and a turn, which may take its site's whole timeout. */
const LIVE_IDLE = 60_000;
const TURN_IDLE = 150_000;
/** How long somebody counts as typing when nobody says that they stopped, in ms. */
const TYPING_LASTS = 8_000;

/** What the conversation needs from the element that shows it. */
export interface Stage {
  readonly host: Place & { readonly base: string };
  readonly texts: Texts;
  /** Something is different now: show it. */
  requestUpdate(): void;
  /** Tells the page, by a DOM event `parlour-<name>`. */
  tell(name: string, detail: object): void;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The names of the details a lead has. */
const detailsOf = (lead?: VisitorLead): string[] =>
  Object.keys({ ...lead, ...lead?.custom }).filter((name) => name !== 'custom' && name !== 'consent');

/**
 * One conversation as this browser knows it, and what the visitor can do with it.
 *
 * Messages are kept once each, by id, in the order of their seq, whoever brings them: the answer to a message, the
 * live events or a catch-up. One stream of live events stays open for as long as it is wanted, and each time it
 * stands anew what was missed is fetched: a lost event costs time, never a message. A message of the visitor's keeps
 * its id over every try, so however often it is sent it is stored once.
 */
export class Conversation {
  session?: VisitorSession;
  messages: readonly MessageView[] = [];
  /** Written here, not yet known to be stored. */
  outbox: readonly TranscriptMessage[] = [];
  /** The answer as far as it has come. */
  streaming = '';
  /** The person who is typing. */
  typist = '';
  offline = !navigator.onLine;
  /** What went wrong, in plain words. */
  problem = '';
  /** The message whose answer did not come. */
  unanswered?: TranscriptMessage;
  readonly memory: Memory;
  readonly api: VisitorApi;
  readonly #stage: Stage;
  readonly #underway = new Set<string>();
  #asked = false;
  #wanted = false;
  #running = false;
  #reading = false;
  #starting?: Promise<void>;
  #queue = Promise.resolve();
  #live = new AbortController();
  #wake = () => {};
  #typing?: ReturnType<typeof setTimeout>;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.memory = new Memory(stage.host.key);
    this.api = new VisitorApi(stage.host.base, () => this.token);
  }

  get token(): string | undefined {
    return this.memory.value.token;
  }

  get last(): number {
    return this.messages.at(-1)?.seq ?? 0;
  }

  get unread(): number {
    const { seen = 0 } = this.memory.value;
    return this.messages.filter(({ role, seq }) => role !== 'visitor' && seq > seen).length;
  }

  /** True while a message waits to be stored or for its answer. */
  get waiting(): boolean {
    return this.#underway.size > 0 || this.outbox.some(({ status }) => status === 'sending');
  }

  /** Whether the visitor looks at it; what arrives meanwhile counts as seen. */
  set reading(reading: boolean) {
    this.#reading = reading;
    this.#keep();
  }

  /** Follows the conversation; one is started only when the visitor asked for it. */
  connect(begin = false): void {
    this.#asked ||= begin;
    this.#wanted = true;
    this.#wake();
    if (!this.#running) void this.#follow();
  }

  disconnect(): void {
    this.#wanted = false;
    this.#live.abort();
    this.#wake();
  }

  send(text: string): void {
    const createdAt = new Date().toISOString();
    this.outbox = [
      ...this.outbox,
      { id: uuid(), seq: 0, role: 'visitor', text, createdAt, status: 'sending' },
    ];
    this.retry('');
  }

  /** Sends failed messages again: one, or without an id all of them. */
  retry(id?: string): void {
    this.connect(this.outbox.length > 0);
    this.#resend(id);
  }

  /** Asks once more for the answer that did not come. */
  askAgain(): void {
    if (this.unanswered) void this.#deliver(this.unanswered);
  }

  /** The browser says whether it has a network. */
  network(online: boolean): void {
    this.offline = !online;
    if (online) this.retry();
    this.#stage.requestUpdate();
  }

  async saveLead(form: LeadForm): Promise<void> {
    await this.#start();
    this.#meet({ lead: await this.api.call<VisitorLead>('PUT', '/session/lead', form) });
  }

  async complete(): Promise<void> {
    await this.api.call('POST', '/session/complete');
    this.#meet({ completionStatus: 'completed' });
  }

  async rate(score: number, comment: string): Promise<void> {
    await this.api.call('POST', '/session/rating', comment ? { score, comment } : { score });
    this.#meet({ rating: score });
    this.#stage.tell('rating', { score });
  }

  /** Deletes the conversation everywhere. */
  async erase(): Promise<void> {
    await this.api.call('DELETE', '/session');
    this.memory.clear();
    this.#asked = false;
    this.outbox = [];
    this.#reset();
    this.#reconnect();
  }

  /** A new conversation; the old one stays where it is, without being shown here. */
  async startOver(): Promise<void> {
    this.outbox = [];
    this.#asked = true;
    // The old token stays stored until the new one is there: another tab must not start one of its own meanwhile.
    await this.#startNew();
    this.#reconnect();
  }

  /** Another tab has gone on, started over or deleted the conversation: this one follows. */
  follow(): void {
    const { token } = this;
    this.memory.read();
    if (token !== this.token) {
      this.#reset();
      this.#reconnect();
    } else if ((this.memory.value.last ?? 0) > this.last) void this.#catchUp().catch(() => this.#reconnect());
    this.#stage.requestUpdate();
  }

  async #follow(): Promise<void> {
    this.#running = true;
    for (let wait = PAUSE; this.#wanted && (this.token || this.#asked); ) {
      this.#live = new AbortController();
      const { signal } = this.#live;
      let stands = false;
      try {
        await this.#start();
        const body = await this.api.stream('GET', `/session/events?after=${this.last}`, undefined, signal);
        await this.#catchUp();
        if (signal.aborted) continue;
        stands = true;
        wait = PAUSE;
        this.offline = false;
        this.#resend();
        for await (const event of readEvents(body, LIVE_IDLE)) if (!signal.aborted) this.#hear(event, true);
      } catch (error) {
        if (!signal.aborted && !this.#mayGoOn(error, stands)) break;
      }
      this.#stage.requestUpdate();
      if (signal.aborted) continue;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, wait * (0.75 + Math.random() / 2));
      });
      wait = Math.min(wait * 2, LONGEST_PAUSE);
    }
    this.#running = false;
  }

  /** Takes note of a failed try to connect; false when another one is of no use. */
  #mayGoOn(error: unknown, stood: boolean): boolean {
    // A stream that breaks is common and soon mended; only a try that fails means that there is no connection.
    if (!(error instanceof Refusal)) this.offline ||= !stood;
    else if (error.status === 401) this.#forget();
    else if (error.status === 403 || error.status === 404) {
      this.problem = wordsFor(error, this.#stage.texts);
      this.#mark('failed');
      this.#stage.requestUpdate();
      this.#stage.tell('error', { id: error.id, message: error.message });
      return false;
    }
    return true;
  }

  #reconnect(): void {
    this.#live.abort();
    this.connect();
  }

  async #start(): Promise<void> {
    if (this.token) return;
    this.#starting ??= this.#startNew().finally(() => (this.#starting = undefined));
    await this.#starting;
  }

  async #startNew(): Promise<void> {
    const body = startOn(this.#stage.host, this.memory.value.visitorId);
    const { session, token, messages } = await this.api.call<SessionStarted>('POST', '/sessions', body);
    this.#reset();
    this.memory.save({ token, sessionId: session.id, last: 0, seen: 0 });
    this.session = session;
    this.#add(messages);
    this.#stage.tell('start', { sessionId: session.id });
  }

  /** Fetches the messages that are not here yet. */
  async #catchUp(): Promise<void> {
    const { token } = this;
    const { session, messages } = await this.api.call<Transcript>('GET', `/session?after=${this.last}`);
    if (token !== this.token) return;
    const news = Boolean(this.session);
    if (news) this.#meet(session);
    this.session = session;
    this.#add(messages, news);
  }

  #hear({ event, data }: StreamEvent, live = false): void {
    if (event === 'message') {
      const message = data as MessageView;
      // An answer that is just being streamed comes with its stream: here it would stand beside its own half.
      if (live && message.role === 'assistant' && this.#underway.size) return;
      if (message.seq > this.last + 1) void this.#catchUp().catch(() => this.#reconnect());
      else this.#add([message], true);
    } else if (event === 'delta') this.streaming += (data as { text: string }).text;
    else if (event === 'session') this.#meet(data as VisitorSession);
    else if (event === 'typing') this.#type(data as { name: string; on: boolean });
    this.#stage.requestUpdate();
  }

  #type({ name, on }: { name: string; on: boolean }): void {
    clearTimeout(this.#typing);
    this.typist = on ? name : '';
    if (on) this.#typing = setTimeout(() => this.#type({ name, on: false }), TYPING_LASTS);
    this.#stage.requestUpdate();
  }

  #add(incoming: readonly MessageView[], news = false): void {
    const fresh = incoming.filter(({ id }) => !this.messages.some((message) => message.id === id));
    this.outbox = this.outbox.filter(({ id }) => !fresh.some((message) => message.id === id));
    this.messages = [...this.messages, ...fresh].sort((a, b) => a.seq - b.seq);
    if (incoming.some(({ role }) => role !== 'visitor')) {
      this.streaming = this.typist = '';
      this.#calm();
    }
    this.#keep();
    if (news) for (const message of fresh) this.#stage.tell('message', { message });
  }

  #meet(change: Partial<VisitorSession>): void {
    const { session } = this;
    if (!session) return;
    this.session = { ...session, ...change };
    const fields = detailsOf(this.session.lead);
    if (fields.length > detailsOf(session.lead).length) this.#stage.tell('lead', { fields });
    if (this.session.completionStatus === 'completed' && session.completionStatus !== 'completed')
      this.#stage.tell('complete', { sessionId: session.id });
    this.#stage.requestUpdate();
  }

  /** Keeps how far this browser is in the conversation. */
  #keep(): void {
    const { last } = this;
    const { seen, last: before } = this.memory.value;
    const now = this.#reading ? last : seen;
    if (last && (last !== before || now !== seen)) this.memory.save({ last, seen: now });
    this.#stage.requestUpdate();
  }

  #resend(id?: string): void {
    this.#mark('sending', id);
    this.#stage.requestUpdate();
    this.#flush();
  }

  /** Sends what waits. Each message waits for the one before to be taken, none for an answer. */
  #flush(): void {
    this.#queue = this.#queue.then(async () => {
      for (const message of this.outbox)
        if (this.token && !this.offline && !message.error && !this.#underway.has(message.id))
          await new Promise<void>((taken) => void this.#deliver(message, taken));
    });
  }

  /** Brings one message to the backend, and its answer back; `taken` is called once the next one may go. */
  async #deliver(message: TranscriptMessage, taken?: () => void): Promise<void> {
    const { token } = this;
    const { id, text } = message;
    this.#underway.add(id);
    this.#calm();
    for (let attempt = 1; token === this.token; attempt++) {
      try {
        const body = await this.api.stream('POST', '/session/messages', { id, text });
        taken?.();
        for await (const event of readEvents(body, TURN_IDLE)) {
          if (token !== this.token || event.event === 'done') return this.#settle(id, token);
          if (event.event === 'error') throw refusalOf(event.data);
          this.#hear(event);
        }
        throw new TypeError('The stream ended before the answer did');
      } catch (error) {
        if (token !== this.token) break;
        this.streaming = '';
        if (!(error instanceof Refusal)) this.offline ||= !navigator.onLine;
        const wait = pauseBefore(attempt, error);
        this.#stage.requestUpdate();
        if (this.offline || !wait) {
          this.#giveUp(message, error);
          break;
        }
        await pause(wait);
      }
    }
    this.#settle(id, token);
    taken?.();
  }

  #settle(id: string, token?: string): void {
    if (token === this.token) this.#underway.delete(id);
    this.#stage.requestUpdate();
  }

  #giveUp(message: TranscriptMessage, error: unknown): void {
    const { texts } = this.#stage;
    if (error instanceof Refusal && error.status === 401) {
      this.#forget();
      this.#reconnect();
    } else if (!this.outbox.some(({ id }) => id === message.id)) {
      this.problem = texts.noReply;
      this.unanswered = message;
    } else if (!this.offline) this.#mark('failed', message.id, wordsFor(error, texts, texts.notSent));
  }

  #mark(status: 'sending' | 'failed', only?: string, error?: string): void {
    this.outbox = this.outbox.map((message) =>
      only === undefined || message.id === only ? { ...message, status, error } : message,
    );
  }

  /** An empty conversation; what was written and not stored goes to the next one. */
  #reset(): void {
    this.session = undefined;
    this.messages = [];
    this.streaming = this.typist = '';
    this.#calm();
    this.#underway.clear();
  }

  #calm(): void {
    this.problem = '';
    this.unanswered = undefined;
  }

  /** The token opens nothing any more: the visitor stays the same one, the conversation is gone. */
  #forget(): void {
    const { memory } = this;
    memory.value = { visitorId: memory.value.visitorId };
    memory.save({});
    this.#reset();
  }
}
