import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { seriousFindings } from '../support/axe.ts';
import { until } from '../support/until.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { go } from './support/go.ts';
import { untilListed } from './support/listed.ts';
import { minutesAgo } from './support/sample.ts';

describe('How the dashboard looks', () => {
  let desk: Desk;
  let id: string;
  before(async () => {
    desk = await openDesk();
    const lead = {
      name: 'Mia Wolf',
      email: 'm@x.example',
      phone: null,
      company: null,
      qualification: 'new' as const,
    };
    id = desk.api.conversations.add({ lead, qaStatus: 'issue', completionStatus: 'completed' }).id;
    desk.api.conversations.add({ lastMessageAt: minutesAgo(9), qaStatus: 'fixed' });
    desk.api.conversations.add({
      lastMessageAt: minutesAgo(12),
      qaStatus: 'passed',
      completionStatus: 'abandoned',
    });
  });
  after(() => desk.close());

  // What depends on the colours and what depends on the room, each seen twice.
  for (const [colorScheme, width, only] of [
    ['light', 390],
    ['dark', 1440, 'colours'],
  ] as const) {
    it(`keeps no one out: axe on every page, ${colorScheme}, ${width} px`, async () => {
      const options = {
        colorScheme,
        viewport: { width, height: 900 },
        bypassCSP: true,
        reducedMotion: 'reduce' as const,
      };
      const page = await desk.open('/dashboard/', options);
      const shows = async (ready: string, on = page) => {
        await on.getByRole('heading', { name: ready }).first().waitFor();
        expect(await seriousFindings(on, only), ready).to.deep.equal([]);
      };
      const visit = async (path: string, ready: string) => {
        await go(page, `/dashboard/${path}`);
        await shows(ready);
      };
      await shows('Conversations');
      await visit('conversations?archive=archived', 'Nothing here');
      await visit('conversations/unknown', 'This conversation is not here');
      await visit('settings', 'Settings');
      await visit('nowhere', 'There is nothing at this address');
      await visit(`conversations/${id}`, 'Mia Wolf');
      await page.keyboard.press('?');
      await page.getByText('Next in the list').waitFor();
      expect(await seriousFindings(page, only), 'help').to.deep.equal([]);
      const link = '/dashboard/set-password#token=0123456789&for=setup';
      await shows('Set up Parlour', await desk.open(link, options));
      desk.api.signedIn = false;
      await shows('Welcome back', await desk.open('/dashboard/', options));
      desk.api.signedIn = true;
    });
  }

  it('remembers the theme and wears it from the first paint on', async () => {
    const page = await desk.open('/dashboard/', { colorScheme: 'light' });
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.getByRole('button', { name: /Your account/ }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Dark' }).click();
    await until(async () => (await ground()) !== light, 'the page is dark');
    const dark = await ground();
    // The app's own code is kept away: what is left must be dark already.
    await page.route('**/assets/main-*.js', (route) => route.abort());
    await page.reload();
    expect(await ground()).to.equal(dark);
    await page.unroute('**/assets/main-*.js');
    await page.goto(`${desk.api.url}/dashboard/settings`);
    await page.getByRole('button', { name: 'Like my system' }).click();
    await until(async () => (await ground()) === light, 'the page is light again');
  });

  it('shows one thing at a time on a phone, and finds back to where one was', async () => {
    const page = await desk.open('/dashboard/', { viewport: { width: 390, height: 844 } });
    await page.getByRole('link', { name: /Mia Wolf/ }).click();
    await page.getByRole('heading', { name: 'Mia Wolf', level: 1 }).waitFor();
    await page.locator('desk-session-list').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Details' }).click();
    await page.getByRole('link', { name: 'm@x.example' }).waitFor();
    await page.getByRole('button', { name: 'Hide details' }).click();
    await page.getByRole('log').waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).to.equal(390);
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await page.locator('desk-session-list').waitFor();
    await page.goForward().catch(() => null);
    await page.goBack();
    await untilListed(page, ['Mia Wolf', 'Visitor from /pricing', 'Visitor from /pricing']);
  });

  it('goes everywhere from a phone’s bar, by keyboard too, and nothing has to be swiped', async () => {
    const page = await desk.open('/dashboard/', { viewport: { width: 320, height: 640 } });
    await page.getByRole('link', { name: /Mia Wolf/ }).waitFor();
    expect(await swiped(page)).to.deep.equal([]);
    const bar = page.getByRole('navigation', { name: 'Main' });
    expect(await bar.getByRole('link').count()).to.equal(4);
    await page.getByRole('button', { name: 'More' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Deliveries' }).waitFor();
    for (const name of ['Errors', 'Keyboard shortcuts', 'Sign out'])
      expect(await page.getByRole('menuitem', { name }).isVisible(), name).to.equal(true);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.waitForURL(/\/dashboard\/settings$/);
    await page.locator('desk-user-menu button[aria-current]').waitFor();
    await page.getByRole('navigation', { name: 'Settings' }).locator('summary').click();
    await page.getByRole('link', { name: 'Labels' }).waitFor();
    expect(await swiped(page)).to.deep.equal([]);
  });

  it('never does anything that its content policy forbids', async () => {
    const page = await desk.open('/dashboard/settings');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await page.getByRole('link', { name: 'Conversations' }).hover();
    await page.getByRole('tooltip').first().waitFor();
    await page.getByRole('button', { name: /Your account/ }).click();
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
    await page.getByRole('dialog').waitFor();
    expect(desk.complaints).to.deep.equal([]);
  });
});

/** What is wider than its place and can be moved sideways. */
const swiped = (page: Page) =>
  page.evaluate<string[]>(`(() => {
    const found = [];
    const look = (root) => {
      for (const element of root.querySelectorAll('*')) {
        const { scrollWidth, clientWidth, localName, shadowRoot } = element;
        const moves = /auto|scroll/.test(getComputedStyle(element).overflowX);
        if (moves && clientWidth > 0 && scrollWidth > clientWidth) found.push(localName);
        if (shadowRoot) look(shadowRoot);
      }
    };
    look(document);
    return found;
  })()`);
