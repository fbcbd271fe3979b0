import type {
  LeadForm,
  MessageView,
  SessionStarted,
  Transcript,
  VisitorLead,
  VisitorSession,
} from '../../backend/visitor/schema.ts';
import type { TranscriptMessage } from '../message-bubble.ts';
import { Refusal, refusalOf, VisitorApi } from './api.ts';
import { readEvents, type StreamEvent } from './event-stream.ts';
import { uuid } from './memory.ts';
import { startOn } from './page.ts';
import { ConversationState, type Stage } from './state.ts';
import { pauseBefore, wordsFor } from './trouble.ts';

/** First and longest pause between two tries to connect, in ms. */
const PAUSE = 400;
const LONGEST_PAUSE = 30_000;
/** How long the live events may be silent, pings included, in ms; and a turn, which may take its site's whole timeout. */
const LIVE_IDLE = 60_000;
const TURN_IDLE = 150_000;
/** How often the visitor's typing is told, in ms. */
const TYPING_EVERY = 3_000;
/** How many messages a transcript has at most; the others are asked for next. TRANSCRIPT_MAX in visitor/queries. */
const PAGE = 500;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * What the visitor can do with a conversation, and what keeps it alive.
 *
 * One stream of live events stays open for as long as it is wanted, and each time it stands anew what was missed is
 * fetched: a lost event costs time, never a message. A message of the visitor's keeps its id over every try, so however
 * often it is sent it is stored once.
 */
export class Conversation extends ConversationState {
  readonly api: VisitorApi;
  #asked = false;
  #typed = 0;
  #wanted = false;
  #running = false;
  #starting?: Promise<void>;
  #queue = Promise.resolve();
  #live = new AbortController();
  #wake = () => {};

  constructor(stage: Stage) {
    super(stage);
    this.api = new VisitorApi(stage.host.base, () => this.token);
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
    this.#typed = 0;
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
    this.mark('sending', id);
    this.#flush();
  }

  /** Asks once more for the answer that did not come. */
  askAgain(): void {
    if (this.unanswered) void this.#deliver(this.unanswered);
  }

