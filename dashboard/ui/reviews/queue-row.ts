import { css, html, LitElement, nothing } from 'lit';
import type { QueueEntry } from '../../../backend/reviews/queue/schema.ts';
import { queueTexts as texts } from '../../languages/en/queue.ts';
import { base } from '../base.styles.ts';
import { linkRow } from '../list.styles.ts';
import { conversationName, pagePath } from '../naming.ts';
import { reasonMark } from './signal-look.ts';
import '../time-ago.ts';

/** In a row there is room for so many chips. */
const CHIPS = 2;

/** One conversation that waits to be read: who, why it is here, when and from where. A link, so that it opens anywhere. */
export class DeskQueueRow extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = [
    base,
    linkRow,
    css`
      a {
        display: block;
        padding: 11px 16px 12px;
      }
      .line {
        display: flex;
        align-items: baseline;
        gap: 8px;
        min-width: 0;
      }
      .name,
      .from {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        unicode-bidi: plaintext;
        /* Names of every script stand at the left, where the eye goes down. */
        text-align: left;
      }
      .name {
        font-weight: var(--parlour-weight-bold);
      }
      .when,
      .from,
      .rest {
        font-size: var(--parlour-size-xs);
        color: var(--parlour-ink-soft);
      }
      .when {
        flex: none;
        font-variant-numeric: tabular-nums;
      }
      .why {
        margin-top: 2px;
        color: var(--parlour-ink-soft);
        text-wrap: pretty;
      }
      .marks {
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        margin-top: 7px;
        overflow: hidden;
      }
      .rest {
        flex: none;
        white-space: nowrap;
      }
      .from {
        text-align: end;
        color: var(--parlour-ink-faint);
      }
    `,
  ];
  static override properties = {
    entry: { attribute: false },
    href: {},
    current: { type: Boolean, reflect: true },
    reachable: { type: Boolean },
  };

  declare entry: QueueEntry;
  declare href: string;
  /** It is the one that is open beside the list. */
  declare current: boolean;
  /** The Tab key stops here; one row of the list at a time. */
  declare reachable: boolean;

  protected override render() {
    const { session, reasons } = this.entry;
    const rest = reasons.slice(CHIPS);
    const path = session.lead ? pagePath(session.page.url) : null;
    return html`<a
      href=${this.href}
      tabindex=${this.reachable ? 0 : -1}
      aria-current=${this.current ? 'true' : nothing}
    >
      <div class="line">
        <span class="name">${conversationName(session)}</span>
        <desk-time-ago class="when" at=${session.lastMessageAt}></desk-time-ago>
      </div>
      <div class="why">${reasons[0] && texts.reasons[reasons[0].code]}</div>
      <div class="line marks">
        ${reasons.slice(0, CHIPS).map(reasonMark)}
        ${
          rest.length > 0
            ? html`<span class="rest" title=${rest.map(({ text }) => text).join('\n')}
                >+${rest.length}<span class="unseen"> ${texts.moreReasons(rest.length)}</span></span
              >`
            : reasons.length < CHIPS
              ? html`<span class="from">${path ?? session.site.name}</span>`
              : nothing
        }
      </div>
    </a>`;
  }
}

customElements.define('desk-queue-row', DeskQueueRow);

declare global {
  interface HTMLElementTagNameMap {
    'desk-queue-row': DeskQueueRow;
  }
}
