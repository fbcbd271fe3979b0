import { expect } from 'chai';
import { EventReader } from '../../support/event-reader.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { StaffClient } from '../../support/staff-client.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

describe('live updates for staff', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());

  const open = (lastEventId?: string) =>
    EventReader.open(`${parlour.url}/api/v1/live`, {
      headers: { ...parlour.admin.headers, ...(lastEventId && { 'last-event-id': lastEventId }) },
    });

  it('tell of a conversation from its start to its archive, with the row as it is', async () => {
    const live = await open();
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    const created = await live.find(({ event }) => event === 'session.created');
    expect(created.data).to.deep.include({ sessionId: visitor.sessionId });
    expect(created.data.session).to.deep.include({
      completionStatus: 'in_progress',
      archiveStatus: 'active',
    });

    await visitor.say('I am Ana Silva');
    const said = await live.find(
      ({ data }) => (data.message as { text?: string })?.text === 'I am Ana Silva',
    );
    expect(said.event).to.equal('message.created');
    const lead = await live.find(({ event }) => event === 'lead.updated');
    expect(lead.data.lead).to.deep.include({ name: 'Ana Silva' });

    await visitor.call('/session/complete', { method: 'POST' });
    const completed = await live.find(({ event }) => event === 'session.completed');
    expect(completed.data.session).to.deep.include({ completionStatus: 'completed' });

    await parlour.admin.patch(`/api/v1/sessions/${visitor.sessionId}`, { archiveStatus: 'archived' });
    const archived = await live.find(({ event }) => event === 'session.archived');
    expect(archived.data.session).to.deep.include({
      archiveStatus: 'archived',
      completionStatus: 'completed',
    });

    await parlour.admin.call(`/api/v1/sessions/${visitor.sessionId}`, { method: 'DELETE' });
    const deleted = await live.find(({ event }) => event === 'session.deleted');
    expect(deleted.data).to.deep.equal({ sessionId: visitor.sessionId });
    live.close();
  });

  it('resume after a cut: every event once, none missed', async () => {
    const whole = await open();
    const first = await open();
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    await first.find(({ data }) => data.sessionId === visitor.sessionId);
    const lastId = first.events.at(-1)!.id!;
    first.close();
    const talks = Array.from({ length: 12 }, (_, index) => visitor.say(`line ${index}`));
    const second = await open(lastId);
    await Promise.all(talks);
    await visitor.call('/session/complete', { method: 'POST' });
    const isEnd = ({ event, data }: { event: string; data: Record<string, unknown> }) =>
      event === 'session.completed' && data.sessionId === visitor.sessionId;
    await Promise.all([second.find(isEnd), whole.find(isEnd)]);
    const ids = (reader: EventReader) =>
      reader.events.filter(({ event }) => event !== 'ready').map(({ id }) => id);
    const expected = ids(whole).slice(ids(whole).indexOf(lastId) + 1);
    expect(ids(second)).to.deep.equal(expected);
    whole.close();
    second.close();
  });

  it('say resync when what was missed can’t be told', async () => {
    for (const id of ['999999999999-1', 'nonsense']) {
      const live = await open(id);
      await live.find(({ event }) => event === 'resync');
      live.close();
    }
  });

  it('end with the sign-in they were opened with', async () => {
    const person = await StaffClient.signIn(parlour.url, ADMIN);
    const [newest] = await parlour.database('staff_sessions').orderBy('createdAt', 'desc').limit(1);
    const ended = { expiresAt: new Date(Date.now() + 1_000) };
    await parlour.database('staff_sessions').where({ id: newest.id }).update(ended);
    const live = await EventReader.open(`${parlour.url}/api/v1/live`, { headers: person.headers });
    await live.find(({ event }) => event === 'ready');
    const { sessionId } = await VisitorClient.start(parlour.url, parlour.site.key);
    let hasEnded = false;
    void live.end().then(() => {
      hasEnded = true;
    });
    await until(async () => {
      for (const archiveStatus of ['archived', 'active'])
        await parlour.admin.patch(`/api/v1/sessions/${sessionId}`, { archiveStatus });
      return hasEnded;
    }, 'the stream ends');
    expect(Date.now()).to.be.at.least(ended.expiresAt.getTime());
  });

  it('end at once when the person signs out', async () => {
    const live = await open();
    await live.find(({ event }) => event === 'ready');
    const { status } = await parlour.admin.call('/api/v1/auth/logout', { method: 'POST' });
    expect(status).to.equal(204);
    await live.end();
    expect((await parlour.admin.call('/api/v1/auth/me')).status).to.equal(401);
  });
});
