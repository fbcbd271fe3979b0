import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { SitePatch, SiteView } from '../../../backend/sites/schema.ts';
import type { Problems, SiteDraft } from '../../controllers/sites/site-draft.ts';
import { agentTexts } from '../../languages/en/agents.ts';
import { base } from '../base.styles.ts';
import { areaField, edit, numberField } from '../sites/site-fields.ts';
import { siteForm } from '../sites/site-form.styles.ts';
import { assistantStyles } from './site-assistant.styles.ts';
import './site-agent-n8n.ts';
import './site-agent-openai.ts';
import '../sites/try-settings.ts';
import './site-agent-try.ts';
import './site-workflows.ts';

const texts = agentTexts;
const kinds = ['guided', 'n8n', 'openai'] as const;

/** Who answers, whether it works, and what happens when no answer comes. */
export class DeskSiteAssistant extends LitElement {
  static override styles = [base, siteForm, assistantStyles];
  static override properties = {
    draft: { attribute: false },
    problems: { attribute: false },
    saved: { attribute: false },
    patch: { attribute: false },
  };

  declare draft: SiteDraft;
  declare problems: Problems;
  declare saved: SiteView;
  /** What is not saved yet. */
  declare patch: SitePatch | undefined;

  /** Shows and focuses the setting that a problem is about, also inside a form of its own. */
  reveal(path: string): void {
    const roots = [this.renderRoot, ...[...this.renderRoot.querySelectorAll('*')].map((el) => el.shadowRoot)];
    for (const root of roots) root?.querySelector<HTMLElement>(`[id="${path}"]`)?.focus();
  }

  protected override render() {
    const { problems, draft, saved } = this;
    const { agent } = draft;
    return html`<p class="lead">${texts.lead}</p>
      <div class="fields">
        <fieldset>
          <legend>${texts.kind}</legend>
          <div class="kinds">${kinds.map((kind) => this.#card(kind))}</div>
        </fieldset>
        ${this.#form()}
        ${section(
          texts.test.heading,
          html`<desk-try-settings
            siteId=${saved.id}
            kind="agent"
            label=${texts.test.button}
            text=${texts.test.text}
            .patch=${this.patch}
          ></desk-try-settings>`,
        )}
        ${section(
          texts.trying.heading,
          html`<desk-site-agent-try
            siteId=${saved.id}
            .patch=${this.patch}
            .fields=${draft.lead.fields}
          ></desk-site-agent-try>`,
        )}
        ${section(
          texts.failing,
          html`<div class="fields">
            ${areaField({
              path: 'agent.fallbackText',
              label: texts.fallback,
              hint: texts.fallbackHint,
              problems,
              value: agent.fallbackText,
              max: 1000,
            })}
            ${numberField({
              path: 'agent.replyTimeoutSeconds',
              label: texts.timeout,
              hint: texts.timeoutHint,
              problems,
              value: agent.replyTimeoutSeconds,
              unit: texts.seconds,
              empty: Number.NaN,
            })}
            ${numberField({
              path: 'agent.handoverMinutes',
              label: texts.handover,
              hint: texts.handoverHint,
              problems,
              value: agent.handoverMinutes,
              unit: texts.minutes,
              empty: undefined,
            })}
          </div>`,
        )}
        ${
          agent.kind === 'n8n'
            ? section(
                texts.workflows.heading,
                html`<desk-site-workflows siteId=${saved.id}></desk-site-workflows>`,
              )
            : nothing
        }
      </div>`;
  }

  #card(kind: (typeof kinds)[number]) {
    const { title, text } = texts.kinds[kind];
    return html`<label class="kind">
      <input
        type="radio"
        name="kind"
        value=${kind}
        .checked=${this.draft.agent.kind === kind}
        @change=${(event: Event) => edit(event.currentTarget, 'agent.kind', kind)}
      />
      <div>
        <h3>${title}</h3>
        <p class="hint">${text}</p>
      </div>
    </label>`;
  }

  #form() {
    const { problems, saved } = this;
    const { kind, n8n, openai } = this.draft.agent;
    if (kind === 'n8n')
      return section(
        texts.n8n.heading,
        html`<desk-site-agent-n8n
          .settings=${n8n}
          .saved=${saved.agent.n8n}
          .problems=${problems}
        ></desk-site-agent-n8n>`,
      );
    if (kind === 'openai')
      return section(
        texts.openai.heading,
        html`<desk-site-agent-openai
          siteId=${saved.id}
          .settings=${openai}
          .saved=${saved.agent.openai}
          .problems=${problems}
        ></desk-site-agent-openai>`,
      );
    return nothing;
  }
}

const section = (heading: string, content: TemplateResult) =>
  html`<section>
    <h3>${heading}</h3>
    ${content}
  </section>`;

customElements.define('desk-site-assistant', DeskSiteAssistant);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-assistant': DeskSiteAssistant;
  }
}
