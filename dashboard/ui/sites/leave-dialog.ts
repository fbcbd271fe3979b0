import type { SlDialog } from '@shoelace-style/shoelace';
import { css, html, LitElement } from 'lit';
import { siteTexts } from '../../languages/en/sites.ts';
import { loadDialog } from '../../shoelace.ts';
import { base } from '../base.styles.ts';

/**
 * Asks who goes away from settings that are not saved: stay, go without them, or save and go.
 * @fires desk-discard - they are not wanted any more
 * @fires desk-save - they are to be saved first
 */
export class DeskLeaveDialog extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      sl-dialog {
        --width: 540px;
      }
      sl-dialog::part(title) {
        font-weight: var(--parlour-weight-bold);
      }
      [slot='footer'] {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 8px;
      }
    `,
  ];
  static override properties = { text: {} };

  /** What is not saved. */
  declare text: string;

  constructor() {
    super();
    void loadDialog();
  }

  async show(): Promise<void> {
    await this.#dialog?.show();
  }

  get #dialog(): SlDialog | null {
    return this.renderRoot.querySelector<SlDialog>('sl-dialog');
  }

  protected override render() {
    const { leaveTitle, stay, leave, saveAndLeave } = siteTexts.save;
    return html`<sl-dialog label=${leaveTitle}>
      ${this.text}
      <div slot="footer">
        <sl-button @click=${() => this.#dialog?.hide()}>${stay}</sl-button>
        <sl-button @click=${() => this.#tell('desk-discard')}>${leave}</sl-button>
        <sl-button variant="primary" @click=${this.#save}>${saveAndLeave}</sl-button>
      </div>
    </sl-dialog>`;
  }

  /** What can't be saved is shown on the page, which is reached only once nothing stands before it. */
  async #save(): Promise<void> {
    await this.#dialog?.hide();
    this.#tell('desk-save');
  }

  #tell(name: 'desk-discard' | 'desk-save'): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}

customElements.define('desk-leave-dialog', DeskLeaveDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-leave-dialog': DeskLeaveDialog;
  }
}
