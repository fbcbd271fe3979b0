/** When a delivery that failed is tried again (the example schedule of Standard Webhooks, cut off after ten hours). */

/** Seconds after the first, second, ... failed try of a round: the first is made at once, and one more after each. */
const WAITS = [5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600];
const JITTER = 0.15;
const RETRY_AFTER_MAX = 24 * 3600;

/**
 * Seconds to wait, or null to give up.
 * @param tries made in this round so far
 * @param retryAfter seconds the receiver asked for; the longer one counts
 * @param random in [0, 1): spreads out what failed together
 */
export function waitAfter(tries: number, retryAfter = 0, random = Math.random()): number | null {
  const wait = WAITS[tries - 1];
  if (wait === undefined) return null;
  const spread = wait * (1 + (random * 2 - 1) * JITTER);
  return Math.max(spread, Math.min(retryAfter, RETRY_AFTER_MAX));
}
