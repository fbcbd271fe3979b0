import type { Page } from 'playwright-core';

/** Goes to a path as a click does: the app that is open shows it, and nothing is loaded anew. */
export const go = (page: Page, path: string): Promise<void> =>
  page.evaluate((url) => {
    history.pushState(null, '', url);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
