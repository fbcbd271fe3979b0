import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { letIn, type TestPerson } from '../support/people.ts';
import { lookAtTalks, type SeededTalk, seedTalk } from '../support/seeded-talks.ts';
import { until } from '../support/until.ts';

const NAMES = ['Ana Silva', 'Jürgen Müller', 'ليلى حداد', 'Tom'];

/** Fifty that wait, for different reasons; some long enough to scroll. */
function talk(n: number): SeededTalk {
  const filling = Array.from({ length: n % 5 === 0 ? 30 : 2 }, (_, k) =>
    k % 2 ? `assistant: Yes, we have model ${k} in oak.` : `visitor: Do you have model ${k}?`,
  );
  const about = [
    ['visitor: You are useless', 'assistant: I am sorry to hear that.'],
    ['visitor: Do you ship to Graz?', 'fallback: We will write to you.'],
    ['visitor: Can I talk to a human?', 'assistant: I can help you too.'],
    ['visitor: I already told you my name', 'assistant: Thank you.'],
  ][n % 4]!;
  const lines = ['assistant: Hello. How can I help?', ...about, ...filling];
  return {
    lines,
    minutesAgo: 10 + n,
    name: n % 3 ? NAMES[n % 4] : undefined,
    faultAfter: n === 1 ? 2 : undefined,
  };
}

