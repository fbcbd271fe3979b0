import { css, html, LitElement } from 'lit';
import type { SiteView } from '../../backend/sites/schema.ts';
import type { Problems, SiteDraft } from '../controllers/site-draft.ts';
import { siteTexts } from '../texts-sites.ts';
import { base } from './base.styles.ts';
import { icon } from './icons.ts';
import { areaField, numberField } from './site-fields.ts';
import { siteForm } from './site-form.styles.ts';

const texts = siteTexts.assistant;

/** Who answers, and what happens when no answer comes. */
export class DeskSiteAssistant extends LitElement {
  static override styles = [
    base,
    siteForm,
    css`
      .kind {
        display: flex;
        gap: 14px;
        padding: 14px 16px;
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius-bubble);
        background: var(--parlour-surface);
      }
      .kind sl-icon {
        flex: none;
        margin-top: 3px;
        font-size: 16px;
        color: var(--parlour-accent-ink);
      }
    `,
  ];
  static override properties = {
    draft: { attribute: false },
    problems: { attribute: false },
    kind: {},
  };

  declare draft: SiteDraft;
  declare problems: Problems;
  declare kind: SiteView['agent']['kind'];

  protected override render() {
    const { problems, kind } = this;
    const { agent } = this.draft;
    return html`<p class="lead">${texts.lead}</p>
      <div class="fields">
        <div class="field">
          <span class="label">${texts.kind}</span>
          <div class="kind">
            ${icon('stars')}
            <div>
              <h3>${kind === 'guided' ? texts.guided : kind}</h3>
              <p class="hint">${kind === 'guided' ? texts.guidedText : texts.other(kind)}</p>
            </div>
          </div>
        </div>
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
      </div>`;
  }
}

customElements.define('desk-site-assistant', DeskSiteAssistant);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-assistant': DeskSiteAssistant;
  }
}
