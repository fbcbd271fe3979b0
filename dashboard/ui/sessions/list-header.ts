import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ListFilters } from '../../api/session-filters.ts';
import { askLabels, askSitesAndPeople, labels, sites } from '../../controllers/choices.ts';
import { Watch } from '../../controllers/store.ts';
import { texts } from '../../languages/en/app.ts';
import { base } from '../base.styles.ts';
import type { Option } from '../choice.ts';
import { icon } from '../icons.ts';
import type { DeskSearchField } from '../search-field.ts';
import { dayName } from '../times.ts';
import { listHeaderStyles } from './list-header.styles.ts';
import '../choice.ts';
import '../exports/export-button.ts';
import '../search-field.ts';

const archiveOptions: readonly Option[] = [
  ['active', texts.list.active],
  ['archived', texts.list.archived],
];
const completionOptions: readonly Option[] = [
  ['', texts.list.all],
  ['in_progress', texts.completion.in_progress],
  ['completed', texts.completion.completed],
  ['abandoned', texts.completion.abandoned],
];

/** A filter that is on: its words, and what is left when it is taken away. */
type Chip = readonly [says: string, names: readonly (keyof ListFilters)[]];

/**
 * The head of the list: search, the filters in sight, and the way to the others.
 * @fires desk-filter - other filters are wanted; `detail` is all of them
 * @fires desk-leave - from the search field down into the list
 */
export class DeskListHeader extends LitElement {
  static override styles = [base, listHeaderStyles];
  static override properties = { filters: { attribute: false }, panelOpen: { state: true } };

  declare filters: ListFilters;
  declare private panelOpen: boolean;

  readonly #labels = new Watch(this, labels);
  readonly #sites = new Watch(this, sites);

  constructor() {
    super();
    this.panelOpen = false;
  }

  focusSearch(): void {
    this.renderRoot.querySelector<DeskSearchField>('desk-search-field')?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('filters')) return;
    // A chip names what its filter holds only as an id.
    const { label, site } = this.filters;
    if (label && nameIn(labels.value, label) === undefined) askLabels();
    if (site && nameIn(sites.value, site) === undefined) askSitesAndPeople();
  }

  protected override render() {
    const { archive = 'active', completion = '', q = '' } = this.filters;
    const chips = this.#chips();
    return html`<div class="top">
        <h1>${texts.conversations}</h1>
        <desk-choice
          joined
          label=${texts.list.archiveFilter}
          .options=${archiveOptions}
          value=${archive}
          @desk-choose=${(event: CustomEvent<string>) => this.#change({ archive: event.detail as typeof archive })}
        ></desk-choice>
      </div>
      <div class="find">
        <desk-search-field
          .value=${q}
          @desk-search=${(event: CustomEvent<string>) => this.#change({ q: event.detail || undefined })}
        ></desk-search-field>
        <sl-dropdown
          placement="bottom-end"
          distance="6"
          stay-open-on-select
          @sl-show=${this.#openPanel}
          @sl-after-hide=${this.#closePanel}
        >
          <sl-button slot="trigger">
            ${icon('funnel', chips.length ? `${texts.list.filters}, ${texts.list.filtersOn(chips.length)}` : texts.list.filters)}${chips.length ? html`<span class="on"></span>` : nothing}
          </sl-button>
          ${this.panelOpen ? html`<desk-filter-panel .filters=${this.filters}></desk-filter-panel>` : nothing}
        </sl-dropdown>
        <desk-export-button compact .filters=${this.filters}></desk-export-button>
      </div>
      <desk-choice
        label=${texts.list.completionFilter}
        .options=${completionOptions}
        value=${completion}
        @desk-choose=${(event: CustomEvent<string>) =>
          this.#change({ completion: (event.detail || undefined) as ListFilters['completion'] })}
      ></desk-choice>
      ${chips.length ? html`<ul class="chips" aria-label=${texts.list.filtersOn(chips.length)}>${chips.map((chip) => this.#chip(chip))}</ul>` : nothing}`;
  }

  #chip([says, names]: Chip) {
    const without = Object.fromEntries(names.map((name) => [name, undefined]));
    return html`<li>
      <button type="button" aria-label=${texts.list.takeAway(says)} @click=${() => this.#change(without)}>
        <span>${says}</span>${icon('x-lg')}
      </button>
    </li>`;
  }

  #chips(): Chip[] {
    const { mode, lead, qa, channel, site, agentVersion, label, from, to, sort } = this.filters;
    const words = texts.list.chips;
    const found: [string | undefined | false, ...(keyof ListFilters)[]][] = [
      [mode && words[mode], 'mode'],
      [lead && words[lead], 'lead'],
      [qa && texts.qa[qa], 'qa'],
      [channel && texts.channel[channel], 'channel'],
      [site && (nameIn(this.#sites.value, site) ?? words.site), 'site', 'agentVersion'],
      [agentVersion !== undefined && words.version(agentVersion), 'agentVersion'],
      [label && (nameIn(this.#labels.value, label) ?? words.label), 'label'],
      [range(from, to), 'from', 'to'],
      [sort && sort !== '-lastMessageAt' && words[sort], 'sort'],
    ];
    return found.flatMap(([says, ...names]) => (says ? [[says, names] as const] : []));
  }

  #change(part: ListFilters): void {
    const detail = { ...this.filters, ...part };
    this.dispatchEvent(
      new CustomEvent<ListFilters>('desk-filter', { detail, bubbles: true, composed: true }),
    );
  }

  #openPanel(event: Event): void {
    if (event.target !== event.currentTarget) return;
    askLabels();
    askSitesAndPeople();
    this.panelOpen = true;
    void import('./filter-panel.ts');
  }

  #closePanel(event: Event): void {
    if (event.target === event.currentTarget) this.panelOpen = false;
  }
}

function nameIn(list: readonly { id: string; name: string }[], id: string): string | undefined {
  return list.find((one) => one.id === id)?.name;
}

function range(from?: string, to?: string): string | undefined {
  const words = texts.list.chips;
  if (from && to) return words.between(dayName(from), dayName(to));
  if (from) return words.since(dayName(from));
  return to && words.until(dayName(to));
}

customElements.define('desk-list-header', DeskListHeader);

declare global {
  interface HTMLElementTagNameMap {
    'desk-list-header': DeskListHeader;
  }
}
