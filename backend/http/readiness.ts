/**
 * Whether this process takes requests, and whether anybody watches that: a proxy before several processes.
 */

/** Who asks more seldom than this decides nothing by the answer. */
const WATCHED_MS = 30_000;

export class Readiness {
  private asked = Number.NEGATIVE_INFINITY;

  constructor(readonly isStopping: () => boolean) {}

  /** `/health/ready` was asked. */
  note(): void {
    this.asked = performance.now();
  }

  isAsked(): boolean {
    return performance.now() - this.asked < WATCHED_MS;
  }
}
