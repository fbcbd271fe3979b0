import { expect } from 'chai';
import type { DeliveryView } from '../../../backend/deliveries/schema.ts';
import type { SessionDetail, SessionRow } from '../../../backend/sessions/schema.ts';
import {
  asFacebookWrites,
  type FakeGraph,
  type GraphSend,
  signed,
  startFakeGraph,
  tellParlour,
} from '../../support/fakes/graph.ts';
import { counted, measured } from '../../support/measured.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';

const PAGE = '90001';
const SECRET = 'app secret of the tests';
const VERIFY = 'verify me please';

describe('Facebook Messenger (promise 9)', function () {
  this.timeout(60_000);
  let parlour: TestParlour;
  let graph: FakeGraph;
  let people = 100;

  before(async () => {
    graph = await startFakeGraph();
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    await connect(parlour);
  });

  after(async () => {
    await parlour.stop();
    await graph.stop();
  });

  beforeEach(() => {
    graph.sends = [];
    graph.arrived = [];
    graph.queue = [];
    graph.onArrived = () => {};
  });

  const connect = (to: TestParlour, pageId = PAGE) =>
    to.createSite({
      name: 'On Facebook',
      widget: { greeting: 'I am the assistant of Lindenhof.' },
      integrations: {
        messenger: {
          ...{ pageId, pageToken: 'page-token', appSecret: SECRET, verifyToken: VERIFY },
          graphUrl: graph.url,
        },
      },
    } as never);

  const newPerson = () => String(++people);
  const tell = (...messaging: unknown[]) => tellParlour(parlour.url, SECRET, PAGE, messaging);
  const said = (person: string, text: string, mid: string, timestamp = Date.now()) => ({
    sender: { id: person },
    recipient: { id: PAGE },
    timestamp,
    message: { mid, text },
  });
  const echo = (person: string, mid: string, text: string, metadata?: string) => ({
    sender: { id: PAGE },
    recipient: { id: person },
    timestamp: Date.now(),
    message: { mid, text, is_echo: true, app_id: 77, ...(metadata && { metadata }) },
  });
  const echoOf = ({ body }: GraphSend, mid: string) =>
    echo(body.recipient.id, mid, body.message!.text, body.message!.metadata);

  const sessionOf = async (person: string, at = parlour): Promise<string> => {
    const find = () =>
      at.database('chat_sessions').where({ channel: 'messenger', externalId: `${PAGE}:${person}` });
    await until(async () => (await find()).length === 1, `a conversation of ${person}`);
    return (await find())[0].id;
  };
  const detail = (id: string) => parlour.admin.get<SessionDetail>(`/api/v1/sessions/${id}`);
  const textsOf = async (id: string) =>
    (await detail(id)).messages.map(({ role, text }) => `${role}: ${text}`);
  const deliveries = async (id: string) =>
    (await parlour.admin.get<{ items: DeliveryView[] }>(`/api/v1/deliveries?session=${id}`)).items;
  const settled = (id: string, count: number) =>
    until(async () => {
      const all = await deliveries(id);
      return all.length === count && all.every(({ status }) => status === 'delivered');
    }, `${count} messages to be delivered`);
  /** A person whose first words have been answered. */
  const acquainted = async () => {
    const person = newPerson();
    await tell(said(person, 'Hello there', `m_${person}`));
    const id = await sessionOf(person);
    await until(async () => (await deliveries(id)).length >= 2, 'greeting and answer');
    const { length } = await deliveries(id);
    await settled(id, length);
    graph.sends = [];
    graph.arrived = [];
    return { person, id, count: length };
  };
  const rows = async () => (await parlour.database('messenger_events').count('* as n'))[0]!.n;
  const metric = async (outcome: string) => {
    const text = await parlour.admin.get<string>('/metrics');
    return Number(new RegExp(`outcome="${outcome}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
  };

  it('is the right address for whoever knows a site’s verify token', async () => {
    const ask = (token: string, mode = 'subscribe') =>
      fetch(
        `${parlour.url}/hooks/messenger?hub.mode=${mode}&hub.challenge=1158201444&hub.verify_token=${token}`,
      );
    const right = await ask(encodeURIComponent(VERIFY));
    expect([right.status, await right.text()]).to.deep.equal([200, '1158201444']);
    expect(right.headers.get('content-type')).to.match(/^text\/plain/);
    expect((await ask('another')).status).to.equal(403);
    expect((await ask(encodeURIComponent(VERIFY), 'unsubscribe')).status).to.equal(403);
    expect((await fetch(`${parlour.url}/hooks/messenger`)).status).to.equal(403);
  });

  it('keeps nothing of what is not signed, or not meant for a page it knows', async () => {
    const before = {
      rows: await rows(),
      forged: await metric('forged'),
      unknown: await metric('unknown_page'),
    };
    const body = asFacebookWrites({
      object: 'page',
      entry: [{ id: PAGE, messaging: [said('1', 'x', 'm_f')] }],
    });
    const post = (headers: Record<string, string>, sent = body) =>
      fetch(`${parlour.url}/hooks/messenger`, { method: 'POST', headers, body: sent });
    expect((await post({})).status).to.equal(403);
    expect((await post({ 'x-hub-signature-256': signed(body, 'guessed') })).status).to.equal(403);
    // The same words written in another way are not what was signed.
    const rewritten = JSON.stringify(JSON.parse(body));
    expect((await post({ 'x-hub-signature-256': signed(body, SECRET) }, `${rewritten} `)).status).to.equal(
      403,
    );
    expect(await tellParlour(parlour.url, 'whatever', '55555', [said('1', 'x', 'm_u')])).to.equal(200);
    expect(await rows()).to.equal(before.rows);
    const forged = (await metric('forged')) - before.forged;
    expect(forged).to.equal(3);
    measured(9, counted`${forged} forged calls, ${Number(await rows()) - Number(before.rows)} rows of them`);
    expect((await metric('unknown_page')) - before.unknown).to.equal(1);
  });

  it('answers a person with the site’s assistant, in order, and says first that it is one', async () => {
    graph.onArrived = (send, mid) => void tell(echoOf(send, mid));
    const person = newPerson();
    const words = 'Grüß Gott / <b>100%</b> für a@b.example 🎈';
    expect(await tell(said(person, words, 'm_first'))).to.equal(200);
    const id = await sessionOf(person);
    await until(async () => (await deliveries(id)).length >= 2, 'greeting and answer');
    await settled(id, (await deliveries(id)).length);
    const { session, lead, messages } = await detail(id);
    expect(session).to.include({ channel: 'messenger', completionStatus: 'in_progress' });
    expect(messages.slice(0, 2).map(({ role, text }) => [role, text])).to.deep.equal([
      ['assistant', 'I am the assistant of Lindenhof.'],
      ['visitor', words],
    ]);
    expect(lead?.email).to.equal('a@b.example');
    await until(async () => (await detail(id)).lead?.name === 'Ana Müller', 'the name that Facebook tells');
    const ours = messages.filter(({ role }) => role !== 'visitor');
    expect(graph.arrived.map(({ body }) => body.message!.metadata)).to.deep.equal(ours.map((one) => one.id));
    expect(graph.arrived[0]).to.deep.include({ pageId: PAGE, token: 'Bearer page-token' });
    expect(graph.arrived[0]!.body).to.include({ messaging_type: 'RESPONSE' }).and.not.have.property('tag');
    expect(graph.actions.map(({ body }) => body.sender_action)).to.include.members([
      'mark_seen',
      'typing_on',
    ]);
    const { items } = await parlour.admin.get<{ items: SessionRow[] }>('/api/v1/sessions?channel=messenger');
    expect(items.map((row) => row.id)).to.include(id);
    // What was processed is not kept twice.
    const kept = await parlour.database('messenger_events').whereNotNull('processedAt').whereNotNull('event');
    expect(kept).to.deep.equal([]);
  });

  it('stores each word once, however often and in whatever order it comes', async () => {
    const { person, id } = await acquainted();
    graph.onArrived = (send, mid) => void tell(echoOf(send, mid), echoOf(send, mid));
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
    expect(await tell(...shuffled)).to.equal(200);
    await Promise.all(batches.map((batch) => tell(...batch)));
    await until(async () => (await textsOf(id)).includes('visitor: word 11'), 'the last word');
    await tell(...shuffled);
    await until(async () => {
      const all = await parlour.database('messenger_events').whereNull('processedAt');
      return all.length === 0 && (await deliveries(id)).every(({ status }) => status === 'delivered');
    }, 'all to be done');
    const words = (await detail(id)).messages
      .filter(({ role }) => role === 'visitor')
      .map(({ text }) => text);
    expect(words).to.deep.equal(['Hello there', ...events.map((_, n) => `word ${n}`)]);
    const sent = graph.arrived.map(({ body }) => body.message!.metadata);
    const twice = sent.length - new Set(sent).size;
    expect(twice).to.equal(0);
    const told = [...batches, shuffled].flat().length;
    measured(
      9,
      counted`${told} events told in ${batches.length + 1} calls, doubled and shuffled: ${events.length} words, ${words.length - new Set(words).size} twice, ${sent.length} answers, ${twice} twice`,
    );
  });

  it('notes pictures, presses and where somebody came from, and fetches nothing', async () => {
    const person = newPerson();
    const from = { sender: { id: person }, recipient: { id: PAGE } };
    await tell(
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
    const id = await sessionOf(person);
    await until(async () => (await textsOf(id)).includes('visitor: [picture]'), 'the note');
    expect(await textsOf(id)).to.include('visitor: Get started');
    const [{ utm }] = await parlour.database('chat_sessions').where({ id });
    expect(utm).to.deep.equal({ source: 'facebook', medium: 'ad', campaign: 'spring', content: '7' });
  });

  it('lets staff answer on takeover, and shows what is typed at Facebook itself', async () => {
    const { person, id, count } = await acquainted();
    await parlour.admin.post(`/api/v1/sessions/${id}/takeover`, {});
    await tell(said(person, 'A person, please', `m_t${person}`));
    await until(async () => (await textsOf(id)).includes('visitor: A person, please'), 'the words');
    await tell(echo(person, `m_inbox${person}`, 'I saw this on my phone'));
    await tell(echo(person, `m_inbox${person}`, 'I saw this on my phone'));
    await until(async () => (await textsOf(id)).includes('staff: I saw this on my phone'), 'the other words');
    await parlour.admin.post(`/api/v1/sessions/${id}/messages`, { text: 'Here I am.' });
    await settled(id, count + 2);
    expect(graph.arrived.map(({ body }) => body.message!.text).at(-1)).to.equal('Here I am.');
    const { messages } = await detail(id);
    const typed = messages.filter(({ text }) => text === 'I saw this on my phone');
    expect(typed.map(({ author }) => author?.name)).to.deep.equal(['Facebook page']);
    expect(messages.slice(-4).map(({ role }) => role)).to.deep.equal(['system', 'visitor', 'staff', 'staff']);
  });

  it('does not say it twice when the answer to a sending is lost', async () => {
    const { id, count } = await acquainted();
    await parlour.admin.post(`/api/v1/sessions/${id}/takeover`, {});
    await settled(id, count + 1);
    graph.sends = [];
    graph.queue = ['cut'];
    graph.onArrived = (send, mid) => void tell(echoOf(send, mid));
    await parlour.admin.post(`/api/v1/sessions/${id}/messages`, { text: 'Only once' });
    await settled(id, count + 2);
    expect(graph.sends.map(({ body }) => body.message!.text)).to.deep.equal(['Only once']);
    // Nothing tells that this one arrived: it is waited for, then sent again.
    graph.queue = ['gateway'];
    graph.onArrived = () => {};
    await parlour.admin.post(`/api/v1/sessions/${id}/messages`, { text: 'Once more' });
    const waits = async () => (await deliveries(id)).find(({ status }) => status === 'failed');
    await until(waits, 'the doubt');
    const { lastError, nextAttemptAt } = (await waits())!;
    expect(lastError).to.match(/looks whether the message arrived/);
    expect(Date.parse(nextAttemptAt!) - Date.now()).to.be.greaterThan(7_000);
    await parlour.database.raw(`UPDATE messenger_sends SET begun_at = begun_at - interval '11 seconds'`);
    await parlour.database.raw(`UPDATE deliveries SET next_attempt_at = now() WHERE status = 'failed'`);
    await settled(id, count + 3);
    expect(graph.sends.map(({ body }) => body.message!.text)).to.deep.equal([
      'Only once',
      'Once more',
      'Once more',
    ]);
  });

  it('keeps to the time that Facebook allows, and tags only what a person typed', async () => {
    const { id } = await acquainted();
    const wroteBefore = (hours: number) =>
      parlour.database.raw(
        `UPDATE messenger_threads SET wrote_at = now() - make_interval(hours => ?) WHERE session_id = ?`,
        [hours, id],
      );
    const last = async () => (await deliveries(id))[0]!;
    await wroteBefore(30);
    const key = await parlour.admin.post<{ key: string }>('/api/v1/api-keys', {
      name: 'n8n',
      scopes: ['sessions:write'],
    });
    const byAutomation = await fetch(`${parlour.url}/api/v1/sessions/${id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Too late from a program' }),
    });
    expect(byAutomation.status).to.equal(201);
    await until(async () => (await last()).status === 'dead', 'the end');
    expect((await last()).lastError).to.equal(
      'Facebook allows an answer for 24 hours after the person wrote.',
    );
    expect(graph.sends).to.deep.equal([]);
    await parlour.admin.post(`/api/v1/sessions/${id}/takeover`, {});
    await parlour.admin.post(`/api/v1/sessions/${id}/messages`, { text: 'Late, from a person' });
    await until(() => graph.arrived.length === 1, 'the late answer');
    expect(graph.arrived[0]!.body).to.include({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });
    await wroteBefore(8 * 24);
    await parlour.admin.post(`/api/v1/sessions/${id}/messages`, { text: 'Far too late' });
    await until(async () => (await last()).status === 'dead', 'the end for people');
    expect((await last()).lastError).to.match(/7 days/);
    expect(graph.arrived).to.have.length(1);
  });

  it('says what is wrong with the page, and leaves it alone when Facebook asks for it', async () => {
    const { person, id } = await acquainted();
    const other = await acquainted();
    graph.queue = [{ status: 400, code: 190 }];
    await tell(said(person, 'And now?', `m_e${person}`));
    await until(async () => (await deliveries(id)).some(({ status }) => status === 'dead'), 'the refusal');
    const { incidents } = await detail(id);
    expect(incidents.map(({ message }) => message)).to.deep.equal([
      'Facebook refuses the page’s token. Enter a new one in the site’s settings.',
    ]);
    const usage = JSON.stringify({ [PAGE]: [{ type: 'messenger', estimated_time_to_regain_access: 3 }] });
    graph.queue = [{ status: 400, code: 613, headers: { 'x-business-use-case-usage': usage } }];
    await tell(said(person, 'Hello?', `m_r${person}`));
    await until(async () => (await deliveries(id)).some(({ status }) => status === 'failed'), 'the pause');
    graph.sends = [];
    await tell(said(other.person, 'Me too', `m_r${other.person}`));
    const waiting = async () => (await deliveries(other.id)).find(({ status }) => status === 'failed');
    await until(waiting, 'the other to wait as well');
    expect(Date.parse((await waiting())!.nextAttemptAt!) - Date.now()).to.be.within(150_000, 200_000);
    expect(graph.sends).to.deep.equal([]);
    await parlour.database.raw('DELETE FROM messenger_pages');
    await parlour.database.raw(`UPDATE deliveries SET next_attempt_at = now() WHERE status = 'failed'`);
    await until(
      async () => (await deliveries(other.id)).every(({ status }) => status === 'delivered'),
      'the end',
    );
  });

  it('tries the settings for real, and tells how a site stands', async () => {
    const { items } = await parlour.admin.get<{ items: Array<{ id: string; name: string }> }>(
      '/api/v1/sites',
    );
    const { id } = items.find(({ name }) => name === 'On Facebook')!;
    const test = (patch?: unknown) =>
      parlour.admin.post<{ ok: boolean; message: string }>(
        `/api/v1/sites/${id}/test/messenger`,
        patch ? { patch } : {},
      );
    expect(await test()).to.deep.equal({
      ok: true,
      message: '“Lindenhof on Facebook” is connected, and its messages come here.',
    });
    graph.subscribed = ['messages'];
    expect((await test()).message).to.match(/Subscribe to: messaging_postbacks, message_echoes/);
    expect((await test({ integrations: { messenger: { pageId: '1234' } } })).ok).to.equal(false);
    const state = await parlour.admin.get<Record<string, unknown>>(`/api/v1/sites/${id}/messenger`);
    expect(state).to.include({ state: 'receiving', callbackUrl: `${parlour.url}/hooks/messenger` });
    const none = await parlour.admin.get<Record<string, unknown>>(
      `/api/v1/sites/${parlour.site.id}/messenger`,
    );
    expect(none).to.include({ state: 'off', lastEventAt: null });
    const nowhere = '/api/v1/sites/018f0000-0000-7000-8000-000000000000';
    expect((await parlour.admin.call(`${nowhere}/messenger`)).status).to.equal(404);
    expect((await parlour.admin.call(`${nowhere}/test/messenger`, { method: 'POST' })).status).to.equal(404);
  });

  it('loses nothing between taking an event in and looking at it', async () => {
    const web = await startTestParlour({ ROLE: 'web', RATE_LIMIT_FACTOR: '0' });
    let again: TestParlour | undefined;
    try {
      await connect(web);
      const tellWeb = (...messaging: unknown[]) => tellParlour(web.url, SECRET, PAGE, messaging);
      await web.database.raw('ALTER TABLE messenger_events RENAME TO away');
      expect(await tellWeb(said('7', 'Hello', 'm_7'))).to.equal(500);
      await web.database.raw('ALTER TABLE away RENAME TO messenger_events');
      expect(await tellWeb(said('7', 'Hello', 'm_7'))).to.equal(200);
      expect(await tellWeb(said('7', 'Hello', 'm_7'))).to.equal(200);
      expect(await web.admin.post('/api/v1/sync', {})).to.include({ created: 1 });
      await sessionOf('7', web);
      expect(await tellWeb(said('8', 'Hello', 'm_8'))).to.equal(200);
      again = await startTestParlour({ DATABASE_URL: web.databaseUrl, RATE_LIMIT_FACTOR: '0' });
      const id = await sessionOf('8', again);
      await until(() => graph.arrived.some(({ body }) => body.recipient.id === '8'), 'the answer');
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
