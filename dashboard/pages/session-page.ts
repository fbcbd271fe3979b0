import { html, LitElement, type PropertyValues } from 'lit';
import type { SessionDetail, StaffMessage } from '../../backend/sessions/schema.ts';
import type { TranscriptMessage } from '../../web-components/message-bubble.ts';
import { paths } from '../controllers/router.ts';
import { markOpened } from '../controllers/seen.ts';
import { SessionDetailController } from '../controllers/session-detail.ts';
import { texts } from '../texts.ts';
import { base, quietScroll } from '../ui/base.styles.ts';
import { conversationName } from '../ui/naming.ts';
import { sessionPageStyles } from './session-page.styles.ts';
import '../../web-components/transcript.ts';
import '../ui/detail-skeleton.ts';
import '../ui/lead-panel.ts';
import '../ui/notice.ts';
import '../ui/session-facts.ts';
import '../ui/session-header.ts';

/**
 * One conversation: transcript, lead and where it came from, growing while the visitor types on.
 * @fires desk-opened - a conversation is on screen; `detail` is its name
 */
export class DeskSessionPage extends LitElement {
  static override styles = [base, quietScroll, sessionPageStyles];
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
  /** The transcript is only given a new array when the messages are other ones. */
  #shown: { from: readonly StaffMessage[]; messages: TranscriptMessage[] } = { from: [], messages: [] };

  constructor() {
    super();
    this.detailsOpen = false;
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
    const { session } = this;
    const detail = session ? conversationName(session) : '';
    this.dispatchEvent(new CustomEvent('desk-opened', { detail, bubbles: true, composed: true }));
  }

  protected override render() {
    const { detail } = this.#conversation;
    const label = detail ? conversationName(detail.session) : texts.conversations;
    return html`<article tabindex="-1" aria-label=${label}>${detail ? this.#open(detail) : this.#instead()}</article>`;
  }

  #open({ session, lead, messages }: SessionDetail) {
    return html`<desk-session-header
        .session=${session}
        back-href=${paths.conversations(this.search)}
        ?details-open=${this.detailsOpen}
        @desk-toggle-details=${this.#toggleDetails}
      ></desk-session-header>
      <div class="body ${this.detailsOpen ? 'open' : ''}">
        <parlour-transcript
          perspective="staff"
          label=${texts.detail.transcript}
          .messages=${this.#asTranscript(messages)}
        ></parlour-transcript>
        <aside class="scroll" aria-label=${texts.detail.showDetails} tabindex="0">
          <desk-lead-panel .lead=${lead}></desk-lead-panel>
          <desk-session-facts .session=${session}></desk-session-facts>
        </aside>
      </div>`;
  }

  #instead() {
    const { status, problem } = this.#conversation;
    if (status === 'loading') return html`<desk-detail-skeleton></desk-detail-skeleton>`;
    const back = html`<sl-button href=${paths.conversations(this.search)}>${texts.detail.back}</sl-button>`;
    if (status === 'not-found') {
      return html`<desk-notice icon="info-circle" heading=${texts.detail.notFoundTitle} text=${texts.detail.notFoundText}
        >${back}</desk-notice
      >`;
    }
    if (status === 'gone') {
      return html`<desk-notice icon="info-circle" heading=${texts.detail.goneTitle} text=${texts.detail.goneText}
        >${back}</desk-notice
      >`;
    }
    return html`<desk-notice icon="exclamation-triangle" heading=${texts.detail.failedTitle} text=${problem}>
      <sl-button @click=${() => this.#conversation.reload()}>${texts.tryAgain}</sl-button>
    </desk-notice>`;
  }

  #asTranscript(from: readonly StaffMessage[]): TranscriptMessage[] {
    if (from !== this.#shown.from) {
      this.#shown = { from, messages: from.map((message) => ({ ...message, note: noteFor(message) })) };
    }
    return this.#shown.messages;
  }

  #toggleDetails(): void {
    this.detailsOpen = !this.detailsOpen;
  }

  /** What is on a visible screen has been seen. */
  readonly #noteSeen = () => {
    if (this.session && document.visibilityState === 'visible') markOpened(this.session);
  };
}

function noteFor({ fallback, knowledge }: StaffMessage): string | undefined {
  if (fallback) return texts.detail.fallback;
  return knowledge && texts.detail.fromKnowledge(knowledge.question);
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
