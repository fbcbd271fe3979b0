import { html, LitElement } from 'lit';
import type { WebhookEvent } from '../../../backend/sites/integration-schema.ts';
import type { SitePatch, SiteView } from '../../../backend/sites/schema.ts';
import { workflowUrl } from '../../api/agents.ts';
import type { Problems, SiteDraft } from '../../controllers/sites/site-draft.ts';
import { integrationTexts } from '../../languages/en/integrations.ts';
import { optionalField, type SecretValue, secretField } from '../assistant/site-agent-fields.ts';
import { base } from '../base.styles.ts';
import { edit, underField } from '../sites/site-fields.ts';
import { siteForm } from '../sites/site-form.styles.ts';
import { integrationFormStyles } from './integration-form.styles.ts';
import '../sites/try-settings.ts';
import './webhook-preview.ts';
import './webhook-secret.ts';

const texts = integrationTexts.webhook;
const EVENTS = 'integrations.webhook.events';
/** What it is told unless somebody chose. */
const DEFAULT: readonly WebhookEvent[] = ['lead.completed'];
/** What a webhook can be told of, said in words; a missing one does not compile. */
const eventWords: Record<WebhookEvent, { title: string; text: string }> = integrationTexts.events;

/** Where messages of a site go, which ones, and how the receiver knows that they are real. */
export class DeskSiteWebhook extends LitElement {
  static override styles = [base, siteForm, integrationFormStyles];
  static override properties = {
    draft: { attribute: false },
    problems: { attribute: false },
    saved: { attribute: false },
    patch: { attribute: false },
    previewing: { state: true },
  };

  declare draft: SiteDraft;
  declare problems: Problems;
  declare saved: SiteView;
  declare patch: SitePatch | undefined;
  /** The example is made by the server, so only for those who want to see it. */
  declare private previewing: boolean;

  protected override render() {
    const { problems, saved, patch } = this;
    const settings = this.draft.integrations.webhook;
    return html`<div class="fields">
      ${optionalField({
        path: 'integrations.webhook.url',
        label: texts.url,
        hint: texts.urlHint,
        placeholder: texts.urlPlaceholder,
        type: 'url',
        problems,
        value: settings.url,
        more: html`<p class="hint">
          ${texts.workflows}
          <a href=${workflowUrl(saved.id, 'completed-lead')} download="parlour-completed-lead.json"
            >${texts.workflow}</a
          >
        </p>`,
      })}
      ${this.#events()}
      <desk-webhook-secret
        siteId=${saved.id}
        .settings=${settings}
        .saved=${saved.integrations.webhook}
      ></desk-webhook-secret>
      <details ?open=${!!saved.integrations.webhook?.headerSecret || hasHeaderProblem(problems)}>
        <summary>${texts.more}</summary>
        <div class="fields">
          ${secretField({
            path: 'integrations.webhook.headerSecret',
            label: texts.headerSecret,
            hint: texts.headerSecretHint,
            problems,
            value: settings.headerSecret as SecretValue,
            saved: saved.integrations.webhook?.headerSecret,
          })}
          ${optionalField({
            path: 'integrations.webhook.headerName',
            label: texts.header,
            hint: texts.headerHint,
            placeholder: 'Authorization',
            size: 'middle',
            max: 200,
            problems,
            value: settings.headerName,
          })}
        </div>
      </details>
      <desk-try-settings
        siteId=${saved.id}
        kind="webhook"
        label=${texts.test}
        text=${texts.testText}
        ?disabled=${!settings.url}
        .patch=${patch}
      ></desk-try-settings>
      <details @toggle=${this.#onPreview}>
        <summary>${texts.preview}</summary>
        ${this.previewing ? html`<desk-webhook-preview siteId=${saved.id}></desk-webhook-preview>` : ''}
      </details>
    </div>`;
  }

  #events() {
    const chosen = new Set<string>(this.draft.integrations.webhook.events ?? DEFAULT);
    const all = Object.entries(eventWords) as Array<[WebhookEvent, { title: string; text: string }]>;
    return html`<fieldset id=${EVENTS} tabindex="-1" aria-describedby="${EVENTS}-hint">
      <legend>${texts.events}</legend>
      ${all.map(
        ([name, { title, text }]) => html`<label class="choice">
          <input
            type="checkbox"
            .checked=${chosen.has(name)}
            @change=${(event: Event) => this.#choose(name, (event.target as HTMLInputElement).checked)}
          />
          <span>${title} <code>${name}</code></span>
          <small>${text}</small>
        </label>`,
      )}
      ${underField(EVENTS, this.problems)}
    </fieldset>`;
  }

  #choose(name: WebhookEvent, isChosen: boolean): void {
    const chosen = new Set<string>(this.draft.integrations.webhook.events ?? DEFAULT);
    if (isChosen) chosen.add(name);
    else chosen.delete(name);
    edit(
      this,
      EVENTS,
      Object.keys(eventWords).filter((event) => chosen.has(event)),
    );
  }

  #onPreview(event: Event): void {
    if ((event.target as HTMLDetailsElement).open) this.previewing = true;
  }
}

const hasHeaderProblem = (problems: Problems) =>
  Object.keys(problems).some((path) => path.startsWith('integrations.webhook.header'));

customElements.define('desk-site-webhook', DeskSiteWebhook);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-webhook': DeskSiteWebhook;
  }
}
