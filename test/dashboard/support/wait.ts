/** Waiting for something to become true, instead of for time to pass. */
import type { Page } from 'playwright-core';

const PATIENCE_MS = 15_000;
const AGAIN_MS = 25;

/** Resolves when `check` answers true; rejects with `what` when it does not within 15 seconds. */
export async function until(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

/** The names in the list, from the top. */
export async function namesIn(page: Page): Promise<string[]> {
  return page.locator('desk-session-row .name').allTextContents();
}

/** Waits until the list shows these names in this order. */
export async function untilListed(page: Page, names: string[]): Promise<void> {
  let shown: string[] = [];
  await until(`the list shows ${names.join(', ')}`, async () => {
    shown = await namesIn(page);
    return JSON.stringify(shown) === JSON.stringify(names);
  }).catch((error: Error) => {
    throw new Error(`${error.message}; it shows ${shown.join(', ')}`);
  });
}

/** The name on the row that has the keyboard's focus. */
export async function focusedName(page: Page): Promise<string | null> {
  const focused = page.locator('desk-session-row:focus-within .name');
  return (await focused.count()) === 1 ? focused.textContent() : null;
}
