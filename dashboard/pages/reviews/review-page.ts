import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ReviewGiven } from '../../../backend/reviews/schema.ts';
import { choiceFromUrl, choiceToUrl, type QueueChoice, uncheck } from '../../api/review-queue.ts';
import { announce } from '../../controllers/announcer.ts';
import { Hotkeys } from '../../controllers/hotkeys.ts';
import { mayUncheck } from '../../controllers/reviews/review-moves.ts';
import { type QueueItem, ReviewQueue } from '../../controllers/reviews/review-queue.ts';
import { countJudged, putOff } from '../../controllers/reviews/review-sitting.ts';
import { navigate, paths } from '../../controllers/router.ts';
import { showToast, undoToast } from '../../controllers/toasts.ts';
import { texts as common } from '../../languages/en/app.ts';
import { queueTexts as texts } from '../../languages/en/queue.ts';
import { base } from '../../ui/base.styles.ts';
import { conversationName } from '../../ui/naming.ts';
import { listBeside } from '../list-and-open.styles.ts';
import type { DeskQueueList } from './queue-list.ts';
import type { DeskReviewReader } from './review-reader.ts';
import '../../ui/notice.ts';
import './queue-list.ts';
import './review-reader.ts';

/** What to read next, and the conversation that is being read; after each verdict the next one opens by itself. */
export class DeskReviewPage extends LitElement {
  static override styles = [
    base,
    listBeside,
    css`
      :host {
        --list: minmax(280px, 340px);
      }
      .how {
        display: grid;
        align-content: center;
        justify-content: center;
        gap: 12px;
        height: 100%;
        padding: 24px;
        color: var(--parlour-ink-soft);
      }
      .how h2 {
        font-size: var(--parlour-size-m);
        color: var(--parlour-ink);
      }
      .how ol {
        display: grid;
        gap: 10px;
        max-width: 46ch;
        margin: 0;
        padding-inline-start: 20px;
      }
    `,
  ];
  static override properties = {
    sessionId: { attribute: 'session-id' },
    search: {},
    open: { type: Boolean, reflect: true },
  };

  /** The conversation that is being read, if any. */
  declare sessionId: string | null;
  declare search: string;
  declare private open: boolean;

  readonly #queue = new ReviewQueue(this);
  #choice: QueueChoice = {};
  #version = 0;

