import { html, LitElement, nothing } from 'lit';
import type { SessionRow } from '../../../backend/sessions/schema.ts';
import { visitorsTyping } from '../../controllers/sessions/visitors-typing.ts';
import { Watch } from '../../controllers/store.ts';
import { texts } from '../../languages/en/app.ts';
import { takeoverTexts } from '../../languages/en/takeover.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { linkRow } from '../list.styles.ts';
import { conversationName, pagePath } from '../naming.ts';
import { pickBox, pickBoxStyles } from '../pick-box.ts';
import { hitLine } from './search-hit.ts';
import { channelIcons, completionMark, labelMarks, qaMark, whoMark } from './session-marks.ts';
import { rowStyles } from './session-row.styles.ts';
import '../time-ago.ts';
import './waiting-mark.ts';

/**
 * One conversation in the list: who, what was said last (or what a search found), when, and how it stands. A link, so
 * that it opens anywhere, and a box to select it.
 * @fires desk-pick - it is to be selected or no longer; `detail` says whether a range is meant
 */
export class DeskSessionRow extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = [base, linkRow, pickBoxStyles, rowStyles];
  static override properties = {
    row: { attribute: false },
    href: {},
    current: { type: Boolean, reflect: true },
    unread: { type: Boolean, reflect: true },
    reachable: { type: Boolean },
    picked: { type: Boolean, reflect: true },
    picking: { type: Boolean, reflect: true },
  };

  declare row: SessionRow;
  declare href: string;
  /** It is the one that is open beside the list. */
  declare current: boolean;
  declare unread: boolean;
  /** The Tab key stops here; one row of the list at a time. */
  declare reachable: boolean;
  /** It is selected. */
  declare picked: boolean;
  /** Some row is selected: all boxes are in sight. */
  declare picking: boolean;

  readonly #typing = new Watch(this, visitorsTyping);

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
        ${row.hit ? hitLine(row.hit) : this.#said()}
        <div class="line marks">
          <span class="channel" title=${texts.channel[row.channel]}
            >${icon(channelIcons[row.channel], texts.channel[row.channel])}</span
          >
          ${whoMark(row)}
          ${this.#state()} ${qaMark(row)} ${labelMarks(row)}
          ${path === null ? nothing : html`<span class="page">${path}</span>`}
        </div>
      </div>
    </a>
    ${pickBox(texts.list.pick(name), this)}`;
  }

  /** A visitor who waits says more than "In progress"; the line has room for little. */
  #state() {
    const { row } = this;
    const waiting = html`<desk-waiting-mark
      .since=${row.waitingSince}
      ?wanted=${row.mode === 'ai'}
    ></desk-waiting-mark>`;
    if (!row.waitingSince) return completionMark(row);
    return row.completionStatus === 'in_progress' ? waiting : html`${waiting} ${completionMark(row)}`;
  }

  #said() {
    const { id, lastMessage } = this.row;
    if (this.#typing.value.has(id)) return html`<div class="said typing">${takeoverTexts.typing}</div>`;
    return html`<div class="said">${lastMessage?.text ?? texts.row.noMessage}</div>`;
  }
}

customElements.define('desk-session-row', DeskSessionRow);

declare global {
  interface HTMLElementTagNameMap {
    'desk-session-row': DeskSessionRow;
  }
}
