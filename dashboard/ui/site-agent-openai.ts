import { html, LitElement } from 'lit';
import type { SiteView } from '../../backend/sites/schema.ts';
import type { Problems, SiteDraft } from '../controllers/site-draft.ts';
import { agentTexts } from '../texts-agents.ts';
import { base } from './base.styles.ts';
import { decimalField, optionalField, type SecretValue, secretField } from './site-agent-fields.ts';
import { areaField, numberField } from './site-fields.ts';
import { siteForm } from './site-form.styles.ts';

const texts = agentTexts.openai;

/** Which model answers, what it is told, and how much it may answer. */
export class DeskSiteAgentOpenai extends LitElement {
  static override styles = [base, siteForm];
  static override properties = {
    settings: { attribute: false },
    saved: { attribute: false },
    problems: { attribute: false },
  };

  declare settings: SiteDraft['agent']['openai'];
  declare saved: SiteView['agent']['openai'];
  declare problems: Problems;

  protected override render() {
    const { settings, saved, problems } = this;
    return html`<div class="fields">
      ${optionalField({
        path: 'agent.openai.baseUrl',
        label: texts.baseUrl,
        hint: texts.baseUrlHint,
        placeholder: 'https://api.openai.com/v1',
        type: 'url',
        problems,
        value: settings.baseUrl,
      })}
      ${optionalField({
        path: 'agent.openai.model',
        label: texts.model,
        hint: texts.modelHint,
        size: 'middle',
        max: 200,
        problems,
        value: settings.model,
      })}
      ${secretField({
        path: 'agent.openai.apiKey',
        label: texts.apiKey,
        hint: texts.apiKeyHint,
        problems,
        value: settings.apiKey as SecretValue,
        saved: saved?.apiKey,
      })}
      ${areaField({
        path: 'agent.openai.systemPrompt',
        label: texts.prompt,
        hint: texts.promptHint,
        max: 20_000,
        problems,
        value: settings.systemPrompt ?? '',
      })}
      ${decimalField({
        path: 'agent.openai.temperature',
        label: texts.temperature,
        hint: texts.temperatureHint,
        problems,
        value: settings.temperature,
      })}
      ${numberField({
        path: 'agent.openai.maxRepliesPerSession',
        label: texts.replies,
        hint: texts.limitHint,
        unit: texts.repliesUnit,
        empty: undefined,
        problems,
        value: settings.maxRepliesPerSession,
      })}
      ${numberField({
        path: 'agent.openai.maxTokensPerDay',
        label: texts.tokens,
        hint: texts.limitHint,
        unit: texts.tokensUnit,
        empty: undefined,
        problems,
        value: settings.maxTokensPerDay,
      })}
    </div>`;
  }
}

customElements.define('desk-site-agent-openai', DeskSiteAgentOpenai);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-agent-openai': DeskSiteAgentOpenai;
  }
}
