import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SessionRow } from '../../../backend/sessions/schema.ts';
import type { ListFilters } from '../../api/session-filters.ts';
import { announce } from '../../controllers/announcer.ts';
import { ListFocus } from '../../controllers/list-focus.ts';
import { paths } from '../../controllers/router.ts';
import { Selection } from '../../controllers/selection.ts';
import { isUnread, seen } from '../../controllers/sessions/seen.ts';
import { SessionListController } from '../../controllers/sessions/session-list.ts';
import { Watch } from '../../controllers/store.ts';
import { texts } from '../../languages/en/app.ts';
import { base, quietScroll } from '../../ui/base.styles.ts';
import { listColumn } from '../../ui/list.styles.ts';
import { conversationName } from '../../ui/naming.ts';
import type { DeskListHeader } from '../../ui/sessions/list-header.ts';
import { sessionListStyles } from './session-list.styles.ts';
import '../../ui/sessions/empty-list.ts';
import '../../ui/sessions/list-header.ts';
import '../../ui/notice.ts';
import '../../ui/row-skeletons.ts';
import '../../ui/sessions/session-row.ts';

/** How far before its end the list asks for more, so that nobody waits for it. */
const AHEAD = '800px';

/**
 * The list of conversations with its filters.
 * @attr empty - set while no conversation is listed
 * @fires desk-filter - other filters are wanted; `detail` is all of them
 */
export class DeskSessionList extends LitElement {
  static override styles = [base, quietScroll, listColumn, sessionListStyles];
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
  readonly #selection = new Selection(this, () => this.#list.state.rows.map(({ id }) => id));
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

  focusSearch(): void {
    this.renderRoot.querySelector<DeskListHeader>('desk-list-header')?.focusSearch();
  }

  /** Selects the row that has the focus, or takes it back; with `range`, all from the last one on. */
  pick({ range = false } = {}): boolean {
    const row = this.#focus.focused;
    if (row) this.#pick(row.id, range);
    return row !== null;
  }

  /** False when nothing was selected. */
  clearSelection(): boolean {
    return this.#selection.clear();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end?.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('filters')) {
      this.#list.show(this.filters);
      this.#selection.clear();
    }
    if (!this.#selection.isEmpty) void import('../../ui/sessions/bulk-bar.ts');
    if (changed.has('openId') && this.openId) this.#focus.moveTo(this.openId);
  }

  protected override updated(): void {
    this.toggleAttribute('empty', this.#list.state.rows.length === 0);
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
    return html`<desk-list-header .filters=${this.filters} @desk-leave=${() => this.focus()}></desk-list-header>
      ${this.#selection.isEmpty ? nothing : this.#bulkBar()}
      <div class="scroll" aria-busy=${this.#list.status === 'loading' ? 'true' : 'false'}>${this.#content()}</div>`;
  }

  #bulkBar() {
    return html`<desk-bulk-bar
      .ids=${this.#selection.ids}
      .filters=${this.filters}
      ?all=${this.#selection.isAll}
      ?whole=${this.#list.state.nextCursor === null}
      @desk-select=${this.#onSelect}
    ></desk-bulk-bar>`;
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
        .picked=${this.#selection.has(row.id)}
        ?picking=${!this.#selection.isEmpty}
        @desk-pick=${(event: CustomEvent<{ range: boolean }>) => this.#pick(row.id, event.detail.range)}
      ></desk-session-row>
    </li>`;
  }

  #more() {
    if (this.#list.more === 'loading') return html`<span role="status">${texts.list.loadingMore}</span>`;
    return html`${this.#list.more === 'failed' ? texts.list.moreFailed : nothing}
      <sl-button size="small" @click=${() => this.#list.loadMore()}>${texts.list.loadMore}</sl-button>`;
  }

  #pick(id: string, range: boolean): void {
    if (range) this.#selection.toggleRange(id);
    else this.#selection.toggle(id);
  }

  #onSelect({ detail }: CustomEvent<'shown' | 'all' | 'none'>): void {
    if (detail === 'all') this.#selection.selectAll();
    else if (detail === 'shown') this.#selection.selectShown();
    else this.#selection.clear();
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
