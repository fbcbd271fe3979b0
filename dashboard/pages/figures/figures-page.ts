import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type FigureFilters, figureFiltersFromUrl, figureFiltersToUrl } from '../../api/figure-filters.ts';
import type { AllFigures } from '../../api/stats.ts';
import { FiguresController } from '../../controllers/figures/figures.ts';
import { rememberedZone, rememberZone } from '../../controllers/figures/own-zone.ts';
import { navigate, paths } from '../../controllers/router.ts';
import { texts as common } from '../../languages/en/app.ts';
import { figureTexts as texts } from '../../languages/en/figures.ts';
import { base, quietScroll } from '../../ui/base.styles.ts';
import { chartsOf } from '../../ui/figures/figure-specs.ts';
import { tilesOf } from '../../ui/figures/figure-tile-specs.ts';
import '../../../web-components/figures/figure-tiles.ts';
import '../../ui/figures/figure-chart.ts';
import '../../ui/figures/figure-filters.ts';
import '../../ui/figures/figure-lists.ts';
import '../../ui/notice.ts';

/** What the conversations of a time add up to. */
export class DeskFiguresPage extends LitElement {
  static override styles = [
    base,
    quietScroll,
    css`
      :host {
        display: block;
        height: 100%;
        min-height: 0;
      }
      .scroll {
        height: 100%;
      }
      .page {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
        max-width: 1280px;
        margin-inline: auto;
        padding: 16px 24px 40px;
      }
      h1 {
        font-size: var(--parlour-size-l);
      }
      .head {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 10px;
      }
      .zone {
        font-size: var(--parlour-size-xs);
        color: var(--parlour-ink-faint);
      }
      .charts {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 16px;
        transition: opacity var(--parlour-quick);
      }
      .charts > :first-child {
        grid-column: 1 / -1;
      }
      @media (min-width: 1240px) {
        parlour-figure-tiles {
          --parlour-tile-columns: 8;
          --parlour-tile-size: 24px;
        }
      }
      .wait {
        display: grid;
        gap: 16px;
      }
      .wait sl-skeleton {
        height: 110px;
        --border-radius: var(--parlour-radius-bubble);
        --color: var(--parlour-sunken);
      }
      .wait sl-skeleton + sl-skeleton {
        height: 300px;
      }
      @media (max-width: 999px) {
        .charts {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (max-width: 799px) {
        parlour-figure-tiles {
          --parlour-tile-columns: 2;
        }
        .page {
          padding: 14px 16px 32px;
        }
      }
    `,
  ];
  static override properties = { search: {} };

  declare search: string;

  readonly #figures = new FiguresController(this);
  #filters: FigureFilters = { period: '30' };

  constructor() {
    super();
    this.search = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('search')) return;
    const filters = figureFiltersFromUrl(this.search);
    // Who comes by a link without a zone reads figures in the one they chose last.
    const timezone = filters.timezone ?? rememberedZone();
    this.#filters = timezone ? { ...filters, timezone } : filters;
    this.#figures.show(this.#filters);
    if (timezone !== (filters.timezone ?? ''))
      navigate(paths.figures(figureFiltersToUrl(this.#filters)), { replace: true });
  }

  protected override render() {
    const { figures, status, problem } = this.#figures;
    const versions = figures?.qa.versions.map(({ version }) => version).filter(Boolean) ?? [];
    return html`<div class="scroll">
      <div class="page">
        <div class="head">
          <h1>${texts.title}</h1>
          <desk-figure-filters
            .filters=${this.#filters}
            .versions=${versions}
            zone=${figures?.summary.timezone ?? ''}
            @desk-figure-filter=${this.#onFilter}
          ></desk-figure-filters>
          ${figures ? html`<p class="zone">${texts.days(figures.summary.timezone)}</p>` : nothing}
        </div>
        ${
          status === 'failed'
            ? html`<desk-notice icon="exclamation-triangle" heading=${texts.failed} text=${problem}>
              <sl-button @click=${() => this.#figures.load()}>${common.tryAgain}</sl-button>
            </desk-notice>`
            : figures
              ? this.#content(figures, problem)
              : html`<div class="wait" role="status" aria-label=${texts.loading}>
                  <sl-skeleton></sl-skeleton><sl-skeleton></sl-skeleton><sl-skeleton></sl-skeleton>
                </div>`
        }
      </div>
    </div>`;
  }

  #content(figures: AllFigures, problem: string) {
    const { summary } = figures;
    if (summary.sessions === 0 && summary.previous.sessions === 0)
      return this.#empty(figureFiltersToUrl({ ...this.#filters, timezone: undefined }) !== '');
    return html`${problem ? html`<p class="zone" role="status">${texts.stale}</p>` : nothing}
      <parlour-figure-tiles .tiles=${tilesOf(summary)}></parlour-figure-tiles>
      <div class="charts">
        ${repeat(
          chartsOf(figures),
          ({ name }) => name,
          ({ name, heading, sentence, note, spec }) => html`<desk-figure-chart
            heading=${heading}
            sentence=${sentence}
            note=${note ?? ''}
            fileName=${name}
            .spec=${spec}
          ></desk-figure-chart>`,
        )}
      </div>
      <desk-figure-lists .figures=${figures}></desk-figure-lists>`;
  }

  /** Nothing in the time that was chosen, or nothing at all yet. */
  #empty(isFiltered: boolean) {
    const [text, href, says] = isFiltered
      ? [texts.emptyText, paths.figures(), texts.clear]
      : [texts.firstText, paths.sites(), texts.first];
    return html`<desk-notice icon="bar-chart" heading=${texts.emptyTitle} text=${text}>
      <sl-button size="small" href=${href}>${says}</sl-button>
    </desk-notice>`;
  }

  #onFilter(event: CustomEvent<FigureFilters>): void {
    rememberZone(event.detail.timezone);
    navigate(paths.figures(figureFiltersToUrl(event.detail)));
  }
}

customElements.define('desk-figures-page', DeskFiguresPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-figures-page': DeskFiguresPage;
  }
}
