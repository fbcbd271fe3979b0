/**
 * The turns that this process is answering. When a person takes a conversation over, its turn is broken off: nothing
 * more is shown of the reply, and the agent is told to stop. (That the reply is not stored does not hang on this: the
 * turn's lease has ended, see finish-turn.)
 */
export class RunningTurns {
  private readonly running = new Map<string, { sessionId: string; stop: AbortController }>();

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
}
