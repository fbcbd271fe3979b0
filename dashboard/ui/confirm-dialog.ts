import type { SlDialog } from '@shoelace-style/shoelace';
import { css, html, LitElement } from 'lit';
import { texts } from '../languages/en/app.ts';
import { loadDialog } from '../shoelace.ts';
import { base } from './base.styles.ts';

export interface Question {
  heading: string;
  /** What will happen, and what is lost. */
  text: string;
  /** The words on the button that does it. */
  action: string;
  /** The words on the one that does not; "Cancel" unless said otherwise. */
  keep?: string;
  /** Something is lost for good. */
  danger?: boolean;
}

/** Asks before something is done that can't be taken back. The way out has the focus. */
export class DeskConfirmDialog extends LitElement {
  static override styles = [
    base,
    css`
      sl-dialog {
        --width: 440px;
      }
      sl-dialog::part(title) {
        font-weight: var(--parlour-weight-bold);
        overflow-wrap: anywhere;
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 8px;
      }
    `,
  ];
  static override properties = { question: { attribute: false } };

  declare question: Question;
  answer: (yes: boolean) => void = () => {};

  protected override render() {
    const { heading, text, action, keep = texts.cancel, danger } = this.question;
    return html`<sl-dialog label=${heading} @sl-after-hide=${this.#onHidden}>
      <p>${text}</p>
      <footer slot="footer">
        <sl-button autofocus @click=${() => this.#close(false)}>${keep}</sl-button>
        <sl-button variant=${danger ? 'danger' : 'primary'} @click=${() => this.#close(true)}>${action}</sl-button>
      </footer>
    </sl-dialog>`;
  }

  /** Told to show before it has drawn itself, a dialog leaves the focus where it was. */
  protected override async firstUpdated(): Promise<void> {
    const dialog = this.renderRoot.querySelector<SlDialog>('sl-dialog');
    await dialog?.updateComplete;
    await dialog?.show();
  }

  #close(yes: boolean): void {
    this.answer(yes);
    void this.renderRoot.querySelector<SlDialog>('sl-dialog')?.hide();
  }

  /** Escape, the cross or a click beside it mean no. */
  #onHidden(event: Event): void {
    if (event.target !== event.currentTarget) return;
    this.answer(false);
    this.remove();
  }
}

/** True when the person wants it. */
export async function askFirst(question: Question): Promise<boolean> {
  await loadDialog();
  const dialog = document.createElement('desk-confirm-dialog');
  dialog.question = question;
  const answered = new Promise<boolean>((resolve) => {
    dialog.answer = resolve;
  });
  document.body.append(dialog);
  return answered;
}

customElements.define('desk-confirm-dialog', DeskConfirmDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-confirm-dialog': DeskConfirmDialog;
  }
}
