import type { MessageView, VisitorLead, VisitorSession } from '../../backend/visitor/schema.ts';
import type { TranscriptMessage } from '../message-bubble.ts';
import type { Texts } from '../texts.ts';
import type { Refusal } from './api.ts';
import type { ChatHost } from './host.ts';
import { Memory } from './memory.ts';
import type { Place } from './page.ts';

/** How long somebody counts as typing when nobody says that they stopped, in ms. */
const TYPING_LASTS = 8_000;

/** What a conversation needs from the element that shows it. */
export interface Stage {
  readonly host: Place & Pick<ChatHost, 'base' | 'identity'>;
  readonly texts: Texts;
  readonly locale: string;
  /** True as long as nothing may be stored: the visitor has not agreed, or whether they have to is not known yet. */
  readonly needsConsent: boolean;
  /** Something is different now: show it. */
  requestUpdate(): void;
  /** Tells the page, by a DOM event `parlour-<name>`. */
  tell(name: string, detail: object): void;
}

/** The names of the details a lead has. */
const detailsOf = (lead?: VisitorLead): string[] =>
  Object.keys({ ...lead, ...lead?.custom }).filter((name) => name !== 'custom' && name !== 'consent');

/**
 * A conversation as this browser knows it. Messages are kept once each, by id, in the order of their seq, whoever
 * brings them: the answer to a message, the live events or a catch-up.
 */
export class ConversationState {
  session?: VisitorSession;
  messages: readonly MessageView[] = [];
  /** Written here, not yet known to be stored. */
  outbox: readonly TranscriptMessage[] = [];
  /** The answer as far as it has come. */
  streaming = '';
  /** The person who is typing. */
  typist = '';
  offline = !navigator.onLine;
  /** Stars chosen and not sent yet. */
  score = 0;
  /** The message whose answer did not come. */
  unanswered?: TranscriptMessage;
  /** Why there is no conversation on this page. */
  refusal?: Refusal;
  readonly memory: Memory;
  /** The ids of messages that are being sent or answered. */
  protected readonly underway = new Set<string>();
  protected readonly stage: Stage;
  #reading = false;
  #typing?: ReturnType<typeof setTimeout>;

  constructor(stage: Stage) {
    this.stage = stage;
    this.memory = new Memory(stage.host.key);
  }

  get token(): string | undefined {
    return this.memory.value.token;
  }

  /** The seq of the newest message; 0 where there is none. */
  get last(): number {
    return this.messages.at(-1)?.seq ?? 0;
  }

  get unread(): number {
    const { seen = 0 } = this.memory.value;
    return this.messages.filter(({ role, seq }) => role !== 'visitor' && seq > seen).length;
  }

  /** True while a message waits to be stored or for its answer. */
  get waiting(): boolean {
    return this.underway.size > 0 || this.outbox.some(({ status }) => status === 'sending');
  }

  /** Whether the visitor looks at it; what arrives meanwhile counts as seen. */
  set reading(reading: boolean) {
    this.#reading = reading;
    this.#keep();
  }

  /** Takes in messages, known ones too; the page is told of those that are news. */
  protected takeIn(incoming: readonly MessageView[], news: boolean): void {
    const fresh = incoming.filter(({ id }) => !this.messages.some((message) => message.id === id));
    this.outbox = this.outbox.filter(({ id }) => !fresh.some((message) => message.id === id));
    this.messages = [...this.messages, ...fresh].sort((a, b) => a.seq - b.seq);
    if (incoming.some(({ role }) => role !== 'visitor')) {
      this.streaming = this.typist = '';
      this.unanswered = undefined;
    }
    this.#keep();
    if (news) for (const message of fresh) this.stage.tell('message', { message });
  }

  /** Takes in what has changed in the session; the page is told what matters to it. */
  protected meet(change: Partial<VisitorSession>): void {
    const { session } = this;
    if (!session) return;
    this.session = { ...session, ...change };
    // A person has come in: the answer that was being written does not come.
    if (change.mode === 'human') this.streaming = '';
    const fields = detailsOf(this.session.lead);
    const sessionId = session.id;
    if (fields.length > detailsOf(session.lead).length) this.stage.tell('lead', { fields, sessionId });
    if (this.session.completionStatus === 'completed' && session.completionStatus !== 'completed')
      this.stage.tell('complete', { sessionId });
    this.stage.requestUpdate();
  }

  protected takeTyping({ name, on }: { name: string; on: boolean }): void {
    clearTimeout(this.#typing);
    this.typist = on ? name : '';
    if (on) this.#typing = setTimeout(() => this.takeTyping({ name, on: false }), TYPING_LASTS);
    this.stage.requestUpdate();
  }

  /** Marks what is on its way, all of it or one message. */
  protected mark(status: 'sending' | 'failed', only?: string, error?: string): void {
    this.outbox = this.outbox.map((message) =>
      only === undefined || message.id === only ? { ...message, status, error } : message,
    );
    this.stage.requestUpdate();
  }

  /** An empty conversation; what was written and not stored goes to the next one. */
  protected empty(): void {
    this.session = this.unanswered = undefined;
    this.messages = [];
    this.score = 0;
    this.underway.clear();
    this.streaming = this.typist = '';
    this.stage.requestUpdate();
  }

  /** Keeps how far this browser is in the conversation. */
  #keep(): void {
    const { last } = this;
    const { seen, last: before } = this.memory.value;
    const now = this.#reading ? last : seen;
    if (last && (last !== before || now !== seen)) this.memory.save({ last, seen: now });
    this.stage.requestUpdate();
  }
}
