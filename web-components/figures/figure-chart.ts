import type { Chart } from 'chart.js';
import { html, LitElement, nothing, type PropertyValues, svg } from 'lit';
import { base } from '../base.styles.ts';
import { type ChartSpec, chartImage, drawChart } from './charts.ts';
import { chartStyles } from './figure-chart.styles.ts';

/** What the element says itself, in the language of whoever shows it; the four longer ones name the chart. */
export interface ChartTexts {
  table: string;
  chart: string;
  showTable: string;
  showChart: string;
  /** Without these two nothing can be saved. */
  csv?: string;
  png?: string;
  /** Instead of a number that is not known. */
  none: string;
}

export type ChartSave = { as: 'csv' | 'png' };

/**
 * A chart, the sentence that says what it shows, and the table that it is drawn from.
 * @fires parlour-figure-save - somebody wants it as a file: see `rows` and `image`; `detail` says of which kind
 * @cssprop --parlour-plot-height - of the drawing; 240px without it
 * @cssprop --parlour-hover - behind a button that is pointed at, instead of `--parlour-sunken`
 * @cssprop --parlour-sunken - behind a button that is pointed at
 * @cssprop --parlour-font - of the words in the drawing
 * @cssprop --parlour-ink - the important words
 * @cssprop --parlour-line-strong - a line of its own, of data that is no colour
 * @cssprop --parlour-passed - what went well
 * @cssprop --parlour-waiting - what waits
 * @cssprop --parlour-fixed - what was put right
 * @cssprop --parlour-radius - the corners of buttons
 * @cssprop --parlour-size-m - the heading
 * @cssprop --parlour-weight - plain text
 * @cssprop --parlour-surface - the background
 * @cssprop --parlour-line-soft - lines around and between
 * @cssprop --parlour-ink-soft - the less important words
 * @cssprop --parlour-ink-faint - notes
 * @cssprop --parlour-accent-ink - the accent as text or line
 * @cssprop --parlour-issue - what is wrong, or urgent
 * @cssprop --parlour-radius-bubble - its corners
 * @cssprop --parlour-size-xs - small text
 * @cssprop --parlour-weight-bold - headings and figures
 */
export class ParlourFigureChart extends LitElement {
  static override styles = [base, chartStyles];
  static override properties = {
    heading: {},
    sentence: {},
    note: {},
    look: {},
    spec: { attribute: false },
    texts: { attribute: false },
    asTable: { state: true },
  };

  /** What the chart is about. */
  declare heading: string;
  /** What it shows, for those who read rather than look. */
  declare sentence: string;
  /** A line below. */
  declare note?: string;
  /** Names the colours around; another value draws the chart anew in what they are then. */
  declare look?: string;
  /** What is drawn, and what the table holds. */
  declare spec: ChartSpec;
  /** What it says itself. */
  declare texts: ChartTexts;
  declare private asTable: boolean;

  #chart: Chart | undefined;
  #drawn = '';
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
    this.#dark.addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dark.removeEventListener('change', this.#redraw);
    this.#drop();
  }

  protected override render() {
    const { heading, sentence, texts, note, asTable } = this;
    return html`<div class="head">
        <h2>${heading}</h2>
        <div class="does">
          <button
            type="button"
            aria-label=${asTable ? texts.showChart : texts.showTable}
            @click=${() => (this.asTable = !asTable)}
          >
            ${asTable ? texts.chart : texts.table}
          </button>
          ${texts.csv ? this.#save('csv', texts.csv, false) : nothing}
          ${texts.png ? this.#save('png', texts.png, asTable) : nothing}
        </div>
        <p>${sentence}</p>
      </div>
      ${
        asTable
          ? this.#table()
          : html`<div class="plot"><canvas role="img" aria-label="${heading}. ${sentence}"></canvas></div>`
      }
      ${note ? html`<p class="note">${note}</p>` : nothing}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const canvas = this.renderRoot.querySelector('canvas');
    const wanted = JSON.stringify(this.spec);
    const isDrawn = this.#chart?.canvas === canvas && wanted === this.#drawn && !changed.has('look');
    if (canvas && isDrawn) return;
    this.#drop();
    if (!canvas) return;
    this.#drawn = wanted;
    this.#chart = drawChart(canvas, this.spec, getComputedStyle(this));
  }

  #table() {
    const { of, labels, sets, locale } = this.spec;
    const shown = (value: number | null | undefined) => value?.toLocaleString(locale) ?? this.texts.none;
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

  #save(as: ChartSave['as'], label: string, hidden: boolean) {
    const fire = () =>
      this.dispatchEvent(new CustomEvent<ChartSave>('parlour-figure-save', { detail: { as } }));
    return html`<button type="button" aria-label=${label} ?hidden=${hidden} @click=${fire}>
      ${download}${as.toUpperCase()}
    </button>`;
  }

  #drop(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
  }

  /** The table, its head first. */
  rows(): Array<Array<string | number | null>> {
    const { of, labels, sets } = this.spec;
    const rows = labels.map((label, row) => [label, ...sets.map(({ values }) => values[row] ?? null)]);
    return [[of, ...sets.map(({ label }) => label)], ...rows];
  }

  /** The chart as a picture; null while the table is shown. */
  async image(): Promise<Blob | null> {
    const canvas = this.renderRoot.querySelector('canvas');
    return canvas && chartImage(canvas, [this.heading, this.sentence], getComputedStyle(this));
  }
}

/** `download` of Bootstrap Icons (MIT). */
const download = html`<svg width="1em" height="1em" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
  ${svg`<path d="M.5 9.9a.5.5 0 0 1 .5.5v2.5a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-2.5a.5.5 0 0 1 1 0v2.5a2 2 0 0 1-2 2H2a2 2 0 0 1-2-2v-2.5a.5.5 0 0 1 .5-.5M7.646 11.854a.5.5 0 0 0 .708 0l3-3a.5.5 0 0 0-.708-.708L8.5 10.293V1.5a.5.5 0 0 0-1 0v8.793L5.354 8.146a.5.5 0 1 0-.708.708z"/>`}
</svg>`;

customElements.define('parlour-figure-chart', ParlourFigureChart);

declare global {
  interface HTMLElementTagNameMap {
    'parlour-figure-chart': ParlourFigureChart;
  }
  interface HTMLElementEventMap {
    'parlour-figure-save': CustomEvent<ChartSave>;
  }
}
