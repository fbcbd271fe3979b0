import { css, html, LitElement, nothing } from 'lit';
import type { MondayBoard, MondayColumn } from '../../../backend/integrations/monday/schema.ts';
import type { LeadField } from '../../../backend/sites/schema.ts';
import {
  type Columns,
  fitting,
  type Source,
  sourcesOf,
  suggestColumns,
  typesFor,
} from '../../controllers/integrations/monday-columns.ts';
import { mondayTexts as texts } from '../../languages/en/monday.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { siteForm } from '../sites/site-form.styles.ts';

/**
 * Which column of a board takes what.
 * @fires desk-columns - `detail` is the whole choice, by source
 */
export class DeskMondayColumns extends LitElement {
  static override styles = [
    base,
    siteForm,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: baseline;
        gap: 4px 16px;
      }
      h5 {
        margin: 18px 0 6px;
        font-size: var(--parlour-size-xs);
        font-weight: var(--parlour-weight-bold);
        color: var(--parlour-ink-soft);
      }
      .row {
        display: grid;
        grid-template-columns: minmax(0, 5fr) 16px minmax(0, 7fr);
        gap: 2px 12px;
        align-items: center;
        padding: 6px 0;
        border-top: 1px solid var(--parlour-line-soft);
      }
      .row label,
      .row .fixed {
        font-weight: var(--parlour-weight);
        overflow-wrap: anywhere;
      }
      .row sl-icon {
        color: var(--parlour-ink-faint);
        font-size: 13px;
      }
      .row.sent label {
        font-weight: var(--parlour-weight-bold);
      }
      .row .hint {
        grid-column: 3;
      }
      .row.empty select {
        color: var(--parlour-ink-soft);
      }
      details {
        margin-top: 14px;
      }
      summary {
        width: fit-content;
        color: var(--parlour-accent-ink);
        cursor: pointer;
      }
      details[open] > summary {
        margin-bottom: 8px;
      }
      @media (max-width: 539px) {
        .row {
          grid-template-columns: minmax(0, 1fr);
          padding: 9px 0;
        }
        .row sl-icon {
          display: none;
        }
        .row .hint {
          grid-column: 1;
        }
      }
    `,
  ];
  static override properties = {
    board: { attribute: false },
    fields: { attribute: false },
    columns: { attribute: false },
    said: { state: true },
  };

  declare board: MondayBoard;
  declare fields: readonly LeadField[];
  declare columns: Columns;
  /** What came of the last suggestion. */
  declare private said: string;

  constructor() {
    super();
    this.said = '';
  }

  /** Fills in what is probably meant, and says how much that was. */
  suggest(): void {
    const before = Object.keys(this.columns).length;
    const chosen = suggestColumns(sourcesOf(this.fields), this.board.columns, this.columns);
    this.said = texts.suggested(Object.keys(chosen).length - before);
    this.#tell(chosen);
  }

  protected override render() {
    const sources = sourcesOf(this.fields);
    const part = (name: Source['part']) =>
      sources.filter(({ part }) => part === name).map((each) => this.#row(each));
    const folded = sources.some(({ part, name }) => part === 'campaign' && this.columns[name]);
    return html`<div class="head">
        <span class="label">${texts.columns}</span>
        <button type="button" class="link" @click=${this.suggest}>${texts.suggest}</button>
      </div>
      <p class="hint" role="status">${this.said}</p>
      <h5>${texts.told}</h5>
      <div class="row sent">
        <span class="fixed label">${texts.sources.name}</span>${icon('chevron-right')}<span class="fixed">${texts.itemName}</span>
      </div>
      ${part('told')}
      <h5>${texts.around}</h5>
      ${part('around')}
      <details ?open=${folded}>
        <summary>${texts.campaign}</summary>
        ${part('campaign')}
      </details>`;
  }

  #row(source: Source) {
    const { name, label } = source;
    const chosen = this.columns[name] ?? '';
    const fits = fitting(this.board.columns, source);
    const isGone = chosen !== '' && !fits.some(({ id }) => id === chosen);
    const none = fits.length === 0 && !isGone;
    return html`<div class="row ${chosen ? 'sent' : 'empty'}">
      <label for=${name}>${label}</label>${icon('chevron-right')}
      <select
        id=${name}
        ?disabled=${none}
        aria-invalid=${isGone ? 'true' : 'false'}
        aria-describedby=${name === 'session.id' ? `${name}-hint` : nothing}
        @change=${(event: Event) => this.#choose(name, (event.target as HTMLSelectElement).value)}
      >
        <option value="" .selected=${chosen === ''}>${none ? texts.noFit(typesFor(source)) : texts.notSent}</option>
        ${isGone ? html`<option value=${chosen} selected>${texts.gone} (${chosen})</option>` : nothing}
        ${fits.map((column) => {
          // Two in one column would write over each other.
          const isTaken = column.id !== chosen && Object.values(this.columns).includes(column.id);
          return html`<option value=${column.id} .selected=${column.id === chosen} ?disabled=${isTaken}>
            ${titleOf(column)}${isTaken ? texts.taken : ''}
          </option>`;
        })}
      </select>
      ${name === 'session.id' ? html`<p class="hint" id="${name}-hint">${texts.idHint}</p>` : nothing}
    </div>`;
  }

  #choose(name: string, column: string): void {
    this.said = '';
    const { [name]: _, ...others } = this.columns;
    this.#tell(column ? { ...others, [name]: column } : others);
  }

  #tell(detail: Columns): void {
    this.dispatchEvent(new CustomEvent('desk-columns', { detail }));
  }
}

function titleOf({ title, type }: MondayColumn): string {
  const word = (texts.types as Readonly<Record<string, string>>)[type];
  return word && word.toLowerCase() !== title.toLowerCase() ? `${title} (${word})` : title;
}

customElements.define('desk-monday-columns', DeskMondayColumns);

declare global {
  interface HTMLElementTagNameMap {
    'desk-monday-columns': DeskMondayColumns;
  }
  interface HTMLElementEventMap {
    'desk-columns': CustomEvent<Columns>;
  }
}
