import { css, html, LitElement } from 'lit';
import { type LeadListFilters, leadFiltersToUrl, sessionsOf } from '../../api/lead-filters.ts';
import { askSitesAndPeople, people, sites } from '../../controllers/choices.ts';
import { Watch } from '../../controllers/store.ts';
import { leadTexts as texts } from '../../languages/en/leads.ts';
import { base } from '../base.styles.ts';
import type { Option } from '../choice.ts';
import { filterDay, filterSelect, filterSite } from '../list-filters.ts';
import { filterFields, listHead } from '../list-head.styles.ts';
import '../choice.ts';
import '../exports/export-button.ts';
import '../search-field.ts';

const states: readonly Option[] = [['', texts.all], ...Object.entries(texts.qualification)];

/**
 * The head of the list of leads: search, filters, order and export.
 * @fires desk-lead-filter - other filters are wanted; `detail` is all of them
 */
export class DeskLeadListHeader extends LitElement {
  static override styles = [
    base,
    listHead,
    filterFields,
    css`
      desk-search-field {
        flex: 1 1 220px;
        max-width: 420px;
      }
      .dates {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
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
    `,
  ];
  static override properties = { filters: { attribute: false } };

  declare filters: LeadListFilters;

  readonly #people = new Watch(this, people);
  readonly #sites = new Watch(this, sites);

  override connectedCallback(): void {
    super.connectedCallback();
    askSitesAndPeople();
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
    const team = this.#people.value.map(({ id, name }): Option => [id, name]);
    const contacts: Option[] = [
      ['', texts.anyContact],
      ['any', texts.withContact],
      ['none', texts.withoutContact],
    ];
    const owners: Option[] = [['', texts.anyOwner], ['none', texts.noOwner], ...team];
    const sorts = Object.entries(texts.sorts);
    return html`${filterSelect(this.#field('owner', texts.owner, owner), owners)}
      ${filterSite(this.#field('site', texts.site, site), this.#sites.value, texts)}
      ${filterSelect(this.#field('contact', texts.contact, contact), contacts)}
      <span class="dates"
        >${texts.came} ${filterDay(this.#field('from', texts.cameFrom, from))}–${filterDay(this.#field('to', texts.cameTo, to))}</span
      >
      ${filterSelect(this.#field('sort', texts.sort, sort), sorts, { narrows: false })}
      ${
        leadFiltersToUrl({ ...this.filters, sort: undefined })
          ? html`<button type="button" class="clear" @click=${() => this.#fire({ sort: this.filters.sort })}>
              ${texts.clear}
            </button>`
          : ''
      }`;
  }

  #field(name: keyof LeadListFilters, label: string, value: string) {
    return { label, value, choose: (chosen: string) => this.#change(name, chosen) };
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
