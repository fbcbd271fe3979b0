import type {
  MessageView,
  SessionStarted,
  Transcript,
  VisitorSession,
} from '../../backend/visitor/schema.ts';
import { Refusal, VisitorApi } from './api.ts';
import { readEvents, type StreamEvent } from './event-stream.ts';
import { startOn } from './page.ts';
import { ConversationState, type Stage } from './state.ts';
import { wordsFor } from './trouble.ts';

/** First and longest pause between two tries to connect, in ms. */
const PAUSE = 400;
const LONGEST_PAUSE = 30_000;
/** How long the live events may be silent, pings included, in ms. */
const LIVE_IDLE = 60_000;
/** How many messages a transcript has at most; the others are asked for next. TRANSCRIPT_MAX in visitor/queries. */
const PAGE = 500;

/**
 * What keeps a conversation alive: its beginning, and one stream of live events, which stays open for as long as it is
 * wanted. Each time it stands anew what was missed is fetched: a lost event costs time, never a message.
 */
export abstract class LiveConversation extends ConversationState {
  readonly api: VisitorApi;
  /** Whether the visitor asked for a conversation: none is begun without. */
  protected asked = false;
  #wanted = false;
  #running = false;
  #starting?: Promise<void>;
  #live = new AbortController();
  #wake = () => {};

  constructor(stage: Stage) {
    super(stage);
    this.api = new VisitorApi(stage.host.base, () => this.token);
  }

  /** Sends what waits. */
  protected abstract flush(): void;

  /** Follows the conversation; one is started only when the visitor asked for it. */
  connect(begin = false): void {
    this.asked ||= begin;
    this.#wanted = true;
    this.#wake();
    if (!this.#running) void this.#follow();
  }

  disconnect(): void {
    this.#wanted = false;
    this.#live.abort();
    this.#wake();
  }

  /** Another tab has gone on, started over or deleted the conversation: this one follows. */
  follow(): void {
    const { token } = this;
    this.memory.read();
    if (token !== this.token) this.become();
    else if (this.memory.value.last! > this.last) this.#catchUpSoon();
    this.stage.requestUpdate();
  }

  async #follow(): Promise<void> {
    this.#running = true;
    for (let wait = PAUSE; this.#wanted && (this.token || (this.asked && !this.stage.needsConsent)); ) {
      this.#live = new AbortController();
      const { signal } = this.#live;
      let stands = false;
      try {
        await this.ensureStarted();
        const body = await this.api.stream('GET', `/session/events?after=${this.last}`, undefined, signal);
        await this.#catchUp();
        if (signal.aborted) continue;
        stands = true;
        wait = PAUSE;
        this.offline = false;
        this.refusal = undefined;
        this.mark('sending');
        this.flush();
        for await (const event of readEvents(body, LIVE_IDLE)) if (!signal.aborted) this.hear(event, true);
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
    else if (error.status === 401) this.forget();
    else if (error.status === 403 || error.status === 404) {
      this.refusal = error;
      this.mark('failed');
      this.stage.tell('error', { id: error.id, message: error.message });
      return false;
    } else if (!this.token) this.mark('failed', undefined, wordsFor(error, this.stage));
    return true;
  }

  /** Lets go of the live events and, where they are wanted, asks for new ones. */
  protected reconnect(): void {
    this.#live.abort();
    if (this.#wanted) this.connect();
  }

  /** Begins a conversation where there is none; whoever asks meanwhile waits for the same one. */
  protected async ensureStarted(): Promise<void> {
    if (this.token) return;
    this.#starting ??= this.startNew().finally(() => (this.#starting = undefined));
    await this.#starting;
  }

  protected async startNew(): Promise<void> {
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
    this.#catchUp().catch(() => this.reconnect());
  }

  /** Takes in what the backend says, by the live events or as an answer. */
  protected hear({ event, data }: StreamEvent, live = false): void {
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

  /** The conversation is another one, or none: nothing is begun only because one has gone. */
  protected become(): void {
    this.asked = this.outbox.length > 0;
    this.empty();
    this.reconnect();
  }

  /** The token opens nothing any more: the visitor stays the same one, the conversation is gone. */
  protected forget(): void {
    const { memory } = this;
    memory.value = { visitorId: memory.value.visitorId };
    memory.save({});
    this.empty();
  }
}
