import { html, LitElement, nothing } from 'lit';
import type { OutboxDetail, OutboxView } from '../../../backend/integrations/email/schema.ts';
import { messageOf } from '../../api/client.ts';
import { outboxFrame, readOutboxMail, sendOutboxMail } from '../../api/mail.ts';
import { paths } from '../../controllers/router.ts';
import { showToast } from '../../controllers/toasts.ts';
import { mailTexts } from '../../languages/en/mail.ts';
import { base } from '../base.styles.ts';
import type { Option } from '../choice.ts';
import { icon } from '../icons.ts';
import { outboxMailStyles } from './outbox-mail.styles.ts';
import '../choice.ts';
import '../mark.ts';
import '../time-ago.ts';

const texts = mailTexts.outbox;
type Look = 'looks' | 'plain';
const looks: readonly (Option & readonly [Look, string])[] = [
  ['looks', texts.looks],
  ['plain', texts.plain],
];

/**
 * One mail of the outbox: a row that opens to the mail itself.
 * @fires desk-sent - it is being sent now
 */
export class DeskOutboxMail extends LitElement {
  static override styles = [base, outboxMailStyles];
  static override properties = {
    mail: { attribute: false },
    open: { type: Boolean, reflect: true },
    detail: { state: true },
    look: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  declare mail: OutboxView;
  declare open: boolean;
  declare private detail: OutboxDetail | null;
  declare private look: Look;
  declare private problem: string;
  declare private busy: boolean;

  constructor() {
    super();
    this.open = this.busy = false;
    this.detail = null;
    this.look = 'looks';
    this.problem = '';
  }

  protected override willUpdate(): void {
    if (this.open && !this.detail && !this.busy && !this.problem) void this.#load();
  }

  protected override render() {
    const { subject, to, createdAt, sentAt } = this.mail;
    return html`<button type="button" class="row" aria-expanded=${this.open} @click=${this.#toggle}>
        <span class="what"><b dir="auto">${subject}</b><span class="quiet">${texts.to(to)}</span></span>
        ${sentAt ? html`<desk-mark tone="passed" icon="check-circle">${texts.sent}</desk-mark>` : nothing}
        <desk-time-ago class="quiet" at=${createdAt}></desk-time-ago>
        <span class="chevron">${icon('chevron-down')}</span>
      </button>
      ${this.open ? html`<div class="mail">${this.#mail()}</div>` : nothing}`;
  }

  #mail() {
    const { detail } = this;
    if (this.problem) return html`<p class="problem" role="alert">${this.problem}</p>`;
    if (!detail)
      return html`<span class="unseen" role="status">${texts.loading}</span><sl-skeleton></sl-skeleton>`;
    return html`<div class="tools">
        <desk-choice
          joined
          label=${texts.how}
          .options=${looks}
          value=${this.look}
          @desk-choose=${(event: CustomEvent<Look>) => (this.look = event.detail)}
        ></desk-choice>
        ${
          detail.sessionId
            ? html`<a href=${paths.conversation(detail.sessionId)}>${texts.conversation}</a>`
            : nothing
        }
        <span class="send">${
          detail.canSend
            ? html`<sl-button size="small" ?loading=${this.busy} @click=${this.#send}
                >${detail.sentAt ? texts.sendAgain : texts.send}</sl-button
              >`
            : html`<span class="quiet">${texts.needsKey}</span>`
        }</span>
      </div>
      ${
        detail.hidesLink
          ? html`<p class="hidden-link">
              ${icon('lock')}<span>${texts.hidesLink} <a href=${paths.settings('people')}>${texts.toPeople}</a></span>
            </p>`
          : nothing
      }
      ${
        this.look === 'looks'
          ? html`<iframe sandbox title=${texts.frame(detail.subject)} src=${outboxFrame(detail.id)}></iframe>`
          : html`<pre dir="auto" tabindex="0">${detail.text}</pre>`
      }`;
  }

  #toggle(): void {
    this.open = !this.open;
    this.problem = '';
  }

  async #load(): Promise<void> {
    this.busy = true;
    try {
      this.detail = await readOutboxMail(this.mail.id);
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.busy = false;
    }
  }

  async #send(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await sendOutboxMail(this.mail.id);
      showToast(texts.sending);
      this.dispatchEvent(new CustomEvent('desk-sent', { bubbles: true, composed: true }));
    } catch (error) {
      showToast(`${texts.sendFailed} ${messageOf(error)}`, { tone: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('desk-outbox-mail', DeskOutboxMail);

declare global {
  interface HTMLElementTagNameMap {
    'desk-outbox-mail': DeskOutboxMail;
  }
}
