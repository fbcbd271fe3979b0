import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { OutboxPage } from '../../../backend/integrations/email/schema.ts';
import { refreshQueue } from '../../../backend/reviews/queue/jobs.ts';
import { testBrowser } from '../../support/browser.ts';
import { type DashboardPage, dashboardPages, NEVER_SHOWN } from '../../support/corpus/dashboard-pages.ts';
import { Marks } from '../../support/corpus/marks.ts';
import { EVIL_HOST, MARKUP, roundOf } from '../../support/corpus/markup.ts';
import { undecided } from '../../support/corpus/strangers.ts';
import { shownText, strangersMarkup, watch } from '../../support/corpus/watched-page.ts';
import { answerOfWorkflow, writeOnMessenger } from '../../support/corpus/write-at-vendors.ts';
import { EverywhereWriter, type Written } from '../../support/corpus/write-everywhere.ts';
import { type FakeGraph, startFakeGraph } from '../../support/fakes/graph.ts';
import { FakeN8n } from '../../support/fakes/n8n.ts';
import { type FakeReceiver, startFakeReceiver } from '../../support/fakes/receiver.ts';
import { counted, measured } from '../../support/measured.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

/** Each fills some sixty fields, most of them with several texts of the corpus. In the first, each field has its sign. */
const ROUNDS = 3;
interface Listed {
  items: Array<{ id: string }>;
}

