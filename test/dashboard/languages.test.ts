import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { activityTexts } from '../../dashboard/languages/de/activity.ts';
import { texts } from '../../dashboard/languages/de/app.ts';
import { entranceTexts } from '../../dashboard/languages/de/entrance.ts';
import { languageTexts } from '../../dashboard/languages/de/language.ts';
import { settingsTexts } from '../../dashboard/languages/de/settings.ts';
import { takeoverTexts } from '../../dashboard/languages/de/takeover.ts';
import { languageTexts as french } from '../../dashboard/languages/fr/language.ts';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../support/parlour.ts';
import { VisitorClient } from '../support/visitor-client.ts';

describe('the dashboard’s language', () => {
  let parlour: TestParlour;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    browser = await testBrowser();
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (line) => {
      if (/Content Security Policy/i.test(line.text())) complaints.push(line.text());
    });
  });
  after(async () => {
    await browser?.close();
    await parlour?.stop();
  });

  const language = () => page.locator('html').getAttribute('lang');
  const languages = (name: string) => page.getByRole('combobox', { name, exact: true });
  const choose = async (label: string, name: string) => {
    const loaded = page.waitForEvent('load');
    await languages(label).selectOption({ label: name });
    await loaded;
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  it('is the browser’s until another is chosen, before one is in as well', async () => {
    await page.goto(`${parlour.url}/dashboard/`);
    await page.getByText(entranceTexts.signIn.welcome).waitFor();
    expect(await language()).to.equal('de');
    await choose(languageTexts.label, 'English');
    await page.getByText('Welcome back').waitFor();
    await page.reload();
    await page.getByText('Welcome back').waitFor();
    await choose('Language', 'As the browser says');
    await page.getByText(entranceTexts.signIn.welcome).waitFor();
    expect(await page.context().cookies()).to.deep.equal([]);
  });

  it('is in sentences, dates, numbers and what the server refuses', async () => {
    for (const score of [4, 5]) {
      const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
      await visitor.say('Guten Tag');
      await visitor.call('/session/rating', { method: 'POST', json: { score } });
    }
    await page.getByLabel(entranceTexts.signIn.email).fill(ADMIN.email);
    await page.getByLabel(entranceTexts.signIn.password, { exact: true }).fill(ADMIN.password);
    await button(entranceTexts.signIn.button).click();
    await page.locator('desk-session-row').first().click();
    // 23. Nov. 2026, 06:10
    const dates = page
      .locator('desk-session-facts')
      .getByText(/^\d{1,2}\. \p{L}{3,5}\.? 20\d\d, \d{1,2}:\d\d$/u);
    await dates.first().waitFor();

    await page.goto(`${parlour.url}/dashboard/figures`);
    await page.getByText('4,5', { exact: true }).waitFor();

    await page.goto(`${parlour.url}/dashboard/settings`);
    const { current, next, change } = settingsTexts.account;
    await page.getByLabel(current, { exact: true }).fill('not my password');
    await page.getByLabel(next, { exact: true }).fill('another plum tart');
    await button(change).click();
    await page.getByText('Das ist nicht Ihr Passwort.').waitFor();

    await page.goto(`${parlour.url}/dashboard/settings/activity`);
    await page.getByText(activityTexts.deeds['staff.signed_in']).first().waitFor();
    expect(await page.evaluate('document.documentElement.lang')).to.equal('de');
    const context = await browser.newContext({ bypassCSP: true, locale: 'de-DE' });
    const other = await context.newPage();
    await other.goto(`${parlour.url}/dashboard/`);
    await other.getByText(entranceTexts.signIn.welcome).waitFor();
    expect(await seriousFindings(other)).to.deep.equal([]);
    expect(complaints).to.deep.equal([]);
  });

  it('changes without losing what was being written', async () => {
    await page.goto(`${parlour.url}/dashboard/`);
    await page.locator('desk-session-row').first().click();
    await button(takeoverTexts.takeOver).click();
    await page.getByLabel(takeoverTexts.write).fill('Gleich bin ich');
    await page.getByRole('link', { name: texts.settings, exact: true }).click();
    await choose(languageTexts.label, 'Français');
    expect(await language()).to.equal('fr');
    await page.goBack();
    expect(await page.locator('desk-reply-box textarea').inputValue()).to.equal('Gleich bin ich');

    // What is typed on the settings themselves can't be kept, so the person is asked.
    await page.goto(`${parlour.url}/dashboard/settings`);
    await page.locator('sl-input[name=name] input').fill('Ana Maria');
    await languages(french.label).selectOption({ label: 'Deutsch' });
    await page.getByText(french.loseText).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(french.loseText).waitFor({ state: 'hidden' });
    expect(await language()).to.equal('fr');
    expect(await page.locator('sl-input[name=name] input').inputValue()).to.equal('Ana Maria');
    expect(await languages(french.label).inputValue()).to.equal('fr');
  });
});
