/** A page of the dashboard before a real backend, where an admin is signed in. */
import type { Browser, Page } from 'playwright-core';
import type { TestParlour } from '../../support/parlour.ts';

/** @param complaints filled with what the page throws and what its own security policy forbids */
export async function openDesk(browser: Browser, parlour: TestParlour, complaints: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await context.addCookies(parlour.admin.browserCookies);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (/Content Security Policy/i.test(line.text())) complaints.push(line.text());
  });
  return page;
}
