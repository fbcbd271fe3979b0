import { html, LitElement, type PropertyValues } from 'lit';
import type { ReviewGiven, ReviewStatus } from '../../../backend/reviews/schema.ts';
import type { SessionDetail } from '../../../backend/sessions/schema.ts';
import { live } from '../../api/live.ts';
import { pointAt } from '../../controllers/point-at.ts';
import { paths } from '../../controllers/router.ts';
import { messengerHint } from '../../controllers/sessions/messenger-window.ts';
import { outbox, sendAgain } from '../../controllers/sessions/outbox.ts';
import { markOpened } from '../../controllers/sessions/seen.ts';
import { SessionDetailController } from '../../controllers/sessions/session-detail.ts';
import { visitorsTyping } from '../../controllers/sessions/visitors-typing.ts';
import { Watch } from '../../controllers/store.ts';
import { viewer } from '../../controllers/viewer.ts';
import { texts } from '../../languages/en/app.ts';
import { takeoverTexts } from '../../languages/en/takeover.ts';
import { locale } from '../../languages/locale.ts';
import { base, quietScroll } from '../../ui/base.styles.ts';
import { conversationName } from '../../ui/naming.ts';
import type { DeskReviewPanel } from '../../ui/reviews/review-panel.ts';
import type { DeskReplyBox } from '../../ui/sessions/reply-box.ts';
import { sessionInstead } from '../../ui/sessions/session-instead.ts';
import { ShownTranscript } from '../../ui/sessions/shown-transcript.ts';
import { sessionPageStyles } from './session-page.styles.ts';
import { talkStyles } from './talk.styles.ts';
import '../../../web-components/transcript.ts';
import '../../ui/leads/lead-panel.ts';
import '../../ui/sessions/session-header.ts';

/**
 * One conversation: transcript, lead and where it came from, growing while the visitor types on.
 * @fires desk-opened - a conversation is on screen; `detail` is its name
 */
export class DeskSessionPage extends LitElement {
  static override styles = [base, quietScroll, talkStyles, sessionPageStyles];
  static override properties = {
    sessionId: { attribute: 'session-id' },
    search: {},
    detailsOpen: { state: true },
  };

  declare sessionId: string;
  /** The list's query string, for the way back. */
  declare search: string;
  declare private detailsOpen: boolean;

  readonly #conversation = new SessionDetailController(this);
  readonly #viewer = new Watch(this, viewer);
  readonly #outbox = new Watch(this, outbox);
  readonly #typing = new Watch(this, visitorsTyping);
  readonly #transcript = new ShownTranscript();
  /** Wanted by a key before the conversation was there. */
  #wanted: { status: ReviewStatus; sessionId: string } | null = null;

  constructor() {
    super();
    this.detailsOpen = false;
    void import('../../ui/sessions/reply-box.ts');
    void import('../../ui/sessions/session-side.ts');
    void import('../../ui/sessions/transcript-notes.ts').then((notes) => {
      this.#transcript.notes = notes;
      this.requestUpdate();
    });
  }

  /** What is on screen, for shortcuts. */
  get session(): SessionDetail['session'] | null {
    return this.#conversation.detail?.session ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#noteSeen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#noteSeen);
  }

  override focus(): void {
    this.renderRoot.querySelector('article')?.focus();
  }

  /** Takes the conversation over, or goes to where one writes; false when none is open. */
  takeOver(): boolean {
    const box = this.renderRoot.querySelector<DeskReplyBox>('desk-reply-box');
    box?.start();
    return box !== null;
  }

  /** Gives a verdict, or opens its form, as soon as the conversation is on screen. */
  judge(status: ReviewStatus): void {
    this.#wanted = { status, sessionId: this.sessionId };
    this.requestUpdate();
  }

