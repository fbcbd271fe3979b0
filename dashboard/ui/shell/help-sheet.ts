import type { SlDialog } from '@shoelace-style/shoelace';
import { css, html, LitElement, nothing } from 'lit';
import { singleKeys } from '../../controllers/preferences.ts';
import { Watch } from '../../controllers/store.ts';
import { helpTexts as texts } from '../../languages/en/help.ts';
import { loadDialog } from '../../shoelace.ts';
import { base } from '../base.styles.ts';

const shortcuts: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['j', '↓'], texts.next],
  [['k', '↑'], texts.previous],
  [[texts.keys.enter], texts.open],
  [['/'], texts.search],
  [['x'], texts.pick],
  [[texts.keys.shift, 'x'], texts.pickRange],
  [['e'], texts.archive],
  [['t'], texts.takeOver],
  [['c'], texts.complete],
  [['1', '2', '3', '4'], texts.judge],
  [['s'], texts.skip],
  [['p'], texts.print],
  [['z'], texts.undo],
  [[texts.keys.escape], texts.back],
  [['?'], texts.help],
];

/** The sheet that lists the keyboard shortcuts. */
export class DeskHelpSheet extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      sl-dialog {
        --width: 420px;
      }
      sl-dialog::part(title) {
        font-weight: var(--parlour-weight-bold);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 10px 20px;
        align-items: baseline;
      }
      dt {
        display: flex;
        gap: 6px;
      }
      kbd {
        min-width: 26px;
        padding: 1px 7px;
        font: inherit;
        font-size: var(--parlour-size-xs);
        text-align: center;
        color: var(--parlour-ink-soft);
        border: 1px solid var(--parlour-line-soft);
        border-bottom-width: 2px;
        border-radius: var(--parlour-radius);
        background: var(--parlour-canvas);
      }
      p {
        margin-top: 16px;
        color: var(--parlour-ink-soft);
      }
    `,
  ];

  readonly #singleKeys = new Watch(this, singleKeys);

  async show(): Promise<void> {
    await this.updateComplete;
    await this.renderRoot.querySelector<SlDialog>('sl-dialog')?.show();
  }

  protected override render() {
    return html`<sl-dialog label=${texts.title}>
      <dl>
        ${shortcuts.map(
          ([keys, what]) =>
            html`<dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
              <dd>${what}</dd>`,
        )}
      </dl>
      ${this.#singleKeys.value ? nothing : html`<p>${texts.off}</p>`}
    </sl-dialog>`;
  }
}

let sheet: DeskHelpSheet | undefined;

/** Shows it; it comes to the page when somebody asks for it first. */
export async function showShortcuts(): Promise<void> {
  await loadDialog();
  sheet ??= document.body.appendChild(document.createElement('desk-help-sheet'));
  await sheet.show();
}

customElements.define('desk-help-sheet', DeskHelpSheet);

declare global {
  interface HTMLElementTagNameMap {
    'desk-help-sheet': DeskHelpSheet;
  }
}
