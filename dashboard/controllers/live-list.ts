/** A keyset list that keeps itself true: what an event carries is shown at once, what it moves is asked for again. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LiveData, LiveEventName } from '../../backend/live/schema.ts';
import { type LiveChange, live } from '../api/live.ts';
import { PagedList } from './paged-list.ts';

const PAGE_SIZE = 50;
/** The most the server gives at once. */
const PAGE_MAX = 200;
/** News come in bunches: one question answers them all. */
const CALM_MS = 400;

interface Source<T> {
  ask(
    page: { limit: number; cursor?: string },
    signal: AbortSignal,
  ): Promise<{ items: T[]; nextCursor: string | null }>;
  /** The row that an event carries, if it is one of this list's. */
  rowOf(data: LiveData): T | undefined;
  /** Does the list show it, under its filters? */
  fits(row: T): boolean;
  /** An event of this kind moves a row that is shown to another place. */
  moves: boolean;
  /** After these there may be rows that no event carries. */
  brings: readonly LiveEventName[];
}

export class LiveList<T extends { id: string }> implements ReactiveController {
  readonly list: PagedList<T>;
  readonly #source: Source<T>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stops: (() => void)[] = [];
  #filters: string | undefined;

  constructor(host: ReactiveControllerHost, source: Source<T>) {
    this.#source = source;
    this.list = new PagedList<T>(host, (cursor, signal, wanted) => {
      const limit = Math.min(PAGE_MAX, Math.max(PAGE_SIZE, wanted));
      return source.ask({ limit, cursor }, signal);
    });
    host.addController(this);
  }

  hostConnected(): void {
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
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  /** The source's filters are these now; the first ones are asked for when the host is on the page. */
  show(filters: string): void {
    const isFirst = this.#filters === undefined;
    if (filters === this.#filters) return;
    this.#filters = filters;
    this.list.items = [];
    if (!isFirst) void this.list.load();
  }

  #onChange({ name, data }: LiveChange): void {
    const row = this.#source.rowOf(data);
    if (!row) {
      if (name === 'resync' || this.#source.brings.includes(name)) this.#askSoon();
      return;
    }
    const isShown = this.list.items.some(({ id }) => id === row.id);
    const fits = this.#source.fits(row);
    if (isShown) this.list.replace(row);
    // An answer that is on its way may still have the row as it was.
    if (isShown !== fits || (fits && this.#source.moves) || this.list.isAsking) this.#askSoon();
  }

  #askSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.list.load({ quiet: true }), CALM_MS);
  }
}
