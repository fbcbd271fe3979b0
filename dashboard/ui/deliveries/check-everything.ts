import { css, html, LitElement, nothing } from 'lit';
import type { SyncResult } from '../../../backend/sync/schema.ts';
import { messageOf } from '../../api/client.ts';
import { checkEverything } from '../../api/sync.ts';
import { texts as common } from '../../languages/en/app.ts';
import { deliveryTexts } from '../../languages/en/deliveries.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';

const texts = deliveryTexts.sync;
const kinds = ['created', 'completed', 'abandoned', 'redelivered', 'recounted', 'answered'] as const;

/** Looks for what was left half done, and says in plain words what it found and mended. */
export class DeskCheckEverything extends LitElement {
  static override styles = [
    base,
    css`
      /* The button stands in the line of whoever holds it, what was found below that line. */
      :host {
        display: contents;
      }
      .result {
        order: 1;
        flex: 1 0 100%;
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 4px 10px;
        padding: 10px 8px 10px 14px;
        border-radius: var(--parlour-radius);
        background: var(--parlour-passed-soft);
        font-size: var(--parlour-size-xs);
        animation: appear var(--parlour-calm);
      }
      .result.problem {
        background: var(--parlour-issue-soft);
      }
      .result > sl-icon {
        margin-top: 3px;
        font-size: 14px;
        color: var(--parlour-passed);
      }
      .problem > sl-icon {
        color: var(--parlour-issue);
      }
      ul {
        margin-top: 4px;
        padding-inline-start: 16px;
        list-style: disc;
      }
      button {
        display: grid;
        place-items: center;
        align-self: start;
        width: 26px;
        height: 26px;
        margin-top: -3px;
        border-radius: var(--parlour-radius);
      }
      button:hover {
        background: var(--desk-hover);
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .result {
          animation: none;
        }
      }
    `,
  ];
  static override properties = {
    busy: { state: true },
    result: { state: true },
    problem: { state: true },
  };

  declare private busy: boolean;
  declare private result: SyncResult | null;
  declare private problem: string;

  constructor() {
    super();
    this.busy = false;
    this.result = null;
    this.problem = '';
  }

  protected override render() {
    return html`<sl-button size="small" ?loading=${this.busy} ?disabled=${this.busy} @click=${this.#check}>
        <sl-icon slot="prefix" name="patch-check"></sl-icon>${texts.button}
      </sl-button>
      <div class="unseen" role="status">${this.busy ? texts.busy : nothing}</div>
      ${this.problem ? this.#note('problem', 'exclamation-triangle', html`${texts.failed} ${this.problem}`) : nothing}
      ${this.result ? this.#note('', 'check-circle', this.#says(this.result)) : nothing}`;
  }

  #note(kind: string, name: 'check-circle' | 'exclamation-triangle', words: unknown) {
    return html`<div class="result ${kind}" role="status">
      ${icon(name)}
      <div>${words}</div>
      <button type="button" aria-label=${texts.close} title=${common.close} @click=${this.#close}>
        ${icon('x-lg')}
      </button>
    </div>`;
  }

  #says(result: SyncResult) {
    const checked = texts.conversations(result.checked);
    const found = kinds.filter((kind) => result[kind] > 0);
    return html`<p>${found.length === 0 ? texts.well(checked) : texts.mended(checked)}</p>
      ${
        found.length > 0
          ? html`<ul>
              ${found.map((kind) => html`<li>${texts[kind](result[kind])}</li>`)}
            </ul>`
          : nothing
      }
      ${result.isFinished ? nothing : html`<p>${texts.unfinished}</p>`}`;
  }

  readonly #close = () => {
    this.result = null;
    this.problem = '';
  };

  readonly #check = async () => {
    this.#close();
    this.busy = true;
    try {
      this.result = await checkEverything();
    } catch (error) {
      this.problem = messageOf(error);
    }
    this.busy = false;
  };
}

customElements.define('desk-check-everything', DeskCheckEverything);

declare global {
  interface HTMLElementTagNameMap {
    'desk-check-everything': DeskCheckEverything;
  }
}
