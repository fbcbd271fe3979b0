import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import type { LeadView } from '../../backend/leads/schema.ts';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { readCsv } from '../support/csv-reader.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { closePages, openPage } from './support/real-desk.ts';

describe('the leads in the dashboard', () => {
  let parlour: TestParlour;
  let browser: Browser;
  before(async () => {
    parlour = await startTestParlour();
    browser = await testBrowser();
  });
  after(async () => {
    await browser?.close();
    await parlour?.stop();
  });
  afterEach(() => closePages(browser));

  async function open(path: string, theme: 'light' | 'dark' = 'light'): Promise<Page> {
    const page = await openPage(browser, {
      who: parlour.admin,
      timezoneId: 'Europe/Berlin',
      colorScheme: theme,
      acceptDownloads: true,
    });
    await page.goto(`${parlour.url}/dashboard${path}`);
    return page;
  }

  async function visitorWith(form: object): Promise<VisitorClient> {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key, {
      page: { url: 'https://landing.example/pricing', title: 'Pricing' },
    });
    await visitor.call('/session/lead', { method: 'PUT', json: form });
    return visitor;
  }

  async function leadOf({ sessionId }: VisitorClient): Promise<LeadView> {
    const { items } = await parlour.admin.get<{ items: LeadView[] }>('/api/v1/leads?limit=200');
    return items.find((lead) => lead.sessionId === sessionId)!;
  }

  it('come by themselves, can be put right, and say what happened to them', async () => {
    const page = await open('/leads');
    await page.getByText('No leads yet').waitFor();
    const visitor = await visitorWith({ name: 'Jonas Weber', email: 'jonas@weber-bau.example' });
    const row = page.getByRole('link', { name: /Jonas Weber/ });
    await row.waitFor();
    await visitorWith({ name: 'J. Weber', email: 'jonas@weber-bau.example' });
    await row.click();
    await page.getByRole('heading', { name: 'Jonas Weber' }).waitFor();
    await page.getByText('Probably the same person').waitFor();

    await page.getByLabel('Phone', { exact: true }).fill('12');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('That number looks incomplete. Could you check it?').waitFor();
    await page.getByLabel('Phone', { exact: true }).fill('+49 30 12345678');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/wrote down “Phone”: \+493012345678/).waitFor();
    await page.getByRole('button', { name: 'Qualified', exact: true }).last().click();
    await page.getByText(/marked the lead as qualified/).waitFor();
    await page.getByText('Score 55 of 100').first().waitFor();
    expect(await leadOf(visitor)).to.include({ phone: '+493012345678', qualification: 'qualified' });
  });

  it('show in one dashboard what is done in another', async () => {
    const visitor = await visitorWith({ name: 'Mia Maier', phone: '+4930555555' });
    const lead = await leadOf(visitor);
    const page = await open(`/leads/${lead.id}`);
    await page.getByRole('heading', { name: 'Mia Maier' }).waitFor();
    await parlour.admin.patch(`/api/v1/leads/${lead.id}`, { company: 'Maier & Söhne' });
    await page.getByText(/wrote down “Company”: Maier & Söhne/).waitFor();
    const company = page.getByLabel('Company', { exact: true });
    await until(async () => (await company.inputValue()) === 'Maier & Söhne', 'the field has it too');
  });

  it('keep their filters in the address, and say so where it leads to none of them', async () => {
    const page = await open('/leads?qualification=disqualified');
    await page.getByText('No lead fits these filters.').waitFor();
    await page.getByRole('group', { name: 'Which leads' }).getByRole('button', { name: 'All' }).click();
    await page.getByRole('link', { name: /Mia Maier/ }).waitFor();
    expect(new URL(page.url()).search).to.equal('');
    const contact = page.getByRole('combobox', { name: 'Contact' });
    await contact.selectOption('any');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await until(async () => (await contact.inputValue()) === '', 'the filter is off');
    await page.goBack();
    await until(async () => (await contact.inputValue()) === 'any', 'what holds is what is shown');
    await page.goto(`${parlour.url}/dashboard/leads/half-of-a-link`);
    await page.getByText('This lead is not here').waitFor();
  });

  it('keep what is typed while others write, and when one goes and comes back', async () => {
    const visitor = await visitorWith({ name: 'Nora' });
    const { id, sessionId } = await leadOf(visitor);
    const page = await open(`/leads/${id}`);
    const company = page.getByLabel('Company', { exact: true });
    await company.fill('Nora & Co');
    await page.getByRole('link', { name: /Mia Maier/ }).click();
    await page.getByRole('heading', { name: 'Mia Maier' }).waitFor();
    expect(await company.inputValue()).to.equal('Maier & Söhne');
    await page.getByRole('link', { name: /^Nora/ }).click();
    await page.getByRole('heading', { name: 'Nora' }).waitFor();
    expect(await company.inputValue()).to.equal('Nora & Co');

    await page.getByRole('link', { name: 'Open the conversation' }).click();
    await page.getByRole('button', { name: 'Edit the lead' }).click();
    const email = page.getByRole('textbox', { name: 'E-mail' });
    await email.fill('nora@right.example');
    const theirs = { name: 'Nora Berg', email: 'nora@wrong.example' };
    await visitor.call('/session/lead', { method: 'PUT', json: theirs });
    await until(
      async () => (await page.getByRole('textbox', { name: 'Name' }).inputValue()) === 'Nora Berg',
      'what the visitor wrote',
    );
    expect(await email.inputValue()).to.equal('nora@right.example');
    await page.getByRole('link', { name: 'Leads', exact: true }).click();
    await page.getByRole('heading', { name: 'Leads' }).waitFor();
    await page.goBack();
    await email.press('Enter');
    await page.locator('desk-lead-panel dd', { hasText: 'nora@right.example' }).waitFor();
    expect(sessionId).to.equal(visitor.sessionId);
  });

  it('say who looks after them as it is, also where giving them away fails', async () => {
    const { id } = await leadOf(await visitorWith({ name: 'Otto' }));
    const page = await open(`/leads/${id}`);
    const owner = page.locator('desk-lead-page').getByRole('combobox', { name: 'Owner' });
    await until(async () => (await owner.locator('option').count()) > 1, 'somebody to give it to');
    await page.route(`**/leads/${id}`, (route) => route.abort());
    await owner.selectOption({ index: 1 });
    await page.getByText('That could not be saved.').waitFor();
    expect(await owner.inputValue()).to.equal('');
  });

  it('are exported with their conversations to a file that can be read back', async () => {
    const page = await open('/leads');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByText(/^\d+ conversations$/).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    await page.getByText(/Done\. The file has/).waitFor();
    expect(download.suggestedFilename()).to.match(/^conversations-.*\.csv$/);
    const rows = readCsv(await readFile(await download.path(), 'utf8'));
    const mia = rows.find(({ name }) => name === 'Mia Maier')!;
    expect(mia).to.include({ company: 'Maier & Söhne', page_title: 'Pricing', archive_status: 'active' });
    expect(mia.started_at).to.match(/\+0[12]:00$/);
  });

  it('say plainly when an export breaks off', async () => {
    const page = await open('/leads');
    await page.route('**/exports/sessions.csv**', (route) => route.abort());
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('button', { name: 'Download' }).click();
    await page.getByText('The export broke off, so there is no file. Try again.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
  });

  it('pass axe in both themes', async () => {
    const lead = await leadOf(await visitorWith({ name: 'Ada', email: 'ada@example.com' }));
    for (const [theme, only] of [['light'], ['dark', 'colours']] as const) {
      const page = await open(`/leads/${lead.id}`, theme);
      await page.getByRole('heading', { name: 'Ada' }).waitFor();
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('button', { name: 'Download' }).waitFor();
      expect(await seriousFindings(page, only), theme).to.deep.equal([]);
      await page.context().close();
    }
  });
});
