import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { WebhookPreview } from '../../../backend/integrations/webhook/schema.ts';
import type { WebhookEvent } from '../../../backend/sites/integration-schema.ts';
import { messageOf } from '../../api/client.ts';
import { previewWebhook } from '../../api/integrations.ts';
import { integrationTexts } from '../../languages/en/integrations.ts';
import { base } from '../base.styles.ts';
import { siteForm } from '../sites/site-form.styles.ts';
import '../code-copy.ts';

const texts = integrationTexts.webhook;
const events = Object.entries(integrationTexts.events) as Array<[WebhookEvent, { title: string }]>;

/** What a receiver is sent, as JSON to look at and to copy. */
export class DeskWebhookPreview extends LitElement {
  static override styles = [
    base,
    siteForm,
    css`
      desk-code-copy {
        --code-height: 380px;
        margin-top: 10px;
      }
      .hint {
        margin-top: 8px;
      }
    `,
  ];
  static override properties = {
    siteId: {},
    event: { state: true },
    shown: { state: true },
    problem: { state: true },
  };

  declare siteId: string;
  declare private event: WebhookEvent;
  declare private shown: WebhookPreview | null;
  declare private problem: string;

  constructor() {
    super();
    this.event = 'lead.completed';
    this.shown = null;
    this.problem = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('siteId') || changed.has('event')) void this.#load();
  }

  protected override render() {
    const { shown, problem } = this;
    return html`<div class="field">
        <label for="event">${texts.previewEvent}</label>
        <select id="event" class="middle" @change=${this.#choose}>
          ${events.map(
            ([name, { title }]) =>
              html`<option value=${name} .selected=${name === this.event}>${title}</option>`,
          )}
        </select>
      </div>
      ${problem ? html`<p class="hint problem" role="alert">${texts.previewFailed} ${problem}</p>` : nothing}
      ${
        shown
          ? html`<p class="hint ${shown.isExample ? 'note' : ''}">
                ${shown.isExample ? texts.previewMadeUp : texts.previewReal}
              </p>
              <desk-code-copy
                label=${texts.previewCode}
                code=${JSON.stringify(shown.payload, null, 2)}
              ></desk-code-copy>`
          : nothing
      }`;
  }

  #choose(event: Event): void {
    this.event = (event.target as HTMLSelectElement).value as WebhookEvent;
  }

  async #load(): Promise<void> {
    const { event } = this;
    try {
      const shown = await previewWebhook(this.siteId, event);
      if (event !== this.event) return;
      this.shown = shown;
      this.problem = '';
    } catch (error) {
      if (event !== this.event) return;
      this.shown = null;
      this.problem = messageOf(error);
    }
  }
}

customElements.define('desk-webhook-preview', DeskWebhookPreview);

declare global {
  interface HTMLElementTagNameMap {
    'desk-webhook-preview': DeskWebhookPreview;
  }
}
