import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import type { SessionDetail } from '../../backend/sessions/schema.ts';
import { testBrowser } from '../support/browser.ts';
import { gate } from '../support/gate.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { untilListed } from './support/listed.ts';
import { closePages, openPage } from './support/real-desk.ts';

/** Against the real backend, with the built dashboard. */
describe('The desk with the real backend', () => {
  let parlour: TestParlour;
  let browser: Browser;
  const complaints: string[] = [];
  const visitors = new Map<string, VisitorClient>();
  before(async () => {
    parlour = await startTestParlour();
    browser = await testBrowser();
    for (const [name, text] of [
      ['Cleo', 'Do you repair slate roofs in winter?'],
      ['Ben', 'I am looking for <b>oak</b> shelves'],
      ['Ada', 'Is there parking near your shop?'],
    ] as const) {
      const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
      await visitor.call('/session/lead', { method: 'PUT', json: { name } });
      await visitor.say(text);
      visitors.set(name, visitor);
    }
  });
  after(async () => {
    await browser.close();
    await parlour.stop();
  });
  afterEach(async () => {
    await closePages(browser);
    expect(complaints).to.deep.equal([]);
  });

  async function open(path: string): Promise<Page> {
    const page = await openPage(browser, { who: parlour.admin, complaints });
    await page.goto(`${parlour.url}/dashboard${path}`);
    return page;
  }

  it('searches, shows the hit in its sentence as text, and clears with one click', async () => {
    const page = await open('/conversations');
    await untilListed(page, ['Ada', 'Ben', 'Cleo']);
    await page.keyboard.press('/');
    await page.keyboard.type('oak');
    await untilListed(page, ['Ben']);
    expect(await page.locator('mark').textContent()).to.equal('oak');
    expect(await page.locator('desk-session-row b').count()).to.equal(0);
    expect(new URL(page.url()).search).to.equal('?q=oak');
    // Somebody else's word that fits comes in by itself; one that does not stays out.
    await visitors.get('Cleo')!.say('And do you have oak doors?');
    await visitors.get('Ada')!.say('Never mind');
    await untilListed(page, ['Cleo', 'Ben']);
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await untilListed(page, ['Ada', 'Cleo', 'Ben']);
  });

  it('archives what is selected, for every screen at once, and takes it back', async () => {
    const [one, other] = await Promise.all([open('/conversations'), open('/conversations')]);
    const names = ['Ada', 'Cleo', 'Ben'];
    await Promise.all([untilListed(one, names), untilListed(other, names)]);
    await one.keyboard.press('j');
    await one.keyboard.press('x');
    await one.keyboard.press('j');
    await one.keyboard.press('X');
    await one.getByText('2 selected').waitFor();
    await one.getByRole('button', { name: 'Archive', exact: true }).click();
    await Promise.all([untilListed(one, ['Ben']), untilListed(other, ['Ben'])]);
    await one.getByRole('button', { name: 'Undo' }).click();
    await Promise.all([untilListed(one, names), untilListed(other, names)]);
  });

  it('filters from the panel, says so in chips, and remembers it', async () => {
    const page = await open('/conversations');
    await untilListed(page, ['Ada', 'Cleo', 'Ben']);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('button', { name: 'No details' }).click();
    await untilListed(page, []);
    await page.keyboard.press('Escape');
    await page.goto(`${parlour.url}/dashboard/`);
    await page.getByRole('button', { name: 'No details: take this filter away' }).click();
    await untilListed(page, ['Ada', 'Cleo', 'Ben']);
  });

  it('keeps a note, a label and a corrected lead beside the conversation', async () => {
    const page = await open(`/conversations/${visitors.get('Ben')!.sessionId}`);
    await page.getByRole('textbox', { name: 'New note' }).fill('Call him on Monday');
    await page.keyboard.press('Control+Enter');
    await page.locator('desk-session-notes .text', { hasText: 'Call him on Monday' }).waitFor();
    await page.getByRole('button', { name: 'Add a label' }).click();
    await page.getByRole('textbox', { name: 'Find or make a label' }).fill('Partner');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Take off Partner' }).waitFor();
    await page.getByRole('button', { name: 'Edit the lead' }).click();
    await page.getByRole('textbox', { name: 'Company' }).fill('Weber Bau');
    // As the site calls it, not by its name in exports and webhooks.
    const { label } = parlour.site.lead.fields.find(({ name }) => name === 'timeline')!;
    await page.getByRole('textbox', { name: label }).fill('In spring');
    await page.keyboard.press('Enter');
    await page.locator('desk-lead-panel dd', { hasText: 'Weber Bau' }).waitFor();
    expect(await page.locator('desk-lead-panel dt').allTextContents()).to.deep.equal([
      'Name',
      'Company',
      'Need',
      label,
    ]);
    expect(label).not.to.equal('Timeline');
    await page.reload();
    await page.getByText('Call him on Monday').waitFor();
    await page.getByRole('button', { name: 'Take off Partner' }).waitFor();
  });

  it('keeps a note that is half changed, and the labels that were chosen last', async () => {
    const { sessionId } = visitors.get('Ben')!;
    const page = await open(`/conversations/${sessionId}`);
    await page.getByRole('button', { name: 'Edit this note' }).click();
    const note = page.getByRole('textbox', { name: 'Edit this note' });
    await note.fill('Call her on Tuesday');
    await page.locator('desk-session-row', { hasText: 'Ada' }).locator('a').click();
    await page.getByRole('heading', { name: 'Ada', level: 1 }).waitFor();
    await page.goBack();
    await until(async () => (await note.inputValue()) === 'Call her on Tuesday', 'what was typed');

    let made = 0;
    page.on('request', (request) => (made += Number(/POST.*labels$/.test(request.method() + request.url()))));
    await page.getByRole('button', { name: 'Add a label' }).click();
    await page.getByRole('textbox', { name: 'Find or make a label' }).fill('Urgent');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Take off Urgent' }).waitFor();
    expect(made).to.equal(1);
    const first = gate();
    let asked = 0;
    await page.route(`**/${sessionId}/labels`, async (route) => {
      if (++asked === 1) await first.wait;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Take off Partner' }).click();
    await page.getByRole('button', { name: 'Take off Urgent' }).click();
    await page.getByRole('button', { name: 'Take off Urgent' }).waitFor({ state: 'detached' });
    first.open();
    const worn = async () =>
      (await parlour.admin.get<SessionDetail>(`/api/v1/sessions/${sessionId}`)).session.labels.length;
    await until(() => asked === 2, 'both to be told');
    await until(async () => (await worn()) === 0, 'no label');
  });

  it('deletes only after saying what is lost', async () => {
    const page = await open(`/conversations/${visitors.get('Cleo')!.sessionId}`);
    const ask = async () => {
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Delete…' }).click();
      await page.getByRole('dialog', { name: /Delete the conversation with Cleo/ }).waitFor();
    };
    await ask();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await ask();
    await page.getByRole('button', { name: 'Delete 1 conversation' }).click();
    await untilListed(page, ['Ada', 'Ben']);
    await until(async () => {
      const { status } = await parlour.admin.call(`/api/v1/sessions/${visitors.get('Cleo')!.sessionId}`);
      return status === 404;
    }, 'it is gone');
  });
});
