import { html, LitElement, type PropertyValues } from 'lit';
import type { ReviewGiven, ReviewStatus, ReviewView, ReviewWrite } from '../../../backend/reviews/schema.ts';
import type { StaffMessage } from '../../../backend/sessions/schema.ts';
import { announce } from '../../controllers/announcer.ts';
import { singleKeys } from '../../controllers/preferences.ts';
import { mayMove, mayUncheck } from '../../controllers/reviews/review-moves.ts';
import { type Overtaken, saveReview } from '../../controllers/reviews/review-saving.ts';
import {
  backTo,
  type ReviewDraft,
  reviewDrafts,
  startOf,
  type Writing,
  writeOf,
} from '../../controllers/reviews/review-writing.ts';
import { WayBack } from '../../controllers/reviews/way-back.ts';
import { Watch } from '../../controllers/store.ts';
import { showToast } from '../../controllers/toasts.ts';
import { viewer } from '../../controllers/viewer.ts';
import { reviewTexts as words } from '../../languages/en/review.ts';
import { base } from '../base.styles.ts';
import { side } from '../side.styles.ts';
import type { DeskReviewForm } from './review-form.ts';
import { reviewPanelStyles } from './review-panel.styles.ts';
import { conflictView, historyView, movesView } from './review-panel-views.ts';
import { statusMark, verdictOf } from './review-words.ts';
import './review-form.ts';

/**
 * What was decided about a conversation, what may be decided next, and everything decided before. Host it anywhere:
 * it saves by itself and tells what it saved. `judge(status)` is what a key means.
 * @fires desk-reviewed - a verdict was saved; `detail` is the verdict and how the conversation stands now
 * @fires desk-show-message - a message is to be shown; `detail` is its seq
 */
export class DeskReviewPanel extends LitElement {
  static override styles = [base, side, reviewPanelStyles];
  static override properties = {
    sessionId: { attribute: 'session-id' },
    qaStatus: { attribute: 'qa-status' },
    reviews: { attribute: false },
    messages: { attribute: false },
    writing: { state: true },
    overtaken: { state: true },
    busy: { state: true },
    showsAll: { state: true },
  };

  declare sessionId: string;
  declare qaStatus: ReviewStatus;
  /** Oldest first. */
  declare reviews: readonly ReviewView[];
  /** What an issue may point at. */
  declare messages: readonly StaffMessage[];
  declare private writing: Writing | null;
  declare private overtaken: Overtaken | null;
  declare private busy: boolean;
  declare private showsAll: boolean;

  readonly #singleKeys = new Watch(this, singleKeys);
  readonly #wayBack = new WayBack();

  constructor() {
    super();
    this.reviews = [];
    this.messages = [];
    this.writing = null;
    this.overtaken = null;
    this.busy = false;
    this.showsAll = false;
    // Who is an admin decides what is offered.
    new Watch(this, viewer);
  }

  /** True while words are being written or a question is open: keys that go on to the next should wait. */
  get isBusy(): boolean {
    return this.writing !== null || this.overtaken !== null || this.busy;
  }

  /** Gives a verdict as a key or button means it: at once where nothing has to be said, else by its form. */
  judge(status: ReviewStatus): void {
    if (this.busy) return;
    if (status !== this.qaStatus && !mayMove(this.qaStatus, status)) {
      const isRole = status === 'unchecked' && this.qaStatus !== 'unchecked' && !mayUncheck();
      showToast(isRole ? words.onlyAdmins : words.noMove[status], { tone: 'problem' });
      return;
    }
    if (status === 'issue' || status === 'fixed') this.write(status);
    else if (status !== this.qaStatus) {
      this.#wayBack.note();
      void this.#save({ status, basedOn: this.#seen });
    }
  }

  /** Opens the form of a verdict; `messageSeq` is the message that it is about. */
  write(status: ReviewStatus, messageSeq?: number): void {
    this.#wayBack.note();
    const start = startOf(status, this.reviews.at(-1));
    if (messageSeq !== undefined) start.messageSeq = messageSeq;
    this.writing = { status, basedOn: this.#seen, start };
    this.overtaken = null;
    void this.#form.then((form) => form?.focus());
  }

  /** Points the open form of an issue, or a new one, at a message. */
  pointAt(messageSeq: number): void {
    if (this.writing && this.writing.status !== 'passed')
      void this.#form.then((form) => form?.pointAt(messageSeq));
    else if (this.qaStatus === 'issue' || mayMove(this.qaStatus, 'issue')) this.write('issue', messageSeq);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('sessionId')) return;
    this.writing = reviewDrafts.get(this.sessionId) ?? null;
    this.overtaken = null;
    this.showsAll = false;
  }

  protected override render() {
    const now = this.reviews.at(-1);
    return html`<div class="head">
        <h2>${words.title}</h2>
        <div class="state" tabindex="-1">${statusMark(this.qaStatus)}</div>
      </div>
      <div class="now">
        ${now ? verdictOf(now, this.#show) : html`<p class="quiet">${words.nobody}</p>`}
      </div>
      ${this.#next()} ${historyView(this.reviews, this.showsAll, { show: this.#show, showAll: this.#showAll })}`;
  }

