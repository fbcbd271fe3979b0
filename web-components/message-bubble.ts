import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { MessageView } from '../backend/visitor/schema.ts';
import { texts as ownTexts } from './languages/en.ts';
import { linkify } from './linkify.ts';
import { messageStyles } from './message-bubble.styles.ts';
import type { Texts } from './texts.ts';
import { timeOfDay } from './times.ts';

/**
 * A stored message, or one on its way: `status` and `error` belong to those. `note` is what only staff see below it, as
 * text or as a template; a message without a text is its note alone.
 */
export type TranscriptMessage = MessageView & {
  status?: 'sending' | 'failed';
  error?: string;
  note?: unknown;
};

/** Whose eyes read: their side's messages (staff's and the assistant's, or the visitor's) stand at the line's end. */
export type Perspective = 'visitor' | 'staff';

/**
 * One message. Its text is shown as text whatever it contains; only http, https and mailto addresses become links.
 *
 * @fires parlour-retry - the person asks to send a failed message again; `detail` is the message's id
 * @attr own - set by itself: the reader's side wrote it
 * @attr status - set by itself: on its way, or not sent
 * @attr shown - set by itself: its time was asked for by a tap
 * @csspart bubble - the coloured shape around the text
 * @cssprop --parlour-accent - behind what the visitor wrote
 * @cssprop --parlour-on-accent - text on it
 * @cssprop --parlour-sunken - behind what the assistant wrote
 * @cssprop --parlour-surface - behind what a person of the team wrote
 * @cssprop --parlour-line-soft - around that
 * @cssprop --parlour-ink-soft - names and times
 * @cssprop --parlour-issue - why something was not sent
 */
export class ParlourMessage extends LitElement {
  static override styles = messageStyles;
  static override properties = {
    message: { attribute: false },
    perspective: {},
    continued: { type: Boolean },
    locale: {},
    texts: { attribute: false },
  };

  /** What is shown. */
  declare message: TranscriptMessage;
  /** Whose eyes read; the visitor's without it. */
  declare perspective?: Perspective;
  /** True when the message before it is by the same person: closer together, the name not said again. */
  declare continued?: boolean;
  /** How its time is written (BCP 47). */
  declare locale?: string;
  /** What it says itself; English without it. */
  declare texts?: Texts;

  constructor() {
    super();
    this.addEventListener('click', () => this.toggleAttribute('shown'));
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { role, status } = this.message;
    this.toggleAttribute('own', (role === 'visitor') !== (this.perspective === 'staff'));
    this.toggleAttribute('status', Boolean(status));
    this.toggleAttribute('continued', Boolean(this.continued));
  }

  protected override render() {
    const { role, text, author, createdAt, status, note } = this.message;
    const name = role === 'staff' ? author?.name : '';
    return html`${name ? html`<span class="initial" aria-hidden="true">${[...name][0]}</span>` : nothing}
      <div class="body">
        ${name && !this.continued ? html`<span class="small">${name}</span>` : nothing}
        ${
          text
            ? html`<div class="bubble ${role}" part="bubble"><div dir="auto">${linked(text)}</div></div>`
            : nothing
        }
        ${note ? html`<span class="small">${note}</span>` : nothing}
        ${status === 'failed' ? this.#failure() : nothing}
      </div>
      <time datetime=${createdAt}>${createdAt && !status ? timeOfDay(createdAt, this.locale) : nothing}</time>`;
  }

  #failure() {
    const { id, error } = this.message;
    const { notSent, tryAgain } = this.texts ?? ownTexts;
    const retry = () =>
      this.dispatchEvent(new CustomEvent('parlour-retry', { detail: id, bubbles: true, composed: true }));
    return html`<span class="small failed"
      >${error ?? notSent} <button @click=${retry}>${tryAgain}</button></span
    >`;
  }
}

/** A text as it is, with its web and mail addresses as links that tell the page they lead to nothing. */
export const linked = (text: string) =>
  linkify(text).map((part) =>
    part.href
      ? html`<a href=${part.href} target="_blank" rel="noopener noreferrer nofollow">${part.text}</a>`
      : part.text,
  );

customElements.define('parlour-message', ParlourMessage);

declare global {
  interface HTMLElementTagNameMap {
    'parlour-message': ParlourMessage;
  }
  interface HTMLElementEventMap {
    'parlour-retry': CustomEvent<string>;
  }
}
