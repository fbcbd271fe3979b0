import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../support/parlour.ts';
import { VisitorClient } from '../support/visitor-client.ts';

/** Settings > Privacy in a real browser, on the real backend. */
describe('Privacy in the dashboard', () => {
  let parlour: TestParlour;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  before(async () => {
    parlour = await startTestParlour();
    browser = await testBrowser();
    await parlour.createSite({ name: 'Donaudampfschifffahrtsgesellschaft am Wörthersee', retentionDays: 90 });
    await talk('rosa@quitte.example', 'Rosa Quitte');
  });
  after(async () => {
    await browser.close();
    await parlour.stop();
    expect(complaints).to.deep.equal([]);
  });

  async function talk(email: string, name: string): Promise<void> {
    for (let n = 0; n < 2; n++) {
      const visitor = await VisitorClient.start(parlour.url, parlour.site.key, {
        page: { url: 'https://landing.example/pricing', title: 'Pricing' },
      });
      await visitor.say(n === 0 ? 'Do you deliver on Sundays?' : `Please write to ${email}`);
      if (n === 0) await visitor.call('/session/lead', { method: 'PUT', json: { email, name } });
    }
  }

  async function open(colorScheme: 'light' | 'dark'): Promise<void> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 1000 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      bypassCSP: true,
      colorScheme,
    });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${parlour.url}/dashboard/settings/privacy`);
    await page.getByLabel('E-mail').fill(ADMIN.email);
    await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Privacy', level: 1 }).waitFor();
  }

  async function look(name: string, only?: 'colours'): Promise<void> {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 1000 });
      // In the other theme at the other width.
      if ((width === 390) === (only === 'colours'))
        expect(await seriousFindings(page, only), `${name}, ${width}`).to.deep.equal([]);
      const right = await page
        .locator('desk-settings-privacy')
        .evaluate((part) => part.scrollWidth + part.getBoundingClientRect().left);
      expect(right, name).to.be.at.most(width);
    }
    await page.setViewportSize({ width: 1440, height: 1000 });
  }

  for (const [scheme, only] of [['light'], ['dark', 'colours']] as const)
    it(`shows what is held, hands it out and erases it, ${scheme}`, async () => {
      await open(scheme);
      await page.getByText('90 days').waitFor();
      const email = scheme === 'light' ? 'rosa@quitte.example' : 'mia@quitte.example';
      if (scheme === 'dark') await talk(email, 'Mia Quitte');
      const field = page.getByLabel('E-mail or phone');
      await page.getByRole('button', { name: 'Find' }).click();
      await page.getByText('Give an e-mail address or a phone number.').waitFor();
      await field.fill('rosa@quitte');
      await page.keyboard.press('Enter');
      await page.getByText('This is not a whole e-mail address.').waitFor();
      await field.fill('nobody@quitte.example');
      await page.keyboard.press('Enter');
      await page.getByText('Nothing is held about nobody@quitte.example.').waitFor();
      await field.fill(email.toUpperCase());
      await page.keyboard.press('Enter');
      await page.getByText('2 conversations').waitFor();
      await look(`held-${scheme}`, only);

      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download everything' }).click();
      const file = JSON.parse(readFileSync(await (await coming).path(), 'utf8'));
      expect(file.conversations).to.have.length(2);

      await page.getByRole('button', { name: 'Erase…' }).click();
      const dialog = page.locator('desk-erase-dialog');
      const doIt = dialog.getByRole('button', { name: 'Erase for good' });
      await dialog.getByText('2 conversations').waitFor();
      expect(await doIt.isDisabled()).to.equal(true);
      await dialog.getByRole('textbox').fill('Erase');
      await look(`erase-${scheme}`, only);
      await doIt.click();
      await page.getByText('Erased: 2 conversations').waitFor();
      const row = page.getByRole('list', { name: 'Erasures so far' }).getByRole('listitem');
      await row.first().getByText('2 conversations').waitFor();
      expect(await page.content()).to.not.contain(email);
      await look(`after-${scheme}`, only);
      await page.getByRole('link', { name: 'Activity' }).click();
      await page.getByText('erased a person, with 2 conversations').first().waitFor();
      await page.context().close();
    });
});
