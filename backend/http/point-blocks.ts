/**
 * Points of a shared limit, taken from it in blocks and spent in this process: the limit still counts all processes
 * together, while most calls ask the database nothing. What a process took and does not spend within the window is
 * lost to the others; so blocks are a small part of a limit.
 */
import type { RateLimiterRes } from 'rate-limiter-flexible';

/** Strangers choose the keys: the map must not grow with them. */
const KEYS_MAX = 20_000;
const LOOK_EVERY_MS = 60_000;

interface Held {
  left: number;
  /** When the window ends and with it what is left, in ms since 1970. */
  until: number;
}

export class PointBlocks {
  private readonly held = new Map<string, Held>();
  private readonly asking = new Map<string, Promise<void>>();
  private nextLook = 0;
  private readonly size: number;
  private readonly take: (key: string, points: number) => Promise<RateLimiterRes>;

  /** @param take points from the shared limit; rejects when there are not so many left */
  constructor(size: number, take: (key: string, points: number) => Promise<RateLimiterRes>) {
    this.size = size;
    this.take = take;
  }

  /** Spends one point. @throws what `take` throws */
  async spend(key: string): Promise<void> {
    for (;;) {
      const held = this.held.get(key);
      if (held && held.left > 0 && held.until > Date.now()) {
        held.left--;
        return;
      }
      await this.fetch(key);
    }
  }

  /** Once a minute what is over; everything before there are too many, which costs the limits a block each. */
  private forget(): void {
    const now = Date.now();
    if (this.held.size >= KEYS_MAX) this.held.clear();
    if (now < this.nextLook) return;
    this.nextLook = now + LOOK_EVERY_MS;
    for (const [key, { until }] of this.held) if (until <= now) this.held.delete(key);
  }

  /** One block for all who ask at the same moment. */
  private fetch(key: string): Promise<void> {
    const asked = this.asking.get(key);
    if (asked) return asked;
    const asking = this.take(key, this.size)
      .then(({ msBeforeNext }) => {
        this.forget();
        this.held.set(key, { left: this.size, until: Date.now() + Math.max(1, msBeforeNext) });
      })
      .finally(() => this.asking.delete(key));
    this.asking.set(key, asking);
    return asking;
  }
}
