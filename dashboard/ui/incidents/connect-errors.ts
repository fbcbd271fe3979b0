import { css, html, LitElement, nothing } from 'lit';
import type { WorkflowList } from '../../../backend/workflows/schema.ts';
import { listWorkflows, workflowUrl } from '../../api/agents.ts';
import { onlySite } from '../../controllers/only-site.ts';
import { paths } from '../../controllers/router.ts';
import { viewer } from '../../controllers/viewer.ts';
import { errorTexts as texts } from '../../languages/en/errors.ts';
import { inOurWords } from '../assistant/workflow-words.ts';
import { base } from '../base.styles.ts';

/** The workflow for n8n that reports errors here. */
const REPORTER = 'error-reporter';

/** How errors of n8n's workflows come here: the ready workflow and the steps that remain. */
export class DeskConnectErrors extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 10px;
        max-width: 520px;
        margin: 0 auto;
        padding: 16px 20px;
        text-align: start;
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius-bubble);
        background: var(--parlour-canvas);
      }
      h3 {
        font-size: var(--parlour-size-s);
        color: var(--parlour-ink);
      }
      ol {
        display: grid;
        gap: 4px;
        margin: 0;
        padding-inline-start: 20px;
        font-size: var(--parlour-size-xs);
      }
    `,
  ];
  static override properties = {
    chosen: {},
    siteId: { state: true },
    workflow: { state: true },
    asked: { state: true },
  };

  /** The site that the list is narrowed to, if any. */
  declare chosen: string;
  declare private siteId: string;
  declare private workflow: WorkflowList['items'][number] | undefined;
  declare private asked: boolean;

  constructor() {
    super();
    this.chosen = '';
    this.siteId = '';
    this.asked = false;
  }

  protected override async firstUpdated(): Promise<void> {
    if (!isAdmin()) return;
    this.siteId = this.chosen || ((await onlySite())?.id ?? '');
    const list = this.siteId ? await listWorkflows(this.siteId).catch(() => null) : null;
    this.workflow = list?.items.find(({ name }) => name === REPORTER);
    this.asked = true;
  }

  protected override render() {
    return html`<h3>${texts.connectTitle}</h3>
      ${isAdmin() ? this.#steps() : html`<p>${texts.connectAdmin}</p>`}`;
  }

  #steps() {
    const { workflow } = this;
    if (!workflow)
      return this.asked
        ? html`<p>${texts.connectMany}</p>
            <sl-button size="small" href=${paths.sites()}>${texts.toSites}</sl-button>`
        : nothing;
    return html`<ol>
        ${inOurWords(workflow).steps.map((step) => html`<li>${step}</li>`)}
      </ol>
      <sl-button size="small" href=${workflowUrl(this.siteId, REPORTER)} download="parlour-${REPORTER}.json">
        <sl-icon slot="prefix" name="download"></sl-icon>${texts.download}
      </sl-button>`;
  }
}

const isAdmin = () => viewer.value.status === 'signed-in' && viewer.value.user.role === 'admin';

customElements.define('desk-connect-errors', DeskConnectErrors);

declare global {
  interface HTMLElementTagNameMap {
    'desk-connect-errors': DeskConnectErrors;
  }
}
