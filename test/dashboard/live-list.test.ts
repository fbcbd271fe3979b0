import { expect } from 'chai';
import { until } from '../support/until.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { namesIn, untilListed } from './support/listed.ts';
import { type makeRow, minutesAgo } from './support/sample.ts';

const named = (name: string) => ({
  name,
  email: null,
  phone: null,
  company: null,
  qualification: 'new' as const,
});

describe('The list of conversations', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.close());
  beforeEach(() => desk.clear());

  const add = (name: string, minutes: number, more: Partial<ReturnType<typeof makeRow>> = {}) =>
    desk.api.conversations.add({ lead: named(name), lastMessageAt: minutesAgo(minutes), ...more });

  it('shows who, what was said last, who answers and how it stands', async () => {
    add('Mia', 5, {
      completionStatus: 'completed',
      qaStatus: 'issue',
      lastMessage: { role: 'visitor', text: 'Call me' },
    });
    add('Tom', 9, { mode: 'human', takenOverBy: { id: 'u1', name: 'Marta' } });
    const page = await desk.open('/dashboard/');
    await untilListed(page, ['Mia', 'Tom']);
    const rows = page.locator('desk-session-row a');
    expect(await rows.nth(0).textContent()).to.match(/Call me[\s\S]*AI[\s\S]*Completed[\s\S]*Issue/);
    expect(await rows.nth(1).textContent()).to.match(/Marta[\s\S]*In progress/);
    expect(await rows.nth(0).locator('time').getAttribute('title')).to.match(/\d{4}.*\d\d:\d\d/);
  });

  it('takes in, moves and lets go of conversations while one watches', async () => {
    const mia = add('Mia', 5);
    const tom = add('Tom', 9);
    const page = await desk.open('/dashboard/');
    await untilListed(page, ['Mia', 'Tom']);
    desk.api.conversations.add({ lead: named('Ben'), lastMessageAt: minutesAgo(0) }, { live: true });
    await untilListed(page, ['Ben', 'Mia', 'Tom']);
    desk.api.conversations.say(tom.id, { text: 'Are you open on Saturday?' });
    await untilListed(page, ['Tom', 'Ben', 'Mia']);
    await page.getByText('Are you open on Saturday?').waitFor();
    desk.api.conversations.setLead(mia.id, { name: 'Mia Wolf' });
    await untilListed(page, ['Tom', 'Ben', 'Mia Wolf']);
    desk.api.conversations.remove(tom.id);
    await untilListed(page, ['Ben', 'Mia Wolf']);
  });

  it('misses nothing of what happens while an answer is on its way', async () => {
    const mia = add('Mia', 5);
    const release = desk.api.hold('GET /api/v1/sessions');
    const page = await desk.open('/dashboard/');
    await until(() => {
      const asked = desk.api.asked.some((one) => one.startsWith('GET /api/v1/sessions'));
      return asked && desk.api.listeners === 1;
    }, 'both are asked for');
    desk.api.conversations.add({ lead: named('Ben') }, { live: true });
    desk.api.conversations.remove(mia.id);
    // One round trip later the events are there before the answer: the order that hurts.
    await page.evaluate(() => fetch('/api/v1/auth/me'));
    release();
    await untilListed(page, ['Ben']);
  });

  it('honours its filters live, and keeps them in the address', async () => {
    const mia = add('Mia', 5, { completionStatus: 'completed' });
    const tom = add('Tom', 9);
    const page = await desk.open('/dashboard/');
    await untilListed(page, ['Mia', 'Tom']);
    await page.getByRole('button', { name: 'Completed' }).click();
    await untilListed(page, ['Mia']);
    expect(new URL(page.url()).search).to.equal('?completion=completed');

    desk.api.conversations.add({ lead: named('Ben') }, { live: true });
    desk.api.conversations.change(tom.id, { completionStatus: 'completed' });
    await untilListed(page, ['Mia', 'Tom']);
    desk.api.conversations.change(mia.id, { archiveStatus: 'archived' });
    await untilListed(page, ['Tom']);

    await page.getByRole('button', { name: 'Archived' }).click();
    await untilListed(page, ['Mia']);
    await page.reload();
    await untilListed(page, ['Mia']);
    await page.goBack();
    await untilListed(page, ['Tom']);
  });

  it('loads more as one goes down, and shows nothing twice', async () => {
    for (let n = 0; n < 120; n += 1) add(`Visitor ${n}`, 10 + n);
    const page = await desk.open('/dashboard/');
    await until(async () => (await namesIn(page)).length >= 50, 'the first page is there');
    await until(async () => {
      await page.locator('desk-session-row').last().scrollIntoViewIfNeeded();
      return (await namesIn(page)).length === 120;
    }, 'everything is loaded');
    expect(new Set(await namesIn(page)).size).to.equal(120);
  });

  it('offers to try again when the next page does not come', async () => {
    for (let n = 0; n < 60; n += 1) add(`Visitor ${n}`, 10 + n);
    const release = desk.api.hold('GET /api/v1/sessions');
    const page = await desk.open('/dashboard/');
    release();
    await until(async () => (await namesIn(page)).length === 50, 'the first page is there');
    desk.api.fail('GET /api/v1/sessions', { status: 500 });
    await page.locator('desk-session-row').last().scrollIntoViewIfNeeded();
    await page.getByText('The next ones did not load.').waitFor();
    desk.api.fail('GET /api/v1/sessions', null);
    await page.getByRole('button', { name: 'Show more' }).click();
    await until(async () => (await namesIn(page)).length === 60, 'the rest is there');
  });

  it('marks what changed since one last looked, and remembers that', async () => {
    const mia = add('Mia', 5);
    add('Tom', 9);
    const page = await desk.open('/dashboard/');
    await untilListed(page, ['Mia', 'Tom']);
    const unread = page.locator('desk-session-row[unread] .name');
    await until(async () => (await unread.count()) === 2, 'both are unread');
    await page.getByRole('link', { name: /Mia/ }).click();
    await until(async () => (await unread.allTextContents()).join() === 'Tom', 'Mia is read');
    await page.goto(`${desk.api.url}/dashboard/`);
    await until(async () => (await unread.allTextContents()).join() === 'Tom', 'it is remembered');
    desk.api.conversations.say(mia.id, { text: 'One more thing' });
    await until(async () => (await unread.count()) === 2, 'Mia is unread again');
  });

  it('shows skeletons while it loads, a way on when it fails, and what to do while it is empty', async () => {
    const release = desk.api.hold('GET /api/v1/sessions');
    desk.api.fail('GET /api/v1/sessions', { status: 500 });
    const page = await desk.open('/dashboard/');
    await page.locator('desk-row-skeletons').waitFor();
    release();
    await page.getByRole('heading', { name: 'The conversations did not load' }).waitFor();
    desk.api.fail('GET /api/v1/sessions', null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'No conversations yet' }).waitFor();
    await page.getByText('[parlour_chat]').waitFor();
    expect(await page.getByRole('link', { name: /demo page/ }).getAttribute('href')).to.equal('/demo');
    const choose = page.getByText('Choose one on the left');
    expect(await choose.isVisible(), 'there is none to choose').to.equal(false);
    desk.api.conversations.add({ lead: named('Ben') }, { live: true });
    await untilListed(page, ['Ben']);
    await choose.waitFor();
  });

  it('says that the connection is lost, and heals with nothing missed', async () => {
    const tom = add('Tom', 9);
    const page = await desk.open('/dashboard/');
    await untilListed(page, ['Tom']);
    await until(() => desk.api.listeners === 1, 'the stream is open');
    await desk.api.stop();
    await page.getByText('Connection lost. Trying again…').waitFor();
    desk.api.conversations.add({ lead: named('Ben') }, { live: true });
    desk.api.conversations.say(tom.id, { text: 'Hello?' });
    await desk.api.start();
    await untilListed(page, ['Tom', 'Ben']);
    await page.getByText('Connection lost. Trying again…').waitFor({ state: 'detached' });
  });

  it('resumes a stream that is cut again and again', async () => {
    const page = await desk.open('/dashboard/');
    await until(() => desk.api.listeners === 1, 'the stream is open');
    for (let n = 1; n <= 8; n += 1) {
      desk.api.conversations.add({ lead: named(`Visitor ${n}`) }, { live: true });
      desk.api.cutLive();
    }
    await until(async () => new Set(await namesIn(page)).size === 8, 'all are there');
    expect(await namesIn(page)).to.have.length(8);
  });

  it('reads everything again when the server says that it can’t tell what was missed', async () => {
    add('Mia', 5);
    const page = await desk.open('/dashboard/');
    await untilListed(page, ['Mia']);
    await until(() => desk.api.listeners === 1, 'the stream is open');
    add('Silent', 3);
    desk.api.tell('resync');
    await untilListed(page, ['Silent', 'Mia']);
  });
});
