import { css, html, LitElement } from 'lit';
import type { ListFilters } from '../../api/session-filters.ts';
import { texts } from '../../languages/en/app.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';

/** Opens the export of what the filters show. The dialog loads when it is wanted. */
export class DeskExportButton extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
      }
      :host([compact]) sl-button::part(base) {
        align-items: center;
      }
      :host([compact]) sl-button::part(label) {
        display: grid;
        padding: 0 11px;
      }
      @media (max-width: 799px) {
        :host([compact]) sl-button {
          --sl-input-height-medium: 40px;
        }
      }
    `,
  ];
  static override properties = { filters: { attribute: false }, compact: { type: Boolean, reflect: true } };

  /** Of conversations: those are what is exported. */
  declare filters: ListFilters;
  /** The icon alone, where there is little room. */
  declare compact: boolean;

  protected override render() {
    if (!this.compact)
      return html`<sl-button @click=${this.#open}>
        <sl-icon slot="prefix" name="download"></sl-icon>${texts.exportConversations}
      </sl-button>`;
    return html`<sl-tooltip content=${texts.exportConversations} hoist>
      <sl-button @click=${this.#open}>${icon('download', texts.exportConversations)}</sl-button>
    </sl-tooltip>`;
  }

  async #open(): Promise<void> {
    const { openExport } = await import('./export-dialog.ts');
    await openExport(this.filters);
  }
}

customElements.define('desk-export-button', DeskExportButton);

declare global {
  interface HTMLElementTagNameMap {
    'desk-export-button': DeskExportButton;
  }
}
