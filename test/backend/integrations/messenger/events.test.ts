import { expect } from 'chai';
import { asFacebookWrites, signed, tellParlour } from '../../../support/fakes/graph.ts';
import { counted, measured } from '../../../support/measured.ts';
import { startTestParlour, type TestParlour } from '../../../support/parlour.ts';
import { until } from '../../../support/until.ts';
import { MessengerDesk, PAGE, SECRET, said, VERIFY } from './support.ts';

describe('what Facebook tells (promise 9)', () => {
  let desk: MessengerDesk;

  before(async () => {
    desk = await MessengerDesk.start();
  });
  after(() => desk?.stop());
  beforeEach(() => desk.reset());

  it('is the right address for whoever knows a site’s verify token', async () => {
    const ask = (token: string, mode = 'subscribe') =>
      fetch(
        `${desk.parlour.url}/hooks/messenger?hub.mode=${mode}&hub.challenge=1158201444&hub.verify_token=${token}`,
      );
    const right = await ask(encodeURIComponent(VERIFY));
    expect([right.status, await right.text()]).to.deep.equal([200, '1158201444']);
    expect(right.headers.get('content-type')).to.match(/^text\/plain/);
    expect((await ask('another')).status).to.equal(403);
    expect((await ask(encodeURIComponent(VERIFY), 'unsubscribe')).status).to.equal(403);
    expect((await fetch(`${desk.parlour.url}/hooks/messenger`)).status).to.equal(403);
  });

  it('keeps nothing of what is not signed, or not meant for a page it knows', async () => {
    const before = {
      rows: await desk.rows(),
      forged: await desk.metric('forged'),
      unknown: await desk.metric('unknown_page'),
    };
    const body = asFacebookWrites({
      object: 'page',
      entry: [{ id: PAGE, messaging: [said('1', 'x', 'm_f')] }],
    });
    const post = (headers: Record<string, string>, sent = body) =>
      fetch(`${desk.parlour.url}/hooks/messenger`, { method: 'POST', headers, body: sent });
    expect((await post({})).status).to.equal(403);
    expect((await post({ 'x-hub-signature-256': signed(body, 'guessed') })).status).to.equal(403);
    // The same words written in another way are not what was signed.
    const rewritten = JSON.stringify(JSON.parse(body));
    expect((await post({ 'x-hub-signature-256': signed(body, SECRET) }, `${rewritten} `)).status).to.equal(
      403,
    );
    expect(await tellParlour(desk.parlour.url, 'whatever', '55555', [said('1', 'x', 'm_u')])).to.equal(200);
    expect(await desk.rows()).to.equal(before.rows);
    const forged = (await desk.metric('forged')) - before.forged;
    expect(forged).to.equal(3);
    measured(
      9,
      counted`${forged} forged calls, ${Number(await desk.rows()) - Number(before.rows)} rows of them`,
    );
    expect((await desk.metric('unknown_page')) - before.unknown).to.equal(1);
  });

  it('stores each word once, however often and in whatever order it comes', async () => {
    const { person, id } = await desk.acquainted();
    desk.graph.onArrived = (send, mid) => void desk.tell(desk.echoOf(send, mid), desk.echoOf(send, mid));
    const start = Date.now() - 60_000;
    const events = Array.from({ length: 12 }, (_, n) =>
      said(person, `word ${n}`, `m_w${n}_${person}`, start + n),
    );
    const marks = [
      { sender: { id: person }, recipient: { id: PAGE }, timestamp: start, delivery: { watermark: start } },
      { sender: { id: person }, recipient: { id: PAGE }, timestamp: start, read: { watermark: start } },
      { ...said(person, '', 'm_x'), message: undefined, reaction: { mid: 'm_w1', action: 'react' } },
    ];
    const shuffled = [...events, ...events, ...marks].sort((a, b) => hash(a) - hash(b));
    const batches = [shuffled, events, events.toReversed()];
    expect(await desk.tell(...shuffled)).to.equal(200);
    await Promise.all(batches.map((batch) => desk.tell(...batch)));
    await until(async () => (await desk.textsOf(id)).includes('visitor: word 11'), 'the last word');
    await desk.tell(...shuffled);
    await until(async () => {
      const all = await desk.parlour.database('messenger_events').whereNull('processedAt');
      return all.length === 0 && (await desk.deliveries(id)).every(({ status }) => status === 'delivered');
    }, 'all to be done');
    const words = (await desk.detail(id)).messages
      .filter(({ role }) => role === 'visitor')
      .map(({ text }) => text);
    expect(words).to.deep.equal(['Hello there', ...events.map((_, n) => `word ${n}`)]);
    const sent = desk.graph.arrived.map(({ body }) => body.message!.metadata);
    const twice = sent.length - new Set(sent).size;
    expect(twice).to.equal(0);
    const told = [...batches, shuffled].flat().length;
    measured(
      9,
      counted`${told} events told in ${batches.length + 1} calls, doubled and shuffled: ${events.length} words, ${words.length - new Set(words).size} twice, ${sent.length} answers, ${twice} twice`,
    );
  });

  it('notes pictures, presses and where somebody came from, and fetches nothing', async () => {
    const person = desk.newPerson();
    const from = { sender: { id: person }, recipient: { id: PAGE } };
    await desk.tell(
      {
        ...{ ...from, timestamp: 1000 },
        postback: {
          title: 'Get started',
          payload: 'START',
          referral: { ref: 'spring', source: 'ADS', ad_id: '7' },
        },
      },
      { ...from, timestamp: 2000, message: { mid: `m_p${person}`, attachments: [{ type: 'image' }] } },
    );
    const id = await desk.sessionOf(person);
    await until(async () => (await desk.textsOf(id)).includes('visitor: [picture]'), 'the note');
    expect(await desk.textsOf(id)).to.include('visitor: Get started');
    const [{ utm }] = await desk.parlour.database('chat_sessions').where({ id });
    expect(utm).to.deep.equal({ source: 'facebook', medium: 'ad', campaign: 'spring', content: '7' });
  });

  it('loses nothing between taking an event in and looking at it', async () => {
    const web = await startTestParlour({ ROLE: 'web', RATE_LIMIT_FACTOR: '0' });
    let again: TestParlour | undefined;
    try {
      await desk.connect(web);
      const tellWeb = (...messaging: unknown[]) => tellParlour(web.url, SECRET, PAGE, messaging);
      await web.database.raw('ALTER TABLE messenger_events RENAME TO away');
      expect(await tellWeb(said('7', 'Hello', 'm_7'))).to.equal(500);
      await web.database.raw('ALTER TABLE away RENAME TO messenger_events');
      expect(await tellWeb(said('7', 'Hello', 'm_7'))).to.equal(200);
      expect(await tellWeb(said('7', 'Hello', 'm_7'))).to.equal(200);
      expect(await web.admin.post('/api/v1/sync', {})).to.include({ created: 1 });
      await desk.sessionOf('7', web);
      expect(await tellWeb(said('8', 'Hello', 'm_8'))).to.equal(200);
      again = await startTestParlour({ DATABASE_URL: web.databaseUrl, RATE_LIMIT_FACTOR: '0' });
      const id = await desk.sessionOf('8', again);
      await until(() => desk.graph.arrived.some(({ body }) => body.recipient.id === '8'), 'the answer');
      const words = await again.database('messages').where({ sessionId: id, role: 'visitor' }).pluck('text');
      expect(words).to.deep.equal(['Hello']);
    } finally {
      await again?.stop();
      await web.stop();
    }
  });
});

/** An order that has nothing to do with the one they were made in. */
function hash(value: unknown): number {
  let sum = 7;
  for (const sign of JSON.stringify(value)) sum = (sum * 31 + sign.charCodeAt(0)) % 10_007;
  return sum;
}