/** In Chromium, with our own security policy on: what it would have to stop counts as a failure, too. */
describe('strangers’ words (promise 16)', () => {
  let parlour: TestParlour;
  let browser: Browser;
  let n8n: FakeN8n;
  let receiver: FakeReceiver;
  let graph: FakeGraph;
  let context: BrowserContext;
  let page: Page;
  let findings: string[];
  /** Views looked at, and what was more than words in them. */
  let [looked, taken] = [0, 0];
  let writer: EverywhereWriter;
  const written: Written[] = [];
  const marks = new Marks();
  /** A conversation that has the whole corpus in it, from both sides. */
  let talk: VisitorClient;

  before(async () => {
    [parlour, browser, n8n, receiver, graph] = await Promise.all([
      startTestParlour({ RATE_LIMIT_FACTOR: '0' }),
      testBrowser(),
      FakeN8n.start(),
      startFakeReceiver(),
      startFakeGraph(),
    ]);
    const answer = { status: 400, body: marks.write('the answer of a webhook’s receiver', 2_000) };
    receiver.answer = () => answer;
    await parlour.admin.patch(`/api/v1/sites/${parlour.site.id}`, {
      integrations: {
        email: { to: ['team@example.com'] },
        webhook: { url: receiver.url, events: ['lead.completed', 'session.completed'] },
      },
    });
    expect(undecided(parlour.routes)).to.deep.equal([]);
    writer = await EverywhereWriter.for(parlour);
    const words = roundOf(MARKUP);
    for (let round = 0; round < ROUNDS; round++)
      written.push(await writer.write(round === 0 ? marks.write : words));
    messengerIds = await writeOnMessenger(parlour, graph, marks.write);

    const { key } = await parlour.createSite({ agent: { kind: 'n8n', n8n: { url: n8n.url } } } as never);
    talk = await VisitorClient.start(parlour.url, key, {
      page: { url: `https://${EVIL_HOST}/${MARKUP[0]}` },
    });
    for (const text of pieces(3_900)) await talk.say(text);
    const { handover, ...answers } = answerOfWorkflow(marks.write);
    n8n.standing = { mode: 'json', json: { output: 'Somebody will come.', handover } };
    await talk.say('I want a person');
    n8n.standing = { mode: 'json', json: answers };
    await talk.say('One more');
    siteKey = key;

    context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
    findings = await watch(context, [parlour.url]);
    page = await context.newPage();
  });
  after(async () => {
    await browser.close();
    await parlour.stop();
    await n8n.stop();
    await receiver.stop();
    await graph.stop();
  });

  let messengerIds: string[];
  let siteKey: string;
  /** The corpus in as few texts as these lengths allow. */
  function pieces(max: number): string[] {
    const all: string[] = [];
    for (const text of MARKUP) {
      const longer = `${all.at(-1) ?? ''}\n${text}`;
      if (all.length === 0 || longer.length > max) all.push(text);
      else all[all.length - 1] = longer;
    }
    return all;
  }

  const isShown = (text: string) => text.includes('__xss') || text.includes(EVIL_HOST);

  /** Waits until words are seen on the page that is open, and finds nothing else of them there. */
  async function expectOnlyWords(where: string, part?: string, before = '') {
    let text = '';
    await until(async () => {
      text = await shownText(page, part);
      return text !== before && isShown(text);
    }, `${where} to show what strangers wrote`);
    marks.see(text);
    await expectNothingElse(where);
    return text;
  }

  async function expectNothingElse(where: string) {
    const markup = await strangersMarkup(page);
    looked += 1;
    taken += markup.length + findings.length;
    expect(markup, where).to.deep.equal([]);
    expect(findings, where).to.deep.equal([]);
  }

  /** Goes there as a click does: the first page is loaded, the others take its place. */
  async function walk(pages: readonly DashboardPage[]) {
    let [text, from]: (string | undefined)[] = ['', undefined];
    await page.goto(`${parlour.url}/dashboard/`);
    for (const { path, part, ready, none, steps = [] } of pages) {
      await page.evaluate((url) => {
        history.pushState(null, '', url);
        dispatchEvent(new PopStateEvent('popstate'));
      }, `/dashboard/${path}`);
      if (ready) await page.locator(ready).first().waitFor({ state: 'attached' });
      if (none) {
        text = await shownText(page);
        expect([isShown(text), marks.in(text)], `${path}: ${none}`).to.deep.equal([false, []]);
        await expectNothingElse(path);
      } else text = await expectOnlyWords(path, part, part === from ? text : '');
      for (const [at, step] of steps.entries()) {
        await step(page);
        text = await expectOnlyWords(`${path}, step ${at + 1}`, part, text);
      }
      from = part;
    }
  }

  it('stay words in the chat itself, whoever says them and whatever is in the address', async () => {
    const query = new URLSearchParams(
      MARKUP.slice(0, 9).map((text, at) => [at === 0 ? 'utm_source' : `q${at}`, text]),
    );
    const address = `/embed/${siteKey}?${query}`;
    await page.goto(parlour.url + address);
    await page.evaluate(
      ([name, value]) => localStorage.setItem(name!, value!),
      [`parlour:${siteKey}`, JSON.stringify({ visitorId: crypto.randomUUID(), token: talk.token })],
    );
    await page.goto(`${parlour.url}${address}#${encodeURIComponent(MARKUP[3]!)}`);
    // The same address is not loaded anew for what stands behind its #.
    await page.reload();
    await expectOnlyWords('the chat');
    // Addresses are links of their own, so that words lie in several pieces.
    const together = (text: string) => text.replace(/\s/g, '');
    const text = together(await shownText(page));
    for (const words of MARKUP.filter((one) => /^[ -~]+$/.test(one)))
      expect(text, words).to.include(together(words));
  });

  it('stay words on every page of the dashboard', async () => {
    await context.addCookies(parlour.admin.browserCookies);
    const list = async (path: string) => (await parlour.admin.get<Listed>(path)).items;
    const tried = () => list('/api/v1/deliveries?kind=webhook&status=failed');
    await until(async () => (await tried()).length > 0, 'a webhook to be tried');
    await parlour.admin.post('/api/v1/regression-cases', { sessionId: written[0]!.visitor.sessionId });
    // What is read next is what rests.
    await parlour.database.raw(
      `UPDATE chat_sessions SET last_message_at = last_message_at - interval '1 hour'`,
    );
    await parlour.database.raw('UPDATE review_signals SET due_at = now()');
    await until(async () => {
      await refreshQueue(parlour.database, 100);
      return (await list('/api/v1/reviews/queue')).length > 0;
    }, 'something to read');
    const { visitor, leadId, ingestedId } = written[0]!;
    const sessions = [visitor.sessionId, ingestedId, talk.sessionId, ...messengerIds];
    const reported = await parlour.admin.get<{ items: { id: string; message: string }[] }>('/api/v1/errors');
    await walk(
      dashboardPages({
        sessions,
        workflowSession: talk.sessionId,
        leadIds: [leadId],
        incidentIds: reported.items.filter(({ message }) => marks.in(message).length > 0).map(({ id }) => id),
        deliveryId: (await tried())[0]!.id,
        siteId: parlour.site.id,
        email: 'somebody1@example.com',
        search: `${MARKUP[3]} ${MARKUP[29]}`,
      }),
    );
  });

  it('stay words in mails, also where no policy of ours holds', async () => {
    const mails = async () => (await parlour.admin.get<OutboxPage>('/api/v1/outbox')).items;
    await until(async () => (await mails()).length >= ROUNDS, 'mails in the outbox');
    const elsewhere = await browser.newContext({ bypassCSP: true });
    const found = await watch(elsewhere, [parlour.url]);
    const reader = await elsewhere.newPage();
    for (const { id } of await mails()) {
      const { body } = await parlour.admin.call<string>(`/api/v1/outbox/${id}/html`);
      await reader.setContent(body);
      expect(await strangersMarkup(reader), id).to.deep.equal([]);
      const text = await shownText(reader);
      marks.see(text);
      expect(isShown(text), id).to.equal(true);
    }
    await elsewhere.close();
    expect(found).to.deep.equal([]);
  });

  it('were seen from every field, but for those that nobody is meant to see', () => {
    // What was turned down is not stored either.
    const unseen = marks.unseen().filter((field) => !writer.refused.has(field));
    expect(unseen).to.deep.equal(Object.keys(NEVER_SHOWN).sort());
    const seen = marks.size - marks.unseen().length;
    measured(
      16,
      counted`${MARKUP.length} texts in ${marks.size} fields, ${seen} of them seen in ${looked} views: ${taken} ran, were fetched or became markup`,
    );
  });
});
