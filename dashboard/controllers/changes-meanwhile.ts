/**
 * Keeps what happens while an answer is on its way. The answer may have been read before a change that we have already
 * been told of; telling the changes again on top of the answer makes the order of arrival harmless.
 */
import type { LiveChange } from '../api/live.ts';

export class ChangesMeanwhile {
  #held: LiveChange[] | null = null;

  /** From now on changes are kept. */
  start(): void {
    this.#held = [];
  }

  note(change: LiveChange): void {
    this.#held?.push(change);
  }

  /** What was kept since `start`, in order; keeping ends. */
  take(): LiveChange[] {
    const held = this.#held ?? [];
    this.#held = null;
    return held;
  }
}
