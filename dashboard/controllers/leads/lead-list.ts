/** Loads the leads for their page and asks again when something happened to one of them. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LeadView } from '../../../backend/leads/schema.ts';
import { type LeadListFilters, leadFiltersToUrl, toQuery } from '../../api/lead-filters.ts';
import { listLeads } from '../../api/leads.ts';
import { type LiveChange, live } from '../../api/live.ts';
import { PagedList } from '../paged-list.ts';

const PAGE_SIZE = 50;
/** The most the server gives at once. */
const PAGE_MAX = 200;
/** News come in bunches: one question answers them all. */
const CALM_MS = 400;

export class LeadListController implements ReactiveController {
  readonly list: PagedList<LeadView>;
  #filters: LeadListFilters = {};
  #isAsked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stops: (() => void)[] = [];

  constructor(host: ReactiveControllerHost) {
    this.list = new PagedList<LeadView>(host, (cursor, signal, wanted) => {
      const limit = Math.min(PAGE_MAX, Math.max(PAGE_SIZE, wanted));
      return listLeads({ ...toQuery(this.#filters), limit, cursor }, signal);
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#isAsked = true;
    let wasOpen = live.state.value === 'open';
    this.#stops = [
      live.subscribe((change) => this.#onChange(change)),
      live.state.subscribe((state) => {
        // What happened before the stream stood was told to nobody.
        if (state === 'open' && !wasOpen) this.#askSoon();
        wasOpen = state === 'open';
      }),
    ];
  }

  hostDisconnected(): void {
    this.#isAsked = false;
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  /** Shows the list under other filters; does nothing when they are the same. */
  show(filters: LeadListFilters): void {
    if (leadFiltersToUrl(filters) === leadFiltersToUrl(this.#filters)) return;
    this.#filters = filters;
    this.list.items = [];
    if (this.#isAsked) void this.list.load();
  }

  #onChange({ name, data, local }: LiveChange): void {
    if (local) return;
    const shown = this.list.items.find(({ sessionId }) => sessionId === data.sessionId);
    // The row itself changes at once; where it belongs now, the server says.
    if (shown && data.lead) this.list.replace(data.lead);
    const concerns = name.startsWith('lead.') || name === 'resync' || (shown && name === 'session.deleted');
    if (concerns) this.#askSoon();
  }

  #askSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.list.load({ quiet: true }), CALM_MS);
  }
}
