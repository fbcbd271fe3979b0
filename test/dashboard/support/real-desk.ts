/** Pages of browsers before a real backend. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { StaffClient } from '../../support/staff-client.ts';

export interface PageOptions extends BrowserContextOptions {
  /** Who is signed in there; nobody when left out. */
  who?: StaffClient;
  /** Filled with what the page throws and what its own security policy forbids. */
  complaints?: string[];
}

/** An empty page in a context of its own, so that it shares no sign-in with others. */
export async function openPage(
  browser: Browser,
  { who, complaints, ...options }: PageOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    ...options,
  });
  if (who) await context.addCookies(who.browserCookies);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints?.push(error.message));
  page.on('console', (line) => {
    if (/Content Security Policy/i.test(line.text())) complaints?.push(line.text());
  });
  return page;
}

/** Closes the pages of a test, and forgets who was signed in on them. */
export async function closePages(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}
