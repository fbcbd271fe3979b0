/** A keyset list for its host: the first page, the next ones, and what went wrong. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { messageOf } from '../api/client.ts';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** Asks for one page; without a cursor for the first. `wanted` is how many rows a reader has before them already. */
export type AskPage<T> = (
  cursor: string | undefined,
  signal: AbortSignal,
  wanted: number,
) => Promise<Page<T>>;

export class PagedList<T extends { id: string }> implements ReactiveController {
  items: readonly T[] = [];
  status: 'loading' | 'ready' | 'failed' = 'loading';
  more: 'none' | 'idle' | 'loading' | 'failed' = 'none';
  /** Why it failed, in plain words. */
  problem = '';

  readonly #host: ReactiveControllerHost;
  readonly #ask: AskPage<T>;
  #asked = new AbortController();
  #isLoading = false;
  #cursor: string | null = null;

  constructor(host: ReactiveControllerHost, ask: AskPage<T>) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  hostConnected(): void {
    void this.load();
  }

  hostDisconnected(): void {
    this.#asked.abort();
  }

  /** An answer is on its way, and may be of before what was told meanwhile. */
  get isAsking(): boolean {
    return this.#isLoading || this.more === 'loading';
  }

  /**
   * Loads the first page. A quiet load leaves what is shown standing meanwhile, and brings as much of it, so that a
   * reader far down stays where they are.
   */
  async load({ quiet = false } = {}): Promise<void> {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    this.#isLoading = true;
    // The next page that was on its way is not waited for any more.
    if (this.more === 'loading') this.more = 'idle';
    if (!quiet) this.status = 'loading';
    this.#host.requestUpdate();
    try {
      const wanted = quiet ? this.items.length : 0;
      let page = await this.#ask(undefined, signal, wanted);
      let items: readonly T[] = page.items;
      while (!signal.aborted && page.nextCursor !== null && items.length < wanted) {
        page = await this.#ask(page.nextCursor, signal, wanted - items.length);
        items = withNext(items, page.items);
      }
      if (signal.aborted) return;
      this.#show(items, page.nextCursor);
      this.status = 'ready';
    } catch (error) {
      if (signal.aborted) return;
      this.problem = messageOf(error);
      if (this.status === 'loading') this.status = 'failed';
    }
    this.#isLoading = false;
    this.#host.requestUpdate();
  }

  /** Does nothing while the list itself is asked for: the page after the old end may not be the one after the new. */
  async loadMore(): Promise<void> {
    if (this.#cursor === null || this.isAsking) return;
    const { signal } = this.#asked;
    this.more = 'loading';
    this.#host.requestUpdate();
    try {
      const page = await this.#ask(this.#cursor, signal, 0);
      if (signal.aborted) return;
      this.#show(withNext(this.items, page.items), page.nextCursor);
    } catch {
      if (signal.aborted) return;
      this.more = 'failed';
    }
    this.#host.requestUpdate();
  }

  /** Shows one of them as it is now. */
  replace(item: T): void {
    this.items = this.items.map((known) => (known.id === item.id ? item : known));
    this.#host.requestUpdate();
  }

  #show(items: readonly T[], cursor: string | null): void {
    this.items = items;
    this.#cursor = cursor;
    this.more = cursor === null ? 'none' : 'idle';
  }
}

/** A row that moved down between two answers is there once. */
function withNext<T extends { id: string }>(items: readonly T[], next: readonly T[]): T[] {
  const shown = new Set(items.map(({ id }) => id));
  return [...items, ...next.filter(({ id }) => !shown.has(id))];
}
