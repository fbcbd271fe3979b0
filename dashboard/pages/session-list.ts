import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SessionRow } from '../../backend/sessions/schema.ts';
import type { ListFilters } from '../api/session-filters.ts';
import { announce } from '../controllers/announcer.ts';
import { ListFocus } from '../controllers/list-focus.ts';
import { paths } from '../controllers/router.ts';
import { isUnread, seen } from '../controllers/seen.ts';
import { SessionListController } from '../controllers/session-list.ts';
import { Watch } from '../controllers/store.ts';
import { texts } from '../texts.ts';
import { base, quietScroll } from '../ui/base.styles.ts';
import type { Option } from '../ui/choice.ts';
import { conversationName } from '../ui/naming.ts';
import { sessionListStyles } from './session-list.styles.ts';
import '../ui/choice.ts';
import '../ui/empty-list.ts';
import '../ui/notice.ts';
import '../ui/row-skeletons.ts';
import '../ui/session-row.ts';

const archiveOptions: readonly Option[] = [
  ['active', texts.list.active],
  ['archived', texts.list.archived],
];
const completionOptions: readonly Option[] = [
  ['', texts.list.all],
  ['in_progress', texts.completion.in_progress],
  ['completed', texts.completion.completed],
  ['abandoned', texts.completion.abandoned],
];

/** How far before its end the list asks for more, so that nobody waits for it. */
const AHEAD = '800px';

/**
 * The list of conversations with its filters.
 * @fires desk-filter - other filters are wanted; `detail` is all of them
 */
export class DeskSessionList extends LitElement {
  static override styles = [base, quietScroll, sessionListStyles];
  static override properties = {
    filters: { attribute: false },
    search: {},
    openId: { attribute: 'open-id' },
  };

  declare filters: ListFilters;
  /** The filters as a query string, kept by the links of the rows. */
  declare search: string;
  /** The conversation that is open beside the list. */
  declare openId: string | null;

  readonly #list = new SessionListController(this, ({ data }) => {
    if (data.session) announce(texts.list.newConversation(conversationName(data.session)));
  });
  readonly #seen = new Watch(this, seen);
  readonly #focus = new ListFocus(this, 'desk-session-row', () => this.#list.state.rows);
  #end: IntersectionObserver | undefined;

  /** The row that the keyboard is at, if the list has the focus. */
  get focusedRow(): SessionRow | null {
    return this.#focus.focused;
  }

  /** Moves the focus by so many rows; the first press goes to where one was. */
  step(by: number): void {
    this.#focus.step(by);
  }

  override focus(): void {
    this.#focus.focusCurrent();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end?.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('filters')) this.#list.show(this.filters);
    if (changed.has('openId') && this.openId) this.#focus.moveTo(this.openId);
  }

  protected override updated(): void {
    const sentinel = this.renderRoot.querySelector('.more');
    this.#end?.disconnect();
    if (!sentinel || this.#list.more === 'failed') return;
    const root = this.renderRoot.querySelector('.scroll');
    // Made anew each time: a sentinel that stays in sight after a page must be told of again.
    this.#end = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void this.#list.loadMore();
      },
      { root, rootMargin: AHEAD },
    );
    this.#end.observe(sentinel);
  }

  protected override render() {
    const { archive = 'active', completion = '' } = this.filters;
    return html`<header>
        <div class="top">
          <h1>${texts.conversations}</h1>
          <desk-choice
            joined
            label=${texts.list.archiveFilter}
            .options=${archiveOptions}
            value=${archive}
            @desk-choose=${(event: CustomEvent<string>) => this.#filter('archive', event.detail)}
          ></desk-choice>
        </div>
        <desk-choice
          label=${texts.list.completionFilter}
          .options=${completionOptions}
          value=${completion}
          @desk-choose=${(event: CustomEvent<string>) => this.#filter('completion', event.detail)}
        ></desk-choice>
      </header>
      <div class="scroll" aria-busy=${this.#list.status === 'loading' ? 'true' : 'false'}>${this.#content()}</div>`;
  }

  #content() {
    const { status, state, problem } = this.#list;
    if (status === 'loading') return html`<desk-row-skeletons></desk-row-skeletons>`;
    if (status === 'failed') {
      return html`<desk-notice icon="exclamation-triangle" heading=${texts.list.failedTitle} text=${problem}>
        <sl-button @click=${() => this.#list.reload()}>${texts.tryAgain}</sl-button>
      </desk-notice>`;
    }
    if (state.rows.length === 0 && state.nextCursor === null) {
      return html`<desk-empty-list .filters=${this.filters}></desk-empty-list>`;
    }
    const reachable = this.#focus.currentId;
    return html`<ul aria-label=${texts.conversations} @keydown=${this.#focus.onArrow}>
        ${repeat(
          state.rows,
          (row) => row.id,
          (row) => this.#row(row, row.id === reachable),
        )}
      </ul>
      ${state.nextCursor === null ? nothing : html`<div class="more">${this.#more()}</div>`}`;
  }

  #row(row: SessionRow, reachable: boolean) {
    return html`<li>
      <desk-session-row
        .row=${row}
        href=${paths.conversation(row.id, this.search)}
        ?current=${row.id === this.openId}
        ?unread=${isUnread(this.#seen.value, row)}
        .reachable=${reachable}
      ></desk-session-row>
    </li>`;
  }

  #more() {
    if (this.#list.more === 'loading') return html`<span role="status">${texts.list.loadingMore}</span>`;
    return html`${this.#list.more === 'failed' ? texts.list.moreFailed : nothing}
      <sl-button size="small" @click=${() => this.#list.loadMore()}>${texts.list.loadMore}</sl-button>`;
  }

  #filter(name: keyof ListFilters, value: string): void {
    const detail = { ...this.filters, [name]: value || undefined };
    this.dispatchEvent(
      new CustomEvent<ListFilters>('desk-filter', { detail, bubbles: true, composed: true }),
    );
  }
}

customElements.define('desk-session-list', DeskSessionList);

declare global {
  interface HTMLElementTagNameMap {
    'desk-session-list': DeskSessionList;
  }
  interface HTMLElementEventMap {
    'desk-filter': CustomEvent<ListFilters>;
  }
}
