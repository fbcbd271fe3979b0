/**
 * The turns that this process is answering. When a person takes a conversation over, its turn is broken off: nothing
 * more is shown of the reply, and the agent is told to stop. (That the reply is not stored does not hang on this: the
 * turn's lease has ended, see finish-turn.)
 */
import { setTimeout as wait } from 'node:timers/promises';

const STOP_MS = 2_000;

export class RunningTurns {
  /** This process ends: nothing new is to be begun. */
  isStopping = false;
  private readonly running = new Map<string, { sessionId: string; stop: AbortController }>();

  get size(): number {
    return this.running.size;
  }

  /** @returns what breaks this turn off */
  begin(sessionId: string, turnId: string): AbortSignal {
    const stop = new AbortController();
    this.running.set(turnId, { sessionId, stop });
    return stop.signal;
  }

  end(turnId: string): void {
    this.running.delete(turnId);
  }

  stop(sessionId: string): void {
    for (const turn of this.running.values()) if (turn.sessionId === sessionId) turn.stop.abort();
  }

  /** This process ends: what it can't finish is given back, so that another takes it up at once. */
  async stopAll(): Promise<void> {
    this.isStopping = true;
    for (const turn of this.running.values()) turn.stop.abort();
    for (const end = Date.now() + STOP_MS; this.running.size > 0 && Date.now() < end; ) await wait(10);
  }
}
