import { expect } from 'chai';
import type { SessionRow } from '../../../../backend/sessions/schema.ts';
import { until } from '../../../support/until.ts';
import { echo, MessengerDesk, PAGE, said } from './support.ts';

describe('answers on Facebook Messenger', () => {
  let desk: MessengerDesk;

  before(async () => {
    desk = await MessengerDesk.start();
  });
  after(() => desk?.stop());
  beforeEach(() => desk.reset());

  it('answers a person with the site’s assistant, in order, and says first that it is one', async () => {
    desk.graph.onArrived = (send, mid) => void desk.tell(desk.echoOf(send, mid));
    const person = desk.newPerson();
    const words = 'Grüß Gott / <b>100%</b> für a@b.example 🎈';
    expect(await desk.tell(said(person, words, 'm_first'))).to.equal(200);
    const id = await desk.sessionOf(person);
    await until(async () => (await desk.deliveries(id)).length >= 2, 'greeting and answer');
    await desk.settled(id, (await desk.deliveries(id)).length);
    const { session, lead, messages } = await desk.detail(id);
    expect(session).to.include({ channel: 'messenger', completionStatus: 'in_progress' });
    expect(messages.slice(0, 2).map(({ role, text }) => [role, text])).to.deep.equal([
      ['assistant', 'I am the assistant of Lindenhof.'],
      ['visitor', words],
    ]);
    expect(lead?.email).to.equal('a@b.example');
    await until(
      async () => (await desk.detail(id)).lead?.name === 'Ana Müller',
      'the name that Facebook tells',
    );
    const ours = messages.filter(({ role }) => role !== 'visitor');
    expect(desk.graph.arrived.map(({ body }) => body.message!.metadata)).to.deep.equal(
      ours.map((one) => one.id),
    );
    expect(desk.graph.arrived[0]).to.deep.include({ pageId: PAGE, token: 'Bearer page-token' });
    expect(desk.graph.arrived[0]!.body)
      .to.include({ messaging_type: 'RESPONSE' })
      .and.not.have.property('tag');
    expect(desk.graph.actions.map(({ body }) => body.sender_action)).to.include.members([
      'mark_seen',
      'typing_on',
    ]);
    const { items } = await desk.parlour.admin.get<{ items: SessionRow[] }>(
      '/api/v1/sessions?channel=messenger',
    );
    expect(items.map((row) => row.id)).to.include(id);
    // What was processed is not kept twice.
    const kept = await desk.parlour
      .database('messenger_events')
      .whereNotNull('processedAt')
      .whereNotNull('event');
    expect(kept).to.deep.equal([]);
  });

  it('lets staff answer on takeover, and shows what is typed at Facebook itself', async () => {
    const { person, id, count } = await desk.acquainted();
    await desk.parlour.admin.post(`/api/v1/sessions/${id}/takeover`, {});
    await desk.tell(said(person, 'A person, please', `m_t${person}`));
    await until(async () => (await desk.textsOf(id)).includes('visitor: A person, please'), 'the words');
    await desk.tell(echo(person, `m_inbox${person}`, 'I saw this on my phone'));
    await desk.tell(echo(person, `m_inbox${person}`, 'I saw this on my phone'));
    await until(
      async () => (await desk.textsOf(id)).includes('staff: I saw this on my phone'),
      'the other words',
    );
    await desk.parlour.admin.post(`/api/v1/sessions/${id}/messages`, { text: 'Here I am.' });
    await desk.settled(id, count + 2);
    expect(desk.graph.arrived.map(({ body }) => body.message!.text).at(-1)).to.equal('Here I am.');
    const { messages } = await desk.detail(id);
    const typed = messages.filter(({ text }) => text === 'I saw this on my phone');
    expect(typed.map(({ author }) => author?.name)).to.deep.equal(['Facebook page']);
    expect(messages.slice(-4).map(({ role }) => role)).to.deep.equal(['system', 'visitor', 'staff', 'staff']);
  });

  it('does not say it twice when the answer to a sending is lost', async () => {
    const { id, count } = await desk.acquainted();
    await desk.parlour.admin.post(`/api/v1/sessions/${id}/takeover`, {});
    await desk.settled(id, count + 1);
    desk.graph.sends = [];
    desk.graph.queue = ['cut'];
    desk.graph.onArrived = (send, mid) => void desk.tell(desk.echoOf(send, mid));
    await desk.parlour.admin.post(`/api/v1/sessions/${id}/messages`, { text: 'Only once' });
    await desk.settled(id, count + 2);
    expect(desk.graph.sends.map(({ body }) => body.message!.text)).to.deep.equal(['Only once']);
    // Nothing tells that this one arrived: it is waited for, then sent again.
    desk.graph.queue = ['gateway'];
    desk.graph.onArrived = () => {};
    await desk.parlour.admin.post(`/api/v1/sessions/${id}/messages`, { text: 'Once more' });
    const waits = async () => (await desk.deliveries(id)).find(({ status }) => status === 'failed');
    await until(waits, 'the doubt');
    const { lastError, nextAttemptAt } = (await waits())!;
    expect(lastError).to.match(/looks whether the message arrived/);
    expect(Date.parse(nextAttemptAt!) - Date.now()).to.be.greaterThan(7_000);
    await desk.parlour.database.raw(`UPDATE messenger_sends SET begun_at = begun_at - interval '11 seconds'`);
    await desk.parlour.database.raw(`UPDATE deliveries SET next_attempt_at = now() WHERE status = 'failed'`);
    await desk.settled(id, count + 3);
    expect(desk.graph.sends.map(({ body }) => body.message!.text)).to.deep.equal([
      'Only once',
      'Once more',
      'Once more',
    ]);
  });

  it('keeps to the time that Facebook allows, and tags only what a person typed', async () => {
    const { id } = await desk.acquainted();
    const wroteBefore = (hours: number) =>
      desk.parlour.database.raw(
        `UPDATE messenger_threads SET wrote_at = now() - make_interval(hours => ?) WHERE session_id = ?`,
        [hours, id],
      );
    const last = async () => (await desk.deliveries(id))[0]!;
    await wroteBefore(30);
    const key = await desk.parlour.admin.post<{ key: string }>('/api/v1/api-keys', {
      name: 'n8n',
      scopes: ['sessions:write'],
    });
    const byAutomation = await fetch(`${desk.parlour.url}/api/v1/sessions/${id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Too late from a program' }),
    });
    expect(byAutomation.status).to.equal(201);
    await until(async () => (await last()).status === 'dead', 'the end');
    expect((await last()).lastError).to.equal(
      'Facebook allows an answer for 24 hours after the person wrote.',
    );
    expect(desk.graph.sends).to.deep.equal([]);
    await desk.parlour.admin.post(`/api/v1/sessions/${id}/takeover`, {});
    await desk.parlour.admin.post(`/api/v1/sessions/${id}/messages`, { text: 'Late, from a person' });
    await until(() => desk.graph.arrived.length === 1, 'the late answer');
    expect(desk.graph.arrived[0]!.body).to.include({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });
    await wroteBefore(8 * 24);
    await desk.parlour.admin.post(`/api/v1/sessions/${id}/messages`, { text: 'Far too late' });
    await until(async () => (await last()).status === 'dead', 'the end for people');
    expect((await last()).lastError).to.match(/7 days/);
    expect(desk.graph.arrived).to.have.length(1);
  });

  it('says what is wrong with the page, and leaves it alone when Facebook asks for it', async () => {
    const { person, id } = await desk.acquainted();
    const other = await desk.acquainted();
    desk.graph.queue = [{ status: 400, code: 190 }];
    await desk.tell(said(person, 'And now?', `m_e${person}`));
    await until(
      async () => (await desk.deliveries(id)).some(({ status }) => status === 'dead'),
      'the refusal',
    );
    const { incidents } = await desk.detail(id);
    expect(incidents.map(({ message }) => message)).to.deep.equal([
      'Facebook refuses the page’s token. Enter a new one in the site’s settings.',
    ]);
    const usage = JSON.stringify({ [PAGE]: [{ type: 'messenger', estimated_time_to_regain_access: 3 }] });
    desk.graph.queue = [{ status: 400, code: 613, headers: { 'x-business-use-case-usage': usage } }];
    await desk.tell(said(person, 'Hello?', `m_r${person}`));
    await until(
      async () => (await desk.deliveries(id)).some(({ status }) => status === 'failed'),
      'the pause',
    );
    desk.graph.sends = [];
    await desk.tell(said(other.person, 'Me too', `m_r${other.person}`));
    const waiting = async () => (await desk.deliveries(other.id)).find(({ status }) => status === 'failed');
    await until(waiting, 'the other to wait as well');
    expect(Date.parse((await waiting())!.nextAttemptAt!) - Date.now()).to.be.within(150_000, 200_000);
    expect(desk.graph.sends).to.deep.equal([]);
    await desk.parlour.database.raw('DELETE FROM messenger_pages');
    await desk.parlour.database.raw(`UPDATE deliveries SET next_attempt_at = now() WHERE status = 'failed'`);
    await until(
      async () => (await desk.deliveries(other.id)).every(({ status }) => status === 'delivered'),
      'the end',
    );
  });

  it('tries the settings for real, and tells how a site stands', async () => {
    const { items } = await desk.parlour.admin.get<{ items: Array<{ id: string; name: string }> }>(
      '/api/v1/sites',
    );
    const { id } = items.find(({ name }) => name === 'On Facebook')!;
    const test = (patch?: unknown) =>
      desk.parlour.admin.post<{ ok: boolean; message: string }>(
        `/api/v1/sites/${id}/test/messenger`,
        patch ? { patch } : {},
      );
    expect(await test()).to.deep.equal({
      ok: true,
      message: '“Lindenhof on Facebook” is connected, and its messages come here.',
    });
    desk.graph.subscribed = ['messages'];
    expect((await test()).message).to.match(/Subscribe to: messaging_postbacks, message_echoes/);
    expect((await test({ integrations: { messenger: { pageId: '1234' } } })).ok).to.equal(false);
    const state = await desk.parlour.admin.get<Record<string, unknown>>(`/api/v1/sites/${id}/messenger`);
    expect(state).to.include({ state: 'receiving', callbackUrl: `${desk.parlour.url}/hooks/messenger` });
    const none = await desk.parlour.admin.get<Record<string, unknown>>(
      `/api/v1/sites/${desk.parlour.site.id}/messenger`,
    );
    expect(none).to.include({ state: 'off', lastEventAt: null });
    const nowhere = '/api/v1/sites/018f0000-0000-7000-8000-000000000000';
    expect((await desk.parlour.admin.call(`${nowhere}/messenger`)).status).to.equal(404);
    expect((await desk.parlour.admin.call(`${nowhere}/test/messenger`, { method: 'POST' })).status).to.equal(
      404,
    );
  });
});
