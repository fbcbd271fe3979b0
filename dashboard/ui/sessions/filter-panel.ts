import { html, LitElement, nothing } from 'lit';
import type { ListFilters, Sort } from '../../api/session-filters.ts';
import { labels, sites } from '../../controllers/choices.ts';
import { dayPresets } from '../../controllers/sessions/day-presets.ts';
import { Watch } from '../../controllers/store.ts';
import { texts } from '../../languages/en/app.ts';
import { conversationTexts } from '../../languages/en/conversations.ts';
import { base } from '../base.styles.ts';
import type { Option } from '../choice.ts';
import { filterPanelStyles } from './filter-panel.styles.ts';
import '../choice.ts';

const words = conversationTexts.filters;

const whoOptions: readonly Option[] = [
  ['', words.anyone],
  ['ai', texts.list.chips.ai],
  ['human', texts.list.chips.human],
];
const leadOptions: readonly Option[] = [
  ['', words.any],
  ['any', texts.list.chips.any],
  ['none', texts.list.chips.none],
  ['qualified', texts.list.chips.qualified],
];
const qaOptions: readonly Option[] = [['', words.any], ...Object.entries(texts.qa)];
const channelOptions: readonly Option[] = [['', words.any], ...Object.entries(texts.channel)];
const sortOptions: readonly Option[] = Object.entries(words.sorts);

/** The filters that the head of the list has no room for. Each choice holds at once. */
export class DeskFilterPanel extends LitElement {
  static override styles = [base, filterPanelStyles];
  static override properties = { filters: { attribute: false } };

  declare filters: ListFilters;

  readonly #labels = new Watch(this, labels);
  readonly #sites = new Watch(this, sites);

  protected override render() {
    const { mode = '', lead = '', qa = '', channel = '', sort = '-lastMessageAt' } = this.filters;
    return html`${this.#group(words.when, this.#days())}
      ${this.#chips(words.who, whoOptions, mode, 'mode')} ${this.#chips(words.lead, leadOptions, lead, 'lead')}
      ${this.#chips(words.quality, qaOptions, qa, 'qa')} ${this.#group(words.label, this.#label())}
      ${this.#sites.value.length > 1 ? this.#group(words.site, this.#site()) : nothing}
      ${this.#versions()} ${this.#chips(words.channel, channelOptions, channel, 'channel')}
      ${this.#group(
        words.sort,
        this.#choice(words.sort, sortOptions, sort, (value) => this.#change({ sort: value as Sort })),
      )}
      <footer><sl-button size="small" @click=${this.#reset}>${words.reset}</sl-button></footer>`;
  }

  #group(heading: string, content: unknown) {
    return html`<section>
      <h2>${heading}</h2>
      <div>${content}</div>
    </section>`;
  }

  #chips(
    heading: string,
    options: readonly Option[],
    value: string,
    name: 'mode' | 'lead' | 'qa' | 'channel',
  ) {
    const choose = (chosen: string) => this.#change({ [name]: chosen || undefined });
    return this.#group(heading, this.#choice(heading, options, value, choose));
  }

  #choice(label: string, options: readonly Option[], value: string, choose: (value: string) => void) {
    return html`<desk-choice
      label=${label}
      .options=${options}
      value=${value}
      @desk-choose=${(event: CustomEvent<string>) => choose(event.detail)}
    ></desk-choice>`;
  }

  #days() {
    const { from = '', to = '' } = this.filters;
    const presets = dayPresets(Date.now());
    const chosen = presets.find(([, since, until]) => since === from && until === to)?.[0] ?? '';
    const options = presets.map(([name]): Option => [name, words[name]]);
    const choose = (name: string) => {
      const [, since, until] = presets.find(([preset]) => preset === name)!;
      this.#change({ from: since || undefined, to: until || undefined });
    };
    return html`${this.#choice(words.when, options, chosen, choose)}
      <div class="days">${this.#day('from', from, to)} ${this.#day('to', to)}</div>`;
  }

  #day(name: 'from' | 'to', value: string, max = '') {
    return html`<label
      >${words[name]}
      <input
        type="date"
        .value=${value}
        max=${max || nothing}
        @change=${(event: Event) => this.#change({ [name]: (event.target as HTMLInputElement).value || undefined })}
      />
    </label>`;
  }

  #label() {
    if (this.#labels.value.length === 0) return html`<p>${words.noLabels}</p>`;
    return this.#select(words.label, this.#labels.value, this.filters.label, 'label');
  }

  #site() {
    return this.#select(words.site, this.#sites.value, this.filters.site, 'site');
  }

  /** Versions are counted by site: offered once it is clear which is meant. */
  #versions() {
    const sites = this.#sites.value;
    const site = this.filters.site ?? (sites.length === 1 ? sites[0]!.id : undefined);
    if (!site) return nothing;
    const choose = (event: Event) => {
      const chosen = (event.target as HTMLInputElement).valueAsNumber;
      this.#change(chosen > 0 ? { site, agentVersion: chosen } : { agentVersion: undefined });
    };
    return this.#group(
      words.version,
      html`<input
        type="number"
        min="1"
        step="1"
        aria-label="${words.version} ${words.versionHint}"
        placeholder=${words.versionHint}
        .value=${String(this.filters.agentVersion ?? '')}
        @change=${choose}
      />`,
    );
  }

  #select(
    label: string,
    options: readonly { id: string; name: string }[],
    value: string | undefined,
    name: 'label' | 'site',
  ) {
    return html`<select
      aria-label=${label}
      @change=${(event: Event) =>
        // A version is one of a site.
        this.#change({
          [name]: (event.target as HTMLSelectElement).value || undefined,
          ...(name === 'site' && { agentVersion: undefined }),
        })}
    >
      <option value="" .selected=${!value}>${words.any}</option>
      ${options.map((option) => html`<option value=${option.id} .selected=${option.id === value}>${option.name}</option>`)}
    </select>`;
  }

  #reset(): void {
    const { q, archive } = this.filters;
    this.#fire({ q, archive });
  }

  #change(part: ListFilters): void {
    this.#fire({ ...this.filters, ...part });
  }

  #fire(detail: ListFilters): void {
    this.dispatchEvent(
      new CustomEvent<ListFilters>('desk-filter', { detail, bubbles: true, composed: true }),
    );
  }
}

customElements.define('desk-filter-panel', DeskFilterPanel);

declare global {
  interface HTMLElementTagNameMap {
    'desk-filter-panel': DeskFilterPanel;
  }
}
