import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { define } from './define.ts';
import type { Perspective, TranscriptMessage } from './message-bubble.ts';
import './message-bubble.ts';
import { english, type Texts } from './texts.ts';
import { dayLine, sameDay } from './times.ts';
import { transcriptStyles } from './transcript.styles.ts';

/** How near to the end, in px, still counts as reading the newest message. */
const NEAR = 48;

/**
 * A conversation's messages with a line between days. It follows the end while the reader is there; once they have
 * scrolled up nothing moves, and a pill says that there is more. A finished message enters the log once and is
 * announced once; the one being written is shown outside of it.
 *
 * @slot start - before the first message
 * @slot end - after the last one, inside the scrolling part
 * @fires parlour-retry - from a failed message, see parlour-message
 * @csspart scroller - the scrolling part
 */
export class ParlourTranscript extends LitElement {
  static override styles = transcriptStyles;
  static override properties = {
    messages: { attribute: false },
    perspective: {},
    streaming: {},
    typing: {},
    label: {},
    locale: {},
    texts: { attribute: false },
    unseen: { state: true },
    live: { state: true },
  };

  /** In order, oldest first. */
  declare messages: readonly TranscriptMessage[];
  declare perspective: Perspective;
  /** The answer as far as it has been written. */
  declare streaming: string;
  /** Who is writing, such as "Ana is typing"; empty for nobody. */
  declare typing: string;
  /** The accessible name of the log. */
  declare label: string;
  declare locale?: string;
  declare texts: Texts;
  declare private unseen: boolean;
  declare private live: boolean;

  #pinned = true;
  #lastTop = 0;
  #resized?: ResizeObserver;

  constructor() {
    super();
    this.messages = [];
    this.perspective = 'visitor';
    this.streaming = '';
    this.typing = '';
    this.label = '';
    this.texts = english;
    this.unseen = false;
    this.live = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized?.disconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watchSize();
  }

  protected override firstUpdated(): void {
    this.#watchSize();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('messages');
    if (!before || this.#pinned) return;
    const last = this.messages.at(-1);
    const ownMessage = last && last.role === this.perspective;
    if (ownMessage && last.id !== before.at(-1)?.id) this.#pinned = true;
    else if (this.messages.length > before.length) this.unseen = true;
  }

  protected override updated(): void {
    // What was there before the reader came is history, not news: the log speaks from the second picture on.
    if (!this.live && this.messages.length) requestAnimationFrame(() => (this.live = true));
    if (this.#pinned) this.#toEnd();
  }

  protected override render() {
    return html`
      <div class="scroller" part="scroller" tabindex="0" @scroll=${this.#onScroll}>
        <div class="content">
          <slot name="start"></slot>
          <div role="log" aria-label=${this.label || this.texts.chat} aria-live=${this.live ? 'polite' : 'off'}>
            ${this.messages.map((message, index) => this.#row(message, this.messages[index - 1]))}
          </div>
          ${this.#writing()}
          <slot name="end"></slot>
        </div>
      </div>
      ${
        this.unseen
          ? html`<button class="pill" type="button" @click=${this.scrollToEnd}>${this.texts.newMessages} ↓</button>`
          : nothing
      }
    `;
  }

  #row(message: TranscriptMessage, before?: TranscriptMessage) {
    const newDay = !before || !sameDay(before.createdAt, message.createdAt);
    const continued = !newDay && before.role === message.role && before.author?.name === message.author?.name;
    return html`${newDay ? html`<div class="day">${dayLine(message.createdAt, this.locale)}</div>` : nothing}
      <parlour-message
        .message=${message}
        .perspective=${this.perspective}
        .continued=${continued}
        .locale=${this.locale}
        .texts=${this.texts}
      ></parlour-message>`;
  }

  #writing() {
    if (this.streaming) {
      const message = {
        id: '',
        seq: 0,
        role: 'assistant',
        text: this.streaming,
        createdAt: '',
        status: 'sending',
      };
      return html`<parlour-message aria-hidden="true" .message=${message}></parlour-message>`;
    }
    return this.typing
      ? html`<div class="dots" role="img" aria-label=${this.typing}><i></i><i></i><i></i></div>`
      : nothing;
  }

  #watchSize(): void {
    this.#resized ??= new ResizeObserver(() => this.#pinned && this.#toEnd());
    for (const part of this.renderRoot.querySelectorAll('.scroller, .content')) this.#resized.observe(part);
  }

  get #scroller(): HTMLElement {
    return this.renderRoot.querySelector('.scroller')!;
  }

  #toEnd(): void {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  #onScroll(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    // Growing content moves the end away without the reader's doing; only going up lets go of it.
    if (scrollHeight - scrollTop - clientHeight < NEAR) {
      this.#pinned = true;
      this.unseen = false;
    } else if (scrollTop < this.#lastTop) this.#pinned = false;
    this.#lastTop = scrollTop;
  }

  /** Goes to the newest message and follows it again. */
  scrollToEnd(): void {
    this.#pinned = true;
    this.unseen = false;
    this.#toEnd();
  }
}

define('parlour-transcript', ParlourTranscript);

declare global {
  interface HTMLElementTagNameMap {
    'parlour-transcript': ParlourTranscript;
  }
}
