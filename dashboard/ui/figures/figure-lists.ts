import { html, LitElement, nothing } from 'lit';
import type { AllFigures } from '../../api/stats.ts';
import { keepFile } from '../../controllers/keep-file.ts';
import { figureTexts as texts } from '../../languages/en/figures.ts';
import { base } from '../base.styles.ts';
import type { Option } from '../choice.ts';
import { icon } from '../icons.ts';
import { csvOf } from './csv.ts';
import { figureListsStyles } from './figure-lists.styles.ts';
import { COLUMNS, type Column, type ListName, type Row, rowsOf, sorted } from './figure-rows.ts';
import '../choice.ts';

const { lists } = texts;
const choices: readonly Option[] = Object.keys(COLUMNS).map((name) => [name, lists[name as ListName]]);

/** Where conversations come from and who looked after them: one table at a time, sorted by any column. */
export class DeskFigureLists extends LitElement {
  static override styles = [base, figureListsStyles];
  static override properties = {
    figures: { attribute: false },
    list: { state: true },
    sort: { state: true },
    isUp: { state: true },
  };

  declare figures: AllFigures;
  declare private list: ListName;
  declare private sort: Column | null;
  declare private isUp: boolean;

  constructor() {
    super();
    this.list = 'pages';
    this.sort = null;
    this.isUp = false;
  }

  protected override render() {
    const rows = this.#rows();
    return html`<header>
        <desk-choice
          label=${lists.choose}
          .options=${choices}
          value=${this.list}
          @desk-choose=${(event: CustomEvent<ListName>) => {
            this.list = event.detail;
            this.sort = null;
          }}
        ></desk-choice>
        <button type="button" class="csv" aria-label=${texts.csv(lists[this.list])} @click=${this.#save}>
          ${icon('download')}CSV
        </button>
      </header>
      ${rows.length === 0 ? html`<p>${lists.empty}</p>` : this.#table(rows)}`;
  }

  /** Its roles are said, as styles of a phone take them from it. */
  #table(rows: readonly Row[]) {
    const columns = COLUMNS[this.list];
    return html`<div class="rows" tabindex="0" role="region" aria-label=${lists[this.list]}>
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            ${columns.map((column) => this.#head(column))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.map(
            (row) => html`<tr role="row">
              ${columns.map((column, at) =>
                at === 0
                  ? html`<th scope="row" role="rowheader">${row.name}</th>`
                  : html`<td role="cell" data-name=${lists.columns[column]}>${shown(column, row[column] as number | null)}</td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #head(column: Column) {
    const isSorted = column === this.sort;
    const says = lists.columns[column];
    return html`<th scope="col" role="columnheader" aria-sort=${isSorted ? (this.isUp ? 'ascending' : 'descending') : nothing}>
      <button
        type="button"
        aria-label=${lists.sortBy(says)}
        @click=${() => {
          this.isUp = isSorted ? !this.isUp : column === 'name';
          this.sort = column;
        }}
      >
        ${says}${isSorted ? (this.isUp ? ' ↑' : ' ↓') : ''}
      </button>
    </th>`;
  }

  #rows(): Row[] {
    const found = rowsOf(this.figures, this.list);
    return this.sort ? sorted(found, this.sort, this.isUp) : found;
  }

  readonly #save = () => {
    const columns = COLUMNS[this.list];
    const rows = this.#rows().map((row) => columns.map((column) => row[column] ?? null));
    keepFile(csvOf([columns.map((column) => lists.columns[column]), ...rows]), `${this.list}.csv`);
  };
}

function shown(column: Column, value: number | null): string {
  if (value === null || value === undefined) return texts.none;
  return column.endsWith('Rate') ? texts.percent(value) : texts.count(value);
}

customElements.define('desk-figure-lists', DeskFigureLists);

declare global {
  interface HTMLElementTagNameMap {
    'desk-figure-lists': DeskFigureLists;
  }
}
