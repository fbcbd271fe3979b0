import { css, html, LitElement, type PropertyValues } from 'lit';
import type { ReviewStatus } from '../../../backend/reviews/schema.ts';
import { filtersFromUrl, filtersToUrl, type ListFilters } from '../../api/session-filters.ts';
import { Hotkeys } from '../../controllers/hotkeys.ts';
import { navigate, paths } from '../../controllers/router.ts';
import { toggleArchived } from '../../controllers/sessions/archive.ts';
import { toggleCompleted } from '../../controllers/sessions/complete.ts';
import { rememberedSearch, rememberFilters } from '../../controllers/sessions/filter-memory.ts';
import { undoToast } from '../../controllers/toasts.ts';
import { texts } from '../../languages/en/app.ts';
import { base } from '../../ui/base.styles.ts';
import { listBeside } from '../list-and-open.styles.ts';
import type { DeskSessionList } from './session-list.ts';
import type { DeskSessionPage } from './session-page.ts';
import '../../ui/notice.ts';
import './session-list.ts';
import './session-page.ts';

/** List and open conversation side by side; on a phone one at a time. The keyboard of both lives here. */
export class DeskConversationsPage extends LitElement {
  static override styles = [
    base,
    listBeside,
    css`
      /* There is nothing to choose from. */
      .list[empty] + .detail desk-notice {
        display: none;
      }
      @media print {
        :host {
          display: block;
          height: auto;
        }
        .list {
          display: none;
        }
      }
    `,
  ];
  static override properties = {
    sessionId: { attribute: 'session-id' },
    search: {},
    open: { type: Boolean, reflect: true },
  };

  /** The conversation that is open, if any. */
  declare sessionId: string | null;
  declare search: string;
  declare private open: boolean;

  #filters: ListFilters = {};
  /** The verdict that a key gave to a row, until its conversation is open. */
  #verdict: ReviewStatus | null = null;

  constructor() {
    super();
    this.search = '';
    this.sessionId = null;
    new Hotkeys(this, {
      j: () => this.#step(1),
      k: () => this.#step(-1),
      '/': () => this.#search(),
      x: () => this.#list?.pick(),
      X: () => this.#list?.pick({ range: true }),
      e: () => this.#archive(),
      c: () => this.#complete(),
      p: () => this.#print(),
      t: () => this.#page?.takeOver() ?? false,
      1: () => this.#judge('passed'),
      2: () => this.#judge('issue'),
      3: () => this.#judge('fixed'),
      4: () => this.#judge('unchecked'),
      z: undoToast,
      Escape: () => this.#back(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Who comes to the bare list finds it as they left it.
    const remembered = this.sessionId === null && this.search === '' ? rememberedSearch() : '';
    if (remembered) navigate(paths.conversations(remembered), { replace: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // One object for one query string, so that the list knows when nothing changed.
    if (changed.has('search')) this.#filters = filtersFromUrl(this.search);
    this.open = this.sessionId !== null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('sessionId');
    if (changed.has('sessionId') && this.#verdict) this.#page?.judge(this.#verdict);
    if (changed.has('sessionId')) this.#verdict = null;
    // Coming here by a link leaves the focus where the browser put it; opening moves it to what was opened.
    if (!changed.has('sessionId') || before === undefined) return;
    if (this.sessionId) this.#page?.updateComplete.then(() => this.#page?.focus());
    else this.#list?.updateComplete.then(() => this.#list?.focus());
  }

  protected override render() {
    const search = filtersToUrl(this.#filters);
    return html`<desk-session-list
        class="list"
        .filters=${this.#filters}
        search=${search}
        .openId=${this.sessionId}
        @desk-filter=${this.#onFilter}
      ></desk-session-list>
      <div class="detail">
        ${
          this.sessionId
            ? html`<desk-session-page session-id=${this.sessionId} search=${search}></desk-session-page>`
            : html`<desk-notice icon="chat-square-text" heading=${texts.detail.none} text=${texts.detail.noneText}>
              </desk-notice>`
        }
      </div>`;
  }

  get #list(): DeskSessionList | null {
    return this.renderRoot.querySelector('desk-session-list');
  }

  get #page(): DeskSessionPage | null {
    return this.renderRoot.querySelector('desk-session-page');
  }

  #onFilter({ detail }: CustomEvent<ListFilters>): void {
    const search = filtersToUrl(detail);
    rememberFilters(detail);
    // Each letter of a search is no step for the back button.
    const replace = detail.q !== this.#filters.q && Boolean(this.#filters.q);
    const path = this.sessionId ? paths.conversation(this.sessionId, search) : paths.conversations(search);
    navigate(path, { replace });
  }

  #search(): undefined {
    if (!this.sessionId || innerWidth > 799) this.#list?.focusSearch();
  }

  #step(by: number): undefined {
    this.#list?.step(by);
  }

  /** The row one is at, else the conversation that is open. */
  #archive(): boolean {
    const row = this.#list?.focusedRow ?? this.#page?.session;
    if (row) toggleArchived(row);
    return Boolean(row);
  }

  #complete(): boolean {
    const row = this.#list?.focusedRow ?? this.#page?.session;
    if (row) toggleCompleted(row);
    return Boolean(row);
  }

  /** The row one is at, else the conversation that is open: nothing is judged that is not on screen. */
  #judge(status: ReviewStatus): boolean {
    const id = this.#list?.focusedRow?.id ?? this.sessionId;
    if (!id) return false;
    if (id === this.sessionId) this.#page?.judge(status);
    else {
      this.#verdict = status;
      navigate(paths.conversation(id, filtersToUrl(this.#filters)));
    }
    return true;
  }

  #print(): boolean {
    if (!this.#page?.session) return false;
    print();
    return true;
  }

  #back(): boolean {
    if (this.#list?.clearSelection()) return true;
    if (this.#page?.closeDetails()) return true;
    if (!this.sessionId) return false;
    navigate(paths.conversations(filtersToUrl(this.#filters)));
    return true;
  }
}

customElements.define('desk-conversations-page', DeskConversationsPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-conversations-page': DeskConversationsPage;
  }
}
