import { html, LitElement } from 'lit';
import { ApiError, messageOf } from '../../api/client.ts';
import { sendLeadAgain } from '../../api/deliveries.ts';
import { navigate, paths } from '../../controllers/router.ts';
import { showToast } from '../../controllers/toasts.ts';
import { viewer } from '../../controllers/viewer.ts';
import { deliveryTexts as texts } from '../../languages/en/deliveries.ts';
import { base } from '../base.styles.ts';

/** Sends a lead to everything its site sends leads to, once more. */
export class DeskSendLead extends LitElement {
  static override styles = base;
  static override properties = {
    leadId: { attribute: 'lead-id' },
    siteId: { attribute: 'site-id' },
    busy: { state: true },
  };

  declare leadId: string;
  declare siteId: string;
  declare private busy: boolean;

  protected override render() {
    return html`<sl-button size="small" ?disabled=${this.busy} @click=${this.#send}>
      <sl-icon slot="prefix" name="send"></sl-icon>${texts.leadAgain}
    </sl-button>`;
  }

  readonly #send = async () => {
    this.busy = true;
    try {
      showToast(texts.leadPlanned(await sendLeadAgain(this.leadId)));
    } catch (error) {
      this.#explain(error);
    }
    this.busy = false;
  };

  /** Where the site sends leads nowhere, an admin is led to where that is said. */
  #explain(error: unknown): void {
    const isAdmin = viewer.value.status === 'signed-in' && viewer.value.user.role === 'admin';
    const isUnconnected = error instanceof ApiError && error.id === 'nothing_connected';
    if (isUnconnected && isAdmin)
      showToast(messageOf(error), {
        label: texts.connect,
        undo: () => navigate(paths.site(this.siteId, 'integrations')),
        tone: 'problem',
      });
    else showToast(messageOf(error), { tone: 'problem' });
  }
}

customElements.define('desk-send-lead', DeskSendLead);

declare global {
  interface HTMLElementTagNameMap {
    'desk-send-lead': DeskSendLead;
  }
}
