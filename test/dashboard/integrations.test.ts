/** The integrations of a site in the dashboard: a webhook set up by clicking, tried, failing, and switched on again. */
import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import type { SiteView } from '../../backend/sites/schema.ts';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { type FakeReceiver, startFakeReceiver } from '../support/fakes/receiver.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { closePages, openPage } from './support/real-desk.ts';

describe('The integrations of a site', () => {
  let parlour: TestParlour;
  let receiver: FakeReceiver;
  let browser: Browser;
  before(async () => {
    receiver = await startFakeReceiver();
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    browser = await testBrowser();
  });
  after(async () => {
    await browser?.close();
    await receiver?.stop();
    await parlour?.stop();
  });
  afterEach(() => closePages(browser));
  beforeEach(() => {
    receiver.received = [];
    receiver.answer = () => ({ status: 200, body: '{"message":"Workflow was started"}' });
  });

  async function open(id: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await openPage(browser, { who: parlour.admin, ...options });
    await page.goto(`${parlour.url}/dashboard/settings/sites/${id}/integrations`);
    return page;
  }

  const card = (page: Page) => page.getByRole('region', { name: 'Webhook', exact: true });
  const read = (id: string) => parlour.admin.get<SiteView>(`/api/v1/sites/${id}`);
  const save = async (page: Page) => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved. Visitors see it from now on.').waitFor();
  };
  async function completedLead(siteKey: string): Promise<void> {
    const visitor = await VisitorClient.start(parlour.url, siteKey);
    await visitor.call('/session/lead', { method: 'PUT', json: { name: 'Ana', email: 'ana@acme.example' } });
    await visitor.call('/session/complete', { method: 'POST' });
  }

  it('begin with a webhook: tried before it is saved, signed with a secret that is shown once', async () => {
    const { id } = await parlour.createSite();
    const page = await open(id);
    await card(page).getByText('Not set up').waitFor();
    await card(page)
      .getByRole('button', { name: /^Set up/ })
      .click();
    await page.getByLabel('Address', { exact: true }).fill('n8n.example.com/webhook');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('An address begins with https:// or http://.').waitFor();
    await page.getByLabel('Address', { exact: true }).fill(`${receiver.url}/hook`);
    await page.getByRole('checkbox', { name: /Issue found/ }).check();

    receiver.answer = () => ({ status: 302, headers: { location: '/elsewhere' } });
    const before = receiver.received.length;
    await page.getByRole('button', { name: 'Send a test' }).dblclick();
    await page.getByText(/The address sends us elsewhere \(302\)/).waitFor();
    expect(receiver.received.length, 'two presses are one test').to.equal(before + 1);
    receiver.answer = () => ({ status: 200, body: '{"message":"Workflow was started"}' });

    await page.getByRole('button', { name: 'Make a secret' }).click();
    const secret = (await page.locator('desk-secret-dialog code').innerText()).trim();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText(`Set, ends in ...${secret.slice(-4)}`).waitFor();
    // What was not saved is still there, and nobody is said to have changed anything.
    expect(await page.getByLabel('Address', { exact: true }).inputValue()).to.equal(`${receiver.url}/hook`);
    expect(await page.getByText('Somebody else').count()).to.equal(0);

    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText(/The receiver answered 200 .*Workflow was started/).waitFor();
    const { body, headers } = receiver.received.at(-1)!;
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).to.include({ type: 'test' });
    await save(page);
    const { webhook } = (await read(id)).integrations;
    expect(webhook).to.deep.include({
      url: `${receiver.url}/hook`,
      events: ['lead.completed', 'review.issue'],
    });
    expect(await page.content()).not.to.contain(secret);

    await page.getByRole('button', { name: 'Replace' }).click();
    await page.getByRole('button', { name: 'Make a new one' }).click();
    const next = (await page.locator('desk-secret-dialog code').innerText()).trim();
    expect(next).not.to.equal(secret);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText(/The one before it signs along until/).waitFor();
  });

  it('show what goes wrong as it happens, and are switched on again', async () => {
    const { id, key } = await parlour.createSite({
      integrations: { webhook: { url: `${receiver.url}/gone` } },
    } as never);
    const page = await open(id);
    await card(page).getByText('Set up', { exact: true }).waitFor();
    receiver.answer = () => ({ status: 410 });
    await completedLead(key);
    await card(page).getByText('Switched off', { exact: true }).waitFor();
    await card(page).getByText('1 was given up').waitFor();
    receiver.answer = () => ({ status: 200 });
    await card(page).getByRole('button', { name: 'Switch on again' }).click();
    await card(page).getByText('Failing').waitFor();
    await card(page).getByRole('button', { name: 'Send again what was given up' }).click();
    await card(page).getByText('Works').waitFor();
    const link = card(page).getByRole('link', { name: 'See what was sent' });
    expect(await link.getAttribute('href')).to.contain(`/deliveries?site=${id}&kind=webhook`);
  });

  it('show what is sent before anything was, and from a real conversation after', async () => {
    const { id, key } = await parlour.createSite({ name: 'Previewed' });
    const page = await open(id);
    await card(page)
      .getByRole('button', { name: /^Set up/ })
      .click();
    await page.getByText('What is sent').click();
    await page.getByText(/A made-up example/).waitFor();
    await page.getByText('"visitor@example.com"').first().waitFor();
    await completedLead(key);
    await page.getByLabel('Example of').selectOption('lead.qualified');
    await page.getByText('Made from the newest conversation').waitFor();
    await page.getByText('"ana@acme.example"').first().waitFor();
  });

  for (const [colorScheme, width, only] of [
    ['light', 1440],
    ['dark', 390, 'colours'],
  ] as const)
    it(`keep no one out: axe, ${colorScheme}`, async () => {
      const { id, key } = await parlour.createSite({
        integrations: { webhook: { url: `${receiver.url}/axe`, headerSecret: 'a secret of a header' } },
      } as never);
      receiver.answer = () => ({ status: 410 });
      await completedLead(key);
      const page = await open(id, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      await card(page).getByText('Switched off', { exact: true }).waitFor();
      await card(page)
        .getByRole('button', { name: /^Settings/ })
        .click();
      await page.getByRole('button', { name: 'Send a test' }).click();
      await page.getByText(/A real one would be switched off/).waitFor();
      await page.getByText('What is sent').click();
      await page.getByText('Made from the newest').waitFor();
      expect(await seriousFindings(page, only)).to.deep.equal([]);
    });
});
