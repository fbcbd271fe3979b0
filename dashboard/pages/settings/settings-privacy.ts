import { html, LitElement } from 'lit';
import { privacyTexts as says } from '../../languages/en/privacy.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { base } from '../../ui/base.styles.ts';
import type { DeskErasureHistory } from '../../ui/privacy/erasure-history.ts';
import { settingsSection } from '../../ui/settings.styles.ts';
import '../../ui/privacy/erasure-history.ts';
import '../../ui/privacy/person-held.ts';
import '../../ui/privacy/retention-list.ts';

/** What is held about a person, its erasure, and how long conversations are kept. */
export class DeskSettingsPrivacy extends LitElement {
  static override styles = [base, settingsSection];

  protected override render() {
    return html`<div class="head">
        <div>
          <h1>${settingsTexts.sections.privacy}</h1>
          <p>${says.text}</p>
        </div>
      </div>
      <section class="card"><desk-person-held @desk-erased=${this.#onErased}></desk-person-held></section>
      <section class="card"><desk-retention-list></desk-retention-list></section>
      <section class="card"><desk-erasure-history></desk-erasure-history></section>`;
  }

  #onErased(): void {
    void this.renderRoot.querySelector<DeskErasureHistory>('desk-erasure-history')?.refresh();
  }
}

customElements.define('desk-settings-privacy', DeskSettingsPrivacy);

declare global {
  interface HTMLElementTagNameMap {
    'desk-settings-privacy': DeskSettingsPrivacy;
  }
}
