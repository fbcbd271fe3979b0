import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { until } from '../support/until.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { focusedName, untilListed, untilReading } from './support/listed.ts';
import { minutesAgo } from './support/sample.ts';

describe('The dashboard by keyboard', () => {
  let desk: Desk;
  let page: Page;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.close());
  beforeEach(async () => {
    await desk.clear();
    ['Ada', 'Ben', 'Cleo', 'Dan'].forEach((name, index) => {
      const lead = { name, email: null, phone: null, company: null, qualification: 'new' as const };
      desk.api.conversations.add({ lead, lastMessageAt: minutesAgo(5 + index) });
    });
    page = await desk.open('/dashboard/');
    await untilListed(page, ['Ada', 'Ben', 'Cleo', 'Dan']);
  });

  const untilFocused = (name: string) =>
    until(async () => (await focusedName(page)) === name, `${name} has the focus`);

  it('moves with j and k and the arrows', async () => {
    await page.keyboard.press('j');
    await untilFocused('Ada');
    await page.keyboard.press('j');
    await untilFocused('Ben');
    await page.keyboard.press('ArrowDown');
    await untilFocused('Cleo');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await untilFocused('Ada');
    await page.keyboard.press('End');
    await untilFocused('Dan');
  });

  it('opens with Enter and goes back with Escape to where one was', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ben', level: 1 }).waitFor();
    await untilReading(page);
    await page.keyboard.press('Escape');
    await untilFocused('Ben');
    expect(new URL(page.url()).pathname).to.equal('/dashboard/conversations');
  });

  it('archives with e, goes on to the next, and takes it back with z', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await untilListed(page, ['Ada', 'Cleo', 'Dan']);
    await untilFocused('Cleo');
    await page.keyboard.press('z');
    await untilListed(page, ['Ada', 'Ben', 'Cleo', 'Dan']);
    await untilFocused('Cleo');
  });

  it('keeps the focus on a row that moves', async () => {
    await page.keyboard.press('End');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await untilFocused('Ben');
    const ben = await page.locator('desk-session-row:focus-within a').getAttribute('href');
    desk.api.conversations.say(ben!.split('/').at(-1)!, { text: 'And one more thing' });
    await untilListed(page, ['Ben', 'Ada', 'Cleo', 'Dan']);
    await untilFocused('Ben');
  });

  it('shows its help with ?, and the keys rest meanwhile', async () => {
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    await page.keyboard.press('j');
    expect(await focusedName(page)).to.equal(null);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await page.keyboard.press('j');
    await untilFocused('Ada');
  });

  it('leaves single keys alone when they are switched off', async () => {
    await page.goto(`${desk.api.url}/dashboard/settings`);
    await page.getByRole('switch', { name: 'Single-key shortcuts' }).press('Space');
    await page.getByRole('link', { name: 'Conversations' }).click();
    await untilListed(page, ['Ada', 'Ben', 'Cleo', 'Dan']);
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    expect(await focusedName(page)).to.equal(null);
    await untilListed(page, ['Ada', 'Ben', 'Cleo', 'Dan']);
  });

  it('skips to the content', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until(
      () =>
        page.evaluate(() => document.querySelector('desk-app')?.shadowRoot?.activeElement?.id === 'content'),
      'the focus is on the content',
    );
  });
});
