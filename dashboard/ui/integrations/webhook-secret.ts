import { css, html, LitElement, nothing } from 'lit';
import type { SiteView } from '../../../backend/sites/schema.ts';
import { makeWebhookSecret } from '../../api/integrations.ts';
import type { SiteDraft } from '../../controllers/sites/site-draft.ts';
import { agentTexts } from '../../languages/en/agents.ts';
import { integrationTexts } from '../../languages/en/integrations.ts';
import { base } from '../base.styles.ts';
import { askFirst } from '../confirm-dialog.ts';
import { showSecret } from '../secret-dialog.ts';
import { edit, type OwnChange } from '../sites/site-fields.ts';
import { siteForm } from '../sites/site-form.styles.ts';
import { exactTime } from '../times.ts';

const texts = integrationTexts.webhook;
const PATH = 'integrations.webhook.secret';

/** The secret that signs webhooks: made by the server, shown once, replaced without a gap. */
export class DeskWebhookSecret extends LitElement {
  static override styles = [
    base,
    siteForm,
    css`
      .until {
        color: var(--parlour-waiting);
        font-size: var(--parlour-size-xs);
      }
    `,
  ];
  static override properties = { siteId: {}, settings: { attribute: false }, saved: { attribute: false } };

  declare siteId: string;
  declare settings: SiteDraft['integrations']['webhook'];
  declare saved: SiteView['integrations']['webhook'];

  protected override render() {
    const saved = this.saved?.secret;
    const until = this.saved?.previousSecretUntil;
    const isRotating = until !== undefined && Date.parse(until) > Date.now();
    return html`<div class="field" role="group" aria-label=${texts.secret}>
      <span class="label">${texts.secret}</span>
      <div class="beside">${saved?.set ? this.#set(saved) : this.#none()}</div>
      ${saved?.set && isRotating ? html`<p class="until">${texts.bothUntil} ${exactTime(until)}.</p>` : nothing}
      <p class="hint">${texts.secretHint}</p>
    </div>`;
  }

  #none() {
    return html`<span>${texts.noSecret}</span>
      <sl-button size="small" @click=${() => this.#make()}>${texts.make}</sl-button>`;
  }

  #set(saved: { set: boolean; hint: string }) {
    const { set, removed, remove, replace, keep } = agentTexts.secrets;
    if (this.settings.secret === undefined)
      return html`<span>${removed}</span>
        <button class="link" @click=${() => edit(this, PATH, saved)}>${keep}</button>`;
    return html`<span>${set(saved.hint)}</span>
      <sl-button size="small" @click=${this.#replace}>${replace}</sl-button>
      <sl-button size="small" @click=${() => edit(this, PATH, undefined)}>${remove}</sl-button>`;
  }

  async #replace(): Promise<void> {
    const { replaceTitle: heading, replaceText: text, replaceAction: action } = texts;
    if (await askFirst({ heading, text, action })) this.#make();
  }

  #make(): void {
    let secret = '';
    const action = async () => {
      secret = await makeWebhookSecret(this.siteId);
      void showSecret({ heading: texts.made, text: texts.madeText, value: secret });
    };
    this.dispatchEvent(
      new CustomEvent<OwnChange>('desk-own-change', {
        detail: { action, failed: texts.makeFailed },
        bubbles: true,
        composed: true,
      }),
    );
  }
}

customElements.define('desk-webhook-secret', DeskWebhookSecret);

declare global {
  interface HTMLElementTagNameMap {
    'desk-webhook-secret': DeskWebhookSecret;
  }
}