describe('the review queue in a browser', () => {
  let parlour: TestParlour;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let ana: TestPerson;
  let ben: TestPerson;
  const complaints: string[] = [];
  before(async () => {
    parlour = await startTestParlour({ REVIEW_SAMPLE_PERCENT: '0' });
    ana = await letIn(parlour);
    ben = await letIn(parlour, 'agent', 'Ben');
    browser = await testBrowser();
    for (let n = 0; n < 50; n++) await seedTalk(parlour, talk(n));
    await lookAtTalks(parlour);
    context = await signIn(ana);
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => {
      if (/Content Security Policy/i.test(line.text())) complaints.push(line.text());
    });
  });
  after(async () => {
    await browser?.close();
    await parlour?.stop();
  });

  async function signIn({ client }: TestPerson): Promise<BrowserContext> {
    const opened = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    await opened.addCookies(client.browserCookies);
    return opened;
  }
  const heading = () => page.locator('desk-review-reader h1').innerText();
  const openId = () => page.url().split('/').at(-1)!;
  /** Until the conversation of the address is the one on screen. */
  const read = () => page.locator(`desk-review-panel[session-id="${openId()}"]`).waitFor();
  const rows = () => page.locator('desk-queue-row').count();
  const verdicts = async () => Number((await parlour.database('reviews').count({ n: '*' }))[0]!.n);

  it('says how much there is, why, and what was read', async () => {
    await page.goto(`${parlour.url}/dashboard/review`);
    await page.locator('desk-queue-row').first().waitFor();
    expect(await page.locator('desk-queue-header .coverage').innerText()).to.equal(
      '0 of 50 conversations of the last 30 days were read (0 %), 50 waiting.',
    );
    const first = page.locator('desk-queue-row').first();
    expect(await first.locator('a').innerText())
      .to.contain('Something failed in the workflow here.')
      .and.contain('Fallback');
    await page.locator('desk-nav-rail a[href="/dashboard/review"] .count', { hasText: '50' }).waitFor();
    expect(await seriousFindings(page)).to.deep.equal([]);
  });

  it('is read by keyboard alone: ten verdicts without touching the mouse', async () => {
    await page.locator('body').press('Enter');
    await page.locator('desk-review-panel').waitFor();
    await page.locator('parlour-message[data-meant]').waitFor();
    expect(await seriousFindings(page)).to.deep.equal([]);
    const seen = new Set<string>();
    for (let n = 0; n < 10; n++) {
      const id = openId();
      seen.add(id);
      await read();
      await page.keyboard.press('1');
      await until(() => openId() !== id, `the one after number ${n + 1}`);
    }
    await read();
    expect(seen.size, 'each was another one').to.equal(10);
    await until(async () => (await verdicts()) === 10, 'ten verdicts');
    await page.getByText('10 reviewed in this sitting').waitFor();
    await page
      .getByText('10 of 50 conversations of the last 30 days were read (20 %), 40 waiting.')
      .waitFor();
    expect(await rows()).to.equal(40);
  });

  it('steps with j and k, skips with s, and finds an issue’s form with 2', async () => {
    const first = openId();
    await page.keyboard.press('j');
    await until(() => openId() !== first, 'the next');
    await page.keyboard.press('k');
    await until(() => openId() === first, 'the one before');
    await page.keyboard.press('s');
    await until(() => openId() !== first, 'the skipped one to go');
    expect(await rows()).to.equal(39);
    await page.getByRole('button', { name: 'Show again' }).click();
    await until(async () => (await rows()) === 40, 'the skipped one to come back');
    const id = openId();
    await page.locator('desk-review-reader article').focus();
    await read();
    await page.keyboard.press('2');
    await page.locator('desk-review-form').waitFor();
    await page.keyboard.type('Wrong answer');
    await page.keyboard.press('Control+Enter');
    await until(() => openId() !== id, 'the next after the issue');
    const [stored] = await parlour.database('reviews').where({ sessionId: id });
    expect(stored).to.include({ toStatus: 'issue', category: 'Wrong answer' });
  });

  it('offers a way back after a verdict', async () => {
    await read();
    const id = openId();
    const name = await heading();
    await page.keyboard.press('1');
    await until(() => openId() !== id, 'the next');
    await page.getByText(`Passed: ${name}`).waitFor();
    await page.keyboard.press('z');
    await until(() => openId() === id, 'the judged one again');
    await page.locator('desk-review-panel .state', { hasText: 'Passed' }).waitFor();
    await page.keyboard.press('k');
  });

  it('offers it by name also where the news come before the answer', async () => {
    await read();
    const id = openId();
    const name = await heading();
    await page.route('**/review', async (route) => {
      const response = await route.fetch();
      await page.locator(`desk-queue-row a[href*="${id}"]`).waitFor({ state: 'detached' });
      await route.fulfill({ response });
    });
    await page.keyboard.press('1');
    await until(() => openId() !== id, 'the next');
    await page.unroute('**/review');
    await page.getByText(`Passed: ${name}`).waitFor();
    await page.keyboard.press('z');
    await until(() => openId() === id, 'the judged one again');
    await page.locator('desk-review-panel .state', { hasText: 'Passed' }).waitFor();
    await page.keyboard.press('k');
  });

  it('judges one alone by a key that is held down', async () => {
    await page.locator('desk-queue-row:not([current]) a').first().click();
    await page.locator('desk-queue-row[current]').waitFor();
    await read();
    const id = openId();
    let told = 0;
    page.on('request', (request) => (told += Number(request.method() === 'PUT')));
    await page.keyboard.down('1');
    await until(() => openId() !== id, 'the next');
    await read();
    await page.keyboard.down('1');
    await page.keyboard.up('1');
    const next = openId();
    await page.keyboard.press('j');
    await until(() => openId() !== next, 'the one after that');
    expect(told).to.equal(1);
    await page.getByText('of the last 30 days were read').waitFor();
  });

  it('scrolls to the message that is meant', async () => {
    const { rows: long } = await parlour.database.raw(
      `SELECT id FROM chat_sessions WHERE qa_status = 'unchecked' AND last_seq > 20 LIMIT 1`,
    );
    await page.goto(`${parlour.url}/dashboard/review/${long[0].id}`);
    const meant = page.locator('parlour-message[data-meant]');
    await meant.waitFor();
    const scroller = await page.locator('parlour-transcript .scroller').boundingBox();
    await until(async () => {
      const box = await meant.boundingBox();
      return box && box.y >= scroller!.y && box.y + box.height <= scroller!.y + scroller!.height;
    }, 'the message in sight');
  });

  it('lets go of what somebody else judged, and says who', async () => {
    const before = await rows();
    const other = page.locator('desk-queue-row:not([current])').last();
    const href = await other.locator('a').getAttribute('href');
    const id = href!.split('/').at(-1)!;
    await ben.client.call(`/api/v1/sessions/${id}/review`, { method: 'PUT', json: { status: 'passed' } });
    await page.getByText(/^Ben judged .*: passed\.$/).waitFor();
    await until(async () => (await rows()) === before - 1, 'one row less');
    expect(await page.locator(`desk-queue-row a[href="${href}"]`).count()).to.equal(0);
  });

  it('narrows by reason', async () => {
    await page.getByLabel('Reason').selectOption('wants_person');
    await until(() => page.url().includes('signal=wants_person'), 'the address');
    await page.locator('desk-queue-row').first().waitFor();
    for (const text of await page.locator('desk-queue-row a').allInnerTexts())
      expect(text).to.contain('Wants a person');
  });

  it('shows one at a time on a phone, with a way back', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${parlour.url}/dashboard/review`);
    await page.locator('desk-queue-row').first().click();
    await page.locator('desk-review-panel').waitFor();
    expect(await page.locator('desk-queue-list').isVisible()).to.equal(false);
    const overflow = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(overflow).to.equal(false);
    await page.getByRole('link', { name: 'Back to the queue' }).click();
    await page.locator('desk-queue-row').first().waitFor();
  });

  it('says what will appear when nothing waits', async () => {
    await parlour.database('chat_sessions').update({ qaStatus: 'passed' });
    await page.goto(`${parlour.url}/dashboard/review`);
    await page.getByRole('heading', { name: 'Nothing to read right now' }).waitFor();
    expect(complaints).to.deep.equal([]);
  });
});
