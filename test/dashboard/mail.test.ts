import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { OutboxPage } from '../../backend/integrations/email/schema.ts';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { counted, measured } from '../support/measured.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';

/** What strangers write to see whether it runs, loads or breaks out (OWASP XSS Filter Evasion). */
const EVIL = [
  `<script>parent.hit=1;window.hit=1</script>`,
  `"><img src=http://canary.example/a.png onerror=window.hit=1>`,
  `'><svg/onload=window.hit=1>`,
  `</td></table><iframe src="http://canary.example/b"></iframe>`,
  `<style>*{background:url(http://canary.example/c)}</style>`,
  `" style="background:url(http://canary.example/d)" onmouseover="window.hit=1`,
  `<a href="javascript:window.hit=1">x</a><base href="http://canary.example/">`,
  `&lt;img src=x onerror=window.hit=1&gt; <!-- --!> ]]>`,
  `<link rel=stylesheet href=http://canary.example/e><meta http-equiv=refresh content="0;url=http://canary.example/f">`,
];

/** Mail in the dashboard, in a real browser on the real backend: the outbox, a site's settings, one's own choices. */
describe('mail in the dashboard (promise 16)', () => {
  let parlour: TestParlour;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    browser = await testBrowser();
    const site = await parlour.createSite({
      name: EVIL[0]!,
      integrations: { email: { to: ['team@example.com'] } },
    } as never);
    for (const [at, text] of EVIL.entries()) {
      const visitor = await VisitorClient.start(parlour.url, site.key, {
        page: { url: `https://landing.example/${encodeURIComponent(text)}`, title: text },
        utm: { source: text.slice(0, 100) },
      });
      await visitor.say(text);
      const json = { name: text.slice(0, 100), company: text.slice(0, 100), email: `eve${at}@acme.example` };
      await visitor.call('/session/lead', { method: 'PUT', json });
      await visitor.call('/session/complete', { method: 'POST' });
    }
    await parlour.admin.post('/api/v1/users', { email: 'cleo@example.com', name: 'Cleo', role: 'agent' });
    const all = async () => (await parlour.admin.get<OutboxPage>('/api/v1/outbox')).items;
    await until(async () => (await all()).length === EVIL.length + 1, 'the mails in the outbox');
    context = await browser.newContext({
      viewport: { width: 1440, height: 1000 },
      locale: 'en-GB',
      bypassCSP: true,
    });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${parlour.url}/dashboard/settings/outbox`);
    await page.getByLabel('E-mail').fill(ADMIN.email);
    await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Outbox', level: 1 }).waitFor();
  });

  after(async () => {
    await browser.close();
    await parlour.stop();
    expect(complaints).to.deep.equal([]);
  });

  const nobodyIsKeptOut = async () => expect(await seriousFindings(page)).to.deep.equal([]);

  it('shows what was kept, and keeps a one-time link to itself', async () => {
    const rows = page.locator('desk-outbox-mail');
    await until(async () => (await rows.count()) === EVIL.length + 1, 'all mails are listed');
    await nobodyIsKeptOut();
    const invitation = rows.filter({ hasText: 'You are invited to Parlour' });
    await invitation.locator('button.row').click();
    await invitation.getByText('The link in this mail is hidden here').waitFor();
    const frame = invitation.frameLocator('iframe');
    expect(await frame.getByRole('heading').textContent()).to.equal('Welcome, Cleo');
    expect(await frame.getByRole('link').getAttribute('href')).to.equal(
      `${parlour.url}/dashboard/set-password`,
    );
    await nobodyIsKeptOut();
    await invitation
      .getByRole('radio', { name: 'As text' })
      .or(invitation.getByRole('button', { name: 'As text' }))
      .first()
      .click();
    await invitation.locator('pre').waitFor();
    expect(await invitation.locator('pre').textContent()).to.match(/Welcome, Cleo/);
  });

  it('draws what strangers wrote as words: nothing runs and nothing is fetched, also without our rules', async () => {
    const { items } = await parlour.admin.get<OutboxPage>('/api/v1/outbox');
    const bare = await browser.newContext({ bypassCSP: true });
    const mailPage = await bare.newPage();
    const asked: string[] = [];
    let [read, hits] = [0, 0];
    mailPage.on('request', (request) => asked.push(request.url()));
    for (const { id, event } of items.filter((mail) => mail.event === 'lead.completed')) {
      const { body } = await parlour.admin.call<string>(`/api/v1/outbox/${id}/html`);
      // As a mail program might that follows none of our rules.
      await mailPage.setContent(body, { waitUntil: 'load' });
      const state = await mailPage.evaluate(() => ({
        hit: (window as unknown as { hit?: number }).hit,
        elements: document.querySelectorAll('script,img,svg,iframe,link,base,object,form,input').length,
        links: [...document.querySelectorAll('a')].map(({ href }) => new URL(href).origin),
        styles: document.querySelectorAll('style').length,
        text: document.body.innerText,
      }));
      expect(state, event).to.include({ hit: undefined, elements: 0, styles: 1 });
      read += 1;
      hits += state.hit ?? 0;
      expect(new Set(state.links)).to.deep.equal(new Set([parlour.url]));
      expect(state.text).to.match(/eve\d@acme\.example/);
    }
    expect(asked).to.deep.equal([]);
    await bare.close();
    measured(16, counted`${read} mails without our rules: ${hits} ran, ${asked.length} fetched`);
  });

  it('sets up who gets mail of what, and says that it is kept meanwhile', async () => {
    await page.goto(`${parlour.url}/dashboard/settings/sites/${parlour.site.id}/integrations`);
    const card = page.locator("desk-integration-card[kind='email']");
    await card.getByRole('button', { name: /Set up/ }).click();
    await card.getByText('Mail is not set up').waitFor();
    const field = card.getByLabel('Who gets mail');
    await field.fill('nobody, ana@example.com');
    await field.blur();
    await page.getByRole('button', { name: /^Save/ }).click();
    await card.getByText('“nobody” does not look like an e-mail address.').waitFor();
    await field.fill('ana@example.com');
    await card.getByLabel('Conversation abandoned').check();
    await nobodyIsKeptOut();
    await card.getByRole('button', { name: 'Send a test mail' }).click();
    await card.getByText('RESEND_API_KEY is missing. Until then mails are kept in the outbox').waitFor();
    await page.getByRole('button', { name: /^Save/ }).click();
    await until(async () => {
      const { integrations } = await parlour.admin.get<{ integrations: { email?: { events?: string[] } } }>(
        `/api/v1/sites/${parlour.site.id}`,
      );
      return integrations.email?.events?.length === 6;
    }, 'the settings to be saved');
  });

  it('lets everybody choose their own mails', async () => {
    await page.goto(`${parlour.url}/dashboard/settings`);
    const daily = page.getByRole('switch', { name: 'Daily summary' });
    await until(() => daily.isEnabled(), 'the choices');
    await daily.press(' ');
    await until(
      async () => (await parlour.admin.get<{ dailySummary: boolean }>('/api/v1/auth/mails')).dailySummary,
      'the choice to be saved',
    );
    await page.locator('desk-mail-choices').scrollIntoViewIfNeeded();
    await nobodyIsKeptOut();
  });
});
