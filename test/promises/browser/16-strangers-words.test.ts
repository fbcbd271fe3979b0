import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { OutboxPage } from '../../../backend/integrations/email/schema.ts';
import { launchBrowser } from '../../support/browser.ts';
import { EVIL_HOST, MARKUP, roundOf } from '../../support/corpus/markup.ts';
import { undecided } from '../../support/corpus/strangers.ts';
import { shownText, strangersMarkup, watch } from '../../support/corpus/watched-page.ts';
import { EverywhereWriter, type Written } from '../../support/corpus/write-everywhere.ts';
import { FakeN8n } from '../../support/fake-n8n.ts';
import { type FakeReceiver, startFakeReceiver } from '../../support/fake-receiver.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

/** Each fills some sixty fields, most of them with several texts of the corpus. */
const ROUNDS = 3;
interface Listed {
  items: Array<{ id: string }>;
}

/** In Chromium, with our own security policy on: what it would have to stop counts as a failure, too. */
describe('strangers’ words (promise 16)', function () {
  this.timeout(90_000);
  let parlour: TestParlour;
  let browser: Browser;
  let n8n: FakeN8n;
  let receiver: FakeReceiver;
  let context: BrowserContext;
  let page: Page;
  let findings: string[];
  const written: Written[] = [];
  /** A conversation that has the whole corpus in it, from both sides. */
  let talk: VisitorClient;

  before(async () => {
    [parlour, browser, n8n, receiver] = await Promise.all([
      startTestParlour({ RATE_LIMIT_FACTOR: '0' }),
      launchBrowser(),
      FakeN8n.start(),
      startFakeReceiver(),
    ]);
    receiver.answer = () => ({ status: 400, body: MARKUP.slice(0, 20).join('\n') });
    await parlour.admin.patch(`/api/v1/sites/${parlour.site.id}`, {
      integrations: {
        email: { to: ['team@example.com'] },
        webhook: { url: receiver.url, events: ['lead.completed', 'session.completed'] },
      },
    });
    expect(undecided(parlour.routes)).to.deep.equal([]);
    const writer = await EverywhereWriter.for(parlour);
    const words = roundOf(MARKUP);
    for (let round = 0; round < ROUNDS; round++) written.push(await writer.write(words));

    n8n.standing = { mode: 'json', json: { output: pieces(3_900)[0], choices: MARKUP.slice(0, 12) } };
    const { key } = await parlour.createSite({ agent: { kind: 'n8n', n8n: { url: n8n.url } } } as never);
    talk = await VisitorClient.start(parlour.url, key, {
      page: { url: `https://${EVIL_HOST}/${MARKUP[0]}` },
    });
    for (const text of pieces(3_900)) await talk.say(text);
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
  });

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

  async function expectOnlyWords(address: string) {
    await page.goto(parlour.url + address);
    await until(async () => isShown(await shownText(page)), `${address} to show what strangers wrote`);
    expect(await strangersMarkup(page), address).to.deep.equal([]);
    expect(findings, address).to.deep.equal([]);
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
    await expectOnlyWords(`${address}#${encodeURIComponent(MARKUP[3]!)}`);
    // Addresses are links of their own, so that words lie in several pieces.
    const together = (text: string) => text.replace(/\s/g, '');
    const text = together(await shownText(page));
    for (const words of MARKUP.filter((one) => /^[ -~]+$/.test(one)))
      expect(text, words).to.include(together(words));
  });

  it('stay words on every page of the dashboard', async () => {
    const cookies = parlour.admin.cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('='), url: parlour.url };
    });
    await context.addCookies(cookies);
    const list = async (path: string) => (await parlour.admin.get<Listed>(path)).items;
    await until(async () => (await list('/api/v1/deliveries')).length > 0, 'the first deliveries');
    const { visitor, leadId, ingestedId } = written[0]!;
    const [incident] = await list('/api/v1/errors');
    const [delivery] = await list('/api/v1/deliveries');
    for (const address of [
      'conversations',
      `conversations/${visitor.sessionId}`,
      `conversations/${ingestedId}`,
      `conversations/${talk.sessionId}`,
      'leads',
      `leads/${leadId}`,
      `review/${visitor.sessionId}`,
      `review/${talk.sessionId}`,
      'errors',
      `errors/${incident!.id}`,
    ])
      await expectOnlyWords(`/dashboard/${address}`);
    // Here strangers' words come late, folded away, or only when they are looked for.
    for (const address of [
      'review',
      'deliveries',
      `deliveries/${delivery!.id}`,
      'figures',
      'settings/outbox',
      'settings/privacy',
      'settings/activity',
      `replay/${visitor.sessionId}`,
    ]) {
      await page.goto(`${parlour.url}/dashboard/${address}`);
      await until(async () => (await shownText(page)).length > 300, `${address} to show something`);
      expect(await strangersMarkup(page), address).to.deep.equal([]);
    }
    const search = `conversations?q=${encodeURIComponent(`${MARKUP[3]} ${MARKUP[29]}`)}`;
    await page.goto(`${parlour.url}/dashboard/${search}`);
    await until(async () => (await shownText(page)).length > 300, 'a search for markup');
    expect(await strangersMarkup(page)).to.deep.equal([]);
    expect(findings).to.deep.equal([]);
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
    }
    expect(isShown(await shownText(reader))).to.equal(true);
    await elsewhere.close();
    expect(found).to.deep.equal([]);
  });
});
