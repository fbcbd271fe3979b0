import { html, LitElement } from 'lit';
import type { SiteView } from '../../../backend/sites/schema.ts';
import type { Problems, SiteDraft } from '../../controllers/sites/site-draft.ts';
import { agentTexts } from '../../languages/en/agents.ts';
import { base } from '../base.styles.ts';
import { siteForm } from '../sites/site-form.styles.ts';
import { optionalField, type SecretValue, secretField } from './site-agent-fields.ts';

const texts = agentTexts.n8n;

/** Which n8n workflow answers, and how Parlour signs in to it. */
export class DeskSiteAgentN8n extends LitElement {
  static override styles = [base, siteForm];
  static override properties = {
    settings: { attribute: false },
    saved: { attribute: false },
    problems: { attribute: false },
  };

  declare settings: SiteDraft['agent']['n8n'];
  declare saved: SiteView['agent']['n8n'];
  declare problems: Problems;

  protected override render() {
    const { settings, saved, problems } = this;
    return html`<div class="fields">
      ${optionalField({
        path: 'agent.n8n.url',
        label: texts.url,
        hint: texts.urlHint,
        placeholder: texts.urlPlaceholder,
        type: 'url',
        problems,
        value: settings.url,
      })}
      ${secretField({
        path: 'agent.n8n.authSecret',
        label: texts.secret,
        hint: texts.secretHint,
        problems,
        value: settings.authSecret as SecretValue,
        saved: saved?.authSecret,
      })}
      ${optionalField({
        path: 'agent.n8n.authHeader',
        label: texts.header,
        hint: texts.headerHint,
        placeholder: 'Authorization',
        size: 'middle',
        max: 200,
        problems,
        value: settings.authHeader,
      })}
    </div>`;
  }
}

customElements.define('desk-site-agent-n8n', DeskSiteAgentN8n);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-agent-n8n': DeskSiteAgentN8n;
  }
}
