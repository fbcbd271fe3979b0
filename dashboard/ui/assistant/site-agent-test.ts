import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { SitePatch } from '../../../backend/sites/schema.ts';
import type { TestAnswer } from '../../../backend/trials/schema.ts';
import { testAgent } from '../../api/agents.ts';
import { messageOf } from '../../api/client.ts';
import { agentTexts } from '../../languages/en/agents.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { siteForm } from '../sites/site-form.styles.ts';

const texts = agentTexts.test;

/** A button that asks the assistant for one answer, and what came of it in plain words. */
export class DeskSiteAgentTest extends LitElement {
  static override styles = [
    base,
    siteForm,
    css`
      .answer {
        display: flex;
        gap: 8px;
        margin-top: 12px;
        overflow-wrap: anywhere;
      }
      .answer:empty {
        margin: 0;
      }
      .answer sl-icon {
        flex: none;
        margin-top: 4px;
      }
      .good sl-icon {
        color: var(--parlour-passed);
      }
      .bad sl-icon {
        color: var(--parlour-issue);
      }
      sl-button {
        margin-top: 10px;
      }
    `,
  ];
  static override properties = {
    siteId: {},
    patch: { attribute: false },
    busy: { state: true },
    answer: { state: true },
  };

  declare siteId: string;
  declare patch: SitePatch | undefined;
  declare private busy: boolean;
  declare private answer: TestAnswer | null;

  constructor() {
    super();
    this.busy = false;
    this.answer = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    // An answer about other settings than those in sight would mislead.
    if (changed.has('patch') && JSON.stringify(changed.get('patch')) !== JSON.stringify(this.patch))
      this.answer = null;
  }

  protected override render() {
    const { busy, answer } = this;
    return html`<p class="hint">${texts.text}</p>
      <sl-button ?loading=${busy} @click=${this.#test}>${texts.button}</sl-button>
      <div class="answer ${answer?.ok ? 'good' : 'bad'}" role="status">
        ${busy ? html`<span class="unseen">${texts.busy}</span>` : nothing}
        ${answer ? html`${icon(answer.ok ? 'check-circle' : 'exclamation-triangle')}<p>${answer.message}</p>` : nothing}
      </div>`;
  }

  async #test(): Promise<void> {
    this.busy = true;
    this.answer = null;
    const asked = this.patch;
    try {
      const answer = await testAgent(this.siteId, asked);
      if (JSON.stringify(asked) === JSON.stringify(this.patch)) this.answer = answer;
    } catch (error) {
      this.answer = { ok: false, message: `${texts.failed} ${messageOf(error)}` };
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('desk-site-agent-test', DeskSiteAgentTest);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-agent-test': DeskSiteAgentTest;
  }
}
