import type { SlDialog, SlInput } from '@shoelace-style/shoelace';
import { css, html, LitElement, nothing } from 'lit';
import type { PersonErased } from '../../../backend/privacy/schema.ts';
import { messageOf } from '../../api/client.ts';
import { erasePerson, wishOf } from '../../api/privacy.ts';
import { privacyTexts as says } from '../../languages/en/privacy.ts';
import { loadDialog, loadInput } from '../../shoelace.ts';
import { base } from '../base.styles.ts';
import { settingsDialog, settingsSection } from '../settings.styles.ts';

export interface Erasing {
  contact: string;
  /** What will be lost, in words. */
  words: readonly string[];
}

/** Says what is lost, has the person type a word, and erases. Use `askErase`. */
export class DeskEraseDialog extends LitElement {
  static override styles = [
    base,
    settingsSection,
    settingsDialog,
    css`
      sl-dialog::part(title) {
        overflow-wrap: anywhere;
      }
      ul {
        display: grid;
        gap: 2px;
        padding-left: 20px;
        list-style: disc;
      }
    `,
  ];
  static override properties = {
    erasing: { attribute: false },
    isMeant: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  declare erasing: Erasing;
  declare private isMeant: boolean;
  declare private busy: boolean;
  declare private problem: string;
  answer: (erased: PersonErased | null) => void = () => {};

  constructor() {
    super();
    this.isMeant = false;
    this.busy = false;
    this.problem = '';
  }

  get #dialog(): SlDialog | null {
    return this.renderRoot.querySelector<SlDialog>('sl-dialog');
  }

  protected override render() {
    const { contact, words } = this.erasing;
    return html`<sl-dialog label=${says.eraseTitle(contact)} @sl-request-close=${this.#stay} @sl-after-hide=${this.#onHidden}>
      <form @submit=${this.#submit} novalidate>
        <div>
          <p>${says.eraseText}</p>
          <ul>
            ${words.map((word) => html`<li>${word}</li>`)}
          </ul>
        </div>
        <p class="soft">${says.eraseAfter}</p>
        <sl-input
          label=${says.typeWord(says.word)}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          autofocus
          @sl-input=${this.#onInput}
        ></sl-input>
        <div role="alert">${this.problem ? html`<div class="problem">${this.problem}</div>` : nothing}</div>
      </form>
      <div slot="footer" class="footer">
        <sl-button ?disabled=${this.busy} @click=${() => this.#dialog?.hide()}>${says.keep}</sl-button>
        <sl-button variant="danger" ?disabled=${!this.isMeant} ?loading=${this.busy} @click=${this.#erase}
          >${says.eraseNow}</sl-button
        >
      </div>
    </sl-dialog>`;
  }

  /** Told to show before it has drawn itself, a dialog leaves the focus where it was. */
  protected override async firstUpdated(): Promise<void> {
    await this.#dialog?.updateComplete;
    await this.#dialog?.show();
  }

  #onInput(event: Event): void {
    this.isMeant = (event.target as SlInput).value.trim().toLowerCase() === says.word;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    void this.#erase();
  }

  async #erase(): Promise<void> {
    if (!this.isMeant || this.busy) return;
    this.busy = true;
    this.problem = '';
    try {
      this.answer(await erasePerson(wishOf(this.erasing.contact)));
      await this.#dialog?.hide();
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.busy = false;
    }
  }

  /** While it erases there is no way to say no any more. */
  #stay(event: Event): void {
    if (this.busy) event.preventDefault();
  }

  #onHidden(event: Event): void {
    if (event.target !== event.currentTarget) return;
    this.answer(null);
    this.remove();
  }
}

/** What was erased; null when the person thought better of it. */
export async function askErase(erasing: Erasing): Promise<PersonErased | null> {
  await Promise.all([loadDialog(), loadInput()]);
  const dialog = document.createElement('desk-erase-dialog');
  dialog.erasing = erasing;
  const answered = new Promise<PersonErased | null>((resolve) => {
    dialog.answer = resolve;
  });
  document.body.append(dialog);
  return answered;
}

customElements.define('desk-erase-dialog', DeskEraseDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-erase-dialog': DeskEraseDialog;
  }
}
