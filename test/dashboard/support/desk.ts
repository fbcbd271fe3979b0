/** Everything a browser test of the dashboard needs: a fresh build, a fake backend, a browser, and a clean end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { buildDashboard } from '../../../dashboard/build.ts';
import { atTheEnd } from '../../support/at-the-end.ts';
import { testBrowser } from '../../support/browser.ts';
import { until } from '../../support/until.ts';
import { FakeStaffApi } from './fake-staff-api.ts';

export interface Desk {
  api: FakeStaffApi;
  /** Opens a path in a new browser context. Everything the page complained about is in `complaints`. */
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  complaints: string[];
  /** Closes every page and forgets every conversation: a clean desk for the next test. */
  clear: () => Promise<void>;
  close: () => Promise<void>;
}

let built: Promise<string> | undefined;

/** The folder of a fresh build, made once for all tests of a run. */
function builtDashboard(): Promise<string> {
  built ??= (async () => {
    const outDir = await mkdtemp(path.join(tmpdir(), 'parlour-dashboard-'));
    atTheEnd(() => rm(outDir, { recursive: true, force: true }));
    await buildDashboard(outDir, ['en']);
    return outDir;
  })();
  return built;
}

export async function openDesk(): Promise<Desk> {
  const api = new FakeStaffApi(await builtDashboard());
  await api.start();
  const browser: Browser = await testBrowser();
  let contexts: BrowserContext[] = [];
  const closePages = async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    await until(() => api.listeners === 0, 'nobody listens any more');
  };
  const complaints: string[] = [];
  return {
    api,
    complaints,
    async open(address, options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        ...options,
      });
      contexts.push(context);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      // A refused style or script is reported here; failed requests belong to tests that make them fail.
      page.on('console', (line) => {
        if (/Content Security Policy/i.test(line.text())) complaints.push(line.text());
      });
      await page.goto(`${api.url}${address}`);
      return page;
    },
    async clear() {
      await closePages();
      api.conversations.clear();
      api.signedIn = true;
    },
    async close() {
      await browser.close();
      await api.stop();
    },
  };
}
