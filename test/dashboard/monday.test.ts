/** Setting up Monday.com by clicking: a wrong token, a board by its name, columns that fit, and the lead on the board. */
import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { SiteView } from '../../backend/sites/schema.ts';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { FakeMonday, MONDAY_TOKEN } from '../support/fakes/monday.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { openPage } from './support/real-desk.ts';

describe('Monday.com in the dashboard', () => {
  let parlour: TestParlour;
  let monday: FakeMonday;
  let browser: Browser;
  let site: SiteView;
  before(async () => {
    monday = await FakeMonday.start();
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    browser = await testBrowser();
    site = await parlour.createSite({ name: 'Lindenhof' });
  });
  after(async () => {
    await browser?.close();
    await parlour?.stop();
    await monday?.stop();
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await openPage(browser, { who: parlour.admin, ...options });
    await page.goto(`${parlour.url}/dashboard${path}`);
    return page;
  }

  async function openCard(options: BrowserContextOptions = {}) {
    const page = await open(`/settings/sites/${site.id}/integrations`, options);
    const card = page.locator('desk-integration-card[kind=monday]');
    await card.getByRole('button', { name: /of Monday.com/ }).click();
    return { page, card };
  }

  it('is connected by a person: token, board, columns by their names, and a test that makes nothing', async () => {
    const { page, card } = await openCard();
    await card.getByText('Another address').click();
    await card.getByLabel('Address of the API').fill(monday.url);
    await card.getByLabel('Token', { exact: true }).fill('wrong');
    await card.getByRole('button', { name: 'Connect', exact: true }).click();
    await card.getByText(/Monday does not accept the token/).waitFor();
    await card.getByLabel('Token', { exact: true }).fill(MONDAY_TOKEN);
    await card.getByRole('button', { name: 'Connect', exact: true }).click();
    await card.getByText('Connected. There are 2 boards.').waitFor();
    await card.getByRole('combobox', { name: 'Board' }).click();
    await page.keyboard.type('web');
    await page.keyboard.press('Enter');
    await card.getByText(/columns were chosen by their names and types/).waitFor();
    // Only what fits is offered.
    const offered = await card.getByLabel('E-mail', { exact: true }).locator('option').allInnerTexts();
    expect(offered.map((words) => words.trim())).to.deep.equal([
      'Not sent',
      'E-mail',
      'Company (Text), taken already',
      'Talk (Long text), taken already',
      'Parlour ID (Text), taken already',
    ]);
    expect(await card.getByLabel('E-mail', { exact: true }).inputValue()).to.equal('email_mkx1');
    await card.getByLabel('Began on').selectOption('');
    // Two in one column would write over each other.
    expect(await card.getByLabel('Qualification').locator('option[value=status]').isDisabled()).to.equal(
      true,
    );
    await card.getByLabel('Budget', { exact: true }).selectOption('');
    await card.getByLabel('Qualification').selectOption('status');
    await card.getByRole('combobox', { name: 'Group' }).click();
    await page.keyboard.type('talks');
    await page.keyboard.press('Enter');
    await card.getByRole('button', { name: 'Test the connection' }).click();
    await card.getByText(/“Leads from the web site” can be reached, and all \d+ columns are there/).waitFor();
    expect(monday.items).to.have.length(0);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved. Visitors see it from now on.').waitFor();
    await card.getByText(/^Set, ends in/).waitFor();
    expect(await page.content()).not.to.contain(MONDAY_TOKEN);
    const saved = await parlour.admin.get<SiteView>(`/api/v1/sites/${site.id}`);
    expect(saved.integrations.monday).to.deep.include({
      boardId: '1234567890',
      boardName: 'Leads from the web site',
      groupId: 'group_two',
    });
    expect(saved.integrations.monday!.columns).to.include({
      email: 'email_mkx1',
      phone: 'phone_mkx2',
      'session.link': 'link_mkx6',
      'session.id': 'text_mkx8',
      'lead.qualification': 'status',
    });
  });

  it('puts the next lead on the board, and links to the item from the lead and the conversation', async () => {
    const visitor = await VisitorClient.start(parlour.url, site.key);
    await visitor.call('/session/lead', { method: 'PUT', json: { name: 'Ana', email: 'ana@acme.example' } });
    await visitor.call('/session/complete', { method: 'POST' });
    await until(() => monday.items.length === 1, 'the item');
    expect(monday.items[0]).to.include({ name: 'Ana', groupId: 'group_two' });
    const url = `https://lindenhof.monday.com/boards/1234567890/pulses/${monday.items[0]!.id}`;
    const page = await open(`/conversations/${visitor.sessionId}`);
    await page.locator(`a[href='${url}']`).waitFor();
    const { lead } = await parlour.admin.get<{ lead: { id: string } }>(
      `/api/v1/sessions/${visitor.sessionId}`,
    );
    await page.goto(`${parlour.url}/dashboard/leads/${lead.id}`);
    const link = page.getByRole('link', { name: 'Open the item' });
    await link.waitFor();
    expect(await link.getAttribute('href')).to.equal(url);
  });

  for (const [colorScheme, width, only] of [
    ['light', 1440],
    ['dark', 390, 'colours'],
  ] as const)
    it(`opens with one call, also on a phone, and keeps no one out: axe, ${colorScheme}`, async () => {
      monday.calls = [];
      const { page, card } = await openCard({
        colorScheme,
        viewport: { width, height: 900 },
        bypassCSP: true,
      });
      await card.getByText('What goes where').waitFor();
      expect(monday.calls.map(({ operation }) => operation)).to.deep.equal(['boards']);
      expect(await seriousFindings(page, only)).to.deep.equal([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide, 'nothing runs out of the page').to.equal(false);
    });
});