  /** The visitor is typing: whoever has taken the conversation is told, now and then. */
  types(): void {
    const now = Date.now();
    if (this.session?.mode !== 'human' || now < this.#typed + TYPING_EVERY) return;
    this.#typed = now;
    this.api.call('POST', '/session/typing', { on: true }).catch(() => {});
  }

  /** The browser says whether it has a network. Where it says no, a try tells: the backend may be on this machine. */
  network(online: boolean): void {
    this.offline = !online;
    if (online) this.retry();
    else this.#reconnect();
    this.stage.requestUpdate();
  }

  async saveLead(form: LeadForm): Promise<void> {
    await this.#start();
    this.meet({ lead: await this.api.call<VisitorLead>('PUT', '/session/lead', form) });
  }

  /** Passes on who is signed in on the website. A page that can't tell, or too late, costs nothing: it goes on without. */
  async identify(): Promise<void> {
    const identity = await this.stage.host.identity!();
    if (identity) this.meet(await this.api.call<VisitorSession>('PUT', '/session/identity', { identity }));
  }

  async complete(): Promise<void> {
    await this.api.call('POST', '/session/complete');
    this.meet({ completionStatus: 'completed' });
  }

  async rate(score: number, comment: string): Promise<void> {
    await this.api.call('POST', '/session/rating', comment ? { score, comment } : { score });
    this.meet({ rating: score });
    this.stage.tell('rating', { score });
  }

  /** Deletes the conversation everywhere. */
  async erase(): Promise<void> {
    await this.api.call('DELETE', '/session');
    this.memory.clear();
    this.outbox = [];
    this.#become();
  }

  /** A new conversation; the old one stays where it is, without being shown here. */
  async startOver(): Promise<void> {
    this.outbox = [];
    this.#asked = true;
    // The old token stays stored until the new one is there: another tab must not start one of its own meanwhile.
    if (this.token) await this.#startNew();
    this.#reconnect();
  }

  /** Another tab has gone on, started over or deleted the conversation: this one follows. */
  follow(): void {
    const { token } = this;
    this.memory.read();
    if (token !== this.token) this.#become();
    else if (this.memory.value.last! > this.last) this.#catchUpSoon();
    this.stage.requestUpdate();
  }

  async #follow(): Promise<void> {
    this.#running = true;
    for (let wait = PAUSE; this.#wanted && (this.token || (this.#asked && !this.stage.needsConsent)); ) {
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
        this.refusal = undefined;
        this.mark('sending');
        this.#flush();
        for await (const event of readEvents(body, LIVE_IDLE)) if (!signal.aborted) this.#hear(event, true);
      } catch (error) {
        if (!signal.aborted && !this.#mayGoOn(error, stands)) break;
        wait = Math.max(wait, ((error as Refusal).retryAfter ?? 0) * 1000);
      }
      this.stage.requestUpdate();
      if (signal.aborted) continue;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, wait * (1 + Math.random() / 2));
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
      this.refusal = error;
      this.mark('failed');
      this.stage.tell('error', { id: error.id, message: error.message });
      return false;
    } else if (!this.token) this.mark('failed', undefined, wordsFor(error, this.stage));
    return true;
  }

  #reconnect(): void {
    this.#live.abort();
    if (this.#wanted) this.connect();
  }

  async #start(): Promise<void> {
    if (this.token) return;
    this.#starting ??= this.#startNew().finally(() => (this.#starting = undefined));
    await this.#starting;
  }

  async #startNew(): Promise<void> {
    const body = startOn(this.stage.host, this.memory.value.visitorId);
    const { session, token, messages } = await this.api.call<SessionStarted>('POST', '/sessions', body);
    this.empty();
    this.memory.save({ token, sessionId: session.id, last: 0, seen: 0 });
    this.session = session;
    this.takeIn(messages, false);
    this.stage.tell('start', { sessionId: session.id });
  }

  /** Fetches the messages that are not here yet. */
  async #catchUp(): Promise<void> {
    const { token } = this;
    const messages: MessageView[] = [];
    let page: Transcript;
    do {
      page = await this.api.call('GET', `/session?after=${messages.at(-1)?.seq ?? this.last}`);
      messages.push(...page.messages);
    } while (page.messages[PAGE - 1]);
    if (token !== this.token) return;
    const { session } = page;
    const news = Boolean(this.session);
    this.meet(session);
    this.session = session;
    this.takeIn(messages, news);
  }

  #catchUpSoon(): void {
    this.#catchUp().catch(() => this.#reconnect());
  }

  #hear({ event, data }: StreamEvent, live = false): void {
    if (event === 'message') {
      const message = data as MessageView;
      // An answer that is just being streamed comes with its stream: here it would stand beside its own half.
      if (live && message.role === 'assistant' && this.underway.size) return;
      if (message.seq > this.last + 1) this.#catchUpSoon();
      else this.takeIn([message], true);
    } else if (event === 'delta') this.streaming += (data as { text: string }).text;
    else if (event === 'session') this.meet(data as VisitorSession);
    else if (event === 'typing') this.takeTyping(data as { name: string; on: boolean });
    this.stage.requestUpdate();
  }

  /** Sends what waits. Each message waits for the one before to be taken, none for an answer. */
  #flush(): void {
    this.#queue = this.#queue.then(async () => {
      for (const message of this.outbox)
        if (
          this.token &&
          !this.offline &&
          !message.error &&
          !this.underway.has(message.id) &&
          // It may have been given up with its conversation while the one before it was on its way.
          this.outbox.includes(message)
        )
          await new Promise<void>((taken) => void this.#deliver(message, taken));
    });
  }

  /** Brings one message to the backend, and its answer back; `taken` is called once the next one may go. */
  async #deliver(message: TranscriptMessage, taken = () => {}): Promise<void> {
    const { token } = this;
    const { id, text } = message;
    this.underway.add(id);
    this.unanswered = undefined;
    for (let attempt = 1; token === this.token; attempt++) {
      try {
        const body = await this.api.stream('POST', '/session/messages', { id, text });
        taken();
        await this.#listen(body, token);
        break;
      } catch (error) {
        if (token !== this.token) break;
        this.streaming = '';
        if (!(error instanceof Refusal)) this.offline ||= !navigator.onLine;
        const wait = pauseBefore(attempt, error);
        this.stage.requestUpdate();
        if (this.offline || !wait) {
          this.#giveUp(message, error);
          break;
        }
        await pause(wait);
      }
    }
    if (token === this.token) this.underway.delete(id);
    this.stage.requestUpdate();
    taken();
  }

  /** Hears a turn to its end, or until the conversation is another one. */
  async #listen(body: ReadableStream<Uint8Array>, token?: string): Promise<void> {
    for await (const event of readEvents(body, TURN_IDLE)) {
      if (token !== this.token || event.event === 'done') return;
      if (event.event === 'error') throw refusalOf(event.data);
      this.#hear(event);
    }
    throw new TypeError('The answer broke off');
  }

  #giveUp(message: TranscriptMessage, error: unknown): void {
    if (error instanceof Refusal && error.status === 401) {
      this.#forget();
      this.#reconnect();
    } else if (!this.outbox.some(({ id }) => id === message.id)) this.unanswered = message;
    else if (!this.offline)
      this.mark('failed', message.id, wordsFor(error, this.stage, this.stage.texts.notSent));
  }

  /** The conversation is another one, or none: nothing is begun only because one has gone. */
  #become(): void {
    this.#asked = this.outbox.length > 0;
    this.empty();
    this.#reconnect();
  }

  /** The token opens nothing any more: the visitor stays the same one, the conversation is gone. */
  #forget(): void {
    const { memory } = this;
    memory.value = { visitorId: memory.value.visitorId };
    memory.save({});
    this.empty();
  }
}
