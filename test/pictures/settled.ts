import type { Page } from 'playwright-core';
import { until } from '../support/until.ts';

/** Waits until nothing is being loaded any more: no grey bars, all letters and pictures there, and nothing moves. */
export async function settled(page: Page): Promise<void> {
  await until(
    async () => (await page.locator('sl-skeleton, sl-spinner, [aria-busy=true]').count()) === 0,
    'nothing is being loaded',
    20_000,
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await until(async () => (await page.screenshot()).equals(await page.screenshot()), 'nothing moves', 20_000);
}

/** A page of the dashboard once its heading is there and all is loaded. */
export async function ready(page: Page): Promise<Page> {
  await page.locator('h1').first().waitFor();
  await settled(page);
  return page;
}
