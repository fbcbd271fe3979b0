import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { SitePatch } from '../../../backend/sites/schema.ts';
import type { TestAnswer } from '../../../backend/trials/schema.ts';
import { type Tryable, trySettings } from '../../api/agents.ts';
import { messageOf } from '../../api/client.ts';
import { integrationTexts } from '../../languages/en/integrations.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { siteForm } from './site-form.styles.ts';

const texts = integrationTexts.test;

/** A button that tries the assistant or an integration for real, and beside it what came of it in plain words. */
export class DeskTrySettings extends LitElement {
  static override styles = [
    base,
    siteForm,
    css`
      .answer {
        display: flex;
        gap: 8px;
        min-width: 0;
        flex: 1 1 220px;
        overflow-wrap: anywhere;
      }
      .answer:empty {
        display: none;
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
      .hint {
        margin-top: 6px;
      }
    `,
  ];
  static override properties = {
    siteId: {},
    kind: {},
    label: {},
    text: {},
    patch: { attribute: false },
    disabled: { type: Boolean },
    busy: { state: true },
    answer: { state: true },
  };

  declare siteId: string;
  declare kind: Tryable;
  /** The words on the button. */
  declare label: string;
  /** What it will do. */
  declare text: string;
  /** What is not saved yet. */
  declare patch: SitePatch | undefined;
  declare disabled: boolean;
  declare private busy: boolean;
  declare private answer: TestAnswer | null;

  constructor() {
    super();
    this.disabled = this.busy = false;
    this.answer = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    // An answer about other settings than those in sight would mislead.
    if (changed.has('patch') && !same(changed.get('patch'), this.patch)) this.answer = null;
  }

  protected override render() {
    const { busy, answer } = this;
    return html`<div class="beside">
        <sl-button ?loading=${busy} ?disabled=${this.disabled} @click=${this.#test}>${this.label}</sl-button>
        <div class="answer ${answer?.ok ? 'good' : 'bad'}" role="status">
          ${busy ? html`<span class="unseen">${texts.busy}</span>` : nothing}
          ${answer ? html`${icon(answer.ok ? 'check-circle' : 'exclamation-triangle')}<p>${answer.message}</p>` : nothing}
        </div>
      </div>
      <p class="hint">${this.text}</p>`;
  }

  async #test(): Promise<void> {
    // A button that shows that it is busy still takes presses.
    if (this.busy) return;
    this.busy = true;
    this.answer = null;
    const asked = this.patch;
    try {
      const answer = await trySettings(this.siteId, this.kind, asked);
      if (same(asked, this.patch)) this.answer = answer;
    } catch (error) {
      this.answer = { ok: false, message: `${texts.failed} ${messageOf(error)}` };
    } finally {
      this.busy = false;
    }
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

customElements.define('desk-try-settings', DeskTrySettings);

declare global {
  interface HTMLElementTagNameMap {
    'desk-try-settings': DeskTrySettings;
  }
}
