/** A keyset list for its host: the first page, the next ones, and what went wrong. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { messageOf } from '../api/client.ts';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** Asks for one page; without a cursor for the first. */
export type AskPage<T> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>;

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

  /** Loads the first page. A quiet load leaves what is shown standing meanwhile. */
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
      const page = await this.#ask(undefined, signal);
      if (signal.aborted) return;
      this.#show(page.items, page.nextCursor);
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
      const page = await this.#ask(this.#cursor, signal);
      if (signal.aborted) return;
      const shown = new Set(this.items.map(({ id }) => id));
      const added = page.items.filter(({ id }) => !shown.has(id));
      this.#show([...this.items, ...added], page.nextCursor);
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
