import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { texts as ownTexts } from './languages/en.ts';
import type { Perspective, TranscriptMessage } from './message-bubble.ts';
import './message-bubble.ts';
import type { Texts } from './texts.ts';
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
 * @csspart bubble - the coloured shape around each message
 * @cssprop --parlour-accent - behind what the visitor wrote
 * @cssprop --parlour-on-accent - text on it
 * @cssprop --parlour-sunken - behind what the assistant wrote
 * @cssprop --parlour-surface - behind what a person of the team wrote, and the pill
 * @cssprop --parlour-line-soft - around both
 * @cssprop --parlour-ink-soft - names, times, days, and the dots of who writes
 * @cssprop --parlour-issue - why something was not sent
 * @cssprop --parlour-shadow - of the pill
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
  /** Whose eyes read. */
  declare perspective: Perspective;
  /** The answer as far as it has been written. */
  declare streaming?: string;
  /** Who is writing, such as "Ana is typing"; empty for nobody. */
  declare typing?: string;
  /** The accessible name of the log. */
  declare label?: string;
  /** How days and times are written (BCP 47). */
  declare locale?: string;
  /** What it says itself. */
  declare texts: Texts;
  declare private unseen: boolean;
  declare private live: boolean;

  #pinned = true;
  #lastTop = 0;
  #sizes = new ResizeObserver(() => this.#pinned && this.scrollToEnd());

  constructor() {
    super();
    this.messages = [];
    this.perspective = 'visitor';
    this.texts = ownTexts;
    this.unseen = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('messages');
    const last = this.messages.at(-1);
    if (!before || this.#pinned || last?.id === before.at(-1)?.id) return;
    if (last?.role === this.perspective) this.#pinned = true;
    else this.unseen = true;
  }

  protected override updated(): void {
    // What was there before the reader came is history, not news: the log speaks from the second picture on.
    if (!this.live && this.messages[0]) requestAnimationFrame(() => (this.live = true));
    const scroller = this.renderRoot.firstElementChild!;
    // What is observed already is only looked at once more.
    for (const part of [scroller, scroller.firstElementChild!]) this.#sizes.observe(part);
    if (this.#pinned) this.scrollToEnd();
  }

  protected override render() {
    const { label, texts, live, messages, streaming, typing } = this;
    return html`<div class="scroller" part="scroller" tabindex="0" @scroll=${this.#onScroll}>
        <div>
          <slot name="start"></slot>
          <div role="log" aria-label=${label || texts.chat} aria-live=${live ? 'polite' : 'off'}>
            ${messages.map((message, index) => this.#row(message, messages[index - 1]))}
          </div>
          ${
            streaming
              ? html`<parlour-message
                  aria-hidden="true"
                  exportparts="bubble"
                  .message=${{ role: 'assistant', text: streaming }}
                ></parlour-message>`
              : typing
                ? html`<div class="dots" role="img" aria-label=${typing}><i></i><i></i><i></i></div>`
                : nothing
          }
          <slot name="end"></slot>
        </div>
      </div>
      ${this.unseen ? html`<button class="pill" @click=${this.scrollToEnd}>${texts.newMessages} ↓</button>` : nothing}`;
  }

  #row(message: TranscriptMessage, before?: TranscriptMessage) {
    const newDay = !before || !sameDay(before.createdAt, message.createdAt);
    const continued = !newDay && before.role === message.role && before.author?.name === message.author?.name;
    return html`${newDay ? html`<div class="day">${dayLine(message.createdAt, this.locale)}</div>` : nothing}
      <parlour-message
        exportparts="bubble"
        .message=${message}
        .perspective=${this.perspective}
        .continued=${continued}
        .locale=${this.locale}
        .texts=${this.texts}
      ></parlour-message>`;
  }

  #onScroll(event: Event): void {
    const { scrollTop, scrollHeight, clientHeight } = event.target as Element;
    if (scrollHeight - scrollTop - clientHeight < NEAR) {
      this.#pinned = true;
      this.unseen = false;
      // Growing content moves the end away without the reader's doing; only going up lets go of it.
    } else if (scrollTop < this.#lastTop) this.#pinned = false;
    this.#lastTop = scrollTop;
  }

  /** Goes to the newest message and follows it again. */
  scrollToEnd(): void {
    const scroller = this.renderRoot.firstElementChild!;
    this.#pinned = true;
    this.unseen = false;
    scroller.scrollTop = scroller.scrollHeight;
    // New messages are empty for a moment: the end they move up is not the reader's doing either.
    this.#lastTop = scroller.scrollTop;
  }
}

customElements.define('parlour-transcript', ParlourTranscript);

declare global {
  interface HTMLElementTagNameMap {
    'parlour-transcript': ParlourTranscript;
  }
}
