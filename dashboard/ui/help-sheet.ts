import type { SlDialog } from '@shoelace-style/shoelace';
import { css, html, LitElement, nothing } from 'lit';
import { singleKeys } from '../controllers/preferences.ts';
import { Watch } from '../controllers/store.ts';
import { texts } from '../languages/en/app.ts';
import { loadDialog } from '../shoelace.ts';
import { base } from './base.styles.ts';

const shortcuts: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['j', '↓'], texts.help.next],
  [['k', '↑'], texts.help.previous],
  [['Enter'], texts.help.open],
  [['/'], texts.help.search],
  [['x'], texts.help.pick],
  [['Shift', 'x'], texts.help.pickRange],
  [['e'], texts.help.archive],
  [['t'], texts.help.takeOver],
  [['c'], texts.help.complete],
  [['1', '2', '3', '4'], texts.help.judge],
  [['s'], texts.help.skip],
  [['p'], texts.help.print],
  [['z'], texts.help.undo],
  [['Esc'], texts.help.back],
  [['?'], texts.help.help],
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

  static override properties = { wanted: { state: true } };

  /** Before the first time there is nothing on the page: an element that is not defined yet would show its insides. */
  declare private wanted: boolean;

  readonly #singleKeys = new Watch(this, singleKeys);

  async show(): Promise<void> {
    await loadDialog();
    this.wanted = true;
    await this.updateComplete;
    await this.renderRoot.querySelector<SlDialog>('sl-dialog')?.show();
  }

  protected override render() {
    if (!this.wanted) return nothing;
    return html`<sl-dialog label=${texts.help.title}>
      <dl>
        ${shortcuts.map(
          ([keys, what]) =>
            html`<dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
              <dd>${what}</dd>`,
        )}
      </dl>
      ${this.#singleKeys.value ? nothing : html`<p>${texts.help.off}</p>`}
    </sl-dialog>`;
  }
}

customElements.define('desk-help-sheet', DeskHelpSheet);

declare global {
  interface HTMLElementTagNameMap {
    'desk-help-sheet': DeskHelpSheet;
  }
}
