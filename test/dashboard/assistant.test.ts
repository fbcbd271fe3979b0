/** Choosing, testing and trying a site's assistant in the dashboard, and its words reaching a visitor one by one. */
import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { SiteView } from '../../backend/sites/schema.ts';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { FakeN8n } from '../support/fakes/n8n.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { closePages, openPage } from './support/real-desk.ts';

describe('The assistant of a site', () => {
  let parlour: TestParlour;
  let n8n: FakeN8n;
  let browser: Browser;
  before(async () => {
    n8n = await FakeN8n.start();
    parlour = await startTestParlour();
    browser = await testBrowser();
  });
  after(async () => {
    await browser?.close();
    await n8n?.stop();
    await parlour?.stop();
  });
  afterEach(() => closePages(browser));
  beforeEach(() => n8n.reset());

  async function open(id: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await openPage(browser, { who: parlour.admin, ...options });
    await page.goto(`${parlour.url}/dashboard/settings/sites/${id}/assistant`);
    return page;
  }

  const read = (id: string) => parlour.admin.get<SiteView>(`/api/v1/sites/${id}`);
  const save = async (page: Page) => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved. Visitors see it from now on.').waitFor();
  };

  it('is chosen, tested and tried before it is saved; its secret is never shown again', async () => {
    const { id } = await parlour.createSite();
    const page = await open(id);
    await page.getByRole('radio', { name: /n8n workflow/ }).check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Paste the Chat URL of the workflow.').waitFor();
    await page.getByLabel('Chat URL').fill(n8n.url);
    await page.getByLabel('Secret', { exact: true }).fill('Bearer canary-1234');

    n8n.next('notFound');
    await page.getByRole('button', { name: 'Test the assistant' }).click();
    await page.getByText('n8n knows no published workflow at this address.').waitFor();
    await page.getByRole('button', { name: 'Test the assistant' }).click();
    await page.getByText(/The workflow answered after/).waitFor();

    await page.getByRole('button', { name: 'Start a chat' }).click();
    n8n.next({
      mode: 'json',
      json: { output: 'Hello Ana', lead: { name: 'Ana', email: 'ana@acme.example' } },
    });
    await page.getByLabel('Your message as a visitor').fill('I am Ana');
    await page.keyboard.press('Enter');
    await page.getByText('Hello Ana').waitFor();
    await page
      .getByRole('complementary', { name: 'What it has learned' })
      .getByText('ana@acme.example')
      .waitFor();
    n8n.next('errorLine');
    await page.getByLabel('Your message as a visitor').fill('And now?');
    await page.keyboard.press('Enter');
    await page.getByText(/The step “AI Agent” of the workflow failed/).waitFor();
    expect(n8n.requests.at(-1)!.headers.authorization).to.equal('Bearer canary-1234');
    expect((await read(id)).agent.kind).to.equal('guided');

    await save(page);
    expect((await read(id)).agent).to.deep.include({
      kind: 'n8n',
      n8n: { url: n8n.url, authSecret: { set: true, hint: '...1234' } },
    });
    await page.getByText('Set, ends in ...1234').waitFor();
    expect(await page.content()).not.to.contain('canary');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await until(async () => !(await read(id)).agent.n8n?.authSecret, 'the secret is gone');
  });

  it('hands out a workflow that is ready to import', async () => {
    const { id } = await parlour.createSite({ agent: { kind: 'n8n', n8n: { url: n8n.url } } });
    const page = await open(id);
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: /^Download\s*Chat without a model/ }).click();
    expect((await waiting).suggestedFilename()).to.equal('parlour-chat-without-model.json');
  });

  it('is seen word by word by the visitor, before its answer is whole', async () => {
    const site = await parlour.createSite({ agent: { kind: 'n8n', n8n: { url: n8n.url } } });
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${parlour.url}/embed/${site.key}`);
    const words = ['One ', 'two ', 'three'];
    n8n.next({
      mode: 'streaming',
      text: words.join(''),
      // A word is sent once those before it stand on the visitor's screen.
      before: (index) =>
        index >= 2 && index <= words.length
          ? page
              .getByText(
                words
                  .slice(0, index - 1)
                  .join('')
                  .trim(),
                { exact: true },
              )
              .waitFor()
          : undefined,
    });
    await page.getByRole('textbox').fill('Count');
    await page.keyboard.press('Enter');
    await page.getByText('One two three', { exact: true }).waitFor();
  });

  for (const [colorScheme, width, only] of [
    ['light', 390],
    ['dark', 1440, 'colours'],
  ] as const)
    it(`keeps no one out: axe, ${colorScheme}`, async () => {
      const { id } = await parlour.createSite({ agent: { kind: 'n8n', n8n: { url: n8n.url } } });
      const page = await open(id, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      await page.getByRole('button', { name: 'Start a chat' }).click();
      n8n.next('error500');
      await page.getByLabel('Your message as a visitor').fill('Hello');
      await page.keyboard.press('Enter');
      await page.getByText(/step of the workflow failed/).waitFor();
      await page.getByRole('heading', { name: 'Chat without a model' }).waitFor();
      expect(await seriousFindings(page, only)).to.deep.equal([]);
    });
});
