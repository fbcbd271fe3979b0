import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { type FakeReceiver, startFakeReceiver } from '../support/fakes/receiver.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { openPage } from './support/real-desk.ts';

describe('deliveries in a browser', () => {
  let parlour: TestParlour;
  let receiver: FakeReceiver;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    receiver = await startFakeReceiver();
    browser = await testBrowser();
    page = await openPage(browser, { who: parlour.admin, complaints });
  });
  after(async () => {
    await browser?.close();
    await parlour?.stop();
    await receiver?.stop();
  });

  const row = (text: string | RegExp) => page.locator('desk-delivery-row', { hasText: text });
  const host = () => new URL(receiver.url).host;
  let siteKey = '';
  let visitor: VisitorClient;

  async function completedLead(): Promise<VisitorClient> {
    const someone = await VisitorClient.start(parlour.url, siteKey);
    await someone.call('/session/lead', { method: 'PUT', json: { name: 'Ana', email: 'ana@acme.example' } });
    await someone.call('/session/complete', { method: 'POST' });
    return someone;
  }

  it('says what will appear before anything was sent, and leads to where that is set up', async () => {
    await page.goto(`${parlour.url}/dashboard/deliveries`);
    await page.getByRole('heading', { name: 'Nothing was sent out yet' }).waitFor();
    const link = page.locator('desk-integrations-link sl-button');
    await until(
      async () => (await link.getAttribute('href'))?.endsWith(`/${parlour.site.id}/integrations`),
      'the way to the one site',
    );
  });

  it('shows by itself what was sent, in a sentence', async () => {
    const webhook = { url: `${receiver.url}/crm`, events: ['lead.completed'] };
    siteKey = (await parlour.createSite({ name: 'Shop', integrations: { webhook } } as never)).key;
    receiver.answer = () => ({ status: 500, body: 'no <b>room</b>' });
    visitor = await completedLead();
    await row(`Sent to ${host()} once without success. Next try at`).waitFor();
    await row('The receiver answered 500.').waitFor();
    await page.locator('desk-choice').getByRole('button', { name: 'Sent' }).click();
    await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
    await page.locator('desk-choice').getByRole('button', { name: 'Will be tried again' }).click();
    await row('New lead · Shop').waitFor();
    expect(page.url()).to.match(/\?status=failed$/);
    expect(await seriousFindings(page)).to.deep.equal([]);
  });

  it('opens a delivery with each try, and sends it again', async () => {
    await row('New lead').click();
    await page.locator('desk-delivery-tries li').first().waitFor();
    const tried = page.locator('desk-delivery-tries li', { hasText: 'Try 1' });
    expect(await tried.innerText()).to.match(/took .+\n?.*Answer 500/s);
    expect(await tried.locator('pre').innerText(), 'as text, not as markup').to.equal('no <b>room</b>');
    expect(await seriousFindings(page)).to.deep.equal([]);
    receiver.answer = () => ({ status: 200 });
    await page.locator('desk-delivery-panel').getByRole('button', { name: 'Send again' }).click();
    await page.getByText('It is being sent again.').waitFor();
    await page.locator('desk-delivery-panel .says', { hasText: /^Sent to .* after \d tries\.$/ }).waitFor();
    await until(async () => (await page.locator('desk-delivery-row').count()) === 0, 'the row to leave');
    expect(await parlour.database('audit_entries').where({ action: 'delivery.retried' })).to.have.length(1);
  });

  it('sends many again, and counts quietly what was given up', async () => {
    receiver.answer = () => ({ status: 410 });
    await page.goto(`${parlour.url}/dashboard/deliveries?status=dead`);
    await completedLead();
    await row('once without success. Given up.').waitFor();
    const entry = page.locator('desk-nav-rail a[href="/dashboard/deliveries"]');
    await entry.locator('.count', { hasText: '1' }).waitFor();
    expect(await entry.getAttribute('aria-label')).to.equal('Deliveries, 1 given up');
    receiver.answer = () => ({ status: 200 });
    await page.locator('body').press('j');
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor();
    await page.locator('desk-delivery-bulk-bar').getByRole('button', { name: 'Send again' }).click();
    await page.getByText('It is being sent again.').waitFor();
    await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
    await until(async () => (await entry.locator('.count').count()) === 0, 'the count to go');
  });

  it('stands beside its conversation, moving with it', async () => {
    await page.goto(`${parlour.url}/dashboard/conversations/${visitor.sessionId}`);
    const sentOut = page.locator('desk-session-deliveries');
    await sentOut.getByText(/^Sent to .* after \d tries\.$/).waitFor();
    await sentOut.locator('a.one').click();
    await page.locator('desk-delivery-panel h1', { hasText: `New lead · ${host()}` }).waitFor();
  });

  it('sends a lead again from its page, and says where that leads nowhere', async () => {
    await parlour.database('event_subscriptions').update({ disabledAt: null });
    const leadOf = async ({ sessionId }: VisitorClient) =>
      (await parlour.admin.get<{ lead: { id: string } }>(`/api/v1/sessions/${sessionId}`)).lead.id;
    const before = receiver.received.length;
    await page.goto(`${parlour.url}/dashboard/leads/${await leadOf(visitor)}`);
    await page.getByRole('button', { name: 'Send this lead again' }).click();
    await page.getByText('The lead is on its way again.').waitFor();
    await until(() => receiver.received.length === before + 1, 'the lead to arrive');
    const nowhere = await VisitorClient.start(parlour.url, parlour.site.key);
    await nowhere.call('/session/lead', { method: 'PUT', json: { email: 'bo@acme.example' } });
    await page.goto(`${parlour.url}/dashboard/leads/${await leadOf(nowhere)}`);
    await page.getByRole('button', { name: 'Send this lead again' }).click();
    await page.getByText('This site sends its leads nowhere yet. Connect something first.').waitFor();
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await until(() => page.url().endsWith(`/${parlour.site.id}/integrations`), 'the settings');
  });

  it('checks everything, says what it mended, and then that all is well', async () => {
    await parlour
      .database('chat_sessions')
      .where({ id: visitor.sessionId })
      .update({ lastSeq: 40, lastMessageText: 'what nobody said' });
    await page.goto(`${parlour.url}/dashboard/deliveries`);
    const check = page.getByRole('button', { name: 'Check everything' });
    await check.click();
    const result = page.locator('desk-check-everything .result');
    await result.getByText('1 conversation with a wrong count of messages: counted again.').waitFor();
    await check.click();
    await result.getByText(/^All is well\. Checked \d+ conversations/).waitFor();
  });

  it('shows one at a time on a phone, with a way back', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${parlour.url}/dashboard/deliveries`);
    await row('New lead').first().click();
    await page.locator('desk-delivery-tries li').first().waitFor();
    expect(await page.locator('desk-delivery-list').isVisible()).to.equal(false);
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).to.equal(false);
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await row('New lead').first().waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('says that Parlour was updated when a page’s file is gone, and loads again', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${parlour.url}/dashboard/conversations`);
    await page.locator('desk-session-row').first().waitFor();
    await page.route(/\/assets\/figures-page-/, (route) => route.fulfill({ status: 404 }));
    await page.locator('desk-nav-rail a[href="/dashboard/figures"]').click();
    await page.getByRole('heading', { name: 'Parlour was updated' }).waitFor();
    await page.unroute(/\/assets\/figures-page-/);
    await page.getByRole('button', { name: 'Load again' }).click();
    await page.locator('desk-figures-page h1').first().waitFor();
  });
});
