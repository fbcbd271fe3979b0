import { css, html, LitElement } from 'lit';
import { daysOf, type FigureFilters, PERIODS, type PeriodName } from '../../api/figure-filters.ts';
import { askSitesAndPeople, sites } from '../../controllers/choices.ts';
import { narrow } from '../../controllers/shell/narrow.ts';
import { Watch } from '../../controllers/store.ts';
import { figureTexts as texts } from '../../languages/en/figures.ts';
import { inAlphabet } from '../../languages/locale.ts';
import { ownZone } from '../../languages/zone.ts';
import { base } from '../base.styles.ts';
import type { Option } from '../choice.ts';
import { filterDay, filterSelect, filterSite } from '../list-filters.ts';
import { filterFields } from '../list-head.styles.ts';
import { placeOf, timezones } from '../zones.ts';
import '../choice.ts';

const periods: readonly Option[] = PERIODS.map((name) => [name, texts.periods[name]]);
const zones = timezones('UTC').sort(([, a], [, b]) => inAlphabet(a, b));
const channels: readonly Option[] = [['', texts.anyChannel], ...Object.entries(texts.channels)];

/**
 * Of when, and of which conversations, the figures are.
 * @fires desk-figure-filter - others are wanted; `detail` is all of them
 */
export class DeskFigureFilters extends LitElement {
  static override styles = [
    base,
    filterFields,
    css`
      :host,
      .dates {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      @media (max-width: 799px) {
        select {
          flex: 1 1 40%;
          max-width: none;
          min-width: 0;
        }
      }
    `,
  ];
  static override properties = {
    filters: { attribute: false },
    versions: { attribute: false },
    zone: {},
  };

  declare filters: FigureFilters;
  /** Versions of the assistant that answered in this time. */
  declare versions: readonly string[];
  /** The time zone of the figures that are shown; '' before there are any. */
  declare zone: string;

  readonly #sites = new Watch(this, sites);
  readonly #narrow = new Watch(this, narrow);

  override connectedCallback(): void {
    super.connectedCallback();
    askSitesAndPeople();
  }

  protected override render() {
    const { period, site = '', channel = '', version = '' } = this.filters;
    const known = version && !this.versions.includes(version) ? [version, ...this.versions] : this.versions;
    const versions: Option[] = [['', texts.anyVersion], ...known.map((name): Option => [name, name])];
    return html`${this.#periods(period)}
      ${period === 'own' ? this.#dates() : ''}
      ${filterSite(this.#field('site', texts.site, site), this.#sites.value, texts)}
      ${filterSelect(this.#field('channel', texts.channel, channel), channels)}
      ${versions.length > 2 || version ? filterSelect(this.#field('version', texts.version, version), versions) : ''}
      ${this.#zone()}`;
  }

  /** All at once where there is room for them. */
  #periods(value: PeriodName) {
    const choose = (period: string) => this.#choosePeriod(period as PeriodName);
    if (this.#narrow.value)
      return filterSelect({ label: texts.period, value, choose }, periods, { narrows: false });
    return html`<desk-choice
      joined
      label=${texts.period}
      .options=${periods}
      value=${value}
      @desk-choose=${(event: CustomEvent<PeriodName>) => choose(event.detail)}
    ></desk-choice>`;
  }

  /** Chosen or not, it says whose days these are. */
  #zone() {
    const { site, timezone = '' } = this.filters;
    const ofSite = timezone === '' && this.zone ? texts.siteZoneOf(placeOf(this.zone)) : texts.siteZone;
    const usual: Option = ['', site ? ofSite : texts.ownZone(placeOf(ownZone()))];
    return filterSelect(this.#field('timezone', texts.timezone, timezone), [usual, ...zones], {
      narrows: false,
    });
  }

  #dates() {
    const { from, to } = daysOf(this.filters);
    return html`<span class="dates">${filterDay(this.#field('from', texts.from, from))}–${filterDay(this.#field('to', texts.to, to))}</span
    >`;
  }

  #field(name: keyof FigureFilters, label: string, value: string) {
    return { label, value, choose: (chosen: string) => this.#change(name, chosen) };
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
