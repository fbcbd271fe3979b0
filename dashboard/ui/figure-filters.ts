import { css, html, LitElement } from 'lit';
import { daysOf, type FigureFilters, PERIODS, type PeriodName } from '../api/figure-filters.ts';
import { askLeadChoices, leadSites } from '../controllers/lead-choices.ts';
import { Watch } from '../controllers/store.ts';
import { figureTexts as texts } from '../languages/en/figures.ts';
import { base } from './base.styles.ts';
import type { Option } from './choice.ts';
import './choice.ts';

const periods: readonly Option[] = PERIODS.map((name) => [name, texts.periods[name]]);
const channels: readonly Option[] = [['', texts.anyChannel], ...Object.entries(texts.channels)];

/**
 * Of when, and of which conversations, the figures are.
 * @fires desk-figure-filter - others are wanted; `detail` is all of them
 */
export class DeskFigureFilters extends LitElement {
  static override styles = [
    base,
    css`
      :host,
      .dates {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
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
      @media (max-width: 799px) {
        select {
          flex: 1 1 120px;
        }
        desk-choice {
          max-width: 100%;
          overflow-x: auto;
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
  static override properties = { filters: { attribute: false }, versions: { attribute: false } };

  declare filters: FigureFilters;
  /** Versions of the assistant that answered in this time. */
  declare versions: readonly string[];

  readonly #sites = new Watch(this, leadSites);

  override connectedCallback(): void {
    super.connectedCallback();
    askLeadChoices();
  }

  protected override render() {
    const { period, site = '', channel = '', version = '' } = this.filters;
    const sites = this.#sites.value.map(({ id, name }): Option => [id, name]);
    const known = version && !this.versions.includes(version) ? [version, ...this.versions] : this.versions;
    const versions: Option[] = [['', texts.anyVersion], ...known.map((name): Option => [name, name])];
    return html`<desk-choice
        joined
        label=${texts.period}
        .options=${periods}
        value=${period}
        @desk-choose=${(event: CustomEvent<PeriodName>) => this.#choosePeriod(event.detail)}
      ></desk-choice>
      ${period === 'own' ? this.#dates() : ''}
      ${sites.length > 1 || site ? this.#select('site', texts.site, [['', texts.anySite], ...sites], site) : ''}
      ${this.#select('channel', texts.channel, channels, channel)}
      ${versions.length > 2 || version ? this.#select('version', texts.version, versions, version) : ''}`;
  }

  #dates() {
    const { from, to } = daysOf(this.filters);
    return html`<span class="dates">${this.#day('from', texts.from, from)}–${this.#day('to', texts.to, to)}</span>`;
  }

  #day(name: 'from' | 'to', label: string, value: string) {
    return html`<input
      type="date"
      class="on"
      aria-label=${label}
      .value=${value}
      @change=${(event: Event) => this.#change(name, (event.target as HTMLInputElement).value)}
    />`;
  }

  #select(name: 'site' | 'channel' | 'version', label: string, options: readonly Option[], value: string) {
    return html`<select
      class=${value ? 'on' : ''}
      aria-label=${label}
      @change=${(event: Event) => this.#change(name, (event.target as HTMLSelectElement).value)}
    >
      ${options.map(([id, says]) => html`<option value=${id} ?selected=${id === value}>${says}</option>`)}
    </select>`;
  }

  /** One's own time begins as the one that was shown. */
  #choosePeriod(period: PeriodName): void {
    this.#fire({ ...this.filters, ...(period === 'own' && daysOf(this.filters)), period });
  }

  #change(name: keyof FigureFilters, value: string): void {
    this.#fire({ ...this.filters, [name]: value || undefined });
  }

  #fire(detail: FigureFilters): void {
    this.dispatchEvent(new CustomEvent('desk-figure-filter', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('desk-figure-filters', DeskFigureFilters);

declare global {
  interface HTMLElementTagNameMap {
    'desk-figure-filters': DeskFigureFilters;
  }
  interface HTMLElementEventMap {
    'desk-figure-filter': CustomEvent<FigureFilters>;
  }
}
