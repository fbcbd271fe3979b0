import { css, html, LitElement, nothing } from 'lit';
import type { StaffMessage } from '../../../backend/sessions/schema.ts';
import type { TranscriptMessage } from '../../../web-components/message-bubble.ts';
import { faultTexts } from '../../languages/en/faults.ts';
import { reviewTexts as words } from '../../languages/en/review.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';

type StaffTranscriptMessage = TranscriptMessage & Pick<StaffMessage, 'agent'>;

/** The button's size and its distance from the bubble, in px. */
const SIZE = 28;
const GAP = 6;

/**
 * The button beside the message that the pointer is at: mark it as an issue. Below it stands which version of the
 * assistant wrote it. It stands over its sibling transcript, in
 * a parent that is positioned. Who works by keyboard chooses the message in the form of the issue.
 * @fires desk-flag-message - `detail` is the message's seq
 */
export class DeskMessageFlag extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      button {
        position: absolute;
        display: grid;
        place-items: center;
        width: 28px;
        height: 28px;
        padding: 0;
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius);
        background: var(--parlour-surface);
        color: var(--parlour-ink-soft);
        font-size: 13px;
      }
      span {
        position: absolute;
        width: max-content;
        pointer-events: none;
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
      }
      button:hover {
        color: var(--parlour-issue);
        border-color: currentColor;
      }
      @media print {
        button,
        span {
          display: none;
        }
      }
    `,
  ];
  static override properties = { at: { state: true } };

  /** Where the button stands in its parent, and for which message. */
  declare private at: { seq: number; top: number; left: number; by: string } | null;
  #place: HTMLElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#place = this.parentElement;
    this.#place?.addEventListener('pointerover', this.#onPointer);
    this.#place?.addEventListener('pointerleave', this.#hide);
    // Captured: a scroll inside the transcript does not bubble.
    this.#place?.addEventListener('scroll', this.#hide, true);
    this.#place?.addEventListener('wheel', this.#hide, { passive: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#place?.removeEventListener('pointerover', this.#onPointer);
    this.#place?.removeEventListener('pointerleave', this.#hide);
    this.#place?.removeEventListener('scroll', this.#hide, true);
    this.#place?.removeEventListener('wheel', this.#hide);
    this.#place = null;
  }

  protected override render() {
    if (!this.at) return nothing;
    return html`<button type="button" aria-label=${words.mark} title=${words.mark} @click=${this.#flag}>
        ${icon('flag')}
      </button>
      ${this.at.by ? html`<span aria-hidden="true">${this.at.by}</span>` : nothing}`;
  }

  protected override updated(): void {
    const button = this.renderRoot.querySelector('button');
    if (!button || !this.at) return;
    button.style.top = `${this.at.top}px`;
    button.style.left = `${this.at.left}px`;
    const by = this.renderRoot.querySelector('span');
    if (!by) return;
    // Below the button, ending where it ends: the bubble of an assistant is at its right.
    by.style.top = `${this.at.top + SIZE + 2}px`;
    by.style.left = `${Math.max(0, this.at.left + SIZE - by.offsetWidth)}px`;
  }

  readonly #onPointer = (event: PointerEvent) => {
    const path = event.composedPath();
    if (path.includes(this)) return;
    const message = path.find((node) => node instanceof HTMLElement && node.localName === 'parlour-message');
    this.at = message ? this.#beside(message as HTMLElementTagNameMap['parlour-message']) : null;
  };

  /** On the side of the bubble that is free. */
  #beside(element: HTMLElementTagNameMap['parlour-message']) {
    const { seq, role, status, agent } = element.message as StaffTranscriptMessage;
    const bubble = element.shadowRoot?.querySelector('.bubble')?.getBoundingClientRect();
    const place = this.#place?.getBoundingClientRect();
    if (!bubble || !place || role === 'system' || status || seq === 0) return null;
    const isAtEnd = bubble.left - place.left > place.right - bubble.right;
    const left = isAtEnd ? bubble.left - place.left - SIZE - GAP : bubble.right - place.left + GAP;
    const by = role === 'assistant' ? faultTexts.version(agent?.version) : '';
    return { by, seq, top: bubble.top - place.top + 4, left };
  }

  readonly #hide = () => {
    this.at = null;
  };

  #flag(): void {
    const detail = this.at?.seq;
    this.at = null;
    this.dispatchEvent(new CustomEvent('desk-flag-message', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('desk-message-flag', DeskMessageFlag);

declare global {
  interface HTMLElementTagNameMap {
    'desk-message-flag': DeskMessageFlag;
  }
  interface HTMLElementEventMap {
    'desk-flag-message': CustomEvent<number>;
  }
}
