/** What the list of conversations shows and where the focus is, and waiting until it does. */
import type { Page } from 'playwright-core';
import { until } from '../../support/until.ts';

/** The names in the list, from the top. */
export async function namesIn(page: Page): Promise<string[]> {
  return page.locator('desk-session-row .name').allTextContents();
}

/** Waits until the list shows these names in this order. */
export async function untilListed(page: Page, names: string[]): Promise<void> {
  let shown: string[] = [];
  await until(
    async () => {
      shown = await namesIn(page);
      return JSON.stringify(shown) === JSON.stringify(names);
    },
    `the list shows ${names.join(', ')}`,
  ).catch((error: Error) => {
    throw new Error(`${error.message}; it shows ${shown.join(', ')}`);
  });
}

/** The name on the row that has the keyboard's focus. */
export async function focusedName(page: Page): Promise<string | null> {
  const focused = page.locator('desk-session-row:focus-within .name');
  return (await focused.count()) === 1 ? focused.textContent() : null;
}

/** Waits until the keyboard's focus is in the conversation that was opened, through every shadow root on the way. */
export function untilReading(page: Page): Promise<void> {
  return until(
    () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.localName === 'article';
      }),
    'the focus is in the conversation',
  );
}
