import { expect } from 'chai';
import type { SessionView } from '../../backend/sessions/schema.ts';
import type { SiteView } from '../../backend/sites/schema.ts';
import { Cluster } from '../support/cluster.ts';
import { EventReader } from '../support/event-reader.ts';
import { FakeN8n } from '../support/fakes/n8n.ts';
import { call } from '../support/http-client.ts';
import { counted, measured } from '../support/measured.ts';
import { ADMIN } from '../support/parlour.ts';
import { StaffClient } from '../support/staff-client.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';

describe('two web and two worker processes on one PostgreSQL', () => {
  let cluster: Cluster;
  let site: SiteView;
  let n8n: FakeN8n;
  /** Staff are here. */
  let one: string;
  /** Visitors are there. */
  let two: string;

  before(async () => {
    cluster = await Cluster.start();
    [one, two] = cluster.webs as [string, string];
    site = await cluster.createSite();
    n8n = await FakeN8n.start();
  });
  after(async () => {
    await n8n?.stop();
    await cluster?.stop();
  });

  const staffAt = (url: string, who = cluster.admin) =>
    EventReader.open(`${url}/api/v1/live`, { headers: who.at(url).headers });
  const visitorAt = (url: string, { token }: VisitorClient) =>
    EventReader.open(`${url}/api/v1/visitor/session/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
  const of = ({ sessionId }: VisitorClient, what: string) => `/api/v1/sessions/${sessionId}/${what}`;

  it('share the work, and a first start happened once', async () => {
    const before = cluster.proxy.taken;
    for (let n = 0; n < 4; n++) await call(`${cluster.url}/health/live`);
    const after = cluster.proxy.taken;
    expect([one, two].map((url) => after[url]! - before[url]!)).to.deep.equal([2, 2]);
    const counted = await cluster.database('staff_users').count('* as people');
    expect(counted).to.deep.equal([{ people: '1' }]);
  });

  it('carry words, typing and a takeover from one to the other', async () => {
    const visitor = await VisitorClient.start(two, site.key);
    const [staff, widget] = await Promise.all([staffAt(one), visitorAt(two, visitor)]);
    await staff.find(({ event }) => event === 'ready');
    await visitor.say('Do you have a room with a balcony?');
    const isVisitors = ({ data }: { data: Record<string, unknown> }) =>
      (data.message as { text?: string } | undefined)?.text === 'Do you have a room with a balcony?';
    await staff.find((told) => told.event === 'message.created' && isVisitors(told));
    await visitor.call('/session/typing', { json: { on: true } });
    await staff.find(({ event, data }) => event === 'visitor.typing' && data.on === true);

    const ana = cluster.adminAt(one);
    await ana.post(of(visitor, 'takeover'));
    await widget.find(({ event, data }) => event === 'session' && data.mode === 'human');
    await ana.call(of(visitor, 'typing'), { json: { on: true } });
    await widget.find(({ event, data }) => event === 'typing' && data.on === true);
    await ana.post(of(visitor, 'messages'), { text: 'Three of them.' });
    await widget.find(({ event, data }) => event === 'message' && data.text === 'Three of them.');
    const silent = await visitor.say('Lovely.');
    expect(silent.messages.map(({ role }) => role)).to.deep.equal(['visitor']);
    const told = staff.events.length + widget.events.length;
    for (const stream of [staff, widget]) stream.close();
    measured(6, counted`${told} events from one process to another’s streams`);
  });

  it('break off an answer that streams at the other, when a person takes over', async () => {
    const asking = await cluster.createSite({
      name: 'Workflow',
      agent: {
        ...{ kind: 'n8n', fallbackText: 'Later, please.', replyTimeoutSeconds: 30 },
        n8n: { url: n8n.url, streaming: true },
      },
    } as never);
    const visitor = await VisitorClient.start(two, asking.key);
    n8n.next({ mode: 'stall', text: 'This sentence never comes to its end.' });
    const said = visitor.say('Hello?');
    await until(() => n8n.requests.length === 1, 'the turn streams');
    await cluster.adminAt(one).post(of(visitor, 'takeover'));
    await until(() => n8n.aborted === 1, 'the workflow is let go');
    expect((await said).messages.map(({ role }) => role)).to.not.include('assistant');
    const { messages } = await visitor.transcript();
    expect(messages.filter(({ role }) => role === 'assistant')).to.have.length(1);
  });

  it('use settings that were changed at the other', async () => {
    const shown = async (url: string) => {
      const { body } = await call<{ title: string }>(`${url}/api/v1/visitor/sites/${site.key}`);
      return body.title;
    };
    await Promise.all([shown(one), shown(two)]);
    await cluster.adminAt(one).patch(`/api/v1/sites/${site.id}`, { widget: { title: 'Ask the house' } });
    expect(await shown(one)).to.equal('Ask the house');
    // Far sooner than a copy of the settings would be looked at again by itself.
    await until(async () => (await shown(two)) === 'Ask the house', 'the other uses it', 3_000);
  });

  it('end the streams of a sign-in that is ended at the other', async () => {
    const again = await StaffClient.signIn(two, ADMIN);
    const live = await staffAt(two, again);
    await live.find(({ event }) => event === 'ready');
    const kept = await staffAt(two);
    await kept.find(({ event }) => event === 'ready');
    expect((await again.at(one).call('/api/v1/auth/logout', { method: 'POST' })).status).to.equal(204);
    await live.end();
    const asked = cluster.webs.map((url) => again.at(url).call('/api/v1/auth/me'));
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses).to.deep.equal([401, 401]);
    await VisitorClient.start(one, site.key);
    await kept.find(({ event }) => event === 'session.created');
    kept.close();
    const refused = statuses.filter((status) => status === 401).length;
    measured(
      14,
      counted`signed out at one process: refused by ${refused} of ${statuses.length}, its stream at the other ended`,
    );
  });

  it('count limits together', async () => {
    const visitor = await VisitorClient.start(cluster.url, site.key);
    const texts = Array.from({ length: 110 }, (_, n) => `line ${n}`);
    const statuses = await Promise.all(
      texts.map(async (text, n) => {
        const { status } = await visitor
          .at(n % 2 ? one : two)
          .call('/session/messages', { json: { id: crypto.randomUUID(), text } });
        return status;
      }),
    );
    // A hundred a minute, however many processes there are.
    const passed = statuses.filter((status) => status === 200).length;
    expect(passed).to.be.within(85, 100);
    expect(statuses.filter((status) => status === 429)).to.have.length(110 - passed);
    measured(
      19,
      counted`${statuses.length} messages at once over ${cluster.webs.length} processes: ${passed} passed`,
    );
  });

  it('answer once what was left unanswered, though both workers look for it', async () => {
    const visitor = await VisitorClient.start(cluster.url, site.key);
    // Said while nobody answers, and left so: as when the process that should have answered was killed.
    await cluster.database('chat_sessions').where({ id: visitor.sessionId }).update({ mode: 'human' });
    await visitor.say('Is anybody there?');
    await cluster
      .database('chat_sessions')
      .where({ id: visitor.sessionId })
      .update({
        mode: 'ai',
        awaitingSince: cluster.database.raw(`now() - interval '1 minute'`),
      });
    const replies = async () =>
      (await visitor.transcript()).messages.filter(({ role, seq }) => role === 'assistant' && seq > 1);
    await until(async () => (await replies()).length > 0, 'a worker answers', 30_000);
    const { session } = await cluster.admin.get<{ session: SessionView }>(of(visitor, '').slice(0, -1));
    expect(session.mode).to.equal('ai');
    expect(await replies()).to.have.length(1);
  });
});
