/**
 * A value that several elements look at, and the controller by which a Lit element looks at it. The whole of the
 * dashboard's shared state: who is signed in, the theme, the address, the connection, the clock.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Store<T> {
  #value: T;
  readonly #listeners = new Set<(value: T) => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  /** Tells every listener, but only when the value is another one. */
  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener(value);
  }

  /** Answers the function that ends the subscription. */
  subscribe(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Renders its host again whenever the store's value changes: `#theme = new Watch(this, themeStore)`. */
export class Watch<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #store: Store<T>;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, store: Store<T>) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  get value(): T {
    return this.#store.value;
  }

  hostConnected(): void {
    this.#stop = this.#store.subscribe(() => this.#host.requestUpdate());
    // The value may have changed while the host was away.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
  }
}
