import type { SlDialog } from '@shoelace-style/shoelace';
import { css, html, LitElement } from 'lit';
import { settingsTexts } from '../languages/en/settings.ts';
import { loadDialog } from '../shoelace.ts';
import { base } from './base.styles.ts';
import { icon } from './icons.ts';
import { settingsDialog } from './settings.styles.ts';
import './copy-text.ts';

/** A link or key that is shown this once. */
export interface Secret {
  heading: string;
  /** What to do with it. */
  text: string;
  value: string;
}

/** Shows a secret to copy. It closes by its button only, so that a stray click does not lose it. Use `showSecret`. */
export class DeskSecretDialog extends LitElement {
  static override styles = [
    base,
    settingsDialog,
    css`
      .once {
        display: flex;
        align-items: center;
        gap: 8px;
        color: var(--parlour-waiting);
        font-size: var(--parlour-size-xs);
      }
    `,
  ];
  static override properties = { secret: { attribute: false } };

  declare secret: Secret;

  /** Resolves when it was closed. */
  async show(): Promise<void> {
    await loadDialog();
    await this.updateComplete;
    const dialog = this.renderRoot.querySelector<SlDialog>('sl-dialog');
    const closed = new Promise<void>((resolve) => {
      dialog?.addEventListener('sl-after-hide', () => resolve(), { once: true });
    });
    await dialog?.show();
    await closed;
  }

  protected override render() {
    const { heading, text, value } = this.secret;
    return html`<sl-dialog label=${heading} @sl-request-close=${this.#stay}>
      <div class="body">
        <p class="soft">${text}</p>
        <desk-copy-text text=${value}></desk-copy-text>
        <p class="once">${icon('eye')}${settingsTexts.copyNow}</p>
      </div>
      <div slot="footer" class="footer">
        <sl-button variant="primary" @click=${this.#close}>${settingsTexts.done}</sl-button>
      </div>
    </sl-dialog>`;
  }

  #stay(event: CustomEvent<{ source: string }>): void {
    if (event.detail.source === 'overlay') event.preventDefault();
  }

  #close(): void {
    void this.renderRoot.querySelector<SlDialog>('sl-dialog')?.hide();
  }
}

customElements.define('desk-secret-dialog', DeskSecretDialog);

/** Puts a secret over the page until the person has put it away. */
export async function showSecret(secret: Secret): Promise<void> {
  const dialog = document.createElement('desk-secret-dialog');
  dialog.secret = secret;
  document.body.append(dialog);
  await dialog.show();
  dialog.remove();
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-secret-dialog': DeskSecretDialog;
  }
}
