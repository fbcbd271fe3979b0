import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { httpNodeFailed, triggerFailed } from '../support/fakes/n8n-errors.ts';
import { KeyClient } from '../support/key-client.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { openPage } from './support/real-desk.ts';

describe('errors of workflows in a browser', () => {
  let parlour: TestParlour;
  let workflow: KeyClient;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    workflow = await KeyClient.make(parlour, ['errors:write'], parlour.site.id);
    browser = await testBrowser();
    page = await openPage(browser, { who: parlour.admin, complaints });
  });
  after(async () => {
    await browser?.close();
    await parlour?.stop();
  });

  const report = (body: object) => workflow.send<{ id: string }>('POST', '/api/v1/errors', body);
  const rows = () => page.locator('desk-incident-row');
  const row = (text: string) => page.locator('desk-incident-row', { hasText: text });
  const statusOf = async (id: string) => (await parlour.database('incidents').where({ id }))[0]!.status;
  let fault = '';
  let visitor: VisitorClient;

  it('explains how errors of n8n come here, with the workflow that brings them', async () => {
    await page.goto(`${parlour.url}/dashboard/errors`);
    await page.getByRole('heading', { name: 'No open errors' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('Download the workflow').click(),
    ]);
    expect(download.suggestedFilename()).to.equal('parlour-error-reporter.json');
  });

  it('shows each fault once, counting up by itself', async () => {
    visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    fault = (await report({ ...httpNodeFailed('40'), sessionId: visitor.sessionId })).id;
    await row('Sales chat · Call API').getByText('Once').waitFor();
    await page.locator('desk-nav-rail a[aria-label="Errors, 1 open"]').waitFor();
    await report({ ...httpNodeFailed('41'), sessionId: visitor.sessionId });
    await row('Sales chat · Call API').getByText('Twice').waitFor();
    await report(triggerFailed);
    await until(async () => (await rows().count()) === 2, 'the other one');
    await rows().first().getByText('Could not connect to the mail server').waitFor();
    expect(await seriousFindings(page)).to.deep.equal([]);
  });

  it('opens one by keyboard: the last times, the run, the conversation, the code folded away', async () => {
    await page.locator('body').press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const panel = page.locator('desk-incident-panel');
    await until(async () => (await panel.locator('.rows li').count()) === 2, 'both times');
    const run = panel.locator('.rows a', { hasText: 'Open the run' }).first();
    expect(await run.getAttribute('href')).to.match(/executions\/4[01]$/);
    expect(await run.getAttribute('rel')).to.contain('noopener');
    expect(await panel.locator('pre').isVisible()).to.equal(false);
    await panel.getByText('Where in the code').click();
    expect(await panel.locator('pre').innerText()).to.contain('NodeApiError');
    expect(await seriousFindings(page)).to.deep.equal([]);
    const conversation = panel.locator('.rows a', { hasText: 'Conversation' }).first();
    expect(await conversation.getAttribute('href')).to.contain(visitor.sessionId);
  });

  it('makes no link of what is no web address', async () => {
    const workflowName = { name: 'Sly' };
    const execution = { id: 'x1', url: 'javascript:alert(1)' };
    const { id } = await report({
      workflow: workflowName,
      execution,
      message: '<img src=x onerror=alert(1)>',
    });
    await page.goto(`${parlour.url}/dashboard/errors/${id}`);
    const panel = page.locator('desk-incident-panel');
    await panel.getByText(/<img src=x/).waitFor();
    await panel.getByText('Run x1').waitFor();
    expect(await panel.locator('a[href^="javascript"], img').count()).to.equal(0);
  });

  it('is resolved with e, taken back, muted, and opens again when it happens again', async () => {
    await page.goto(`${parlour.url}/dashboard/errors/${fault}`);
    const panel = page.locator('desk-incident-panel');
    await panel.locator('.rows li').first().waitFor();
    await page.locator('body').press('e');
    await page.getByText('Error resolved.').waitFor();
    await panel.getByRole('button', { name: 'Reopen' }).waitFor();
    await until(async () => (await row('Sales chat').count()) === 0, 'it to leave the open ones');
    await page.getByRole('button', { name: 'Undo' }).click();
    await panel.getByRole('button', { name: 'Resolve' }).waitFor();
    await row('Sales chat').waitFor();
    await panel.getByRole('button', { name: 'Mute' }).click();
    await page.getByText('Error muted.').waitFor();
    expect(await statusOf(fault)).to.equal('muted');
    await panel.getByRole('button', { name: 'Reopen' }).click();
    await panel.getByRole('button', { name: 'Resolve' }).click();
    await until(async () => (await statusOf(fault)) === 'resolved', 'it to be resolved');
    await report(httpNodeFailed('42'));
    await row('3 times').waitFor();
    await page.locator('desk-choice').getByRole('button', { name: 'Muted' }).click();
    await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
  });

  it('shows one at a time on a phone, with a way back', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${parlour.url}/dashboard/errors`);
    await row('Sales chat').click();
    await page.locator('desk-incident-panel .rows li').first().waitFor();
    expect(await page.locator('desk-incident-list').isVisible()).to.equal(false);
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).to.equal(false);
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await row('Sales chat').waitFor();
    expect(complaints).to.deep.equal([]);
  });
});
