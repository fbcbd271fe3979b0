import type { Chart } from 'chart.js';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { keepFile } from '../controllers/keep-file.ts';
import { theme } from '../controllers/preferences.ts';
import { figureTexts as texts } from '../texts-figures.ts';
import { base } from './base.styles.ts';
import { type ChartSpec, chartImage, drawChart } from './charts.ts';
import { csvOf } from './csv.ts';
import { icon } from './icons.ts';

/** A chart, the sentence that says what it shows, and the table that it is drawn from. */
export class DeskFigureChart extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
        gap: 12px;
        min-width: 0;
        padding: 16px 18px;
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius-bubble);
        background: var(--parlour-surface);
      }
      header {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: start;
        gap: 2px 12px;
      }
      h2 {
        line-height: 28px;
        font-size: var(--parlour-size-m);
      }
      header p {
        grid-column: 1 / -1;
        color: var(--parlour-ink-soft);
        text-wrap: pretty;
      }
      .does {
        display: flex;
        gap: 2px;
      }
      .does button {
        display: flex;
        align-items: center;
        gap: 4px;
        min-width: 30px;
        height: 28px;
        padding: 0 8px;
        font-size: var(--parlour-size-xs);
        color: var(--parlour-ink-soft);
        border-radius: var(--parlour-radius);
      }
      .does button:hover {
        background: var(--desk-hover);
        color: var(--parlour-ink);
      }
      .plot {
        position: relative;
        height: 240px;
        min-width: 0;
      }
      .rows {
        max-height: 280px;
        overflow: auto;
        scrollbar-width: thin;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 5px 8px;
        text-align: end;
        border-bottom: 1px solid var(--parlour-line-soft);
      }
      th {
        font-weight: var(--parlour-weight-bold);
      }
      tr > :first-child {
        padding-inline-start: 0;
        text-align: start;
      }
      tbody th {
        font-weight: var(--parlour-weight);
      }
      .note {
        font-size: var(--parlour-size-xs);
        color: var(--parlour-ink-faint);
      }
      @media (pointer: coarse) {
        .does button {
          height: 40px;
        }
      }
    `,
  ];
  static override properties = {
    heading: {},
    sentence: {},
    note: {},
    fileName: {},
    spec: { attribute: false },
    asTable: { state: true },
  };

  declare heading: string;
  declare sentence: string;
  declare note?: string;
  /** Of what is saved, without its ending. */
  declare fileName: string;
  declare spec: ChartSpec;
  declare private asTable: boolean;

  #chart: Chart | undefined;
  #drawn = '';
  #stop: (() => void) | undefined;
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #redraw = () => {
    this.#drawn = '';
    this.requestUpdate();
  };

  constructor() {
    super();
    this.asTable = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = theme.subscribe(this.#redraw);
    this.#dark.addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#dark.removeEventListener('change', this.#redraw);
    this.#drop();
  }

  protected override render() {
    const { heading } = this;
    return html`<header>
        <h2>${heading}</h2>
        <div class="does">
          <button
            type="button"
            aria-label=${this.asTable ? texts.showChart(heading) : texts.showTable(heading)}
            @click=${() => (this.asTable = !this.asTable)}
          >
            ${this.asTable ? texts.chart : texts.table}
          </button>
          <button type="button" aria-label=${texts.csv(heading)} @click=${this.#saveTable}>${icon('download')}CSV</button>
          <button type="button" aria-label=${texts.png(heading)} ?hidden=${this.asTable} @click=${this.#saveImage}>
            ${icon('download')}PNG
          </button>
        </div>
        <p>${this.sentence}</p>
      </header>
      ${
        this.asTable
          ? this.#table()
          : html`<div class="plot"><canvas role="img" aria-label="${heading}. ${this.sentence}"></canvas></div>`
      }
      ${this.note ? html`<p class="note">${this.note}</p>` : nothing}`;
  }

  protected override updated(_: PropertyValues): void {
    const canvas = this.renderRoot.querySelector('canvas');
    const wanted = JSON.stringify(this.spec);
    if (canvas && this.#chart?.canvas === canvas && wanted === this.#drawn) return;
    this.#drop();
    if (!canvas) return;
    this.#drawn = wanted;
    this.#chart = drawChart(canvas, this.spec, getComputedStyle(this));
  }

  #table() {
    const { of, labels, sets } = this.spec;
    return html`<div class="rows" tabindex="0" role="region" aria-label=${this.heading}>
      <table>
        <thead>
          <tr>
            <th scope="col">${of}</th>
            ${sets.map(({ label }) => html`<th scope="col">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${labels.map(
            (label, row) => html`<tr>
              <th scope="row">${label}</th>
              ${sets.map(({ values }) => html`<td>${shown(values[row])}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  readonly #saveTable = () => {
    const { of, labels, sets } = this.spec;
    const rows = labels.map((label, row) => [label, ...sets.map(({ values }) => values[row] ?? null)]);
    keepFile(csvOf([[of, ...sets.map(({ label }) => label)], ...rows]), `${this.fileName}.csv`);
  };

  readonly #saveImage = async () => {
    const canvas = this.renderRoot.querySelector('canvas');
    const image = canvas && (await chartImage(canvas, [this.heading, this.sentence], getComputedStyle(this)));
    if (image) keepFile(image, `${this.fileName}.png`);
  };

  #drop(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
  }
}

const shown = (value: number | null | undefined) => (value == null ? texts.none : texts.count(value));

customElements.define('desk-figure-chart', DeskFigureChart);

declare global {
  interface HTMLElementTagNameMap {
    'desk-figure-chart': DeskFigureChart;
  }
}
