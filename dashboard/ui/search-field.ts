import { css, html, LitElement, type PropertyValues } from 'lit';
import { texts } from '../languages/en/app.ts';
import { base } from './base.styles.ts';
import { icon } from './icons.ts';

/** Typing goes on for so long before the search starts. */
const PAUSE_MS = 250;

/**
 * The search over conversations and leads. Escape empties it.
 * @fires desk-search - `detail` is what to search for, '' for nothing
 * @fires desk-leave - the way from the field down into the list
 */
export class DeskSearchField extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .field {
        display: grid;
        grid-template-columns: 34px minmax(0, 1fr) auto;
        align-items: center;
        height: 36px;
        border: 1px solid var(--sl-color-neutral-300);
        border-radius: var(--parlour-radius);
        background: var(--parlour-canvas);
      }
      .field:focus-within {
        border-color: var(--parlour-accent-ink);
        outline: 1px solid var(--parlour-accent-ink);
        background: var(--parlour-surface);
      }
      sl-icon {
        justify-self: center;
        color: var(--parlour-ink-faint);
      }
      input {
        min-width: 0;
        height: 100%;
        padding: 0;
        font: inherit;
        color: inherit;
        border: 0;
        background: none;
        outline: none;
        text-overflow: ellipsis;
        unicode-bidi: plaintext;
      }
      input:focus-visible {
        outline: none;
      }
      input::placeholder {
        color: var(--parlour-ink-faint);
        opacity: 1;
      }
      input::-webkit-search-cancel-button {
        display: none;
      }
      kbd {
        margin-inline-end: 8px;
        padding: 0 7px;
        font: inherit;
        font-size: var(--parlour-size-xs);
        line-height: 18px;
        color: var(--parlour-ink-faint);
        border: 1px solid var(--parlour-line-soft);
        border-radius: 4px;
      }
      button {
        display: grid;
        place-items: center;
        width: 34px;
        height: 34px;
        border-radius: var(--parlour-radius);
      }
      button:hover {
        background: var(--desk-hover);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      @media (max-width: 799px) {
        .field {
          height: 40px;
        }
        kbd {
          display: none;
        }
        /* Smaller text makes phones zoom into the field. */
        input {
          font-size: var(--parlour-size-m);
        }
      }
    `,
  ];
  static override properties = { value: {}, label: {}, typed: { state: true } };

  /** What is searched for now. */
  declare value: string;
  /** What is searched through. */
  declare label: string;
  declare private typed: string;

  #starts: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.value = '';
    this.label = texts.list.search;
    this.typed = '';
  }

  override focus(): void {
    const input = this.renderRoot.querySelector('input');
    input?.focus();
    input?.select();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#starts);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What comes back from the address is without the spaces around it: that is no reason to change what is typed.
    if (changed.has('value') && this.value !== this.typed.trim()) this.typed = this.value;
  }

  protected override render() {
    return html`<div class="field" role="search">
      ${icon('search')}
      <input
        type="search"
        maxlength="200"
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="search"
        aria-label=${this.label}
        placeholder=${this.label}
        .value=${this.typed}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
      />
      ${
        this.typed
          ? html`<button type="button" aria-label=${texts.list.clearSearch} @click=${this.#clear}>${icon('x-lg')}</button>`
          : html`<kbd aria-hidden="true">/</kbd>`
      }
    </div>`;
  }

  readonly #onInput = (event: Event) => {
    this.typed = (event.target as HTMLInputElement).value;
    clearTimeout(this.#starts);
    this.#starts = setTimeout(() => this.#search(), PAUSE_MS);
  };

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') this.#search();
    if (event.key === 'Escape' && this.typed !== '') this.#clear();
    else if (event.key === 'Escape' || event.key === 'ArrowDown')
      this.dispatchEvent(new CustomEvent('desk-leave', { bubbles: true, composed: true }));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #clear = () => {
    this.typed = '';
    this.#search();
    this.renderRoot.querySelector('input')?.focus();
  };

  #search(): void {
    clearTimeout(this.#starts);
    const detail = this.typed.trim();
    if (detail === this.value) return;
    this.dispatchEvent(new CustomEvent<string>('desk-search', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('desk-search-field', DeskSearchField);

declare global {
  interface HTMLElementTagNameMap {
    'desk-search-field': DeskSearchField;
  }
  interface HTMLElementEventMap {
    'desk-search': CustomEvent<string>;
    'desk-leave': CustomEvent;
  }
}
