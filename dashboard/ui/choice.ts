import { css, html, LitElement } from 'lit';
import { base } from './base.styles.ts';

/** A value and the word for it. */
export type Option = readonly [value: string, label: string];

/**
 * A few things of which one holds, all in sight: filter chips, or segments when `joined`.
 * @fires desk-choose - `detail` is the value that was pressed
 */
export class DeskChoice extends LitElement {
  static override styles = [
    base,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      button {
        padding: 3px 11px;
        font-size: var(--parlour-size-xs);
        line-height: 20px;
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius-pill);
        color: var(--parlour-ink-soft);
        transition: background var(--parlour-quick);
      }
      button:hover {
        background: var(--desk-hover);
        color: var(--parlour-ink);
      }
      button[aria-pressed='true'] {
        background: var(--desk-chosen);
        border-color: var(--parlour-accent-ink);
        color: var(--parlour-accent-ink);
      }
      :host([joined]) div {
        display: inline-flex;
        flex-wrap: nowrap;
        gap: 2px;
        padding: 2px;
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius-pill);
        background: var(--parlour-canvas);
      }
      :host([joined]) button {
        padding-block: 2px;
        white-space: nowrap;
        border-color: transparent;
      }
      @media (prefers-reduced-motion: reduce) {
        button {
          transition: none;
        }
      }
      @media (pointer: coarse) {
        button {
          padding-block: 6px;
        }
      }
      @media (forced-colors: active) {
        button[aria-pressed='true'] {
          border-color: Highlight;
        }
      }
    `,
  ];
  static override properties = {
    label: {},
    options: { attribute: false },
    value: {},
    joined: { type: Boolean, reflect: true },
  };

  /** What the choice is about, for those who can't see where it stands. */
  declare label: string;
  declare options: readonly Option[];
  declare value: string;
  declare joined: boolean;

  protected override render() {
    return html`<div role="group" aria-label=${this.label}>
      ${this.options.map(
        ([value, label]) =>
          html`<button
            type="button"
            aria-pressed=${value === this.value ? 'true' : 'false'}
            @click=${() => this.#choose(value)}
          >
            ${label}
          </button>`,
      )}
    </div>`;
  }

  #choose(value: string): void {
    this.dispatchEvent(new CustomEvent('desk-choose', { detail: value, bubbles: true, composed: true }));
  }
}

customElements.define('desk-choice', DeskChoice);

declare global {
  interface HTMLElementTagNameMap {
    'desk-choice': DeskChoice;
  }
  interface HTMLElementEventMap {
    'desk-choose': CustomEvent<string>;
  }
}
