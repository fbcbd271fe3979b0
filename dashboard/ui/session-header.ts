import { css, html, LitElement, nothing } from 'lit';
import type { SessionView } from '../../backend/sessions/schema.ts';
import { toggleArchived } from '../controllers/archive.ts';
import { texts } from '../texts.ts';
import { base } from './base.styles.ts';
import { icon } from './icons.ts';
import { conversationName, webUrl } from './naming.ts';
import { completionMark, qaMark, whoMark } from './session-marks.ts';

/**
 * The head of an open conversation: who, from which page, how it stands, and what can be done.
 * @fires desk-toggle-details - the panel beside the transcript is wanted, or no longer
 */
export class DeskSessionHeader extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        padding: 12px 20px;
        border-bottom: 1px solid var(--parlour-line-soft);
        background: var(--parlour-surface);
      }
      .back {
        display: none;
        place-items: center;
        width: 36px;
        height: 36px;
        margin-inline: -8px -8px;
        border-radius: var(--parlour-radius);
        color: inherit;
        font-size: 18px;
      }
      .who {
        flex: 1;
        min-width: 0;
      }
      h1 {
        font-size: var(--parlour-size-m);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        unicode-bidi: plaintext;
        text-align: start;
      }
      .page {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
      }
      .page a {
        color: inherit;
      }
      .marks {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .actions {
        display: flex;
        gap: 8px;
      }
      .details {
        display: none;
      }
      @container detail (max-width: 899px) {
        .details {
          display: block;
        }
      }
      @container detail (max-width: 640px) {
        .marks {
          order: 4;
          flex-basis: 100%;
        }
      }
      @container detail (max-width: 480px) {
        /* The name needs the room: the words stay for those who listen. */
        .text {
          position: absolute;
          clip-path: inset(50%);
        }
        sl-button::part(base) {
          padding: 0 11px;
        }
        sl-button::part(label) {
          padding: 0;
          width: 0;
        }
      }
      @media (max-width: 799px) {
        :host {
          padding: 8px 16px 10px;
        }
        .back {
          display: grid;
        }
      }
    `,
  ];
  static override properties = {
    session: { attribute: false },
    backHref: { attribute: 'back-href' },
    detailsOpen: { type: Boolean, attribute: 'details-open' },
  };

  declare session: SessionView;
  /** Where the list is. */
  declare backHref: string;
  declare detailsOpen: boolean;

  protected override render() {
    const { session } = this;
    const archived = session.archiveStatus === 'archived';
    return html`<a class="back" href=${this.backHref} aria-label=${texts.detail.back}>${icon('arrow-left')}</a>
      <div class="who">
        <h1>${conversationName(session)}</h1>
        <div class="page">${this.#page()}</div>
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
        <sl-button class="archive" @click=${() => toggleArchived(session)}>
          <sl-icon slot="prefix" name=${archived ? 'inbox' : 'archive'}></sl-icon>
          <span class="text">${archived ? texts.detail.unarchive : texts.detail.archive}</span>
        </sl-button>
      </div>`;
  }

  #page() {
    const { url, title } = this.session.page;
    const link = url === null ? null : webUrl(url);
    const label = title || (link ? `${link.host}${link.pathname}` : url);
    if (!link) return label;
    return html`<a href=${link.href} target="_blank" rel="noopener noreferrer nofollow">${label}</a>`;
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
