/** The real widget, backend and dashboard, with a workflow that is down and comes back. */
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { createN8nSite, FALLBACK } from '../backend/conversation/support.ts';
import { testBrowser } from '../support/browser.ts';
import { FakeN8n } from '../support/fakes/n8n.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';

describe('a chat whose agent is down', () => {
  let parlour: TestParlour;
  let n8n: FakeN8n;
  let browser: Browser;
  let visitor: Page;
  let staff: Page;

  before(async () => {
    n8n = await FakeN8n.start();
    parlour = await startTestParlour();
    browser = await testBrowser();
    staff = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await staff.goto(`${parlour.url}/dashboard/`);
    await staff.getByRole('textbox', { name: 'E-mail' }).fill(ADMIN.email);
    await staff.getByRole('textbox', { name: 'Password' }).fill(ADMIN.password);
    await staff.getByRole('button', { name: 'Sign in' }).click();
    await staff.getByRole('heading', { name: 'Conversations' }).first().waitFor();
  });
  after(async () => {
    await browser?.close();
    await parlour?.stop();
    await n8n?.stop();
  });
  beforeEach(async () => {
    n8n.reset('error500');
    const site = await createN8nSite(parlour, n8n);
    visitor = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage();
    await visitor.goto(`${parlour.url}/embed/${site.key}`);
  });
  afterEach(() => visitor.context().close());

  const field = () => visitor.getByRole('textbox', { name: 'Your message' });
  const hears = (text: string) => visitor.getByRole('log').getByText(text, { exact: true }).waitFor();
  const form = () => visitor.locator('parlour-transcript form');

  async function say(text: string): Promise<void> {
    await field().fill(text);
    await field().press('Enter');
  }

  it('offers the form where the visitor looks: by keyboard, once, saved as a lead', async () => {
    await say('What does it cost?');
    await hears(FALLBACK);
    await form().waitFor();
    expect(await field().evaluate((area) => area.matches(':focus')), 'the focus is not taken').to.equal(true);
    await visitor.keyboard.press('Shift+Tab');
    expect(
      await visitor.getByRole('button', { name: 'Save' }).evaluate((one) => one.matches(':focus')),
    ).to.equal(true);
    await visitor.getByLabel('Name').fill('Ana Silva');
    await visitor.getByLabel('E-mail').fill('ana@acme');
    await visitor.getByLabel('E-mail').press('Enter');
    await visitor.getByText('That address looks incomplete.').waitFor();
    expect(await form().count(), 'what was written stays').to.equal(1);
    await visitor.getByLabel('E-mail').fill('ana@acme.example');
    await visitor.getByLabel('E-mail').press('Enter');
    await visitor.getByText('Thank you. Your details are noted.').waitFor();
    await form().waitFor({ state: 'detached' });
    expect(await field().evaluate((area) => area.matches(':focus')), 'and back to writing').to.equal(true);
    const [lead] = await parlour.database('leads').where({ email: 'ana@acme.example' });
    expect(lead).to.include({ name: 'Ana Silva' });
    await visitor.reload();
    await hears(FALLBACK);
    expect(await form().count()).to.equal(0);
  });

  it('shows the later answer in the open chat, and staff the fault at its place while it happens', async () => {
    await say('Do you open on Sundays?');
    await hears(FALLBACK);
    await staff
      .getByRole('link', { name: /Visitor/ })
      .first()
      .click();
    const transcript = staff.locator('parlour-transcript');
    await transcript
      .getByText('The assistant could not answer. The visitor saw the fallback text.')
      .waitFor();
    await visitor.getByLabel('Name').fill('Bo');

    n8n.reset({ mode: 'lastNode', headers: { 'x-n8n-execution-id': '77' } });
    await parlour.database('chat_sessions').whereNotNull('retryAt').update({ retryAt: new Date() });
    await hears('You said: Do you open on Sundays?');
    expect(await visitor.getByLabel('Name').inputValue(), 'a form half filled in stays').to.equal('Bo');
    await transcript.getByText('Came later: the visitor had the fallback text first.').waitFor();
    await transcript.getByText('How this answer came about').click();
    await transcript.getByText('Run').first().waitFor();
    const order = await transcript
      .locator('parlour-message')
      .evaluateAll((all) =>
        all.map((one) =>
          one.shadowRoot!.querySelector('desk-fault')
            ? 'fault'
            : one.shadowRoot!.querySelector('.bubble')!.textContent,
        ),
      );
    expect(order.slice(1)).to.deep.equal([
      'Do you open on Sundays?',
      'fault',
      FALLBACK,
      'You said: Do you open on Sundays?',
    ]);
  });

  it('tells the team at once that a person is wanted, and the visitor that the team knows', async () => {
    n8n.reset({ mode: 'lastNode', json: { handover: true } });
    await say('A person, please');
    await hears('I’ll let the team know.');
    await hears('The team has been told that a person is wanted here.');
    await staff.getByText('Wants a person').first().waitFor();
    await staff
      .getByRole('link', { name: /Visitor/ })
      .first()
      .click();
    await staff.getByRole('button', { name: 'Take over' }).click();
    await visitor.getByText('joined the conversation').waitFor();
    await until(async () => (await staff.getByText('Wants a person').count()) === 0, 'the mark is gone');
  });
});
