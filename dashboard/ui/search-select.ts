import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { siteTexts } from '../languages/en/sites.ts';
import { base } from './base.styles.ts';
import type { Option } from './choice.ts';
import { icon } from './icons.ts';
import { searchSelectStyles } from './search-select.styles.ts';
import { siteForm } from './sites/site-form.styles.ts';

/** As many as one may want to look through; typing narrows further. */
const SHOWN = 60;

/**
 * One of very many, found by typing: a combobox with a list (WAI-ARIA Authoring Practices, "Editable Combobox With
 * List Autocomplete"). Leaving it without choosing keeps what was chosen before.
 * @fires desk-choose - `detail` is the chosen value
 */
export class DeskSearchSelect extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = [base, siteForm, searchSelectStyles];
  static override properties = {
    label: {},
    describedBy: { attribute: 'hint' },
    options: { attribute: false },
    value: {},
    typed: { state: true },
    at: { state: true },
  };

  declare label: string;
  /** What is said after the label to those who can't see what stands around. */
  declare describedBy: string;
  declare options: readonly Option[];
  declare value: string;
  /** What was typed; null while the list is closed. */
  declare private typed: string | null;
  /** Which of the shown options the keyboard is at. */
  declare private at: number;

  constructor() {
    super();
    this.typed = null;
    this.at = 0;
    this.describedBy = '';
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('at') || changed.has('typed'))
      this.renderRoot.querySelector('.at')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render() {
    const open = this.typed !== null;
    const chosen = this.options.find(([value]) => value === this.value)?.[1] ?? this.value;
    const found = open ? this.#found : [];
    return html`<input
        role="combobox"
        aria-label=${this.label}
        aria-description=${this.describedBy}
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls="list"
        aria-autocomplete="list"
        aria-activedescendant=${found[this.at] ? `option-${this.at}` : nothing}
        autocomplete="off"
        placeholder=${siteTexts.fields.searchPlaceholder}
        .value=${this.typed ?? chosen}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        @click=${() => !open && this.#open('')}
        @input=${(event: Event) => this.#open((event.target as HTMLInputElement).value)}
        @keydown=${this.#onKey}
        @blur=${this.#close}
      />${icon('chevron-down')}
      <div id="list" role="listbox" aria-label=${this.label} ?hidden=${!open}>
        ${found.map(
          ([value, label], index) =>
            html`<div
              role="option"
              id="option-${index}"
              class=${index === this.at ? 'at' : ''}
              aria-selected=${value === this.value ? 'true' : 'false'}
              @pointerdown=${(event: Event) => {
                event.preventDefault();
                this.#choose(value);
              }}
              @pointermove=${() => (this.at = index)}
            >
              ${label}${label === value ? nothing : html`<small>${value}</small>`}
            </div>`,
        )}
        ${open && found.length === 0 ? html`<div class="none">${siteTexts.fields.nothingFound}</div>` : nothing}
      </div>`;
  }

  /** Every word that was typed must be somewhere in the label or the value. */
  get #found(): readonly Option[] {
    const words = (this.typed ?? '')
      .toLowerCase()
      .split(/[\s/_]+/)
      .filter(Boolean);
    const fits = ([value, label]: Option) => {
      const text = `${label} ${value}`.toLowerCase();
      return words.every((word) => text.includes(word));
    };
    const found = this.options.filter(fits);
    // Without a search it opens where one is.
    const from = words.length > 0 ? 0 : Math.max(0, found.findIndex(([value]) => value === this.value) - 2);
    return found.slice(from, from + SHOWN);
  }

  #open(typed: string): void {
    this.typed = typed;
    const here = this.#found.findIndex(([value]) => value === this.value);
    this.at = typed === '' ? Math.max(0, here) : 0;
  }

  #close(): void {
    this.typed = null;
  }

  #choose(value: string): void {
    this.#close();
    this.dispatchEvent(new CustomEvent('desk-choose', { detail: value, bubbles: true, composed: true }));
  }

  #onKey(event: KeyboardEvent): void {
    const open = this.typed !== null;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!open) this.#open('');
      else {
        const count = this.#found.length;
        this.at = count === 0 ? 0 : (this.at + (key === 'ArrowDown' ? 1 : -1) + count) % count;
      }
    } else if (key === 'Enter' && open) {
      event.preventDefault();
      const option = this.#found[this.at];
      if (option) this.#choose(option[0]);
    } else if (key === 'Escape' && open) {
      event.stopPropagation();
      this.#close();
    }
  }
}

customElements.define('desk-search-select', DeskSearchSelect);

declare global {
  interface HTMLElementTagNameMap {
    'desk-search-select': DeskSearchSelect;
  }
}
