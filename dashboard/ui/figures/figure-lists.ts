import { css, html, LitElement, nothing } from 'lit';
import type { PageRow } from '../../../backend/stats/schema.ts';
import type { AllFigures } from '../../api/stats.ts';
import { keepFile } from '../../controllers/keep-file.ts';
import { figureTexts as texts } from '../../languages/en/figures.ts';
import { inAlphabet } from '../../languages/locale.ts';
import { base } from '../base.styles.ts';
import type { Option } from '../choice.ts';
import { icon } from '../icons.ts';
import { csvOf } from './csv.ts';
import '../choice.ts';

const { lists } = texts;
type Column = keyof typeof lists.columns;
type Row = { name: string } & Partial<Record<Column, string | number | null>>;

const PAGE_COLUMNS: readonly Column[] = [
  'name',
  'sessions',
  'leads',
  'leadRate',
  'completed',
  'completionRate',
];
const LISTS = {
  pages: PAGE_COLUMNS,
  sources: PAGE_COLUMNS,
  mediums: PAGE_COLUMNS,
  campaigns: PAGE_COLUMNS,
  versions: ['name', 'sessions', 'leads', 'completed', 'issue', 'fixed', 'passRate'],
  reviewers: ['name', 'checked', 'issue', 'fixed', 'passRate'],
} as const satisfies Record<string, readonly Column[]>;
type ListName = keyof typeof LISTS;
const choices: readonly Option[] = (Object.keys(LISTS) as ListName[]).map((name) => [name, lists[name]]);

/** Where conversations come from and who looked after them: one table at a time, sorted by any column. */
export class DeskFigureLists extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 12px;
        min-width: 0;
        padding: 16px 18px;
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius-bubble);
        background: var(--parlour-surface);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
      }
      .csv {
        display: flex;
        align-items: center;
        gap: 4px;
        height: 28px;
        padding: 0 8px;
        font-size: var(--parlour-size-xs);
        color: var(--parlour-ink-soft);
        border-radius: var(--parlour-radius);
      }
      .csv:hover {
        background: var(--desk-hover);
      }
      .rows {
        overflow-x: auto;
        scrollbar-width: thin;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 6px 8px;
        text-align: end;
        border-bottom: 1px solid var(--parlour-line-soft);
        white-space: nowrap;
      }
      tr > :first-child {
        padding-inline-start: 0;
        text-align: start;
        white-space: normal;
        overflow-wrap: anywhere;
        min-width: 150px;
      }
      tbody th {
        font-weight: var(--parlour-weight);
      }
      thead button {
        padding: 2px 0;
        font-size: var(--parlour-size-xs);
        font-weight: var(--parlour-weight-bold);
        color: var(--parlour-ink-soft);
      }
      thead button:hover {
        color: var(--parlour-ink);
      }
      p {
        padding: 16px 0;
        color: var(--parlour-ink-soft);
      }
      /* A phone has no room for six columns: each row stands below the other, with the names beside its numbers. */
      @media (max-width: 799px) {
        .rows {
          overflow: visible;
        }
        table,
        thead,
        tbody {
          display: block;
        }
        th,
        td {
          padding: 0;
          border: 0;
          white-space: normal;
        }
        tr {
          display: grid;
          grid-template-columns: repeat(2, minmax(0, 1fr));
          gap: 2px 24px;
          padding: 10px 0;
          border-bottom: 1px solid var(--parlour-line-soft);
        }
        thead tr {
          display: flex;
          flex-wrap: wrap;
          gap: 2px 14px;
        }
        thead th:first-child {
          min-width: 0;
        }
        tbody th {
          grid-column: 1 / -1;
          font-weight: var(--parlour-weight-bold);
        }
        td {
          display: flex;
          align-items: baseline;
          justify-content: space-between;
          gap: 8px;
        }
        td::before {
          content: attr(data-name);
          min-width: 0;
          overflow-wrap: anywhere;
          text-align: start;
          font-size: var(--parlour-size-xs);
          color: var(--parlour-ink-soft);
        }
      }
    `,
  ];
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
    const columns: readonly Column[] = LISTS[this.list];
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
    const { pages, qa } = this.figures;
    const rows: Record<ListName, () => Row[]> = {
      pages: () => pages.pages.map(asRow),
      sources: () => pages.sources.map(asRow),
      mediums: () => pages.mediums.map(asRow),
      campaigns: () => pages.campaigns.map(asRow),
      versions: () => qa.versions.map((row) => ({ ...row, name: row.version || texts.noVersion })),
      reviewers: () => qa.reviewers.map((row) => ({ ...row, name: row.name ?? texts.none })),
    };
    const found = rows[this.list]();
    const { sort, isUp } = this;
    if (!sort) return found;
    const way = isUp ? 1 : -1;
    return found.sort((a, b) => way * compare(a[sort] ?? null, b[sort] ?? null));
  }

  readonly #save = () => {
    const columns: readonly Column[] = LISTS[this.list];
    const rows = this.#rows().map((row) => columns.map((column) => row[column] ?? null));
    keepFile(csvOf([columns.map((column) => lists.columns[column]), ...rows]), `${this.list}.csv`);
  };
}

const asRow = (row: PageRow): Row => ({ ...row });

function shown(column: Column, value: number | null): string {
  if (value === null || value === undefined) return texts.none;
  return column.endsWith('Rate') ? texts.percent(value) : texts.count(value);
}

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'string' && typeof b === 'string') return inAlphabet(a, b);
  return Number(a ?? -1) - Number(b ?? -1);
}

customElements.define('desk-figure-lists', DeskFigureLists);

declare global {
  interface HTMLElementTagNameMap {
    'desk-figure-lists': DeskFigureLists;
  }
}
