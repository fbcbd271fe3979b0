import { html, LitElement, nothing } from 'lit';
import type { SessionView } from '../../../backend/sessions/schema.ts';
import { paths } from '../../controllers/router.ts';
import { toggleArchived } from '../../controllers/sessions/archive.ts';
import { toggleCompleted } from '../../controllers/sessions/complete.ts';
import { texts } from '../../languages/en/app.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { conversationName } from '../naming.ts';
import { outsideLink } from '../outside-link.ts';
import { headerStyles } from './session-header.styles.ts';
import { completionMark, qaMark, whoMark } from './session-marks.ts';
import { talkHead } from './talk-head.styles.ts';
import './session-menu.ts';

/**
 * The head of an open conversation: who, from which page, how it stands, and what can be done.
 * @fires desk-toggle-details - the panel beside the transcript is wanted, or no longer
 */
export class DeskSessionHeader extends LitElement {
  static override styles = [base, talkHead, headerStyles];
  static override properties = {
    session: { attribute: false },
    listSearch: { attribute: 'list-search' },
    detailsOpen: { type: Boolean, attribute: 'details-open' },
  };

  declare session: SessionView;
  /** The list's query string, for the way back. */
  declare listSearch: string;
  declare detailsOpen: boolean;

  protected override render() {
    const { session } = this;
    const archived = session.archiveStatus === 'archived';
    const completed = session.completionStatus === 'completed';
    return html`<a class="back" href=${paths.conversations(this.listSearch)} aria-label=${texts.detail.back}>${icon('arrow-left')}</a>
      <div class="who">
        <h1>${conversationName(session)}</h1>
        <div class="page">${outsideLink(session.page.url, session.page.title)}</div>
      </div>
      <div class="marks">
        ${whoMark(session, true)} ${completionMark(session, true)} ${qaMark(session, true)}
        ${archived ? html`<desk-mark icon="archive" filled>${this.#archivedText()}</desk-mark>` : nothing}
      </div>
      <div class="actions">
        <sl-button
          class="details"
          aria-expanded=${this.detailsOpen ? 'true' : 'false'}
          @click=${this.#toggleDetails}
        >
          <sl-icon slot="prefix" name="info-circle"></sl-icon>
          <span class="text">${this.detailsOpen ? texts.detail.hideDetails : texts.detail.showDetails}</span>
        </sl-button>
        <sl-button class="complete" @click=${() => toggleCompleted(session)}>
          <sl-icon slot="prefix" name=${completed ? 'arrow-counterclockwise' : 'check-circle'}></sl-icon>
          <span class="text">${completed ? texts.detail.reopen : texts.detail.complete}</span>
        </sl-button>
        <sl-button class="archive" @click=${() => toggleArchived(session)}>
          <sl-icon slot="prefix" name=${archived ? 'inbox' : 'archive'}></sl-icon>
          <span class="text">${archived ? texts.detail.unarchive : texts.detail.archive}</span>
        </sl-button>
        <desk-session-menu .session=${session} list-search=${this.listSearch}></desk-session-menu>
      </div>`;
  }

  #archivedText(): string {
    const by = this.session.archivedBy?.name;
    return by ? texts.detail.archivedBy(by) : texts.list.archived;
  }

  #toggleDetails(): void {
    this.dispatchEvent(new CustomEvent('desk-toggle-details', { bubbles: true, composed: true }));
  }
}

customElements.define('desk-session-header', DeskSessionHeader);

declare global {
  interface HTMLElementTagNameMap {
    'desk-session-header': DeskSessionHeader;
  }
  interface HTMLElementEventMap {
    'desk-toggle-details': CustomEvent;
  }
}
