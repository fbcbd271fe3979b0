import { css, html, LitElement } from 'lit';
import type { ChartSpec } from '../../../web-components/figures/charts.ts';
import type { ChartSave, ParlourFigureChart } from '../../../web-components/figures/figure-chart.ts';
import { keepFile } from '../../controllers/keep-file.ts';
import { theme } from '../../controllers/preferences.ts';
import { Watch } from '../../controllers/store.ts';
import { figureTexts as texts } from '../../languages/en/figures.ts';
import { csvOf } from './csv.ts';
import '../../../web-components/figures/figure-chart.ts';

/** A chart with our words, in the theme that is chosen, to be saved as a table or a picture. */
export class DeskFigureChart extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      min-width: 0;
      --parlour-hover: var(--desk-hover);
    }
  `;
  static override properties = {
    heading: {},
    sentence: {},
    note: {},
    fileName: {},
    spec: { attribute: false },
  };

  declare heading: string;
  declare sentence: string;
  declare note?: string;
  /** Of what is saved, without its ending. */
  declare fileName: string;
  declare spec: ChartSpec;

  readonly #theme = new Watch(this, theme);

  protected override render() {
    const { heading } = this;
    return html`<parlour-figure-chart
      heading=${heading}
      sentence=${this.sentence}
      note=${this.note ?? ''}
      look=${this.#theme.value}
      .spec=${this.spec}
      .texts=${{
        table: texts.table,
        chart: texts.chart,
        showTable: texts.showTable(heading),
        showChart: texts.showChart(heading),
        csv: texts.csv(heading),
        png: texts.png(heading),
        none: texts.none,
      }}
      @parlour-figure-save=${this.#onSave}
    ></parlour-figure-chart>`;
  }

  async #onSave(event: CustomEvent<ChartSave>): Promise<void> {
    const chart = event.currentTarget as ParlourFigureChart;
    const file = event.detail.as === 'csv' ? csvOf(chart.rows()) : await chart.image();
    if (file) keepFile(file, `${this.fileName}.${event.detail.as}`);
  }
}

customElements.define('desk-figure-chart', DeskFigureChart);

declare global {
  interface HTMLElementTagNameMap {
    'desk-figure-chart': DeskFigureChart;
  }
}