  constructor() {
    super();
    this.search = '';
    this.sessionId = null;
    new Hotkeys(this, {
      j: () => this.#step(1),
      k: () => this.#step(-1),
      Enter: () => this.#start(),
      s: () => this.#skip(),
      z: undoToast,
      Escape: () => this.#back(),
      ...Object.fromEntries(
        ['1', '2', '3', '4'].map((key) => [key, () => this.#reader?.pressVerdict(key) ?? false]),
      ),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('search')) {
      this.#choice = choiceFromUrl(this.search);
      this.#queue.show(this.#choice);
    }
    this.open = this.sessionId !== null;
    this.#version++;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('sessionId');
    // Coming here by a link leaves the focus where the browser put it; opening moves it to what was opened.
    if (!changed.has('sessionId') || before === undefined) return;
    if (this.sessionId) void this.#reader?.updateComplete.then(() => this.#reader?.focus());
    else void this.#list?.updateComplete.then(() => this.#list?.focus());
  }

  protected override render() {
    const { items } = this.#queue;
    return html`<desk-queue-list
        class="list"
        .queue=${this.#queue}
        .items=${items}
        .choice=${this.#choice}
        .openId=${this.sessionId}
        .version=${this.#version}
        @desk-queue-choice=${this.#onChoice}
      ></desk-queue-list>
      <div class="detail">${this.sessionId ? this.#opened(this.sessionId) : this.#invitation(items.length)}</div>`;
  }

  #opened(id: string) {
    const { items } = this.#queue;
    const at = items.findIndex((item) => item.id === id);
    const total = Math.max(items.length, this.#queue.coverage?.waiting ?? 0);
    return keyed(
      id,
      html`<desk-review-reader
        session-id=${id}
        search=${choiceToUrl(this.#choice)}
        .entry=${this.#queue.find(id)}
        place=${at < 0 ? '' : texts.place(at + 1, choiceToUrl(this.#choice) ? items.length : total)}
        @desk-reviewed=${this.#onReviewed}
        @desk-skip=${this.#skip}
      ></desk-review-reader>`,
    );
  }

  /** Beside the list while nothing is open: how much there is and the way in, or what this page is for. */
  #invitation(shown: number) {
    if (this.#queue.list.status !== 'ready') return nothing;
    if (shown === 0 && choiceToUrl(this.#choice)) return nothing;
    if (shown === 0)
      return html`<div class="how">
        <h2>${texts.howTitle}</h2>
        <ol>${texts.how.map((step) => html`<li>${step}</li>`)}</ol>
      </div>`;
    const waiting = choiceToUrl(this.#choice) ? shown : (this.#queue.coverage?.waiting ?? shown);
    return html`<desk-notice icon="patch-check" heading=${texts.startTitle(waiting)} text=${texts.startText}>
      <sl-button variant="primary" @click=${() => this.#start()}>${texts.start}</sl-button>
    </desk-notice>`;
  }

  get #list(): DeskQueueList | null {
    return this.renderRoot.querySelector('desk-queue-list');
  }

  get #reader(): DeskReviewReader | null {
    return this.renderRoot.querySelector('desk-review-reader');
  }

  #onChoice({ detail }: CustomEvent<QueueChoice>): void {
    navigate(paths.reviews(choiceToUrl(detail)));
  }

  /** Going from one to the next is one visit: the back button leads to the list. */
  #openItem(item: QueueItem | undefined): void {
    const search = choiceToUrl(this.#choice);
    const replace = this.sessionId !== null;
    navigate(item ? paths.review(item.id, search) : paths.reviews(search), { replace });
    if (item) announce(texts.opened(conversationName(item.session), item.reasons[0]?.text ?? ''));
  }

  #start(): boolean {
    const first = this.#queue.items[0];
    if (this.sessionId !== null || !first || this.#list?.shadowRoot?.activeElement) return false;
    this.#openItem(first);
    return true;
  }

  #step(by: 1 | -1): boolean {
    if (this.sessionId === null) {
      this.#list?.step(by);
      return true;
    }
    const next = this.#queue.neighbour(this.sessionId, by);
    if (next) this.#openItem(next);
    return next !== undefined;
  }

  readonly #skip = (): boolean => {
    const id = this.sessionId;
    if (id === null || !this.#queue.find(id)) return false;
    const next = this.#queue.neighbour(id, 1) ?? this.#queue.neighbour(id, -1);
    putOff(id);
    this.#openItem(next);
    return true;
  };

  /** A verdict is stored: the entry leaves, and the one that takes its place opens. */
  readonly #onReviewed = ({ detail: given }: CustomEvent<ReviewGiven>) => {
    const { sessionId: id, fromStatus, toStatus } = given;
    // Words were added, or a verdict was taken back: there is still something to read here.
    if (fromStatus === toStatus || toStatus === 'unchecked') return;
    const item = this.#queue.remember(id);
    const next = this.#queue.neighbour(id, 1) ?? this.#queue.neighbour(id, -1);
    countJudged(1);
    this.#queue.leave(id);
    if (this.sessionId === id) this.#openItem(next?.id === id ? undefined : next);
    this.#offerWayBack(given, item);
  };

  /** An admin takes the verdict back; others go back to it and decide anew, as the server wants it. */
  #offerWayBack({ sessionId, fromStatus, toStatus }: ReviewGiven, item: QueueItem | undefined): void {
    const name = item ? conversationName(item.session) : '';
    const says = texts.judged(common.qa[toStatus], name);
    if (fromStatus === 'unchecked' && mayUncheck())
      showToast(says, { undo: () => void this.#takeBack(sessionId, item) });
    else showToast(says, { undo: () => this.#goTo(sessionId), label: texts.openAgain });
  }

  async #takeBack(id: string, item: QueueItem | undefined): Promise<void> {
    try {
      await uncheck(id);
    } catch {
      return showToast(texts.undoFailed, { tone: 'problem' });
    }
    countJudged(-1);
    if (item) this.#queue.restore(item);
    this.#goTo(id);
  }

  #goTo(id: string): void {
    navigate(paths.review(id, choiceToUrl(this.#choice)), { replace: this.sessionId !== null });
  }

  #back(): boolean {
    if (!this.sessionId) return false;
    navigate(paths.reviews(choiceToUrl(this.#choice)));
    return true;
  }
}

customElements.define('desk-review-page', DeskReviewPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-review-page': DeskReviewPage;
  }
}
