import { expect } from 'chai';
import type { SessionDetail, SessionView } from '../../../backend/sessions/schema.ts';
import { EventReader, type ServerEvent } from '../../support/event-reader.ts';
import { KeyClient } from '../../support/key-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

interface Ingested {
  session: SessionView;
  created: boolean;
  stored: number;
}

const said = (externalId: string, role: string, text: string, minute: number) => ({
  externalId,
  role,
  text,
  createdAt: `2026-03-01T10:${String(minute).padStart(2, '0')}:00.000Z`,
});

describe('conversations held elsewhere', () => {
  let parlour: TestParlour;
  let key: KeyClient;

  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    key = await KeyClient.make(parlour, ['sessions:write'], parlour.site.id);
  });

  after(() => parlour.stop());

  const send = (body: object) =>
    key.send<Ingested>('POST', '/api/v1/ingest', { siteKey: parlour.site.key, ...body });
  const detail = (id: string) => parlour.admin.get<SessionDetail>(`/api/v1/sessions/${id}`);

  it('come in whole: messages in order, lead, completion and the time they began', async () => {
    const { session, created, stored } = await send({
      externalId: 'call-1',
      messages: [
        said('m2', 'assistant', 'Hello. How can I help?', 2),
        said('m1', 'visitor', 'Good morning', 1),
      ],
      lead: { name: 'Ana', email: 'ana@acme.example' },
      completed: true,
    });
    expect({ created, stored }).to.deep.equal({ created: true, stored: 2 });
    expect(session).to.include({
      channel: 'external',
      completionStatus: 'completed',
      completionSignal: 'automation',
      startedAt: '2026-03-01T10:01:00.000Z',
      lastMessageAt: '2026-03-01T10:02:00.000Z',
    });
    const { messages, lead } = await detail(session.id);
    expect(messages.map(({ text }) => text)).to.deep.equal(['Good morning', 'Hello. How can I help?']);
    expect(lead).to.include({ name: 'Ana', email: 'ana@acme.example' });
  });

  it('are refused with a moment that no clock here knows', async () => {
    for (const createdAt of ['2016-12-31T23:59:60Z', '2026-03-01T10:00:00+01', '0000-05-01T10:00:00Z']) {
      const json = {
        siteKey: parlour.site.key,
        externalId: createdAt,
        messages: [{ ...said('m1', 'visitor', 'Hello', 1), createdAt }],
      };
      const { status } = await key.call('/api/v1/ingest', { method: 'POST', json });
      expect(status, createdAt).to.equal(422);
    }
  });

  it('come in once however often they are sent, also at the same time', async () => {
    const body = {
      externalId: 'call-2',
      messages: [said('a', 'visitor', 'Hi', 1), said('b', 'assistant', 'Hi', 2)],
    };
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(body)));
    expect(answers.filter(({ created }) => created)).to.have.length(1);
    expect(answers.reduce((sum, { stored }) => sum + stored, 0)).to.equal(2);
    const more = await send({ ...body, messages: [...body.messages, said('c', 'visitor', 'And now?', 3)] });
    expect(more).to.deep.include({ created: false, stored: 1 });
    const { messages } = await detail(more.session.id);
    expect(messages.map(({ seq }) => seq)).to.deep.equal([1, 2, 3]);
  });

  it('are told live, and left unanswered by the assistant', async () => {
    const events = await EventReader.open(`${parlour.url}/api/v1/live`, { headers: parlour.admin.headers });
    await events.find(({ event }) => event === 'ready');
    const { session } = await send({ externalId: 'call-3', messages: [said('x', 'visitor', 'Anybody?', 1)] });
    const isOfIt = (name: string) => (event: ServerEvent) =>
      event.event === name && event.data.sessionId === session.id;
    await events.find(isOfIt('session.created'));
    await events.find(isOfIt('message.created'));
    events.close();
    const { rows } = await parlour.database.raw(
      'SELECT awaiting_since, visitor_seq = answered_seq AS answered FROM chat_sessions WHERE id = ?',
      [session.id],
    );
    expect(rows[0]).to.deep.equal({ awaiting_since: null, answered: true });
  });

  it('can add to one of Parlour’s own', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    const answer = await send({
      externalId: visitor.sessionId,
      messages: [said('phone-1', 'assistant', 'As told on the phone: Tuesday at ten.', 5)],
    });
    expect(answer).to.deep.include({ created: false, stored: 1 });
    expect(answer.session.id).to.equal(visitor.sessionId);
    const { messages } = await visitor.transcript();
    expect(messages.at(-1)!.text).to.equal('As told on the phone: Tuesday at ten.');
  });

  it('store nothing when a detail can’t be right, and say which', async () => {
    const answer = await key.call<{ error: { fields: Array<{ path: string }> } }>('/api/v1/ingest', {
      method: 'POST',
      json: {
        siteKey: parlour.site.key,
        externalId: 'call-4',
        messages: [said('m', 'visitor', 'Hi', 1)],
        lead: { email: 'not an address' },
      },
    });
    expect(answer.status).to.equal(422);
    expect(answer.body.error.fields[0]!.path).to.equal('email');
    const { rows } = await parlour.database.raw(`SELECT 1 FROM chat_sessions WHERE external_id = 'call-4'`);
    expect(rows).to.have.length(0);
  });

  it('are for the key’s own site', async () => {
    const other = await parlour.createSite({ name: 'Other' });
    const answer = await key.call('/api/v1/ingest', {
      method: 'POST',
      json: { siteKey: other.key, externalId: 'x', messages: [] },
    });
    expect(answer.status).to.equal(404);
  });
});
