import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { EventReader } from '../../support/event-reader.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

describe('a visitor’s streams', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());

  const open = (visitor: VisitorClient, path: string, init: RequestInit = {}) =>
    EventReader.open(`${parlour.url}/api/v1/visitor${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${visitor.token}`,
        accept: 'text/event-stream',
        'content-type': 'application/json',
        ...init.headers,
      },
    });

  it('tell a turn as it happens: message, delta, message, session, done, each with an id', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    const body = JSON.stringify({ id: randomUUID(), text: 'My name is Ana' });
    const reader = await open(visitor, '/session/messages', { method: 'POST', body });
    const events = await reader.end();
    const names = events.map(({ event }) => event);
    expect(names[0]).to.equal('message');
    expect(events[0]!.data.role).to.equal('visitor');
    expect(names).to.include.members(['delta', 'session']);
    expect(names.at(-1)).to.equal('done');
    expect(events.every(({ id }) => id)).to.equal(true);
    const deltas = events.filter(({ event }) => event === 'delta').map(({ data }) => data.text);
    const replies = events
      .filter(({ event }) => event === 'message')
      .slice(1)
      .map(({ data }) => data.text);
    expect(deltas.join('')).to.equal(replies.join('\n\n'));
  });

  it('tell the same again when the same message is sent again', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    const body = JSON.stringify({ id: randomUUID(), text: 'Hello' });
    const tell = async () => {
      const reader = await open(visitor, '/session/messages', { method: 'POST', body });
      return (await reader.end()).filter(({ event }) => event === 'message').map(({ data }) => data);
    };
    expect(await tell()).to.deep.equal(await tell());
  });

  it('tell another tab what was said, from where it left off', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    const tab = await open(visitor, '/session/events?after=1');
    const { messages } = await visitor.say('Hello from the first tab');
    await tab.find(({ data }) => data.id === messages.at(-1)!.id);
    const told = tab.events.filter(({ event }) => event === 'message').map(({ data }) => data);
    expect(told).to.deep.equal(messages);
    tab.close();
    const resumed = await open(visitor, '/session/events', { headers: { 'last-event-id': '2' } });
    await resumed.find(({ data }) => data.id === messages.at(-1)!.id);
    expect(resumed.events.some(({ data }) => data.seq === 2)).to.equal(false);
    resumed.close();
  });

  it('tell a long conversation to its end, and what comes then', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    await parlour.database.raw(
      `WITH grown AS (UPDATE chat_sessions SET last_seq = 701 WHERE id = ? RETURNING id)
       INSERT INTO messages (session_id, seq, id, role, text)
       SELECT id, n, gen_random_uuid(), 'staff', 'Line ' || n FROM grown, generate_series(2, 701) n`,
      [visitor.sessionId],
    );
    const tab = await open(visitor, '/session/events?after=1');
    await tab.find(({ data }) => data.seq === 701);
    await visitor.say('Hello after all that');
    await tab.find(({ data }) => data.text === 'Hello after all that');
    const seqs = tab.events.filter(({ event }) => event === 'message').map(({ data }) => data.seq);
    expect(seqs.slice(0, 701)).to.deep.equal(Array.from({ length: 701 }, (_, n) => n + 2));
    tab.close();
  });

  it('end when the conversation is erased', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    const tab = await open(visitor, '/session/events');
    await tab.find(({ event }) => event === 'session');
    await visitor.call('/session', { method: 'DELETE' });
    expect((await tab.end()).at(-1)!.event).to.equal('erased');
  });
});