  /** What may be decided now. */
  #next() {
    const { overtaken, writing, qaStatus, busy } = this;
    if (overtaken)
      return conflictView(overtaken, qaStatus, busy, { keep: this.#stopWriting, insist: this.#insist });
    if (writing) return this.#writing(writing);
    return movesView(
      { qaStatus, busy, withKeys: this.#singleKeys.value, hasVerdict: this.reviews.length > 0 },
      { judge: (to) => this.judge(to), edit: () => this.write(qaStatus) },
    );
  }

  #writing({ status, start }: Writing) {
    return html`<desk-review-form
      class="no-print"
      status=${status}
      .start=${start}
      .messages=${this.messages}
      ?busy=${this.busy}
      @desk-save=${(event: CustomEvent<ReviewDraft>) => this.#saveDraft(event.detail)}
      @desk-draft=${(event: CustomEvent<ReviewDraft>) => this.#keepDraft(event.detail)}
      @desk-cancel=${this.#stopWriting}
    ></desk-review-form>`;
  }

  /** The newest verdict that is on this screen. */
  get #seen(): string | null {
    return this.reviews.at(-1)?.id ?? null;
  }

  get #form(): Promise<DeskReviewForm | null> {
    return this.updateComplete.then(() => this.renderRoot.querySelector('desk-review-form'));
  }

  #keepDraft(start: ReviewDraft): void {
    if (this.writing) reviewDrafts.set(this.sessionId, { ...this.writing, start });
  }

  #saveDraft(draft: ReviewDraft): void {
    void this.#save(writeOf(this.writing!, draft));
  }

  async #save(write: ReviewWrite): Promise<void> {
    const { sessionId, qaStatus } = this;
    this.busy = true;
    const outcome = await saveReview(sessionId, write);
    this.busy = false;
    if (outcome.kind === 'saved') reviewDrafts.delete(sessionId);
    if (this.sessionId !== sessionId) return;
    if (outcome.kind === 'overtaken') {
      this.reviews = outcome.reviews;
      this.qaStatus = outcome.by.toStatus;
      if (write.status === 'passed' && !write.note && outcome.by.toStatus === 'passed') {
        showToast(words.agreed(outcome.by.user.name));
        this.#forget();
        return this.#leave();
      }
      this.overtaken = outcome;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.conflict sl-button')?.focus();
    } else if (outcome.kind === 'saved') this.#onSaved(outcome.review, qaStatus);
    else if (this.writing) void this.#form.then((form) => form?.say(outcome.message));
    else showToast(outcome.message, { tone: 'problem' });
  }

  #onSaved(review: ReviewGiven, before: ReviewStatus): void {
    const verdict = this.reviews.findLast(({ id }) => id !== review.id);
    if (!this.reviews.some(({ id }) => id === review.id)) this.reviews = [...this.reviews, review];
    this.qaStatus = review.qaStatus;
    this.#forget();
    const { toStatus } = review;
    const isPlain = toStatus === 'passed' || toStatus === 'unchecked';
    if (isPlain && toStatus !== before)
      showToast(words.done[toStatus], {
        undo: mayMove(toStatus, before) ? () => void this.#takeBack(review, before, verdict) : undefined,
      });
    else announce(words.done[toStatus]);
    this.#leave();
    this.dispatchEvent(new CustomEvent('desk-reviewed', { detail: review, bubbles: true, composed: true }));
  }

  /** Back to what it was, with the facts that it had. */
  async #takeBack(review: ReviewGiven, status: ReviewStatus, before: ReviewView | undefined): Promise<void> {
    const outcome = await saveReview(review.sessionId, backTo(status, before, review.id));
    if (outcome.kind !== 'saved') showToast(words.failed, { tone: 'problem' });
    else
      this.dispatchEvent(
        new CustomEvent('desk-reviewed', { detail: outcome.review, bubbles: true, composed: true }),
      );
  }

  readonly #insist = () => {
    const { write } = this.overtaken!;
    void this.#save({ ...write, basedOn: this.#seen });
  };

  readonly #stopWriting = () => {
    this.#forget();
    this.#leave();
  };

  #forget(): void {
    reviewDrafts.delete(this.sessionId);
    this.writing = null;
    this.overtaken = null;
  }

  readonly #showAll = () => {
    this.showsAll = true;
  };

  readonly #show = (seq: number) =>
    void this.dispatchEvent(
      new CustomEvent('desk-show-message', { detail: seq, bubbles: true, composed: true }),
    );

  /** To the state when the place where one was is gone, so that Tab goes on from here. */
  #leave(): void {
    void this.#wayBack.go(this, () => this.renderRoot.querySelector<HTMLElement>('.state'));
  }
}

customElements.define('desk-review-panel', DeskReviewPanel);

declare global {
  interface HTMLElementTagNameMap {
    'desk-review-panel': DeskReviewPanel;
  }
  interface HTMLElementEventMap {
    'desk-reviewed': CustomEvent<ReviewGiven>;
    'desk-show-message': CustomEvent<number>;
  }
}