  /** Closes the panel that covers the transcript on small screens; false when none did. */
  closeDetails(): boolean {
    const wasOpen = this.detailsOpen;
    this.detailsOpen = false;
    return wasOpen;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('sessionId')) return;
    this.#conversation.show(this.sessionId);
    this.detailsOpen = false;
  }

  protected override updated(): void {
    this.#noteSeen();
    void this.#judgeWanted();
    const { session } = this;
    const detail = session ? conversationName(session) : '';
    this.dispatchEvent(new CustomEvent('desk-opened', { detail, bubbles: true, composed: true }));
  }

  protected override render() {
    const { detail } = this.#conversation;
    const label = detail ? conversationName(detail.session) : texts.conversations;
    const back = { href: paths.conversations(this.search), label: texts.detail.back };
    return html`<article tabindex="-1" aria-label=${label}>${detail ? this.#open(detail) : sessionInstead(this.#conversation, back)}</article>`;
  }

  #open(detail: SessionDetail) {
    const { session, lead, messages, reviews, notes, earlier, deliveries, spend } = detail;
    return html`<desk-session-header
        .session=${session}
        list-search=${this.search}
        ?details-open=${this.detailsOpen}
        @desk-toggle-details=${this.#toggleDetails}
      ></desk-session-header>
      <div class="body ${this.detailsOpen ? 'open' : ''}">
        <div class="talk">
          <parlour-transcript
            perspective="staff"
            label=${texts.detail.transcript}
            .locale=${locale}
            .messages=${this.#transcript.with(detail, this.#outbox.value)}
            .typing=${this.#typist()}
            @parlour-retry=${(event: CustomEvent<string>) => sendAgain(event.detail)}
          ></parlour-transcript>
          <desk-message-flag @desk-flag-message=${this.#flag}></desk-message-flag>
          <desk-reply-box
            .session=${session}
            user-id=${this.#userId()}
            .hint=${messengerHint(session.channel, messages, Date.now())}
          ></desk-reply-box>
        </div>
        <aside class="scroll" aria-label=${texts.detail.showDetails} tabindex="0">
          <desk-lead-panel .lead=${lead} .fields=${detail.leadFields} session-id=${session.id}></desk-lead-panel>
          <desk-review-panel
            session-id=${session.id}
            qa-status=${session.qaStatus}
            .reviews=${reviews}
            .messages=${messages}
            @desk-reviewed=${this.#onReviewed}
            @desk-show-message=${this.#showMessage}
          ></desk-review-panel>
          ${deliveries.length > 0 ? html`<desk-session-deliveries .deliveries=${deliveries}></desk-session-deliveries>` : ''}
          <desk-run-again session-id=${session.id}></desk-run-again>
          <desk-session-labels session-id=${session.id} .chosen=${session.labels}></desk-session-labels>
          <desk-session-notes session-id=${session.id} .notes=${notes}></desk-session-notes>
          <desk-session-facts .session=${session} .spend=${spend}></desk-session-facts>
          <desk-earlier-sessions .sessions=${earlier} search=${this.search}></desk-earlier-sessions>
        </aside>
      </div>`;
  }

  #typist(): string {
    const { session } = this;
    if (!session || !this.#typing.value.has(session.id)) return '';
    return takeoverTexts.visitorTypes(conversationName(session));
  }

  #userId(): string {
    const here = this.#viewer.value;
    return here.status === 'signed-in' ? here.user.id : '';
  }

  get #panel(): DeskReviewPanel | null {
    return this.renderRoot.querySelector('desk-review-panel');
  }

  async #judgeWanted(): Promise<void> {
    if (!this.#wanted || !this.session) return;
    const { status, sessionId } = this.#wanted;
    this.#wanted = null;
    if (sessionId !== this.session.id) return;
    // Its words are written beside the transcript, which small screens show one at a time.
    if (status === 'issue' || status === 'fixed') this.detailsOpen = true;
    await customElements.whenDefined('desk-review-panel');
    this.#panel?.judge(status);
  }

  async #flag({ detail: seq }: CustomEvent<number>): Promise<void> {
    this.detailsOpen = true;
    await this.updateComplete;
    this.#panel?.pointAt(seq);
  }

  /** List and detail hear of it the way they hear of everybody else's verdicts. */
  #onReviewed({ detail: review }: CustomEvent<ReviewGiven>): void {
    const { session } = this;
    if (session?.id !== review.sessionId) return;
    const changed = { ...session, qaStatus: review.qaStatus };
    live.publishLocally('review.changed', { sessionId: session.id, session: changed, review });
  }

  async #showMessage({ detail: seq }: CustomEvent<number>): Promise<void> {
    this.detailsOpen = false;
    await this.updateComplete;
    const transcript = this.renderRoot.querySelector('parlour-transcript');
    const id = this.#conversation.detail?.messages.find((message) => message.seq === seq)?.id;
    const index = transcript?.messages.findIndex((message) => message.id === id) ?? -1;
    if (transcript && index >= 0) void pointAt(transcript, index, texts.qa.issue);
  }

  #toggleDetails(): void {
    this.detailsOpen = !this.detailsOpen;
  }

  /** What is on a visible screen has been seen. */
  readonly #noteSeen = () => {
    if (this.session && document.visibilityState === 'visible') markOpened(this.session);
  };
}

customElements.define('desk-session-page', DeskSessionPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-session-page': DeskSessionPage;
  }
  interface HTMLElementEventMap {
    'desk-opened': CustomEvent<string>;
  }
}
