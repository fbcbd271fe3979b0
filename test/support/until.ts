import { setTimeout as wait } from 'node:timers/promises';

/** Waits for a condition, looking every 20 ms. @throws Error that names what was waited for */
export async function until(
  condition: () => unknown | Promise<unknown>,
  name: string,
  timeoutMs = 10_000,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${name}`);
    await wait(20);
  }
}
