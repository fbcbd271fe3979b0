import { css, html, LitElement, nothing } from 'lit';
import type { EarlierSession } from '../../../backend/sessions/schema.ts';
import { paths } from '../../controllers/router.ts';
import { texts } from '../../languages/en/app.ts';
import { conversationTexts } from '../../languages/en/conversations.ts';
import { base } from '../base.styles.ts';
import { pagePath } from '../naming.ts';
import { side } from '../side.styles.ts';
import { dateAndTime } from '../times.ts';

const words = conversationTexts.earlier;

/** Other conversations of the same visitor, each a link. */
export class DeskEarlierSessions extends LitElement {
  static override styles = [
    base,
    side,
    css`
      ul {
        display: grid;
        gap: 2px;
        margin-inline: -10px;
      }
      a {
        display: block;
        padding: 7px 10px;
        color: inherit;
        text-decoration: none;
        border-radius: var(--parlour-radius);
      }
      a:hover {
        background: var(--desk-hover);
      }
      .said {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        unicode-bidi: plaintext;
      }
    `,
  ];
  static override properties = { sessions: { attribute: false }, search: {} };

  declare sessions: readonly EarlierSession[];
  /** The list's query string, kept by the links. */
  declare search: string;

  protected override render() {
    if (this.sessions.length === 0) return nothing;
    return html`<h2>${words.title}</h2>
      <ul>${this.sessions.map((session) => this.#session(session))}</ul>`;
  }

  #session({
    id,
    startedAt,
    completionStatus,
    archiveStatus,
    messageCount,
    pageUrl,
    lastMessage,
  }: EarlierSession) {
    const facts = [
      texts.completion[completionStatus],
      archiveStatus === 'archived' ? texts.list.archived : null,
      words.messages(messageCount),
      pagePath(pageUrl),
    ].filter(Boolean);
    return html`<li>
      <a href=${paths.conversation(id, this.search)}>
        <div>${dateAndTime(startedAt)}</div>
        <div class="quiet">${facts.join(' · ')}</div>
        ${lastMessage ? html`<div class="said quiet">${lastMessage}</div>` : nothing}
      </a>
    </li>`;
  }
}

customElements.define('desk-earlier-sessions', DeskEarlierSessions);

declare global {
  interface HTMLElementTagNameMap {
    'desk-earlier-sessions': DeskEarlierSessions;
  }
}
