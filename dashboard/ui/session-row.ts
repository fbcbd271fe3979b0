import { html, LitElement, nothing } from 'lit';
import type { SessionRow } from '../../backend/sessions/schema.ts';
import { texts } from '../texts.ts';
import { base } from './base.styles.ts';
import { icon } from './icons.ts';
import { conversationName, pagePath } from './naming.ts';
import { channelIcons, completionMark, qaMark, whoMark } from './session-marks.ts';
import { rowStyles } from './session-row.styles.ts';
import './time-ago.ts';

/** One conversation in the list: who, what was said last, when, and how it stands. A link, so that it opens anywhere. */
export class DeskSessionRow extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = [base, rowStyles];
  static override properties = {
    row: { attribute: false },
    href: {},
    current: { type: Boolean, reflect: true },
    unread: { type: Boolean, reflect: true },
    reachable: { type: Boolean },
  };

  declare row: SessionRow;
  declare href: string;
  /** It is the one that is open beside the list. */
  declare current: boolean;
  declare unread: boolean;
  /** The Tab key stops here; one row of the list at a time. */
  declare reachable: boolean;

  protected override render() {
    const { row } = this;
    const name = conversationName(row);
    const path = row.lead ? pagePath(row.page.url) : null;
    return html`<a
      href=${this.href}
      tabindex=${this.reachable ? 0 : -1}
      aria-current=${this.current ? 'true' : nothing}
    >
      <span class="dot">${this.unread ? html`<span class="unseen">${texts.row.unread}</span>` : nothing}</span>
      <div>
        <div class="line">
          <span class="name">${name}</span>
          <desk-time-ago class="when" at=${row.lastMessageAt}></desk-time-ago>
        </div>
        <div class="said">${row.lastMessage?.text ?? texts.row.noMessage}</div>
        <div class="line marks">
          <span class="channel" title=${texts.channel[row.channel]}
            >${icon(channelIcons[row.channel], texts.channel[row.channel])}</span
          >
          ${whoMark(row)} ${completionMark(row)} ${qaMark(row)}
          ${path === null ? nothing : html`<span class="page">${path}</span>`}
        </div>
      </div>
    </a>`;
  }
}

customElements.define('desk-session-row', DeskSessionRow);

declare global {
  interface HTMLElementTagNameMap {
    'desk-session-row': DeskSessionRow;
  }
}
