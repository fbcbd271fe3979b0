import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { QueueEntry, Reason } from '../../../backend/reviews/queue/schema.ts';
import type { ReviewStatus } from '../../../backend/reviews/schema.ts';
import type { SessionDetail } from '../../../backend/sessions/schema.ts';
import { pointAt } from '../../controllers/point-at.ts';
import { VERDICT_KEYS } from '../../controllers/reviews/review-moves.ts';
import { paths } from '../../controllers/router.ts';
import { markOpened } from '../../controllers/sessions/seen.ts';
import { SessionDetailController } from '../../controllers/sessions/session-detail.ts';
import { texts as common } from '../../languages/en/app.ts';
import { queueTexts as texts } from '../../languages/en/queue.ts';
import { locale } from '../../languages/locale.ts';
import { base, quietScroll } from '../../ui/base.styles.ts';
import { icon } from '../../ui/icons.ts';
import { conversationName } from '../../ui/naming.ts';
import { outsideLink } from '../../ui/outside-link.ts';
import { reasonMark } from '../../ui/reviews/signal-look.ts';
import { sessionInstead } from '../../ui/sessions/session-instead.ts';
import { ShownTranscript } from '../../ui/sessions/shown-transcript.ts';
import { talkHead } from '../../ui/sessions/talk-head.styles.ts';
import * as notes from '../../ui/sessions/transcript-notes.ts';
import { talkStyles } from '../sessions/talk.styles.ts';
import { reviewReaderStyles } from './review-reader.styles.ts';
import '../../../web-components/transcript.ts';
import '../../ui/leads/lead-panel.ts';
import '../../ui/sessions/message-flag.ts';
import '../../ui/reviews/review-panel.ts';
import '../../ui/time-ago.ts';

/**
 * One conversation of the queue: why it is here, what was said, scrolled to the message that is meant, and the verdict.
 * @fires desk-opened - a conversation is on screen; `detail` is its name
 * @fires desk-skip - not now
 */
export class DeskReviewReader extends LitElement {
  static override styles = [base, quietScroll, talkHead, talkStyles, reviewReaderStyles];
  static override properties = {
    sessionId: { attribute: 'session-id' },
    search: {},
    entry: { attribute: false },
    place: {},
  };

  declare sessionId: string;
  /** The queue's query string, for the way back. */
  declare search: string;
  /** Its entry in the queue; without one it does not wait there, or not any more. */
  declare entry: QueueEntry | undefined;
  /** "3 of 9", or nothing. */
  declare place: string;

  readonly #conversation = new SessionDetailController(this);
  /** Why it was here, also after it has left the queue. */
  #reasons: readonly Reason[] = [];
  #hasPointed = false;
  readonly #transcript = new ShownTranscript(notes);

  override focus(): void {
    this.renderRoot.querySelector('article')?.focus();
  }

  /** Gives the verdict that a key means; false when nothing can be judged here. */
  pressVerdict(key: string): boolean {
    const panel = this.renderRoot.querySelector('desk-review-panel');
    const [status] = Object.entries(VERDICT_KEYS).find(([, is]) => is === key) ?? [];
    if (!panel || !status) return false;
    panel.judge(status as ReviewStatus);
    return true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('sessionId')) this.#conversation.show(this.sessionId);
    if (changed.has('entry') && this.entry) this.#reasons = this.entry.reasons;
  }

  protected override updated(): void {
    const { detail } = this.#conversation;
    const name = detail ? conversationName(detail.session) : '';
    this.dispatchEvent(new CustomEvent('desk-opened', { detail: name, bubbles: true, composed: true }));
    if (!detail) return;
    if (document.visibilityState === 'visible') markOpened(detail.session);
    const meant = this.#reasons.find(({ messageSeq }) => messageSeq !== undefined);
    if (this.#hasPointed || !meant) return;
    this.#hasPointed = true;
    this.#pointAt(meant.messageSeq);
  }

  protected override render() {
    const { detail } = this.#conversation;
    const label = detail ? conversationName(detail.session) : texts.title;
    const back = { href: paths.reviews(this.search), label: texts.back };
    return html`<article tabindex="-1" aria-label=${label}>${detail ? this.#open(detail) : sessionInstead(this.#conversation, back)}</article>`;
  }

  #open(detail: SessionDetail) {
    return html`${this.#head(detail.session)} ${this.#why()}
      <div class="body">
        <div class="talk">
          <parlour-transcript
            perspective="staff"
            label=${common.detail.transcript}
            .locale=${locale}
            .messages=${this.#transcript.with(detail)}
          ></parlour-transcript>
          <desk-message-flag @desk-flag-message=${this.#flag}></desk-message-flag>
        </div>
        <aside class="scroll" aria-label=${texts.verdict} tabindex="0">
          <desk-review-panel
            session-id=${detail.session.id}
            qa-status=${detail.session.qaStatus}
            .reviews=${detail.reviews}
            .messages=${detail.messages}
            @desk-show-message=${(event: CustomEvent<number>) => this.#pointAt(event.detail)}
          ></desk-review-panel>
          <desk-lead-panel
            .lead=${detail.lead}
            .fields=${detail.leadFields}
            session-id=${detail.session.id}
          ></desk-lead-panel>
        </aside>
      </div>`;
  }

  #head(session: SessionDetail['session']) {
    return html`<header>
      <a class="back" href=${paths.reviews(this.search)} aria-label=${texts.back}>${icon('arrow-left')}</a>
      <div class="who">
        <h1>${conversationName(session)}</h1>
        <div class="page">
          ${outsideLink(session.page.url, session.page.title)} · <desk-time-ago at=${session.lastMessageAt}></desk-time-ago>
        </div>
      </div>
      <span class="place">${this.place}</span>
      ${
        this.entry
          ? html`<sl-button size="small" title=${texts.skipHint} @click=${this.#skip}>${texts.skip}</sl-button>`
          : nothing
      }
      <a
        class="aside-link"
        href=${paths.conversation(session.id)}
        title=${texts.inConversations}
        aria-label=${texts.inConversations}
        >${icon('chat-square-text')}</a
      >
    </header>`;
  }

  #why() {
    if (this.#reasons.length === 0)
      return html`<div class="why"><span class="text">${texts.notWaiting}</span></div>`;
    return html`<ul class="why" aria-label=${texts.why}>
      ${this.#reasons.map(
        (reason) =>
          html`<li>
            ${reasonMark(reason)}
            ${
              reason.messageSeq === undefined
                ? html`<span class="text">${texts.reasons[reason.code]}</span>`
                : html`<button type="button" @click=${() => this.#pointAt(reason.messageSeq)}>${texts.reasons[reason.code]}</button>`
            }
          </li>`,
      )}
    </ul>`;
  }

  #pointAt(messageSeq: number | undefined): void {
    const transcript = this.renderRoot.querySelector('parlour-transcript');
    const index = transcript?.messages.findIndex(({ seq }) => seq === messageSeq) ?? -1;
    if (transcript && index >= 0) void pointAt(transcript, index, texts.pointedAt);
  }

  readonly #flag = ({ detail: seq }: CustomEvent<number>) => {
    this.renderRoot.querySelector('desk-review-panel')?.pointAt(seq);
  };

  readonly #skip = () => {
    this.dispatchEvent(new CustomEvent('desk-skip', { bubbles: true, composed: true }));
  };
}

customElements.define('desk-review-reader', DeskReviewReader);

declare global {
  interface HTMLElementTagNameMap {
    'desk-review-reader': DeskReviewReader;
  }
  interface HTMLElementEventMap {
    'desk-skip': CustomEvent;
  }
}
