import { css, html, LitElement } from 'lit';
import { type LeadListFilters, leadFiltersToUrl, sessionsOf } from '../api/lead-filters.ts';
import { askLeadChoices, leadPeople, leadSites } from '../controllers/lead-choices.ts';
import { Watch } from '../controllers/store.ts';
import { leadTexts as texts } from '../languages/en/leads.ts';
import { base } from './base.styles.ts';
import type { Option } from './choice.ts';
import './choice.ts';
import './export-button.ts';
import './search-field.ts';

const states: readonly Option[] = [['', texts.all], ...Object.entries(texts.qualification)];

/**
 * The head of the list of leads: search, filters, order and export.
 * @fires desk-lead-filter - other filters are wanted; `detail` is all of them
 */
export class DeskLeadListHeader extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 10px;
        padding: 16px 24px 12px;
        border-bottom: 1px solid var(--parlour-line-soft);
      }
      .top,
      .filters {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      h1 {
        flex: 1;
        font-size: var(--parlour-size-l);
      }
      desk-search-field {
        flex: 1 1 220px;
        max-width: 420px;
      }
      select,
      input {
        height: 30px;
        max-width: 190px;
        padding: 0 8px;
        font: inherit;
        font-size: var(--parlour-size-xs);
        color: var(--parlour-ink-soft);
        color-scheme: inherit;
        background: var(--parlour-surface);
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius);
      }
      select:hover,
      input:hover {
        color: var(--parlour-ink);
        border-color: var(--sl-color-neutral-300);
      }
      .on {
        color: var(--parlour-accent-ink);
        border-color: var(--parlour-accent-ink);
        background: var(--desk-chosen);
      }
      .dates {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
      }
      .clear {
        padding: 4px 8px;
        font-size: var(--parlour-size-xs);
        color: var(--parlour-accent-ink);
        border-radius: var(--parlour-radius);
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      @container leads (max-width: 799px) {
        :host {
          padding: 14px 16px 12px;
        }
        .dates {
          display: none;
        }
        select {
          flex: 1 1 150px;
          min-width: 0;
          text-overflow: ellipsis;
        }
      }
      @media (pointer: coarse) {
        select,
        input {
          height: 38px;
        }
      }
    `,
  ];
  static override properties = { filters: { attribute: false } };

  declare filters: LeadListFilters;

  readonly #people = new Watch(this, leadPeople);
  readonly #sites = new Watch(this, leadSites);

  override connectedCallback(): void {
    super.connectedCallback();
    askLeadChoices();
  }

  protected override render() {
    const { q = '', qualification = '' } = this.filters;
    return html`<div class="top">
        <h1>${texts.title}</h1>
        <desk-export-button .filters=${sessionsOf(this.filters)}></desk-export-button>
      </div>
      <div class="filters">
        <desk-search-field
          label=${texts.search}
          .value=${q}
          @desk-search=${(event: CustomEvent<string>) => this.#change('q', event.detail)}
        ></desk-search-field>
        <desk-choice
          label=${texts.filter}
          .options=${states}
          value=${qualification}
          @desk-choose=${(event: CustomEvent<string>) => this.#change('qualification', event.detail)}
        ></desk-choice>
      </div>
      <div class="filters">${this.#selects()}</div>`;
  }

  #selects() {
    const { owner = '', site = '', contact = '', sort = '-updated', from = '', to = '' } = this.filters;
    const people = this.#people.value.map(({ id, name }): Option => [id, name]);
    const sites = this.#sites.value.map(({ id, name }): Option => [id, name]);
    const contacts: Option[] = [
      ['', texts.anyContact],
      ['any', texts.withContact],
      ['none', texts.withoutContact],
    ];
    return html`${this.#select('owner', texts.owner, [['', texts.anyOwner], ['none', texts.noOwner], ...people], owner)}
      ${sites.length > 1 || site ? this.#select('site', texts.site, [['', texts.anySite], ...sites], site) : ''}
      ${this.#select('contact', texts.contact, contacts, contact)}
      <span class="dates">${texts.came} ${this.#day('from', texts.cameFrom, from)}–${this.#day('to', texts.cameTo, to)}</span>
      ${this.#select('sort', texts.sort, Object.entries(texts.sorts), sort)}
      ${
        leadFiltersToUrl({ ...this.filters, sort: undefined })
          ? html`<button type="button" class="clear" @click=${() => this.#fire({ sort: this.filters.sort })}>
              ${texts.clear}
            </button>`
          : ''
      }`;
  }

  #select(name: keyof LeadListFilters, label: string, options: readonly Option[], value: string) {
    return html`<select
      class=${value && name !== 'sort' ? 'on' : ''}
      aria-label=${label}
      @change=${(event: Event) => this.#change(name, (event.target as HTMLSelectElement).value)}
    >
      ${options.map(([id, says]) => html`<option value=${id} ?selected=${id === value}>${says}</option>`)}
    </select>`;
  }

  #day(name: 'from' | 'to', label: string, value: string) {
    return html`<input
      type="date"
      class=${value ? 'on' : ''}
      aria-label=${label}
      .value=${value}
      @change=${(event: Event) => this.#change(name, (event.target as HTMLInputElement).value)}
    />`;
  }

  #change(name: keyof LeadListFilters, value: string): void {
    this.#fire({ ...this.filters, [name]: value || undefined });
  }

  #fire(detail: LeadListFilters): void {
    this.dispatchEvent(new CustomEvent('desk-lead-filter', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('desk-lead-list-header', DeskLeadListHeader);

declare global {
  interface HTMLElementTagNameMap {
    'desk-lead-list-header': DeskLeadListHeader;
  }
  interface HTMLElementEventMap {
    'desk-lead-filter': CustomEvent<LeadListFilters>;
  }
}
