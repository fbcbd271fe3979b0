import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { testBrowser } from '../support/browser.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../support/parlour.ts';

describe('sample conversations in the dashboard', () => {
  let parlour: TestParlour;
  let browser: Browser;
  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    browser = await testBrowser();
  });
  after(async () => {
    await browser.close();
    await parlour.stop();
  });

  it('fill the empty list by one click, are named as samples, and go by another, on a phone too', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(`${parlour.url}/dashboard/`);
    await page.getByLabel('E-mail').fill(ADMIN.email);
    await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Fill with sample conversations' }).click();
    await page.getByText('40 sample conversations are shown').waitFor({ timeout: 50_000 });
    await page.getByRole('link', { name: /Greta Sand/ }).waitFor();

    await page.getByRole('button', { name: 'Remove them' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('No conversations yet').waitFor();
    await page.getByText('sample conversations are shown').waitFor({ state: 'detached' });
    expect(complaints).to.deep.equal([]);
  }).timeout(120_000);
});
