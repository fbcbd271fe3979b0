/** A site's knowledge and its model in the dashboard, against the real backend. */
import { expect } from 'chai';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { KnowledgePageRow } from '../../backend/knowledge/schema.ts';
import type { SiteView } from '../../backend/sites/schema.ts';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { FakeModel } from '../support/fakes/model.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { closePages, openPage } from './support/real-desk.ts';

const file = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

describe('A site’s knowledge in the dashboard', () => {
  let parlour: TestParlour;
  let browser: Browser;
  let model: FakeModel;
  before(async () => {
    [parlour, browser, model] = await Promise.all([startTestParlour(), testBrowser(), FakeModel.start()]);
  });
  after(async () => {
    await browser?.close();
    await Promise.all([parlour?.stop(), model?.stop()]);
  });
  afterEach(() => closePages(browser));

  async function open(path: string, options: BrowserContextOptions = {}) {
    const page = await openPage(browser, { who: parlour.admin, bypassCSP: true, ...options });
    await page.goto(`${parlour.url}/dashboard/${path}`);
    return page;
  }
  const pages = async (id: string) =>
    (await parlour.admin.get<{ items: KnowledgePageRow[] }>(`/api/v1/sites/${id}/knowledge`)).items;

  it('takes pages by files and by pasting, tries a question, removes with undo, and is linked from a reply', async () => {
    const { id, key } = await parlour.createSite();
    const page = await open(`settings/sites/${id}/answers`);
    await page
      .locator('desk-site-knowledge-pages input[type=file]')
      .setInputFiles([
        file('delivery.md', '# Delivery\nDelivery to Austria takes nine days.'),
        file('logo.png', 'x'),
        file('large.txt', 'x'.repeat(201 * 1024)),
        file('latin.txt', Buffer.from([0x47, 0xfc])),
      ]);
    await page.getByText('1 page was added.').waitFor();
    const alert = page.locator('desk-site-knowledge-pages [role=alert]');
    expect(await alert.innerText())
      .to.include('logo.png is no .txt or .md file.')
      .and.include('large.txt is larger than 200 KB')
      .and.include('latin.txt could not be read');

    await page.getByRole('button', { name: 'Write or paste a page' }).click();
    await page.getByLabel('Title', { exact: true }).fill('Care of oak');
    await page.getByLabel('Text', { exact: true }).fill('Oiled oak likes a dry cloth.');
    // Going to see something else takes no word away.
    await page.getByRole('link', { name: 'Look', exact: true }).click();
    await page.getByRole('heading', { name: 'Look' }).waitFor();
    await page.getByRole('link', { name: 'Knowledge', exact: true }).click();
    await page.getByRole('button', { name: 'Save the page' }).click();
    await page.getByText('The page is saved.').waitFor();
    expect((await pages(id)).map(({ title }) => title)).to.deep.equal(['Care of oak', 'Delivery']);

    await page
      .getByRole('textbox', { name: 'Try a question' })
      .fill('How long does delivery to Austria take?');
    await page.getByRole('button', { name: 'Look it up' }).click();
    await page.getByText('The guided assistant would answer:').waitFor();
    await page
      .getByText('Found by: delivery, austria, take')
      .or(page.getByText(/^Found by: /))
      .first()
      .waitFor();

    await page.getByRole('button', { name: /^Care of oak/ }).click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('“Care of oak” was removed.').waitFor();
    expect(await pages(id)).to.have.length(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await until(async () => (await pages(id)).length === 2, 'the page is back');

    const visitor = await VisitorClient.start(parlour.url, key);
    await visitor.say('How long does delivery to Austria take?');
    const desk = await open(`conversations/${visitor.sessionId}`);
    await desk.getByRole('link', { name: /Delivery/ }).click();
    await desk.getByLabel('Title', { exact: true }).waitFor();
    expect(await desk.getByLabel('Title', { exact: true }).inputValue()).to.equal('Delivery');
  });

  it('sets a model up: a preset, its list, prices, and what was used today', async () => {
    const site = await parlour.createSite({
      agent: { kind: 'openai', openai: { baseUrl: model.origin, model: 'small-1', maxTokensPerDay: 10_000 } },
    });
    const visitor = await VisitorClient.start(parlour.url, site.key);
    await visitor.say('Hello');
    const page = await open(`settings/sites/${site.id}/assistant`);
    await page.getByText('110 of 10,000 tokens, 1 call').waitFor();
    await page.getByRole('button', { name: 'Load the list' }).click();
    await page.getByText('The server has 2 models.').waitFor();
    await page.getByLabel('Model', { exact: true }).fill('large-2');
    await page.getByLabel('Price of a million tokens read').fill('2,5');
    await page.getByLabel('Price of a million tokens written').fill('10');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved. Visitors see it from now on.').waitFor();
    const { openai } = (await parlour.admin.get<SiteView>(`/api/v1/sites/${site.id}`)).agent;
    expect(openai).to.include({ model: 'large-2', priceIn: 2.5, priceOut: 10 });
    await page.getByRole('button', { name: 'Ollama on this machine' }).click();
    expect(await page.getByLabel('Address of the server').inputValue()).to.equal('http://localhost:11434/v1');
    const desk = await open(`conversations/${visitor.sessionId}`);
    await desk.getByText('1 answer, 110 tokens').waitFor();
  });

  for (const [colorScheme, width, only] of [
    ['light', 390],
    ['dark', 1440, 'colours'],
  ] as const)
    it(`keeps no one out: axe, ${colorScheme}, ${width} px`, async () => {
      const { id } = await parlour.createSite({
        agent: { kind: 'openai', openai: { baseUrl: model.origin, model: 'small-1', priceIn: 1 } },
      });
      for (const [title, body] of [
        ['Lieferbedingungen und Speditionsvereinbarungen', '# Lieferung\nWir liefern nach Österreich.'],
        ['أسعار التوصيل', 'التوصيل مجاني'],
      ])
        await parlour.admin.post(`/api/v1/sites/${id}/knowledge`, { title, body });
      const page = await open(`settings/sites/${id}/answers`, {
        colorScheme,
        viewport: { width, height: 900 },
      });
      await page.getByRole('textbox', { name: 'Try a question' }).fill('Wir liefern Österreich');
      await page.getByRole('button', { name: 'Look it up' }).click();
      await page
        .getByText(/^Found by: /)
        .first()
        .waitFor();
      await page.getByRole('button', { name: /^Lieferbed/ }).click();
      await page.getByLabel('Title', { exact: true }).waitFor();
      for (const section of ['answers', 'assistant']) {
        if (section === 'assistant') {
          await page.goto(`${parlour.url}/dashboard/settings/sites/${id}/assistant`);
          await page.locator('meter').waitFor();
        }
        expect(await seriousFindings(page, only), `${section} ${width}`).to.deep.equal([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(width);
      }
    });
});
