/** Setting up sites in the dashboard, against the real backend. */
import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { SiteView } from '../../backend/sites/schema.ts';
import { signInAgent } from '../support/agent.ts';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { readCode } from '../support/identity-token.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { letIn } from '../support/people.ts';
import type { StaffClient } from '../support/staff-client.ts';
import { until } from '../support/until.ts';
import { go } from './support/go.ts';
import { closePages, openPage } from './support/real-desk.ts';

describe('Sites in the dashboard', () => {
  let parlour: TestParlour;
  let browser: Browser;
  const complaints: string[] = [];
  before(async () => {
    parlour = await startTestParlour();
    browser = await testBrowser();
  });
  after(async () => {
    await browser?.close();
    await parlour?.stop();
  });
  afterEach(async () => {
    await closePages(browser);
    expect(complaints.splice(0)).to.deep.equal([]);
  });

  async function open(path: string, as: StaffClient = parlour.admin, options: BrowserContextOptions = {}) {
    const page = await openPage(browser, { who: as, complaints, ...options });
    await page.goto(`${parlour.url}/dashboard/settings/sites${path}`);
    return page;
  }

  const read = (id: string) => parlour.admin.get<SiteView>(`/api/v1/sites/${id}`);
  const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
  const saved = (page: Page) => page.getByText('Saved. Visitors see it from now on.').waitFor();
  const panel = (page: Page) => page.frameLocator('iframe').locator('parlour-panel');

  it('adds one from a pasted address, and shows its unsaved look in the real widget without a conversation', async () => {
    const page = await open('');
    await page.getByRole('button', { name: 'Add a site' }).click();
    await page.getByRole('button', { name: 'Add the site' }).click();
    await page.getByText('Give the site a name.').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Hotel Post');
    await page.getByLabel('Where the chat may appear').fill('hotel-post.example/rooms?from=ad');
    await page.getByLabel('Name', { exact: true }).focus();
    await page.getByText('became https://hotel-post.example: only the first part counts').waitFor();
    await page.getByRole('button', { name: 'Add the site' }).click();

    await page.getByRole('heading', { name: 'Look' }).waitFor();
    await page.getByLabel('Greeting').fill('Grüß Gott. When would you like to come?');
    await panel(page).getByText('Grüß Gott. When would you like to come?').waitFor();
    await page.getByLabel('Colour as a code').fill('#ffcc00');
    await page.getByText('Black text on it').waitFor();
    await page.getByText('the button is hard to see').waitFor();
    await page
      .frameLocator('iframe')
      .locator('parlour-chat[accent="#ffcc00"]')
      .waitFor({ state: 'attached' });
    await panel(page).getByRole('textbox').fill('Is this kept?');
    await panel(page).getByRole('textbox').press('Enter');
    await panel(page).getByText('Nothing you write here is sent or kept').waitFor();
    expect(await parlour.database('chat_sessions').count()).to.deep.equal([{ count: '0' }]);
    await page.getByRole('button', { name: 'Closed' }).click();
    await page.frameLocator('iframe').getByRole('button', { name: 'Chat with us' }).waitFor();

    await save(page);
    await saved(page);
    const { items } = await parlour.admin.get<{ items: SiteView[] }>('/api/v1/sites');
    const site = items.find(({ name }) => name === 'Hotel Post')!;
    expect(site.allowedOrigins).to.deep.equal(['https://hotel-post.example']);
    expect(site.widget).to.include({
      greeting: 'Grüß Gott. When would you like to come?',
      accent: '#ffcc00',
    });
  });

  it('adds, moves and removes lead fields, and puts what is wrong beside its field', async () => {
    const { id } = await parlour.createSite();
    const page = await open(`/${id}/lead`);
    await page.getByRole('button', { name: /^1 ?Need/ }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('button', { name: 'Remove Phone' }).click();
    await page.getByRole('button', { name: 'Remove E-mail' }).click();
    await page.getByText('You could not reach anybody who writes.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('You could not reach anybody who writes.').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByRole('menuitem', { name: 'A question of your own' }).click();
    await page.getByLabel('Name of the field').fill('Team size');
    await page.getByLabel('Kind of answer').selectOption('choice');
    await page.getByRole('link', { name: /General/ }).click();
    await save(page);
    await page.getByText('Write the question.').waitFor();
    expect(new URL(page.url()).pathname).to.match(/\/lead$/);
    await page.getByLabel('Question', { exact: true }).fill('How many are you?');
    await page.getByLabel('Choices').fill('Up to ten\n\nMore than ten');
    await save(page);
    await saved(page);

    const { lead } = await read(id);
    expect(lead.fields.map(({ name }) => name)).to.deep.equal([
      'name',
      'need',
      'email',
      'budget',
      'timeline',
      'team_size',
    ]);
    expect(lead.fields.at(-1)).to.deep.include({ type: 'choice', choices: ['Up to ten', 'More than ten'] });
  });

  it('shows what the server refuses beside the field it names', async () => {
    const { id } = await parlour.createSite();
    const page = await open(`/${id}/general`);
    await page.route(`**/api/v1/sites/${id}`, async (route) => {
      if (route.request().method() !== 'PATCH') return route.continue();
      const fields = [{ path: 'widget.title', message: 'This can have at most 80 characters.' }];
      const error = { id: 'validation_failed', message: 'Not right.', fields, requestId: 'r' };
      return route.fulfill({ status: 422, json: { error } });
    });
    await page.getByLabel('Name', { exact: true }).fill('Another name');
    await page.keyboard.press('Control+s');
    await page.getByText('This can have at most 80 characters.').waitFor();
    expect(await page.getByLabel('Title').getAttribute('aria-invalid')).to.equal('true');
    await until(
      () => page.getByLabel('Title').evaluate((input) => input.matches(':focus')),
      'the focus is there',
    );
  });

  it('takes in what a colleague saved meanwhile, and says so', async () => {
    const { id } = await parlour.createSite();
    const page = await open(`/${id}/general`);
    await page.getByLabel('Name', { exact: true }).fill('My name');
    await parlour.admin.patch(`/api/v1/sites/${id}`, { widget: { title: 'Their title' } });
    await page.getByText('They are in here now, and so are yours.').waitFor();
    await parlour.admin.patch(`/api/v1/sites/${id}`, { name: 'Their name' });
    await page.getByText('Both of you changed General').waitFor();
    await save(page);
    await saved(page);
    const site = await read(id);
    expect([site.name, site.widget.title]).to.deep.equal(['My name', 'Their title']);
  });

  it('asks before unsaved changes are left behind, by a link and by the back button', async () => {
    const { id } = await parlour.createSite();
    const page = await open('');
    await page.locator(`a[href$="${id}"]`).first().click();
    await page.getByLabel('Name', { exact: true }).fill('Nearly lost');
    await page.getByRole('link', { name: 'Look' }).click();
    await page.getByRole('heading', { name: 'Look' }).waitFor();
    await page.getByRole('link', { name: 'All sites' }).click();
    await page.getByRole('button', { name: 'Stay here' }).click();
    // The dialog is gone once its buttons are; it says so of itself before it has faded.
    await page.getByRole('button', { name: 'Stay here' }).waitFor({ state: 'hidden' });
    await page.goBack();
    await page.getByRole('heading', { name: 'General' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await page.getByRole('heading', { name: 'Sites', exact: true }).waitFor();
    expect((await read(id)).name).to.equal('Nearly lost');
  });

  it('keeps what is not saved over a sign-in that ended meanwhile', async () => {
    const { id } = await parlour.createSite();
    const { client, email, password } = await letIn(parlour, 'admin', 'Eva');
    const page = await open(`/${id}/general`, client);
    await page.getByLabel('Name', { exact: true }).fill('Typed before');
    await page.context().clearCookies();
    await save(page);
    await page.getByText('You were signed out').waitFor();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await save(page);
    await saved(page);
    expect((await read(id)).name).to.equal('Typed before');
  });

  it('gives the codes for a page, and tells whether a page may show the chat', async () => {
    const { id, key } = await parlour.createSite();
    const page = await open(`/${id}/embed`);
    await page.getByText(`src="${parlour.url}/widget.js" data-site="${key}"`).waitFor();
    await page.getByText(`${parlour.url}/embed/${key}`, { exact: true }).waitFor();
    await page.getByLabel('Will it work on my page?').fill('https://landing.example/offer');
    await page.getByText('Yes. https://landing.example may show this chat.').waitFor();
    await page.getByLabel('Will it work on my page?').fill('https://other.example');
    await page.getByRole('button', { name: 'Add it to the list' }).click();
    await page.getByText('Yes. https://other.example may show this chat.').waitFor();
    await save(page);
    await saved(page);
    expect((await read(id)).allowedOrigins).to.include('https://other.example');
    await page.getByText(/^Version \d+\.\d+\.\d+, \d+ kB$/).waitFor();
    const fetched = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the plugin' }).click();
    expect((await fetched).suggestedFilename()).to.equal('parlour.zip');
    await page.getByRole('button', { name: 'Make a connect code' }).click();
    const code = page.getByText(/^plr1_/);
    const first = readCode((await code.textContent())!);

    await page.getByRole('button', { name: 'Replace the secret' }).click();
    await page.getByText('believed no more, at once').waitFor();
    await page.getByRole('button', { name: 'Replace it' }).click();
    await page.getByText('The new secret', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await code.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Make a connect code' }).click();
    expect(readCode((await code.textContent())!).identity)
      .to.have.length(43)
      .and.not.equal(first.identity);
  });

  it('keeps questions and answers, found by their words', async () => {
    const { id } = await parlour.createSite({
      agent: { guided: { knowledge: [{ question: 'Where are you?', answer: 'In Leipzig.' }] } },
    });
    const page = await open(`/${id}/answers`);
    await page.getByRole('button', { name: 'Add a question and its answer' }).click();
    await page.getByLabel('Question', { exact: true }).fill('What does it cost?');
    await page.getByLabel('Answer', { exact: true }).fill('From 400 euros a day.');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByLabel('Search answers and pages').fill('leipzig');
    await page.getByText('1 of 2 shown').waitFor();
    await save(page);
    await saved(page);
    expect((await read(id)).agent.guided?.knowledge).to.deep.equal([
      { question: 'What does it cost?', answer: 'From 400 euros a day.' },
      { question: 'Where are you?', answer: 'In Leipzig.' },
    ]);
  });

  it('tells agents kindly whose these settings are', async () => {
    const page = await open('', await signInAgent(parlour));
    await page.getByText('Sites are for admins').waitFor();
  });

  for (const [colorScheme, width, only] of [
    ['light', 1440],
    ['dark', 390, 'colours'],
  ] as const) {
    it(`keeps no one out: axe on every section, ${colorScheme}, ${width} px`, async () => {
      const { id } = parlour.site;
      const options = {
        colorScheme,
        viewport: { width, height: 900 },
        bypassCSP: true,
        reducedMotion: 'reduce' as const,
      };
      const page = await open('', parlour.admin, options);
      await page.getByRole('link', { name: 'Lindenhof' }).first().waitFor();
      expect(await seriousFindings(page, only), `list ${width}`).to.deep.equal([]);
      const heading = page.locator('desk-site-page .section > h2');
      let last: string | null = '';
      for (const section of ['general', 'look', 'lead', 'consent', 'answers', 'assistant', 'embed']) {
        await go(page, `/dashboard/settings/sites/${id}/${section}`);
        await until(async () => (await heading.textContent()) !== last, section);
        last = await heading.textContent();
        if (section === 'lead') await page.getByRole('button', { name: /6 ?Start/ }).click();
        expect(await seriousFindings(page, only), `${section} ${width}`).to.deep.equal([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), section).to.equal(width);
      }
      await page.context().close();
    });
  }
});
