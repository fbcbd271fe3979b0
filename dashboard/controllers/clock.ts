/** The time for everything that says "5 min ago": one timer for the page, running only while something looks at it. */
import { Store } from './store.ts';

const TICK_MS = 30_000;

class Clock extends Store<number> {
  #watchers = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  override subscribe(listener: (now: number) => void): () => void {
    const stop = super.subscribe(listener);
    if (this.#watchers++ === 0) {
      this.set(Date.now());
      this.#timer = setInterval(() => this.set(Date.now()), TICK_MS);
    }
    return () => {
      stop();
      if (--this.#watchers === 0) clearInterval(this.#timer);
    };
  }
}

export const clock = new Clock(Date.now());
