import type { SlMenuItem } from '@shoelace-style/shoelace';
import { html, LitElement, nothing } from 'lit';
import type { PersonView } from '../../../backend/staff/people/schema.ts';
import { messageOf } from '../../api/client.ts';
import { clearMailMark } from '../../api/mail.ts';
import { showToast } from '../../controllers/toasts.ts';
import { mailTexts } from '../../languages/en/mail.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { initials } from '../naming.ts';
import { dayAndTime } from '../times.ts';
import { doWith, offersFor, type PersonDeed } from './person-deeds.ts';
import { personRowStyles } from './person-row.styles.ts';
import '../mark.ts';
import '../time-ago.ts';

const says = settingsTexts.people;

/**
 * One person: who they are, what they may do, when they were in last, and what can be done with the account.
 * @fires desk-person-changed - `detail` is the person as they are now
 */
export class DeskPersonRow extends LitElement {
  static override styles = [base, personRowStyles];
  static override properties = { person: { attribute: false }, self: { type: Boolean, reflect: true } };

  declare person: PersonView;
  /** The person is the one who looks. */
  declare self: boolean;

  protected override render() {
    const { name, email, role, status } = this.person;
    return html`<div class="face ${status}" aria-hidden="true">${initials(name)}</div>
      <div class="who">
        <div class="name">
          <b>${name}</b>
          ${this.self ? html`<span class="you">${says.you}</span>` : nothing} ${this.#forgot()}
        </div>
        <div class="quiet">${email}</div>
        ${this.#refused()}
      </div>
      <div class="role">${says.roles[role]}</div>
      <div class="state">${this.#state()}</div>
      <div class="menu">${this.self ? nothing : this.#menu()}</div>`;
  }

  #forgot() {
    const { resetRequestedAt: at, status } = this.person;
    if (!at || status !== 'active') return nothing;
    return html`<desk-mark tone="waiting" icon="key" filled
      >${says.forgot} · <desk-time-ago at=${at}></desk-time-ago
    ></desk-mark>`;
  }

  /** Mail to them does not arrive. */
  #refused() {
    const { mailProblem } = this.person;
    if (!mailProblem) return nothing;
    return html`<div class="refused">
      <desk-mark tone="issue" icon="exclamation-triangle" filled>${mailTexts.marks[mailProblem]}</desk-mark>
      <button type="button" class="link" @click=${this.#clear}>${mailTexts.people.clear}</button>
    </div>`;
  }

  async #clear(): Promise<void> {
    const { email } = this.person;
    try {
      await clearMailMark(email);
      showToast(mailTexts.card.cleared(email));
      this.#tell({ ...this.person, mailProblem: null });
    } catch (error) {
      showToast(`${mailTexts.card.clearFailed} ${messageOf(error)}`, { tone: 'problem' });
    }
  }

  #state() {
    const { status, lastLoginAt, linkExpiresAt } = this.person;
    if (status === 'disabled') return html`<desk-mark icon="dash-circle">${says.status.disabled}</desk-mark>`;
    if (status === 'invited') {
      const link = linkExpiresAt ? says.linkUntil(dayAndTime(linkExpiresAt)) : says.linkOver;
      return html`<desk-mark tone="waiting" icon="envelope">${says.status.invited}</desk-mark>
        <div class="quiet">${link}</div>`;
    }
    if (!lastLoginAt) return html`<span class="quiet">${says.neverIn}</span>`;
    return html`<span class="quiet">${says.lastLogin} <desk-time-ago at=${lastLoginAt}></desk-time-ago></span>`;
  }

  #menu() {
    return html`<sl-dropdown placement="bottom-end" hoist>
      <button slot="trigger" type="button" class="dots">
        ${icon('three-dots')}<span class="unseen">${says.menu(this.person.name)}</span>
      </button>
      <sl-menu @sl-select=${this.#onSelect}>
        ${offersFor(this.person).map(
          ([deed, label]) => html`<sl-menu-item value=${deed}>${label}</sl-menu-item>`,
        )}
      </sl-menu>
    </sl-dropdown>`;
  }

  async #onSelect(event: CustomEvent<{ item: SlMenuItem }>): Promise<void> {
    try {
      const detail = await doWith(this.person, event.detail.item.value as PersonDeed);
      if (detail) this.#tell(detail);
    } catch (error) {
      showToast(messageOf(error), { tone: 'problem' });
    }
  }

  #tell(detail: PersonView): void {
    this.dispatchEvent(new CustomEvent('desk-person-changed', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('desk-person-row', DeskPersonRow);

declare global {
  interface HTMLElementTagNameMap {
    'desk-person-row': DeskPersonRow;
  }
  interface HTMLElementEventMap {
    'desk-person-changed': CustomEvent<PersonView>;
  }
}
