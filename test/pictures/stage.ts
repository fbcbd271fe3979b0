/**
 * What the pictures are taken of: the built product on an empty folder, filled with its own sample conversations, and a
 * WordPress that shows their site.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { DemoState } from '../../backend/demo/schema.ts';
import { launchBrowser } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { startProcess } from '../support/parlour-process.ts';
import { StaffClient } from '../support/staff-client.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';

const ADMIN = { email: 'ana@linden-loft.example', password: 'plum tart on sundays' };

export interface Stage {
  url: string;
  browser: Browser;
  /** Ana Silva, who plays the team. */
  ana: StaffClient;
  /** The site that has the sample conversations. */
  sampleSite: string;
  /** A page of somebody new. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** A page of the dashboard, with Ana signed in. */
  openDesk(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** The website of the sample site; started when it is first asked for. */
  wordpress(): Promise<WordPress>;
  stop(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const toStop: (() => unknown)[] = [];
  const stop = async () => {
    while (toStop.length > 0) await toStop.pop()!();
  };
  try {
    const url = await startProduct(toStop);
    const ana = await StaffClient.signIn(url, ADMIN);
    const me = await ana.get<{ id: string }>('/api/v1/auth/me');
    await ana.patch(`/api/v1/users/${me.id}`, { name: 'Ana Silva' });
    const { siteId } = await ana.post<DemoState>('/api/v1/demo');
    await ana.patch(`/api/v1/sites/${siteId}`, { name: 'Linden & Loft' });
    const browser = await launchBrowser();
    toStop.push(() => browser.close());

    const open: Stage['open'] = async (path, options) => {
      const page = await (await browser.newContext(contextOf(options))).newPage();
      await page.goto(url + path);
      return page;
    };
    const openDesk: Stage['openDesk'] = async (path, options) => {
      const context = await browser.newContext(contextOf(options));
      await context.addCookies(ana.browserCookies);
      const page = await context.newPage();
      // The line that says that these are samples stands on every page; in pictures it would be all one reads.
      const noSamples: DemoState = { siteId: null, conversations: 0, total: 0 };
      await page.route('**/api/v1/demo', (route) => route.fulfill({ json: noSamples }));
      await page.goto(`${url}/dashboard${path}`);
      return page;
    };
    let started: Promise<WordPress> | undefined;
    const wordpress = () => {
      started ??= startWebsite(ana, siteId!).then((site) => {
        toStop.push(() => site.stop());
        return site;
      });
      return started;
    };
    return { url, browser, ana, sampleSite: siteId!, open, openDesk, wordpress, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As somebody sees it who has just cloned it: no database, no settings but who signs in. */
async function startProduct(toStop: (() => unknown)[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'parlour-pictures-'));
  toStop.push(() => rmSync(folder, { recursive: true, force: true }));
  const port = String(await freePort());
  const parlour = await startProcess({
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: join(folder, 'data'),
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    RATE_LIMIT_FACTOR: '0',
    // Chance would put others into the review queue each time.
    REVIEW_SAMPLE_PERCENT: '0',
  });
  toStop.push(() => {
    parlour.kill('SIGTERM');
    return parlour.ended;
  });
  return parlour.url;
}

/** A website with a page made of the plugin's own pattern, connected to the sample site. */
async function startWebsite(ana: StaffClient, siteId: string): Promise<WordPress> {
  const wordpress = await startWordPress({ plugins: ['dist/parlour'] });
  await ana.patch(`/api/v1/sites/${siteId}`, { allowedOrigins: [wordpress.url] });
  const { code } = await ana.post<{ code: string }>(`/api/v1/sites/${siteId}/connect`);
  await wordpress.wp('parlour', 'connect', code);
  await wordpress.wp('option', 'update', 'blogname', 'Linden & Loft');
  return wordpress;
}

/** Nothing moves and nothing blinks, so that the same is seen each time. */
function contextOf(options: BrowserContextOptions = {}): BrowserContextOptions {
  return {
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    colorScheme: 'light',
    viewport: { width: 1440, height: 900 },
    ...options,
  };
}
