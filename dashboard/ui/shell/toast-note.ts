import { css, html, LitElement, nothing } from 'lit';
import { Watch } from '../../controllers/store.ts';
import { dismissToast, toast, undoToast } from '../../controllers/toasts.ts';
import { texts } from '../../languages/en/app.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';

const STAYS_MS = 8_000;

/** Shows the page's one note. It leaves by itself, but not while the mouse or the focus is on it. */
export class DeskToastNote extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: fixed;
        inset-inline: 16px;
        bottom: calc(16px + var(--desk-bottom, 0px) + var(--desk-kept-free, 0px));
        z-index: var(--sl-z-index-toast);
        display: flex;
        justify-content: center;
        pointer-events: none;
      }
      .note {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 6px 6px 6px 16px;
        border-radius: var(--parlour-radius-bubble);
        background: var(--parlour-ink);
        color: var(--parlour-surface);
        box-shadow: var(--parlour-shadow);
        animation: rise var(--parlour-calm);
      }
      .note span {
        margin-inline-end: 8px;
      }
      button {
        display: grid;
        place-items: center;
        min-height: 30px;
        padding: 4px 10px;
        border-radius: var(--parlour-radius);
      }
      .undo {
        font-weight: var(--parlour-weight-bold);
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      button:hover {
        background: color-mix(in srgb, currentColor 16%, transparent);
      }
      button:focus-visible {
        outline-color: currentColor;
        outline-offset: -2px;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .note {
          animation: none;
        }
      }
      @media (forced-colors: active) {
        .note {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  readonly #toast = new Watch(this, toast);
  #leaves: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = toast.subscribe(this.#startTimer);
    // One that was said while nobody was signed in leaves, too.
    this.#startTimer();
    this.addEventListener('pointerenter', this.#stopTimer);
    this.addEventListener('pointerleave', this.#startTimer);
    this.addEventListener('focusin', this.#stopTimer);
    this.addEventListener('focusout', this.#startTimer);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stopTimer();
  }

  protected override render() {
    const note = this.#toast.value;
    return html`<div role="status">
      ${
        note
          ? html`<div class="note">
              <span>${note.text}</span>
              ${
                note.undo
                  ? html`<button type="button" class="undo" @click=${undoToast}>${note.label ?? texts.undo}</button>`
                  : nothing
              }
              <button type="button" aria-label=${texts.close} @click=${dismissToast}>${icon('x-lg')}</button>
            </div>`
          : nothing
      }
    </div>`;
  }

  readonly #startTimer = () => {
    this.#stopTimer();
    this.#leaves = setTimeout(dismissToast, STAYS_MS);
  };

  readonly #stopTimer = () => clearTimeout(this.#leaves);
}

customElements.define('desk-toast-note', DeskToastNote);

declare global {
  interface HTMLElementTagNameMap {
    'desk-toast-note': DeskToastNote;
  }
}
