/** Loads one thing for its host and reads it again when an event speaks of it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isMissing, messageOf } from '../api/client.ts';
import { type LiveChange, live } from '../api/live.ts';

interface Source<T> {
  read(id: string, signal: AbortSignal): Promise<T>;
  /** Does an event speak of the one with this id? What is shown is null before it is loaded. */
  concerns(change: LiveChange, id: string, shown: T | null): boolean;
}

/** `gone`: it was shown, and is there no more. */
export type DetailStatus = 'loading' | 'ready' | 'not-found' | 'gone' | 'failed';

export class LiveDetail<T extends { id: string }> implements ReactiveController {
  value: T | null = null;
  status: DetailStatus = 'loading';
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
    if (value.id !== this.#id) return;
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
      this.#fail(error);
    }
    this.#host.requestUpdate();
  }

  #fail(error: unknown): void {
    if (isMissing(error)) {
      this.status = this.value ? 'gone' : 'not-found';
      this.value = null;
      return;
    }
    this.problem = messageOf(error);
    // What is shown stays, when only a second reading failed; the banner speaks of the connection.
    if (!this.value) this.status = 'failed';
  }

  #onChange(change: LiveChange): void {
    if (this.#id === null) return;
    if (change.name === 'resync' || this.#source.concerns(change, this.#id, this.value)) void this.#load();
  }
}
