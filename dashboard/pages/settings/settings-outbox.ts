import { css, html, LitElement, nothing } from 'lit';
import type { OutboxView } from '../../../backend/integrations/email/schema.ts';
import { listOutbox } from '../../api/mail.ts';
import { PagedList } from '../../controllers/paged-list.ts';
import { mailTexts } from '../../languages/en/mail.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { base } from '../../ui/base.styles.ts';
import { listFailed } from '../../ui/list-states.ts';
import { settingsSection } from '../../ui/settings.styles.ts';
import '../../ui/load-more.ts';
import '../../ui/notice.ts';
import '../../ui/staff/outbox-mail.ts';
import '../../ui/settings-skeleton.ts';

const says = mailTexts.outbox;

/** Mails that were kept because nothing sends them; `?mail=` opens one. */
export class DeskSettingsOutbox extends LitElement {
  static override styles = [
    base,
    settingsSection,
    css`
      .state {
        padding: 10px 14px;
        margin-bottom: 16px;
        border-radius: var(--parlour-radius);
        background: var(--parlour-sunken);
        text-wrap: pretty;
      }
    `,
  ];

  #canSend = false;
  readonly #mails = new PagedList<OutboxView>(this, async (cursor, signal) => {
    const page = await listOutbox(cursor, signal);
    this.#canSend = page.canSend;
    return page;
  });
  readonly #wanted = new URLSearchParams(location.search).get('mail');

  protected override render() {
    return html`<div class="head">
        <div>
          <h1>${settingsTexts.sections.outbox}</h1>
          <p>${says.text}</p>
        </div>
      </div>
      ${this.#content()}`;
  }

  #content() {
    const { status, items } = this.#mails;
    if (status === 'loading') return html`<desk-settings-skeleton></desk-settings-skeleton>`;
    if (status === 'failed') return listFailed(this.#mails, says.failedTitle);
    if (items.length === 0)
      return html`<desk-notice
        icon="inbox"
        heading=${says.emptyTitle}
        text=${this.#canSend ? says.emptyReady : says.emptyText}
      ></desk-notice>`;
    return html`<p class="state">${this.#canSend ? says.canSend : says.cannotSend}</p>
      <ul class="rows" aria-label=${settingsTexts.sections.outbox}>
        ${items.map(
          (mail) => html`<li>
            <desk-outbox-mail
              .mail=${mail}
              ?open=${mail.id === this.#wanted}
              @desk-sent=${() => this.#mails.load({ quiet: true })}
            ></desk-outbox-mail>
          </li>`,
        )}
      </ul>
      ${
        this.#mails.more === 'none'
          ? nothing
          : html`<desk-load-more
              .state=${this.#mails.more}
              @desk-load-more=${() => this.#mails.loadMore()}
            ></desk-load-more>`
      }`;
  }
}

customElements.define('desk-settings-outbox', DeskSettingsOutbox);

declare global {
  interface HTMLElementTagNameMap {
    'desk-settings-outbox': DeskSettingsOutbox;
  }
}
