import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import type { ReviewList } from '../../backend/reviews/schema.ts';
import { person } from '../backend/takeover/people.ts';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import type { StaffClient } from '../support/staff-client.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { untilReading } from './support/listed.ts';
import { closePages, openPage } from './support/real-desk.ts';

/** The built dashboard on the real backend: `npm run build` first. */
describe('Reviewing a conversation, in browsers', () => {
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

  async function open(who: StaffClient, id = '', width = 1440): Promise<Page> {
    const page = await openPage(browser, { who, viewport: { width, height: 900 } });
    await page.goto(`${parlour.url}/dashboard/conversations${id && `/${id}`}`);
    return page;
  }

  const talk = async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    await visitor.say('Do you deliver on Saturdays?');
    return visitor.sessionId;
  };
  const panel = (page: Page) => page.locator('desk-review-panel');
  const state = (page: Page, word: string) => panel(page).locator('.state').getByText(word, { exact: true });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const rowOf = (page: Page, id: string) => page.locator(`desk-session-row a[href*="${id}"]`);
  const put = (who: StaffClient, id: string, json: object) =>
    who.call(`/api/v1/sessions/${id}/review`, { method: 'PUT', json });
  const history = async (id: string) => (await ana.get<ReviewList>(`/api/v1/sessions/${id}/reviews`)).items;

  it('goes from found to fixed to passed by keyboard, and every open desk sees it at once', async () => {
    const id = await talk();
    const [desk, other, list] = await Promise.all([open(ana, id), open(ben, id), open(ben)]);
    await state(desk, 'Unchecked').waitFor();
    await state(other, 'Unchecked').waitFor();
    await desk.locator('desk-session-page article').focus();
    await desk.keyboard.press('3');
    await desk.getByText('Only an issue can be fixed.').waitFor();

    await desk.keyboard.press('2');
    const category = desk.getByRole('combobox', { name: 'What kind of issue' });
    await until(() => category.evaluate((node) => node.matches(':focus')), 'the form has the focus');
    await category.fill('Wrong answer');
    await button(desk, 'Knowledge').click();
    await desk.getByRole('combobox', { name: 'Which message' }).selectOption('2');
    await desk.getByRole('textbox', { name: 'For whoever fixes it' }).fill('Saturdays are missing.');
    await desk.keyboard.press('Control+Enter');
    await state(desk, 'Issue').waitFor();
    await untilReading(desk);
    for (const page of [desk, other]) {
      await panel(page).getByText('Wrong answer · Knowledge').waitFor();
      await page.locator('parlour-message').getByText('Issue: Wrong answer').waitFor();
    }
    await state(other, 'Issue').waitFor();
    await rowOf(list, id).getByText('Issue', { exact: true }).waitFor();

    await button(other, 'Show the message').click();
    await other.locator('parlour-message[data-meant]').getByText('Do you deliver on Saturdays?').waitFor();
    await button(other, 'Fixed').click();
    await other.getByRole('textbox', { name: 'Version' }).fill('prompt v12');
    await button(other, 'Mark as fixed').click();
    await state(desk, 'Fixed').waitFor();
    await panel(desk).getByText('Ben Okoro fixed it').waitFor();

    await desk.keyboard.press('1');
    await state(other, 'Passed').waitFor();
    await untilReading(desk);
    await rowOf(list, id).getByText('Passed', { exact: true }).waitFor();
    expect(
      (await history(id)).map(({ fromStatus, toStatus, user, fixedVersion, cause, messageSeq }) => [
        ...[fromStatus, toStatus, user.name, fixedVersion, cause, messageSeq],
      ]),
    ).to.deep.equal([
      ['unchecked', 'issue', 'Ana Silva', null, 'knowledge', 2],
      ['issue', 'fixed', 'Ben Okoro', 'prompt v12', 'knowledge', 2],
      ['fixed', 'passed', 'Ana Silva', null, null, null],
    ]);
    expect(await panel(desk).locator('.history li').count()).to.equal(2);
    expect(await button(desk, 'Set back to unchecked').count()).to.equal(0);
  });

  it('shows who was faster and asks before anything takes its place, the words kept', async () => {
    const id = await talk();
    const desk = await open(ben, id);
    await state(desk, 'Unchecked').waitFor();
    await desk.locator('desk-session-page article').focus();
    await desk.keyboard.press('2');
    const note = desk.getByRole('textbox', { name: 'Note', exact: true });
    await note.fill('It promised a discount.');
    await put(ana, id, { status: 'passed', note: 'Looks right to me.' });
    await panel(desk).getByText('Looks right to me.').waitFor();
    await button(desk, 'Save issue').click();
    const question = panel(desk).getByRole('alert');
    await question.getByText('Ana Silva decided meanwhile').waitFor();
    expect(await history(id)).to.have.length(1);
    await button(desk, 'Set to “Issue” all the same').click();
    await state(desk, 'Issue').waitFor();
    const [, insisted] = await history(id);
    expect(insisted).to.include({ fromStatus: 'passed', toStatus: 'issue', note: 'It promised a discount.' });

    // With the live stream down the screen is old: a plain verdict asks too, and may be given up.
    const late = await talk();
    const blind = await open(ben, late);
    await state(blind, 'Unchecked').waitFor();
    await blind.route('**/api/v1/live*', (route) => route.abort());
    await blind.context().setOffline(true);
    await blind.context().setOffline(false);
    await put(ana, late, { status: 'issue', category: 'Tone' });
    await button(blind, 'Pass').click();
    await panel(blind).getByRole('alert').getByText('Ana Silva decided meanwhile').waitFor();
    await button(blind, 'Keep theirs').click();
    await state(blind, 'Issue').waitFor();
    expect(await history(late)).to.have.length(1);
  });

  it('marks a message from the transcript, takes a verdict back, and keeps what is half written', async () => {
    const [id, next] = [await talk(), await talk()];
    const desk = await open(parlour.admin, id);
    await state(desk, 'Unchecked').waitFor();
    await desk.locator('parlour-message .bubble.visitor').hover();
    await button(desk, 'Mark this message as an issue').click();
    const message = desk.getByRole('combobox', { name: 'Which message' });
    await until(async () => (await message.inputValue()) === '2', 'the form points at it');
    const category = desk.getByRole('combobox', { name: 'What kind of issue' });
    await category.fill('Half a word');
    await rowOf(desk, next).click();
    await until(async () => (await category.count()) === 0, 'the other one has no form');
    await rowOf(desk, id).click();
    await until(async () => (await category.inputValue()) === 'Half a word', 'the words are back');
    await button(desk, 'Cancel').click();

    await button(desk, 'Pass').click();
    await state(desk, 'Passed').waitFor();
    await button(desk, 'Undo').click();
    await state(desk, 'Unchecked').waitFor();
    // A row that has the focus opens and is judged: nothing is judged that is not on screen.
    await rowOf(desk, next).focus();
    await desk.keyboard.press('1');
    await until(() => desk.url().includes(next), 'it opens');
    await state(desk, 'Passed').waitFor();
    // The news of it may come before the answer, and nothing is judged while one is under way.
    await button(desk, 'Undo').waitFor();
    await desk.keyboard.press('4');
    await state(desk, 'Unchecked').waitFor();
    expect((await history(next)).map(({ toStatus }) => toStatus)).to.deep.equal(['passed', 'unchecked']);
  });

  it('is usable on a phone and with assistive technology', async () => {
    const id = await talk();
    await put(ana, id, { status: 'issue', category: 'Tone', cause: 'prompt', note: 'Cold.', messageSeq: 2 });
    await put(ben, id, { status: 'fixed', fixedVersion: 'v2' });
    const phone = await open(ana, id, 390);
    await button(phone, 'Details').click();
    await button(phone, 'Not fixed yet').click();
    await phone.getByRole('combobox', { name: 'What kind of issue' }).waitFor();
    expect(await seriousFindings(phone)).to.deep.equal([]);
    const width = await phone.evaluate(() => document.documentElement.scrollWidth);
    expect(width).to.equal(390);
  });
});
