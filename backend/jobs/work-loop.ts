/**
 * Work that is taken from a table a little at a time. It is looked for now and then, and whenever a piece of it has
 * ended, never by two looks at once; stopping breaks off what is under way and waits for it.
 */
export class WorkLoop {
  private readonly underWay = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private isLooking = false;

  /**
   * @param everyMs how often it looks
   * @param take takes what is due and `hold`s each piece; what it throws goes to `onProblem`
   */
  constructor(
    private readonly everyMs: number,
    private readonly take: () => Promise<void>,
    private readonly onProblem: (error: unknown) => void,
  ) {}

  /** How many pieces are under way. */
  get size(): number {
    return this.underWay.size;
  }

  /** Aborted when the loop is stopped. */
  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  start(): void {
    this.timer = setInterval(() => this.look(), this.everyMs);
    this.look();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.looking;
    await Promise.all(this.underWay);
  }

  /** @param work rejects never: whoever takes it knows what to say of its failure */
  hold(work: Promise<void>): void {
    const held = work.finally(() => {
      this.underWay.delete(held);
      // The next one may have been waiting for this one.
      this.look();
    });
    this.underWay.add(held);
  }

  private look(): void {
    if (this.isLooking || this.signal.aborted) return;
    this.isLooking = true;
    this.looking = this.take()
      .catch(this.onProblem)
      .finally(() => {
        this.isLooking = false;
      });
  }
}
