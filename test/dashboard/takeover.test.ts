import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { person } from '../backend/takeover/people.ts';
import { testBrowser } from '../support/browser.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import type { StaffClient } from '../support/staff-client.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { closePages, openPage } from './support/real-desk.ts';

/** The built dashboard and widget on the real backend: `npm run build` first. */
describe('Taking a conversation over, in browsers', () => {
  let parlour: TestParlour;
  let browser: Browser;
  let ana: StaffClient;
  let ben: StaffClient;
  before(async () => {
    parlour = await startTestParlour();
    [ana, ben] = await Promise.all([person(parlour, 'Ana Silva'), person(parlour, 'Ben Okoro')]);
    browser = await testBrowser();
  });
  after(async () => {
    await browser?.close();
    await parlour?.stop();
  });
  afterEach(() => closePages(browser));

  async function open(path: string, who?: StaffClient, prepare?: (page: Page) => Promise<unknown>) {
    const page = await openPage(browser, { who, viewport: { width: 1280, height: 800 } });
    await prepare?.(page);
    await page.goto(parlour.url + path);
    return page;
  }
  const openDesk = (who: StaffClient, id: string, prepare?: (page: Page) => Promise<unknown>) =>
    open(`/dashboard/conversations/${id}`, who, prepare);
  const bubbles = (page: Page, role: string) => page.locator(`parlour-message .bubble.${role}`);
  const start = () => VisitorClient.start(parlour.url, parlour.site.key);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  it('a person joins by name, both write, the assistant is silent, and answers again after the release', async () => {
    const visitor = await open(`/embed/${parlour.site.key}`);
    const field = visitor.getByRole('textbox', { name: 'Your message' });
    await field.fill('Good morning');
    await field.press('Enter');
    await until(async () => (await bubbles(visitor, 'assistant').count()) >= 2, 'the assistant answers');
    const before = await bubbles(visitor, 'assistant').count();
    const { items } = await ana.get<{ items: Array<{ id: string }> }>('/api/v1/sessions');
    const desk = await openDesk(ana, items[0]!.id);
    await desk.getByText('The assistant answers here.').waitFor();
    await desk.locator('desk-session-page article').focus();
    await desk.keyboard.press('t');

    await bubbles(visitor, 'system').getByText('Ana joined the conversation.').waitFor();
    await visitor.getByText('Ana joined the chat').waitFor();
    const write = desk.getByRole('textbox', { name: 'Write to the visitor' });
    await until(() => write.evaluate((node) => node.matches(':focus')), 'the text field has the focus');
    await write.fill('Hello, this is Ana.');
    await write.press('Enter');
    await bubbles(visitor, 'staff').getByText('Hello, this is Ana.').waitFor();
    await field.fill('Nice, a person');
    await field.press('Enter');
    await bubbles(desk, 'visitor').getByText('Nice, a person').waitFor();
    await desk.locator('desk-session-row desk-waiting-mark').getByText('Waiting').waitFor();
    await until(async () => (await desk.title()).startsWith('(1) '), 'the title counts who waits');
    await until(
      async () => /brand-waiting/.test((await desk.locator('link[rel=icon]').getAttribute('href')) ?? ''),
      'the icon has a dot',
    );
    expect(await bubbles(visitor, 'assistant').count()).to.equal(before);

    await until(async () => {
      await write.press('a');
      return visitor.getByRole('img', { name: 'Ana is typing' }).isVisible();
    }, 'Ana is seen typing');
    await until(async () => {
      await field.press('a');
      return desk
        .locator('desk-session-page')
        .getByRole('img', { name: /is typing/ })
        .isVisible();
    }, 'the visitor is seen typing');

    const other = await openDesk(ben, items[0]!.id);
    await other.getByText('Ana Silva has this conversation.').waitFor();
    await button(other, 'Take over from Ana Silva').waitFor();

    await button(desk, 'Hand back to the assistant').click();
    await bubbles(visitor, 'system').getByText('Ana left the conversation.').waitFor();
    await until(async () => (await bubbles(visitor, 'assistant').count()) > before, 'the assistant answers');
    await other.getByText('The assistant answers here.').waitFor();
    await until(async () => !(await desk.title()).startsWith('('), 'nobody waits any more');
  });

  it('a message that fails says so and is stored once when sent again; drafts stay with their conversation', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    await Promise.all([one, two].map(({ sessionId }) => ana.post(`/api/v1/sessions/${sessionId}/takeover`)));
    const desk = await openDesk(ana, one.sessionId);
    const write = desk.getByRole('textbox', { name: 'Write to the visitor' });
    // The first try reaches the server, and its answer is lost on the way back.
    let tries = 0;
    let isStored = false;
    await desk.route('**/messages', async (route) => {
      if (tries++ > 0) return route.continue();
      await route.fetch();
      isStored = true;
      await route.abort();
    });
    await write.fill('Once and only once');
    await write.press('Enter');
    await until(() => isStored, 'it was tried');
    const sentTwice = desk.getByRole('button', { name: 'Try again' });
    // The live stream may bring the stored message before the failure is known: then there is nothing to try again.
    await until(
      async () => (await sentTwice.count()) > 0 || (await bubbles(desk, 'staff').count()) === 1,
      'it is told',
    );
    await until(async () => {
      // It may go by itself before it is clicked, which is not to be waited for.
      if (await sentTwice.count()) await sentTwice.click({ timeout: 500 }).catch(() => {});
      return (await sentTwice.count()) === 0;
    }, 'it is sent');
    const { messages } = await one.transcript();
    expect(messages.filter(({ text }) => text === 'Once and only once')).to.have.length(1);
    expect(await bubbles(desk, 'staff').count()).to.equal(1);

    await desk.route('**/messages', (route) => route.abort());
    await write.fill('Lost for now');
    await write.press('Enter');
    await desk.getByRole('button', { name: 'Try again' }).waitFor();
    await desk.unroute('**/messages');
    await write.fill('A draft');
    await desk.locator(`desk-session-row a[href*="${two.sessionId}"]`).click();
    await until(async () => (await write.inputValue()) === '', 'the other one has no draft');
    await desk.locator(`desk-session-row a[href*="${one.sessionId}"]`).click();
    await until(async () => (await write.inputValue()) === 'A draft', 'the draft is back');
    const asked = desk.waitForEvent('dialog');
    await desk.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type(), 'who closes the tab is asked first').to.equal('beforeunload');
    await question.dismiss();
    await desk.getByRole('button', { name: 'Try again' }).click();
    await until(
      async () => (await one.transcript()).messages.some(({ text }) => text === 'Lost for now'),
      'it is sent after all',
    );
  });

  it('who comes second is told who has it, and may insist', async () => {
    const visitor = await start();
    // Ben's live stream is down, so his screen does not know yet.
    const desk = await openDesk(ben, visitor.sessionId, (page) =>
      page.route('**/api/v1/live*', (route) => route.abort()),
    );
    await button(desk, 'Take over').waitFor();
    await ana.post(`/api/v1/sessions/${visitor.sessionId}/takeover`);
    await button(desk, 'Take over').click();
    await desk.getByRole('alert').getByText('Ana Silva was a moment faster.').waitFor();
    await button(desk, 'Take over from Ana Silva').click();
    await desk.getByRole('textbox', { name: 'Write to the visitor' }).waitFor();
    const { messages } = await visitor.transcript();
    expect(messages.at(-1)!.text).to.equal('Ben took over from Ana.');
  });

  it('shows that the visitor types, in the transcript and in the row, and that they stopped', async () => {
    const visitor = await start();
    const desk = await openDesk(ana, visitor.sessionId);
    await button(desk, 'Take over').waitFor();
    const says = (on: boolean) => visitor.call('/session/typing', { json: { on } });
    const row = desk.locator(`desk-session-row a[href*="${visitor.sessionId}"]`);
    await until(async () => {
      await says(true);
      return row.getByText('Typing…').isVisible();
    }, 'the row says so');
    await desk.getByRole('img', { name: 'Visitor from /pricing is typing' }).waitFor();
    await says(false);
    await row.getByText('Typing…').waitFor({ state: 'detached' });
  });

  it('notifies once of a new conversation, where chosen, without a word of what was said', async () => {
    // As text: what compiles classes for Node leaves traces that the page does not know.
    const record = (page: Page) =>
      page.addInitScript(`
        window.shown = [];
        window.Notification = class {
          static permission = 'granted';
          constructor(title, { body }) {
            window.shown.push(title + ' | ' + body);
          }
        };
        localStorage.setItem('parlour.notify', 'on');
      `);
    const shown = (page: Page) => page.evaluate(() => (window as unknown as { shown: string[] }).shown);
    const desk = await open('/dashboard/settings', ana, record);
    const previews = desk.getByRole('switch', { name: 'Show what the visitor wrote' });
    await previews.waitFor();
    const visitor = await start();
    await visitor.say('My secret is safe');
    await visitor.say('And another word');
    await until(async () => (await shown(desk)).length > 0, 'it is told');
    expect(await shown(desk)).to.deep.equal(['New conversation | From /pricing on Lindenhof']);
    await desk.locator('desk-notification-settings').getByText('Show what the visitor wrote').click();
    await ana.post(`/api/v1/sessions/${visitor.sessionId}/takeover`);
    await visitor.say('Hello Ana');
    await until(async () => (await shown(desk)).length === 2, 'waiting is told');
    expect((await shown(desk))[1]).to.match(/^A visitor waits for your answer: .*\| Hello Ana$/);
  });
});
