import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { MessageView, Transcript } from '../../../backend/visitor/schema.ts';
import { counted, measured } from '../../support/measured.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

describe('a visitor’s conversation', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());

  const start = () => VisitorClient.start(parlour.url, parlour.site.key);

  it('begins with a greeting and goes on in order, without gaps', async () => {
    const visitor = await start();
    expect(visitor.greeting).to.include({ seq: 1, role: 'assistant' });
    await visitor.say('Hello');
    await visitor.say('I need a new website');
    const { messages } = await visitor.transcript();
    expect(messages.map(({ seq }) => seq)).to.deep.equal(messages.map((_, index) => index + 1));
    expect(messages.filter(({ role }) => role === 'visitor').map(({ text }) => text)).to.deep.equal([
      'Hello',
      'I need a new website',
    ]);
  });

  it('catches up from any seq', async () => {
    const visitor = await start();
    const { messages } = await visitor.say('Hello');
    const later = await visitor.call<Transcript>(`/session?after=${messages[0]!.seq}`);
    expect(later.body.messages.map(({ id }) => id)).to.deep.equal(messages.slice(1).map(({ id }) => id));
  });

  it('keeps one message and one reply when the same id comes ten times at once (promise 2)', async () => {
    const visitor = await start();
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => visitor.say('I need a website', id)));
    const told = new Set(answers.map(({ messages }) => JSON.stringify(messages)));
    expect(told.size).to.equal(1);
    const { messages } = await visitor.transcript();
    const kept = messages.filter((message) => message.id === id);
    expect(kept).to.have.length(1);
    const replies = messages.filter(({ role, seq }) => role === 'assistant' && seq > 1);
    expect(replies).to.have.length(1);
    measured(
      2,
      counted`the same one ${answers.length} times at once: ${kept.length} row, ${replies.length} reply`,
    );
  });

  it('refuses another text under the same id (promise 2)', async () => {
    const visitor = await start();
    const id = randomUUID();
    await visitor.say('one', id);
    const answer = await visitor.call('/session/messages', { json: { id, text: 'two' } });
    expect(answer.status).to.equal(409);
    expect(answer.body).to.have.nested.property('error.id', 'message_differs');
  });

  it('keeps the order of messages sent all at once, and answers them all', async () => {
    const visitor = await start();
    const texts = Array.from({ length: 8 }, (_, index) => `message ${index}`);
    const answers = await Promise.all(texts.map((text) => visitor.say(text)));
    for (const { messages } of answers) expect(messages.length, 'each has a reply').to.be.greaterThan(1);
    const { messages } = await visitor.transcript();
    expect(messages.map(({ seq }) => seq)).to.deep.equal(messages.map((_, index) => index + 1));
    expect(messages.filter(({ role }) => role === 'visitor').map(({ text }) => text)).to.have.members(texts);
  });

  it('collects a lead, completes the conversation and says so at once', async () => {
    const visitor = await start();
    await visitor.say("I'm Ana from Acme, ana@acme.com, about 5k");
    let session = (await visitor.say('We want to move our office')).session;
    for (const text of ['skip', 'next month', 'skip', 'skip', 'skip']) {
      if (session.completionStatus === 'completed') break;
      session = (await visitor.say(text)).session;
    }
    expect(session.completionStatus).to.equal('completed');
    expect(session.lead).to.deep.include({ name: 'Ana', company: 'Acme', email: 'ana@acme.com' });
    const after = await visitor.say('One more thing: thank you');
    expect(after.session.completionStatus).to.equal('completed');
    const detail = await parlour.admin.get<{ session: { completionSignal: string } }>(
      `/api/v1/sessions/${visitor.sessionId}`,
    );
    expect(detail.session.completionSignal).to.equal('agent');
  });

  it('answers from the site’s knowledge', async () => {
    const knowledge = [
      { question: 'Do you deliver to Austria?', answer: 'Yes, within three days.' },
      { question: 'What does a desk cost?', answer: 'From 390 euros.' },
    ];
    const site = await parlour.createSite({ agent: { guided: { knowledge } } });
    const visitor = await VisitorClient.start(parlour.url, site.key);
    const { messages } = await visitor.say('How much does one of your desks cost?');
    expect(messages.map(({ text }) => text).join('\n')).to.contain('From 390 euros.');
    const detail = await parlour.admin.get<{ messages: Array<{ knowledge?: Array<{ title: string }> }> }>(
      `/api/v1/sessions/${visitor.sessionId}`,
    );
    expect(detail.messages.some((m) => m.knowledge?.[0]?.title === 'What does a desk cost?')).to.equal(true);
  });

  it('shows the fallback when no agent can answer, and still takes details (promise 8)', async () => {
    const fallbackText = 'Please leave your address.';
    const site = await parlour.createSite({ agent: { kind: 'openai', fallbackText } });
    const visitor = await VisitorClient.start(parlour.url, site.key);
    const { messages } = await visitor.say('Hello?');
    expect(messages.slice(1).map(({ role, text }) => ({ role, text }))).to.deep.equal([
      { role: 'assistant', text: fallbackText },
    ]);
    const lead = await visitor.call('/session/lead', { method: 'PUT', json: { email: 'ana@acme.com' } });
    expect(lead.status).to.equal(200);
  });

  it('can be ended and rated by the visitor', async () => {
    const visitor = await start();
    const ended = await visitor.call<{ completionStatus: string }>('/session/complete', { method: 'POST' });
    expect(ended.body.completionStatus).to.equal('completed');
    const rated = await visitor.call<{ rating: number }>('/session/rating', {
      json: { score: 4, comment: 'kind' },
    });
    expect(rated.body.rating).to.equal(4);
    const detail = await parlour.admin.get<{ session: { rating: object; completionSignal: string } }>(
      `/api/v1/sessions/${visitor.sessionId}`,
    );
    expect(detail.session).to.deep.include({
      rating: { score: 4, comment: 'kind' },
      completionSignal: 'visitor',
    });
  });

  it('is gone after the visitor erased it: nothing answers, nothing is left', async () => {
    const visitor = await start();
    await visitor.say('My name is Ana Silva, ana@silva.example');
    expect((await visitor.call('/session', { method: 'DELETE' })).status).to.equal(204);
    const late = await visitor.call('/session/messages', { json: { id: randomUUID(), text: 'hello?' } });
    expect(late.status).to.equal(401);
    expect((await visitor.call('/session')).status).to.equal(401);
    for (const table of ['messages', 'leads', 'events'])
      expect(
        await rowsOf(table, visitor.sessionId, table === 'events' ? 'session.deleted' : undefined),
        table,
      ).to.equal(0);
    const { status } = await parlour.admin.call(`/api/v1/sessions/${visitor.sessionId}`);
    expect(status).to.equal(404);
  });

  async function rowsOf(table: string, sessionId: string, except?: string): Promise<number> {
    const query = parlour.database(table).where({ sessionId });
    if (!except) return (await query).length;
    const events = (await query) as Array<{ type: string; data: unknown }>;
    // Events name the conversation and hold none of its words.
    return events.filter(({ data }) => /Ana|silva/i.test(JSON.stringify(data))).length;
  }

  it('opens with its own token only', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    const forged = `${one.token.slice(0, -2)}AA`;
    expect((await one.call('/session', { headers: { authorization: `Bearer ${forged}` } })).status).to.equal(
      401,
    );
    expect((await one.call('/session', { headers: { authorization: '' } })).status).to.equal(401);
    const { body } = await other.call<{ messages: MessageView[]; session: { id: string } }>('/session');
    expect(body.session.id).to.equal(other.sessionId);
  });
});
