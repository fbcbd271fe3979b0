import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import type { SiteView } from '../../backend/sites/schema.ts';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { type FakeGraph, startFakeGraph, tellParlour } from '../support/fakes/graph.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { openPage } from './support/real-desk.ts';

describe('Facebook Messenger in the dashboard', () => {
  let parlour: TestParlour;
  let browser: Browser;
  let graph: FakeGraph;

  before(async () => {
    [parlour, browser, graph] = await Promise.all([startTestParlour(), testBrowser(), startFakeGraph()]);
  });
  after(async () => {
    await browser?.close();
    await parlour?.stop();
    await graph?.stop();
  });

  async function open(path: string): Promise<Page> {
    const page = await openPage(browser, { who: parlour.admin });
    await page.goto(`${parlour.url}/dashboard${path}`);
    return page;
  }

  it('is connected by a person, from the steps to a page that answers', async () => {
    const { id } = parlour.site;
    const page = await open(`/settings/sites/${id}/integrations`);
    const card = page.locator('desk-integration-card[kind=messenger]');
    await card.getByRole('button', { name: /of Facebook Messenger/ }).click();
    await card.getByText('How to connect a page').waitFor();
    await card.getByLabel('Page id').fill('90077');
    await card.getByLabel('Page token').fill('the token of the page');
    await card.getByLabel('App secret').fill('the secret of the app');
    await card.getByRole('button', { name: 'Make one' }).click();
    const token = await card.getByRole('group', { name: 'Verify token' }).innerText();
    expect(token).to.match(/^[\w-]{24}$/);
    expect(await card.getByRole('group', { name: 'Callback URL' }).innerText()).to.equal(
      `${parlour.url}/hooks/messenger`,
    );
    await card.getByText('More', { exact: true }).click();
    await card.getByLabel('Address of Facebook').fill(graph.url);
    await card.getByRole('button', { name: 'Try it' }).click();
    await card.getByText('“Lindenhof on Facebook” is connected').waitFor();
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.getByRole('button', { name: /^Save/ }).click();
    await until(async () => {
      const site = await parlour.admin.get<SiteView>(`/api/v1/sites/${id}`);
      return site.integrations.messenger?.verifyToken?.set;
    }, 'the settings to be saved');
    const asked = await fetch(
      `${parlour.url}/hooks/messenger?hub.mode=subscribe&hub.challenge=42&hub.verify_token=${token}`,
    );
    expect(await asked.text()).to.equal('42');
  });

  it('shows what people write to the page among the other conversations', async () => {
    const text = 'Do you have a table for four?';
    const said = {
      ...{ sender: { id: '501' }, recipient: { id: '90077' }, timestamp: Date.now() },
      message: { mid: 'm_501', text },
    };
    expect(await tellParlour(parlour.url, 'the secret of the app', '90077', [said])).to.equal(200);
    const page = await open('/');
    const row = page.getByRole('link', { name: /Ana Müller/ });
    await row.getByTitle('Messenger').waitFor();
    await row.click();
    await page.getByText(text).first().waitFor();
    await parlour
      .database('messages')
      .where({ text })
      .update({ createdAt: new Date(Date.now() - 30 * 3_600_000) });
    await page.reload();
    await page.getByText('Facebook takes what a person writes for another 5 days').waitFor();
  });
});
