/** Loads one thing for its host and reads it again when an event speaks of it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isMissing, messageOf } from '../api/client.ts';
import { type LiveChange, live } from '../api/live.ts';
import { ChangesMeanwhile } from './changes-meanwhile.ts';

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
  readonly #meanwhile = new ChangesMeanwhile();
  #asked: AbortController | undefined;
  #isReading = false;
  /** Was it asked for before the live stream stood, or in vain? Then something may be missing. */
  #askedBeforeOpen = false;
  #stops: (() => void)[] = [];

  constructor(host: ReactiveControllerHost, source: Source<T>) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stops = [
      live.subscribe((change) => this.#onChange(change)),
      live.state.subscribe((state) => {
        if (state === 'open' && this.#askedBeforeOpen) void this.#load();
      }),
    ];
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
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

  /** Takes what a change answered. What is being read meanwhile may be older, or newer: it is read once more. */
  take(value: T): void {
    if (value.id !== this.#id) return;
    this.value = value;
    this.status = 'ready';
    if (this.#isReading) void this.#load();
    this.#host.requestUpdate();
  }

  async #load(): Promise<void> {
    const id = this.#id;
    if (id === null) return;
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    const { signal } = asked;
    this.#isReading = true;
    this.#askedBeforeOpen = live.state.value !== 'open';
    this.#meanwhile.start();
    this.#host.requestUpdate();
    try {
      this.value = await this.#source.read(id, signal);
      this.status = 'ready';
    } catch (error) {
      if (signal.aborted) return;
      this.#fail(error);
    }
    this.#isReading = false;
    this.#host.requestUpdate();
    if (this.#meanwhile.take().some((change) => this.#concerns(change, id))) void this.#load();
  }

  #fail(error: unknown): void {
    if (isMissing(error)) {
      this.status = this.value ? 'gone' : 'not-found';
      this.value = null;
      return;
    }
    this.problem = messageOf(error);
    this.#askedBeforeOpen = true;
    // What is shown stays, when only a second reading failed; the banner speaks of the connection.
    if (!this.value) this.status = 'failed';
  }

  #onChange(change: LiveChange): void {
    if (this.#id === null) return;
    // One that is on its way hears of it when it arrives.
    if (this.#isReading) this.#meanwhile.note(change);
    else if (this.#concerns(change, this.#id)) void this.#load();
  }

  #concerns(change: LiveChange, id: string): boolean {
    return change.name === 'resync' || this.#source.concerns(change, id, this.value);
  }
}
