import { setTimeout as wait } from 'node:timers/promises';

/** Longer than anything takes on a slow, busy machine; only what has failed waits so long. */
export const PATIENCE_MS = 30_000;

/** Waits for a condition, looking every 20 ms. @throws Error that names what was waited for */
export async function until(
  condition: () => unknown | Promise<unknown>,
  name: string,
  timeoutMs = PATIENCE_MS,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${name}`);
    await wait(20);
  }
}
