/** Loads one thing for its host and reads it again when an event speaks of it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LiveData } from '../../backend/live/schema.ts';
import { ApiError, messageOf } from '../api/client.ts';
import { type LiveChange, live } from '../api/live.ts';

interface Source<T> {
  read(id: string, signal: AbortSignal): Promise<T>;
  /** The id that an event speaks of. */
  idOf(data: LiveData): string | undefined;
}

export class LiveDetail<T> implements ReactiveController {
  value: T | null = null;
  status: 'loading' | 'ready' | 'not-found' | 'failed' = 'loading';
  /** Why it failed, in plain words. */
  problem = '';

  readonly #host: ReactiveControllerHost;
  readonly #source: Source<T>;
  #id: string | null = null;
  #asked: AbortController | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, source: Source<T>) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = live.subscribe((change) => this.#onChange(change));
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#asked?.abort();
  }

  /** Shows another one; does nothing when it is the one that is open. */
  show(id: string): void {
    if (id === this.#id) return;
    this.#id = id;
    this.reload();
  }

  reload(): void {
    this.value = null;
    this.status = 'loading';
    void this.#load();
  }

  /** Takes what a change answered. */
  take(value: T): void {
    this.#asked?.abort();
    this.value = value;
    this.#host.requestUpdate();
  }

  async #load(): Promise<void> {
    if (this.#id === null) return;
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    const { signal } = asked;
    this.#host.requestUpdate();
    try {
      this.value = await this.#source.read(this.#id, signal);
      this.status = 'ready';
    } catch (error) {
      if (signal.aborted) return;
      const isGone = error instanceof ApiError && error.status === 404;
      if (isGone) this.value = null;
      this.problem = messageOf(error);
      if (!this.value) this.status = isGone ? 'not-found' : 'failed';
    }
    this.#host.requestUpdate();
  }

  #onChange({ name, data }: LiveChange): void {
    if (name === 'resync' || (this.#id !== null && this.#source.idOf(data) === this.#id)) void this.#load();
  }
}
