import type { SlInput } from '@shoelace-style/shoelace';
import { html, LitElement, nothing } from 'lit';
import type { PersonFound } from '../../../backend/privacy/schema.ts';
import { ApiError, messageOf } from '../../api/client.ts';
import { exportPerson, findPerson, wishOf } from '../../api/privacy.ts';
import { keepFile } from '../../controllers/keep-file.ts';
import { showToast } from '../../controllers/toasts.ts';
import { countWords, privacyTexts as says } from '../../languages/en/privacy.ts';
import { loadInput } from '../../shoelace.ts';
import { base } from '../base.styles.ts';
import { settingsSection } from '../settings.styles.ts';
import { askErase } from './erase-dialog.ts';
import { held } from './person-held.styles.ts';
import './held-list.ts';

/**
 * Looking for a person, handing out what is held, and erasing it.
 * @fires desk-erased - somebody was erased
 */
export class DeskPersonHeld extends LitElement {
  static override styles = [base, settingsSection, held];
  static override properties = {
    found: { state: true },
    busy: { state: true },
    problem: { state: true },
    done: { state: true },
  };

  declare private found: PersonFound | null;
  declare private busy: 'no' | 'finding' | 'downloading';
  declare private problem: string;
  /** What the last erasure took. */
  declare private done: string;

  #asked = '';

  constructor() {
    super();
    this.found = null;
    this.busy = 'no';
    this.problem = '';
    this.done = '';
    void loadInput();
  }

  protected override render() {
    return html`<header>
        <h2>${says.person}</h2>
        <p>${says.personText}</p>
      </header>
      <form @submit=${this.#find} novalidate>
        <sl-input
          name="contact"
          label=${says.contact}
          help-text=${says.contactHint}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="320"
        ></sl-input>
        <sl-button type="submit" variant="primary" ?loading=${this.busy === 'finding'}>${says.find}</sl-button>
      </form>
      <div role="alert">${this.problem ? html`<div class="problem">${this.problem}</div>` : nothing}</div>
      <div role="status">
        ${this.busy === 'finding' ? html`<p class="quiet">${says.finding}</p>` : nothing}
        ${this.done ? html`<p class="done">${this.done}</p>` : nothing}
      </div>
      ${this.found && this.busy !== 'finding' ? this.#result(this.found) : nothing}`;
  }

  #result(found: PersonFound) {
    const words = countWords(found.counts);
    if (words.length === 0)
      return html`<div class="result" role="status">
        <h3>${says.nothing(this.#asked)}</h3>
        <p class="quiet">${says.nothingText}</p>
      </div>`;
    return html`<div class="result">
      <h3><bdi>${says.held(this.#asked)}</bdi></h3>
      <ul class="counts">
        ${words.map((word) => html`<li>${word}</li>`)}
      </ul>
      ${found.counts.mentions > 0 ? html`<p class="quiet">${says.mentionsHint}</p>` : nothing}
      <desk-held-list .found=${found}></desk-held-list>
      <div class="deeds">
        <sl-button ?loading=${this.busy === 'downloading'} @click=${this.#download}
          ><sl-icon slot="prefix" name="download"></sl-icon>${says.download}</sl-button
        >
        <sl-button variant="danger" outline @click=${() => this.#erase(words)}
          ><sl-icon slot="prefix" name="trash3"></sl-icon>${says.erase}</sl-button
        >
      </div>
    </div>`;
  }

  async #find(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const contact = this.renderRoot.querySelector<SlInput>('sl-input')?.value.trim() ?? '';
    if (this.busy !== 'no') return;
    this.done = '';
    this.found = null;
    this.problem = contact ? '' : says.missing;
    if (!contact) return;
    this.busy = 'finding';
    try {
      const found = await findPerson(wishOf(contact));
      this.#asked = found.email ?? found.phone ?? contact;
      this.found = found;
    } catch (error) {
      this.problem = (error instanceof ApiError && error.fields[0]?.message) || messageOf(error);
    } finally {
      this.busy = 'no';
    }
  }

  async #download(): Promise<void> {
    if (this.busy !== 'no') return;
    this.busy = 'downloading';
    try {
      const file = await exportPerson(wishOf(this.#asked), says.downloadBroke);
      keepFile(file, says.fileName(new Date().toISOString().slice(0, 10)));
      showToast(says.downloaded);
    } catch (error) {
      showToast(messageOf(error), { tone: 'problem' });
    } finally {
      this.busy = 'no';
    }
  }

  async #erase(words: string[]): Promise<void> {
    const erased = await askErase({ contact: this.#asked, words });
    if (!erased) return;
    this.found = null;
    this.done = says.erased(countWords(erased).join(', '));
    const input = this.renderRoot.querySelector<SlInput>('sl-input');
    if (input) input.value = '';
    input?.focus();
    this.dispatchEvent(new CustomEvent('desk-erased', { bubbles: true, composed: true }));
  }
}

customElements.define('desk-person-held', DeskPersonHeld);

declare global {
  interface HTMLElementTagNameMap {
    'desk-person-held': DeskPersonHeld;
  }
  interface HTMLElementEventMap {
    'desk-erased': CustomEvent;
  }
}
