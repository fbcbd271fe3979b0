import { expect } from 'chai';
import { FakeN8n } from '../../support/fakes/n8n.ts';
import { gate } from '../../support/gate.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';
import { createN8nSite, detailOf, FALLBACK, listen, stream, visit } from './support.ts';

describe('an agent that is down', () => {
  let parlour: TestParlour;
  let other: TestParlour;
  let n8n: FakeN8n;
  before(async () => {
    n8n = await FakeN8n.start();
    parlour = await startTestParlour();
    other = await startTestParlour({ DATABASE_URL: parlour.databaseUrl });
  });
  after(async () => {
    await n8n.stop();
    await other.stop();
    await parlour.stop();
  });
  beforeEach(() => n8n.reset());

  const newVisitor = async () => visit(parlour, await createN8nSite(parlour, n8n));
  const sessions = () => parlour.database('chat_sessions');
  /** As if the pause were over. */
  const makeDue = ({ sessionId }: VisitorClient) =>
    sessions().where({ id: sessionId }).update({ retryAt: new Date() });

  it('is left alone by every process, and tried by one of them once the pause is over', async () => {
    const site = await createN8nSite(parlour, n8n);
    const [a, b, c] = await Promise.all([1, 2, 3].map(() => visit(parlour, site)));
    n8n.reset('error500');
    await a!.say('One');
    await b!.say('Two');
    expect(n8n.requests).to.have.length(4);
    const elsewhere = new VisitorClient(other.url, c!.token, c!.sessionId, c!.greeting);
    expect((await elsewhere.say('Three')).messages.at(-1)!.text).to.equal(FALLBACK);
    expect(n8n.requests, 'nobody asks').to.have.length(4);
    expect((await detailOf(parlour, c!)).incidents, 'staff still learn why').to.have.length(1);

    await sessions().update({ retryAt: null });
    await parlour.database('agent_endpoints').update({ openUntil: new Date(0) });
    const held = gate();
    n8n.reset();
    n8n.next({ mode: 'slow', before: () => held.wait });
    const tried = [a!.say('Four'), elsewhere.say('Five')];
    const quick = await Promise.race(tried);
    expect(quick.messages.at(-1)!.text).to.equal(FALLBACK);
    expect(n8n.requests, 'one tries, the other does not wait for it').to.have.length(1);
    held.open();
    const texts = (await Promise.all(tried)).map(({ messages }) => messages.at(-1)!.text);
    expect(texts.filter((text) => text !== FALLBACK)).to.have.length(1);
    await b!.say('Six');
    expect(n8n.requests, 'it is asked again').to.have.length(2);
  });

  it('answers later, in the chat that is still open; staff see that it came later', async () => {
    const visitor = await newVisitor();
    n8n.reset('error500');
    const { messages } = await visitor.say('What does it cost?');
    const events = await listen(parlour.url, visitor, messages.at(-1)!.seq);
    // Once more without success: nothing is said, and the fault is counted where it stands.
    await makeDue(visitor);
    await until(
      async () => (await detailOf(parlour, visitor)).incidents[0]?.times === 2,
      'it was tried again',
    );
    expect((await visitor.transcript()).messages).to.have.length(3);

    n8n.reset();
    await makeDue(visitor);
    const { data } = await events.find(({ event }) => event === 'message');
    expect(data).to.include({ role: 'assistant', text: 'You said: What does it cost?' });
    events.close();
    const detail = await detailOf(parlour, visitor);
    expect(detail.messages.slice(2).map(({ fallback, late }) => ({ fallback, late }))).to.deep.equal([
      { fallback: true, late: undefined },
      { fallback: undefined, late: true },
    ]);
    expect(await sessions().where({ id: visitor.sessionId }).first()).to.include({
      retryAt: null,
      owedFrom: null,
    });
  });

  it('is not waited for by a process that stops: another one answers at once', async () => {
    const third = await startTestParlour({ DATABASE_URL: parlour.databaseUrl });
    const visitor = await newVisitor();
    n8n.next({ mode: 'slow', before: () => new Promise(() => {}) });
    await stream(third.url, visitor, 'Hello');
    await until(() => n8n.requests.length === 1, 'the turn is under way');
    await third.stop();
    expect(await sessions().where({ id: visitor.sessionId }).first()).to.include({ turnId: null });
    await until(async () => (await visitor.transcript()).messages.length === 3, 'it is answered');
    expect((await detailOf(parlour, visitor)).incidents, 'which is nobody’s fault').to.deep.equal([]);
  });

  it('owes nothing to who has gone, was answered by a person, or wrote on: that answer holds both', async () => {
    const [gone, answered, talking, here] = await Promise.all([1, 2, 3, 4].map(newVisitor));
    n8n.reset('forbidden');
    await Promise.all([gone, answered, talking, here].map((visitor) => visitor!.say('First')));
    n8n.reset();
    await sessions()
      .where({ id: gone!.sessionId })
      .update({ lastMessageAt: new Date(Date.now() - 600_000) });
    await parlour.admin.post(`/api/v1/sessions/${answered!.sessionId}/takeover`, {});
    await parlour.admin.post(`/api/v1/sessions/${answered!.sessionId}/messages`, { text: 'I am here.' });
    await parlour.admin.post(`/api/v1/sessions/${answered!.sessionId}/release`, {});
    const { messages } = await talking!.say('Second');
    expect(messages.at(-1)!.text).to.equal('You said: First\nSecond');
    await Promise.all(
      [answered, talking, gone, here].map((visitor) =>
        sessions().where({ id: visitor!.sessionId }).whereNotNull('retryAt').update({ retryAt: new Date() }),
      ),
    );
    await until(async () => (await here!.transcript()).messages.length === 4, 'who is here is answered');
    expect((await gone!.transcript()).messages).to.have.length(3);
    expect((await answered!.transcript()).messages.at(-1)!.role).to.equal('system');
    expect((await talking!.transcript()).messages).to.have.length(5);
    // Whoever comes back within the hour is here again.
    const events = await listen(other.url, gone!, 3);
    await events.find(({ event, data }) => event === 'message' && data.text === 'You said: First');
    events.close();
  });
});
