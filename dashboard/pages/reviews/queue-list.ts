import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { choiceToUrl, type QueueChoice } from '../../api/review-queue.ts';
import { ListFocus } from '../../controllers/list-focus.ts';
import type { QueueItem, ReviewQueue } from '../../controllers/reviews/review-queue.ts';
import { sitting } from '../../controllers/reviews/review-sitting.ts';
import { paths } from '../../controllers/router.ts';
import { queueTexts as texts } from '../../languages/en/queue.ts';
import { base, quietScroll } from '../../ui/base.styles.ts';
import { listColumn } from '../../ui/list.styles.ts';
import { listEnd, listEndStyles, listFailed } from '../../ui/list-states.ts';
import '../../ui/notice.ts';
import '../../ui/reviews/queue-header.ts';
import '../../ui/reviews/queue-row.ts';
import '../../ui/row-skeletons.ts';

/** The queue: what to read next, each with its reasons. The page holds the queue and renders this when it changes. */
export class DeskQueueList extends LitElement {
  static override styles = [base, quietScroll, listColumn, listEndStyles];
  static override properties = {
    queue: { attribute: false },
    items: { attribute: false },
    choice: { attribute: false },
    openId: { attribute: false },
    version: { attribute: false },
  };

  declare queue: ReviewQueue;
  declare items: readonly QueueItem[];
  declare choice: QueueChoice;
  /** The conversation that is open beside the list. */
  declare openId: string | null;
  /** Another one whenever the queue has changed: it stays the same object. */
  declare version: number;

  readonly #focus = new ListFocus(this, 'desk-queue-row', () => this.items);

  /** Moves the focus by so many rows; the first press goes to where one was. */
  step(by: number): void {
    this.#focus.step(by);
  }

  override focus(): void {
    this.#focus.focusCurrent();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('openId') && this.openId) this.#focus.moveTo(this.openId);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('openId') || !this.openId) return;
    this.renderRoot.querySelector('desk-queue-row[current]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render() {
    const isBusy = this.queue.list.status === 'loading';
    return html`<desk-queue-header
        .choice=${this.choice}
        .coverage=${this.queue.coverage}
        news=${this.queue.news}
      ></desk-queue-header>
      <div class="scroll" aria-busy=${isBusy ? 'true' : 'false'}>${this.#content()}</div>`;
  }

  #content() {
    const { status } = this.queue.list;
    if (status === 'loading') return html`<desk-row-skeletons says=${texts.loading}></desk-row-skeletons>`;
    if (status === 'failed') return listFailed(this.queue.list, texts.failed);
    if (this.items.length === 0) return this.#empty();
    const search = choiceToUrl(this.choice);
    const reachable = this.#focus.currentId;
    return html`<ul aria-label=${texts.list} @keydown=${this.#focus.onArrow}>
        ${repeat(
          this.items,
          ({ id }) => id,
          (entry) => html`<li>
            <desk-queue-row
              .entry=${entry}
              href=${paths.review(entry.id, search)}
              ?current=${entry.id === this.openId}
              .reachable=${entry.id === reachable}
            ></desk-queue-row>
          </li>`,
        )}
      </ul>
      ${listEnd(this.queue.list, texts)}`;
  }

  #empty() {
    if (choiceToUrl(this.choice))
      return html`<desk-notice icon="inbox" heading=${texts.filteredTitle} text=${texts.filteredText}>
        <sl-button size="small" href=${paths.reviews()}>${texts.clear}</sl-button>
      </desk-notice>`;
    if (sitting.value.judged > 0)
      return html`<desk-notice icon="patch-check" heading=${texts.doneTitle} text=${texts.doneText}></desk-notice>`;
    return html`<desk-notice icon="patch-check" heading=${texts.emptyTitle} text=${texts.emptyText}>
      ${this.queue.coverage?.eligible === 0 ? html`<span>${texts.emptyNone}</span>` : nothing}
    </desk-notice>`;
  }
}

customElements.define('desk-queue-list', DeskQueueList);

declare global {
  interface HTMLElementTagNameMap {
    'desk-queue-list': DeskQueueList;
  }
}
