/** Tells the visitor that we are typing: at the first letter, now and then while it goes on, and when it ends. */
import { sayTyping } from '../../api/takeover.ts';

const REPEAT_MS = 3_000;

export class TypingNews {
  #sessionId = '';
  #saidAt = 0;

  /** Call it with every change of the text. */
  typed(sessionId: string, hasText: boolean): void {
    if (!hasText || sessionId !== this.#sessionId) this.stopped();
    if (!hasText || Date.now() - this.#saidAt < REPEAT_MS) return;
    this.#sessionId = sessionId;
    this.#saidAt = Date.now();
    say(sessionId, true);
  }

  stopped(): void {
    if (this.#saidAt) say(this.#sessionId, false);
    this.#saidAt = 0;
  }
}

/** Nobody is told when it does not get through: typing is no promise. */
function say(sessionId: string, on: boolean): void {
  sayTyping(sessionId, on).catch(() => {});
}
