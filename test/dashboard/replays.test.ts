import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../support/parlour.ts';
import { VisitorClient } from '../support/visitor-client.ts';

const knows = (answer: string) => ({
  agent: { guided: { knowledge: [{ question: 'What does a visit cost?', answer }] } },
});

describe('running a conversation again, in a browser', () => {
  let parlour: TestParlour;
  let browser: Browser;
  let page: Page;
  let sessionId: string;
  const complaints: string[] = [];
  before(async () => {
    parlour = await startTestParlour();
    const { admin, site, url } = parlour;
    await admin.patch(`/api/v1/sites/${site.id}`, knows('A visit costs 50 euros, travel included.'));
    const visitor = await VisitorClient.start(url, site.key);
    sessionId = visitor.sessionId;
    for (const line of ['What does a visit cost?', 'A new shop', 'My name is Ana Silva', 'ana@silva.example'])
      await visitor.say(line);
    const verdict = { status: 'issue', category: 'wrong answer', cause: 'knowledge' };
    await admin.call(`/api/v1/sessions/${sessionId}/review`, { method: 'PUT', json: verdict });
    await admin.patch(`/api/v1/sites/${site.id}`, knows('A visit costs 80 euros, travel included.'));
    browser = await testBrowser();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => {
      if (/Content Security Policy/i.test(line.text())) complaints.push(line.text());
    });
    await page.goto(`${url}/dashboard/conversations/${sessionId}`);
    await page.locator('input[type=email]').fill(ADMIN.email);
    await page.locator('input[type=password]').first().fill(ADMIN.password);
    await page.keyboard.press('Enter');
  });
  after(async () => {
    await browser?.close();
    await parlour?.stop();
  });

  it('shows old and new side by side, marks the fix, and keeps the case', async () => {
    await page
      .getByRole('button', { name: 'Run again' })
      .or(page.getByRole('link', { name: 'Run again' }))
      .click();
    await page.getByText('1 of 5 answers changed').waitFor();
    expect(await page.locator('desk-replay-turns del').allTextContents()).to.deep.equal(['50']);
    expect(await page.locator('desk-replay-turns ins').allTextContents()).to.deep.equal(['80']);
    expect(await page.getByText('Same answer', { exact: true }).count()).to.equal(4);
    const details = page.locator('desk-replay-turns').getByRole('rowheader');
    expect(await details.allTextContents()).to.deep.equal(['Name', 'E-mail', 'Need']);
    expect(page.url()).to.contain('?run=');
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Keep as a case' }).click();
    await page.getByText('Kept. It runs with all other cases').waitFor();
    await page.getByRole('button', { name: 'Mark as fixed in v3' }).click();
    await page.getByText('Marked as fixed.').waitFor();
    const [last] = await parlour.database('reviews').where({ sessionId, toStatus: 'fixed' });
    expect(last.fixedVersion).to.equal('v3');
  });

  it('runs every case and shows what an edit has changed', async () => {
    const { admin, site } = parlour;
    await admin.patch(`/api/v1/sites/${site.id}`, knows('Please ask the team.'));
    await page.getByRole('link', { name: 'Kept as a case' }).click();
    await page.getByText('Not run yet').waitFor();
    await page.getByRole('button', { name: 'Run all' }).click();
    await page.getByText('Other answers').waitFor();
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.getByRole('link', { name: 'See what changed' }).click();
    await page.getByRole('button', { name: 'Expect this from now on' }).click();
    await page.getByText('Accepted.').waitFor();
    await page.getByText('Same answers, same lead').waitFor();
  });

  it('tells who changed the assistant, and what', async () => {
    await page.goto(`${parlour.url}/dashboard/settings/sites/${parlour.site.id}/history`);
    await page.locator('desk-site-history').getByText('v4', { exact: true }).waitFor();
    const shown = await page.locator('desk-site-history ol').innerText();
    expect(shown).to.contain('Answer to “What does a visit cost?”').and.contain('Please ask the team.');
    expect(shown).to.contain('answers now').and.contain('1 of 1 reviewed with an issue (100 %)');
    expect(await seriousFindings(page)).to.deep.equal([]);
    expect(complaints).to.deep.equal([]);
  });
});
