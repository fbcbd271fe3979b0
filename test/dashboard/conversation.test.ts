import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { until } from '../support/until.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { untilListed } from './support/listed.ts';
import { minutesAgo } from './support/sample.ts';

const jonas = {
  name: 'Jonas Weber',
  email: 'jonas@weber.example',
  phone: '+493012345678',
  company: 'Weber Bau',
  qualification: 'new' as const,
};

describe('An open conversation', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.close());
  beforeEach(() => desk.clear());

  const texts = (page: Page) => page.locator('parlour-message .bubble').allTextContents();

  it('shows transcript, lead and where it came from', async () => {
    const { id } = desk.api.conversations.add(
      { lead: jonas, completionStatus: 'completed' },
      {
        messages: [
          { role: 'assistant', text: 'Hello' },
          { role: 'visitor', text: 'Hi, about the garden' },
          { role: 'assistant', text: 'Sorry, one moment', fallback: true },
        ],
      },
    );
    const page = await desk.open(`/dashboard/conversations/${id}`);
    await page.getByRole('heading', { name: 'Jonas Weber', level: 1 }).waitFor();
    expect(await texts(page)).to.deep.equal(['Hello', 'Hi, about the garden', 'Sorry, one moment']);
    await page.getByText('Fallback text: the assistant could not answer.').waitFor();
    const panel = page.getByRole('complementary');
    expect(await panel.getByRole('link', { name: jonas.email }).getAttribute('href')).to.equal(
      `mailto:${jonas.email}`,
    );
    expect(await panel.getByRole('link', { name: jonas.phone }).getAttribute('href')).to.equal(
      `tel:${jonas.phone}`,
    );
    for (const fact of [
      'Company size',
      'about 5,000',
      'All required details were given',
      'newsletter · email · autumn',
      'German (Germany)',
      'Firefox on Windows',
    ]) {
      await panel.getByText(fact).waitFor();
    }
    expect(await page.title()).to.match(/Jonas Weber · Parlour$/);
  });

  it('grows while the visitor types on, and the lead with it', async () => {
    const { id } = desk.api.conversations.add({});
    const page = await desk.open(`/dashboard/conversations/${id}`);
    await page.getByText('No details yet').waitFor();
    await until(() => desk.api.listeners === 1, 'the stream is open');
    desk.api.conversations.say(id, { text: 'I am Jonas' });
    desk.api.conversations.say(id, { role: 'assistant', text: 'Nice to meet you' });
    await until(
      async () => (await texts(page)).slice(-2).join('|') === 'I am Jonas|Nice to meet you',
      'both are there',
    );
    desk.api.conversations.setLead(id, { name: 'Jonas Weber' });
    await page.getByRole('heading', { name: 'Jonas Weber', level: 1 }).waitFor();
    await page.getByRole('complementary').getByText(jonas.email).waitFor();
    desk.api.conversations.change(id, { completionStatus: 'completed' });
    await page.getByText('All required details were given').waitFor();
  });

  it('misses nothing of what happens while it loads', async () => {
    const { id } = desk.api.conversations.add({});
    const page = await desk.open('/dashboard/');
    await untilListed(page, ['Visitor from /pricing']);
    const release = desk.api.hold(`GET /api/v1/sessions/${id}`);
    await page.getByRole('link', { name: /Visitor/ }).click();
    await page.locator('desk-detail-skeleton').waitFor();
    desk.api.conversations.say(id, { text: 'Still there?' });
    await page.locator('desk-session-row').getByText('Still there?').waitFor();
    release();
    await until(
      async () => (await texts(page)).filter((text) => text === 'Still there?').length === 1,
      'the message is there once',
    );
  });

  it('is archived with one press, and taken back with another', async () => {
    const { id } = desk.api.conversations.add({ lead: jonas });
    const page = await desk.open(`/dashboard/conversations/${id}`);
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await page.getByText('Conversation archived.').waitFor();
    await untilListed(page, []);
    await page.getByText('Archived by Ana Keller').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await untilListed(page, ['Jonas Weber']);
    await until(
      () => desk.api.conversations.read(id)?.session.archiveStatus === 'active',
      'the server has it active',
    );
  });

  it('stays as it was when saving fails, and says so', async () => {
    const { id } = desk.api.conversations.add({ lead: jonas });
    const page = await desk.open(`/dashboard/conversations/${id}`);
    desk.api.fail('PATCH /api/v1/sessions', { status: 500 });
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await page.getByText('The conversation is as it was.').waitFor();
    await untilListed(page, ['Jonas Weber']);
    desk.api.fail('PATCH /api/v1/sessions', null);
  });

  it('is archived also where only the answer to that is lost', async () => {
    const { id } = desk.api.conversations.add({ lead: jonas });
    const page = await desk.open(`/dashboard/conversations/${id}`);
    await page.route(`**/sessions/${id}`, async (route) => {
      if (route.request().method() !== 'PATCH') return route.fallback();
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await page.getByText('The conversation is as it was.').waitFor();
    await untilListed(page, []);
    await page.getByText('Archived by Ana Keller').waitFor();
  });

  it('says when it is not there, when it was deleted, and when it could not be read', async () => {
    const { id } = desk.api.conversations.add({ lead: jonas });
    const page = await desk.open('/dashboard/conversations/unknown');
    await page.getByRole('heading', { name: 'This conversation is not here' }).waitFor();
    desk.api.fail('GET /api/v1/sessions/', { status: 500 });
    await page.getByRole('link', { name: /Jonas/ }).click();
    await page.getByRole('heading', { name: 'The conversation did not load' }).waitFor();
    desk.api.fail('GET /api/v1/sessions/', null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Jonas Weber' }).waitFor();
    desk.api.conversations.remove(id);
    await page.getByRole('heading', { name: 'This conversation was deleted' }).waitFor();
  });

  it('shows hostile text as text, everywhere', async () => {
    const attack = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
    const { id } = desk.api.conversations.add(
      {
        lead: { ...jonas, name: attack, email: `"${attack}"@x.example`, company: attack },
        page: { url: 'javascript:window.hit=1', title: attack },
        lastMessage: { role: 'visitor', text: attack },
        lastMessageAt: minutesAgo(1),
      },
      { messages: [{ text: `${attack} javascript:alert(1) https://x.example/"onmouseover="window.hit=1` }] },
    );
    const page = await desk.open(`/dashboard/conversations/${id}`);
    await page.getByRole('heading', { name: attack }).waitFor();
    await page.locator('desk-session-row').getByText(attack).first().waitFor();
    expect((await texts(page))[0]).to.contain(attack);
    const links = await page
      .locator('a')
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).protocol));
    expect(links).to.include('https:').and.not.include('javascript:');
    expect(await page.evaluate(() => 'hit' in window)).to.equal(false);
  });

  it('never does anything that its content policy forbids', () => {
    expect(desk.complaints).to.deep.equal([]);
  });
});
