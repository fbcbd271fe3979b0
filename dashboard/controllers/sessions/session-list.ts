/**
 * Loads the list of conversations for its host and keeps it true by live events.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { messageOf } from '../../api/client.ts';
import { type LiveChange, type LiveConnection, live } from '../../api/live.ts';
import { type ListFilters, sameFilters, serverDecides } from '../../api/session-filters.ts';
import { listSessions } from '../../api/sessions.ts';
import { ChangesMeanwhile } from '../changes-meanwhile.ts';
import { applyToList, emptyList, type ListState, withFirstPage, withNextPage } from './session-list-state.ts';

const PAGE_SIZE = 50;
/** The most the server gives at once. */
const PAGE_MAX = 200;
/** With a search on, what happens is searched anew at most so often. */
const SEARCH_AGAIN_MS = 2_000;
/** What may bring a conversation into a search that was not in it. */
const MAY_BE_FOUND = ['session.created', 'message.created', 'lead.updated'];

export type ListStatus = 'loading' | 'ready' | 'failed';
export type MoreStatus = 'idle' | 'loading' | 'failed';

export class SessionListController implements ReactiveController {
  state: ListState = emptyList({});
  status: ListStatus = 'loading';
  more: MoreStatus = 'idle';
  /** Why it failed, in plain words. */
  problem = '';

  readonly #host: ReactiveControllerHost;
  readonly #live: LiveConnection;
  readonly #onNew: (change: LiveChange) => void;
  readonly #meanwhile = new ChangesMeanwhile();
  #asked: AbortController | undefined;
  #loading = false;
  /** Did the answer we show leave before the live stream was open, or fail? Then something may be missing. */
  #askedBeforeOpen = false;
  #stops: (() => void)[] = [];
  #again: ReturnType<typeof setTimeout> | undefined;

  /** `onNew` hears of conversations that have just come into the list. */
  constructor(host: ReactiveControllerHost, onNew: (change: LiveChange) => void, connection = live) {
    this.#host = host;
    this.#onNew = onNew;
    this.#live = connection;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stops = [
      this.#live.subscribe((change) => this.#onChange(change)),
      this.#live.state.subscribe((state) => {
        if (state === 'open' && this.#askedBeforeOpen) void this.#load({ quiet: true });
      }),
    ];
    void this.#load({ quiet: false });
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    clearTimeout(this.#again);
    this.#again = undefined;
    this.#asked?.abort();
  }

  /** Shows the list under other filters; does nothing when they are the same. */
  show(filters: ListFilters): void {
    if (sameFilters(filters, this.state.filters)) return;
    this.state = emptyList(filters);
    if (this.#stops.length > 0) void this.#load({ quiet: false });
  }

  reload(): void {
    void this.#load({ quiet: false });
  }

  async loadMore(): Promise<void> {
    const { filters, nextCursor } = this.state;
    if (nextCursor === null || this.#loading || this.more === 'loading' || this.status !== 'ready') return;
    this.more = 'loading';
    this.#host.requestUpdate();
    const asked = this.#asked;
    this.#meanwhile.start();
    try {
      const page = await listSessions({ ...filters, limit: PAGE_SIZE, cursor: nextCursor }, asked?.signal);
      this.state = this.#meanwhile.take().reduce(applyToList, withNextPage(this.state, page));
      this.more = 'idle';
    } catch {
      if (asked?.signal.aborted) return;
      this.more = 'failed';
    }
    this.#host.requestUpdate();
  }

  /** A quiet load leaves the rows standing while it runs, and when it fails. */
  async #load({ quiet }: { quiet: boolean }): Promise<void> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    this.#askedBeforeOpen = this.#live.state.value !== 'open';
    this.#loading = true;
    this.more = 'idle';
    if (!quiet || this.status !== 'ready') this.status = 'loading';
    this.#host.requestUpdate();
    this.#meanwhile.start();
    const { filters, rows } = this.state;
    // As many as are shown, so that a reader far down the list stays where they are.
    const limit = Math.min(PAGE_MAX, Math.max(PAGE_SIZE, rows.length));
    try {
      let page = await listSessions({ ...filters, limit }, asked.signal);
      let state = withFirstPage(filters, page);
      while (page.nextCursor && state.rows.length < rows.length) {
        page = await listSessions({ ...filters, limit, cursor: page.nextCursor }, asked.signal);
        state = withNextPage(state, page);
      }
      this.state = this.#meanwhile.take().reduce(applyToList, state);
      this.status = 'ready';
    } catch (error) {
      if (asked.signal.aborted) return;
      this.problem = messageOf(error);
      this.#askedBeforeOpen = true;
      if (this.status === 'loading') this.status = 'failed';
    }
    this.#loading = false;
    this.#host.requestUpdate();
  }

  #searchAgain(): void {
    this.#again ??= setTimeout(() => {
      this.#again = undefined;
      if (serverDecides(this.state.filters)) void this.#load({ quiet: true });
    }, SEARCH_AGAIN_MS);
  }

  #onChange(change: LiveChange): void {
    if (change.name === 'resync' || change.name === 'labels.changed') {
      void this.#load({ quiet: true });
      return;
    }
    this.#meanwhile.note(change);
    if (serverDecides(this.state.filters) && MAY_BE_FOUND.includes(change.name)) this.#searchAgain();
    const before = this.state;
    this.state = applyToList(before, change);
    if (this.state === before) return;
    if (change.name === 'session.created' && this.state.rows.length > before.rows.length) this.#onNew(change);
    this.#host.requestUpdate();
  }
}
