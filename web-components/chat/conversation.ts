import type { LeadForm, VisitorLead, VisitorSession } from '../../backend/visitor/schema.ts';
import type { TranscriptMessage } from '../message-bubble.ts';
import { Refusal, refusalOf } from './api.ts';
import { readEvents } from './event-stream.ts';
import { LiveConversation } from './live.ts';
import { uuid } from './memory.ts';
import { pauseBefore, wordsFor } from './trouble.ts';

/** How long a turn may be silent, pings included, in ms: it may take its site's whole timeout. */
const TURN_IDLE = 150_000;
/** How often the visitor's typing is told, in ms. */
const TYPING_EVERY = 3_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * What the visitor can do with a conversation. A message of theirs keeps its id over every try, so however often it is
 * sent it is stored once.
 */
export class Conversation extends LiveConversation {
  #typed = 0;
  #queue = Promise.resolve();

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
    this.flush();
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
    else this.reconnect();
    this.stage.requestUpdate();
  }

  async saveLead(form: LeadForm): Promise<void> {
    await this.ensureStarted();
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

  /** Sends the stars that were chosen. */
  async rate(comment: string): Promise<void> {
    const { score } = this;
    await this.api.call('POST', '/session/rating', comment ? { score, comment } : { score });
    this.meet({ rating: score });
    this.stage.tell('rating', { score });
  }

  /** Deletes the conversation everywhere. */
  async erase(): Promise<void> {
    await this.api.call('DELETE', '/session');
    this.memory.clear();
    this.outbox = [];
    this.become();
  }

  /** A new conversation; the old one stays where it is, without being shown here. */
  async startOver(): Promise<void> {
    this.outbox = [];
    this.asked = true;
    // The old token stays stored until the new one is there: another tab must not start one of its own meanwhile.
    if (this.token) await this.startNew();
    this.reconnect();
  }

  /** Sends what waits. Each message waits for the one before to be taken, none for an answer. */
  protected override flush(): void {
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
      this.hear(event);
    }
    throw new TypeError('The answer broke off');
  }

  #giveUp(message: TranscriptMessage, error: unknown): void {
    if (error instanceof Refusal && error.status === 401) {
      this.forget();
      this.reconnect();
    } else if (!this.outbox.some(({ id }) => id === message.id)) this.unanswered = message;
    else if (!this.offline)
      this.mark('failed', message.id, wordsFor(error, this.stage, this.stage.texts.notSent));
  }
}
