import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { closePages, openPage } from './support/real-desk.ts';

describe('the figures in the dashboard', () => {
  let parlour: TestParlour;
  let browser: Browser;
  const complaints: string[] = [];
  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    browser = await testBrowser();
  });
  after(async () => {
    await browser?.close();
    await parlour?.stop();
  });
  afterEach(() => closePages(browser));

  async function open(path: string, theme: 'light' | 'dark' = 'light', width = 1440): Promise<Page> {
    const page = await openPage(browser, {
      who: parlour.admin,
      viewport: { width, height: 900 },
      timezoneId: 'Asia/Kathmandu',
      colorScheme: theme,
      acceptDownloads: true,
      complaints,
    });
    await page.goto(`${parlour.url}/dashboard${path}`);
    return page;
  }

  const visit = (campaign: string) =>
    VisitorClient.start(parlour.url, parlour.site.key, {
      page: { url: 'https://landing.example/pricing?plan=b' },
      utm: { source: 'letter', campaign },
    });

  it('say at once what is new, in tiles, sentences, charts and tables', async () => {
    const page = await open('/figures');
    await page.getByText('No conversations in this time').waitFor();
    const visitor = await visit('=spring');
    await visitor.say('What does it cost?');
    await visitor.call('/session/lead', { method: 'PUT', json: { email: 'ana@linden.example' } });
    await visit('summer');
    await page.getByText('1 of 2 visitors left an e-mail or phone.').waitFor();
    await page.getByText('2 conversations brought 1 lead').waitFor();
    expect(await page.title()).to.match(/Figures/);

    await page.getByRole('button', { name: 'From page to lead: show the table' }).click();
    await page.getByRole('row', { name: 'Left e-mail or phone 1' }).waitFor();
    await page.getByRole('row', { name: 'https://landing.example/pricing 2 1 50 %' }).waitFor();
    await page.getByRole('button', { name: 'Campaigns', exact: true }).click();
    await page.getByRole('button', { name: 'Sort by Name' }).click();
    const names = await page.locator('desk-figure-lists tbody th').allTextContents();
    expect(names).to.deep.equal(['=spring', 'summer']);
  });

  it('can be saved as a table without formulas, and as an image', async () => {
    const page = await open('/figures?period=7');
    await page.getByRole('button', { name: 'Campaigns', exact: true }).click();
    const table = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Campaigns: save as CSV' }).click();
    const csv = await readFile(await (await table).path(), 'utf8');
    expect(csv).to.match(/^\uFEFFName,Conversations,Leads,/);
    expect(csv).to.contain("'=spring,1,1,1,");
    const image = page.waitForEvent('download');
    await page.getByRole('button', { name: 'From page to lead: save as PNG' }).click();
    const png = await readFile(await (await image).path());
    expect(png.subarray(1, 4).toString()).to.equal('PNG');
    expect(png.readUInt32BE(16)).to.be.greaterThan(300);
  });

  it('keep their filters in the address', async () => {
    const page = await open('/figures');
    await page.getByRole('button', { name: 'Today', exact: true }).click();
    await page.waitForURL(/figures\?period=today$/);
    await page.getByLabel('Channel').selectOption('messenger');
    await page.getByText('No conversations in this time').waitFor();
    expect(page.url()).to.match(/period=today&channel=messenger$/);
    await page.goBack();
    await page.getByText('2 conversations brought 1 lead').waitFor();
  });

  it('are counted in the time zone that was chosen, also the next time', async () => {
    const page = await open('/figures');
    await page.getByLabel('Time zone').selectOption({ label: 'New York, America' });
    await page.getByText('Days of America/New York').waitFor();
    expect(page.url()).to.match(/\?timezone=America%2FNew_York$/);
    await page.goto(`${parlour.url}/dashboard/figures`);
    await page.getByText('Days of America/New York').waitFor();
    expect(page.url(), 'a link names the zone').to.match(/\?timezone=America%2FNew_York$/);
    await page.getByLabel('Time zone').selectOption('');
    await page.getByText(/Days of Asia\/Kat/).waitFor();
    expect(page.url()).to.match(/figures$/);
  });

  for (const [theme, width, only] of [
    ['light', 1440],
    ['dark', 390, 'colours'],
  ] as const)
    it(`are for everybody: ${theme}, ${width} px wide`, async () => {
      const page = await open('/figures', theme, width);
      await page.getByText('1 of 2 visitors').waitFor();
      await page.getByRole('button', { name: 'Quality: show the table' }).click();
      expect(await seriousFindings(page, only)).to.deep.equal([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).to.be.at.most(0);
      expect(complaints).to.deep.equal([]);
    });
});
