import { css, html, LitElement, nothing } from 'lit';
import type { WorkflowList } from '../../../backend/workflows/schema.ts';
import { listWorkflows, workflowUrl } from '../../api/agents.ts';
import { agentTexts } from '../../languages/en/agents.ts';
import { base } from '../base.styles.ts';
import { siteForm } from '../sites/site-form.styles.ts';
import { inOurWords } from './workflow-words.ts';

const texts = agentTexts.workflows;

/** Workflows for n8n that are ready to import, with the steps that remain. */
export class DeskSiteWorkflows extends LitElement {
  static override styles = [
    base,
    siteForm,
    css`
      ul {
        display: grid;
        gap: 10px;
        margin-top: 12px;
      }
      ul > li {
        padding: 14px 16px;
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius-bubble);
        background: var(--parlour-surface);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: start;
        gap: 8px 16px;
      }
      .head > div {
        flex: 1 1 260px;
      }
      summary {
        margin-top: 6px;
        width: fit-content;
        cursor: pointer;
        font-size: var(--parlour-size-xs);
        color: var(--parlour-accent-ink);
      }
      ol {
        margin: 8px 0 0;
        padding-inline-start: 20px;
        display: grid;
        gap: 4px;
        font-size: var(--parlour-size-xs);
        max-width: 64ch;
      }
    `,
  ];
  static override properties = { siteId: {}, items: { state: true }, failed: { state: true } };

  declare siteId: string;
  declare private items: WorkflowList['items'];
  declare private failed: boolean;

  constructor() {
    super();
    this.items = [];
    this.failed = false;
  }

  protected override firstUpdated(): void {
    listWorkflows(this.siteId).then(
      ({ items }) => (this.items = items),
      () => (this.failed = true),
    );
  }

  protected override render() {
    return html`<p class="hint">${texts.text}</p>
      ${this.failed ? html`<p class="hint problem">${texts.failed}</p>` : nothing}
      <ul>
        ${this.items.map(inOurWords).map(
          ({ name, title, text, steps }) => html`<li>
            <div class="head">
              <div>
                <h3>${title}</h3>
                <p class="hint">${text}</p>
              </div>
              <sl-button
                size="small"
                href=${workflowUrl(this.siteId, name)}
                download="parlour-${name}.json"
                >${texts.button}<span class="unseen"> ${title}</span></sl-button
              >
            </div>
            <details>
              <summary>${texts.steps}</summary>
              <ol>
                ${steps.map((step) => html`<li>${step}</li>`)}
              </ol>
            </details>
          </li>`,
        )}
      </ul>`;
  }
}

customElements.define('desk-site-workflows', DeskSiteWorkflows);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-workflows': DeskSiteWorkflows;
  }
}
