import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { MessageView } from '../backend/visitor/schema.ts';
import { define } from './define.ts';
import { linkify } from './linkify.ts';
import { messageStyles } from './message-bubble.styles.ts';
import { english, type Texts } from './texts.ts';
import { timeOfDay } from './times.ts';

/** A stored message, or one on its way: `status` and `error` belong to those, `note` is a mark only staff see. */
export type TranscriptMessage = MessageView & {
  status?: 'sending' | 'failed';
  error?: string;
  note?: string;
};

/** Whose eyes read: own messages stand at the end of the line, the other side's at its start. */
export type Perspective = 'visitor' | 'staff';

/**
 * One message. Its text is shown as text whatever it contains; only http, https and mailto addresses become links.
 *
 * @fires parlour-retry - the person asks to send a failed message again; `detail` is the message's id
 * @csspart bubble - the coloured shape around the text
 */
export class ParlourMessage extends LitElement {
  static override styles = messageStyles;
  static override properties = {
    message: { attribute: false },
    perspective: {},
    continued: { type: Boolean, reflect: true },
    locale: {},
    texts: { attribute: false },
  };

  declare message: TranscriptMessage;
  declare perspective: Perspective;
  /** True when the message before it is by the same person: closer together, the name not said again. */
  declare continued: boolean;
  declare locale?: string;
  declare texts: Texts;

  constructor() {
    super();
    this.perspective = 'visitor';
    this.texts = english;
    this.addEventListener('click', () => this.toggleAttribute('shown'));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('message') && !changed.has('perspective')) return;
    const { role, status } = this.message;
    const own = this.perspective === 'visitor' ? role === 'visitor' : role === 'staff';
    this.setAttribute('role-name', role);
    this.toggleAttribute('own', own);
    if (status) this.setAttribute('status', status);
    else this.removeAttribute('status');
  }

  protected override render() {
    const { role, text, author, createdAt, status, note } = this.message;
    const name = role === 'staff' ? author?.name : undefined;
    return html`
      ${name && html`<span class="initial" aria-hidden="true">${[...name][0]}</span>`}
      <div class="body">
        ${name && !this.continued ? html`<span class="who">${name}</span>` : nothing}
        <div class="bubble" part="bubble" dir="auto">${linkify(text).map((part) =>
          part.href
            ? html`<a href=${part.href} target="_blank" rel="noopener noreferrer nofollow">${part.text}</a>`
            : part.text,
        )}</div>
        ${note && html`<span class="under">${note}</span>`}
        ${status === 'failed' ? this.#failure() : nothing}
      </div>
      <time datetime=${createdAt}>${status || !createdAt ? nothing : timeOfDay(createdAt, this.locale)}</time>
    `;
  }

  #failure() {
    const { id, error } = this.message;
    const retry = () =>
      this.dispatchEvent(new CustomEvent('parlour-retry', { detail: id, bubbles: true, composed: true }));
    return html`<span class="under failed"
      >${error ?? this.texts.notSent}<button type="button" @click=${retry}>${this.texts.tryAgain}</button></span
    >`;
  }
}

define('parlour-message', ParlourMessage);

declare global {
  interface HTMLElementTagNameMap {
    'parlour-message': ParlourMessage;
  }
  interface HTMLElementEventMap {
    'parlour-retry': CustomEvent<string>;
  }
}
