import { expect } from 'chai';
import type { SessionView } from '../../../backend/sessions/schema.ts';
import { EventReader } from '../../support/event-reader.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import type { StaffClient } from '../../support/staff-client.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';
import { person } from './people.ts';

type Refused = { error: { id: string; message: string } };

describe('taking a conversation over', () => {
  let parlour: TestParlour;
  let ana: StaffClient;
  let ben: StaffClient;
  before(async () => {
    parlour = await startTestParlour();
    [ana, ben] = await Promise.all([person(parlour, 'Ana Silva'), person(parlour, 'Ben')]);
  });
  after(() => parlour.stop());

  const of = ({ sessionId }: VisitorClient, what: string) => `/api/v1/sessions/${sessionId}/${what}`;
  const takeOver = (who: StaffClient, visitor: VisitorClient, json?: unknown) =>
    who.call<SessionView & Refused>(of(visitor, 'takeover'), { method: 'POST', json });
  const release = (who: StaffClient, visitor: VisitorClient, json?: unknown) =>
    who.call<SessionView & Refused>(of(visitor, 'release'), { method: 'POST', json });
  const textsOf = async (visitor: VisitorClient) =>
    (await visitor.transcript()).messages.map(({ role, text }) => `${role}: ${text}`);
  const stateOf = (visitor: VisitorClient) =>
    parlour.database('chat_sessions').where({ id: visitor.sessionId }).first();
  const start = () => VisitorClient.start(parlour.url, parlour.site.key);

  it('mutes the assistant until it is handed back, and says so with the person’s first name', async () => {
    const visitor = await start();
    const taken = await takeOver(ana, visitor);
    expect(taken.status).to.equal(200);
    expect(taken.body).to.deep.include({ mode: 'human', waitingSince: null });
    expect(taken.body.takenOverBy!.name).to.equal('Ana Silva');

    const said = await visitor.say('Is anybody there?');
    expect(said.messages.map(({ role }) => role)).to.deep.equal(['visitor']);
    expect(said.session).to.include({ mode: 'human', staffName: 'Ana' });
    const { session } = await ana.get<{ session: SessionView }>(`/api/v1/sessions/${visitor.sessionId}`);
    expect(session.waitingSince).to.be.a('string');

    await ana.post(of(visitor, 'messages'), { text: 'Yes, I am.' });
    expect(
      (await ana.get<{ session: SessionView }>(`/api/v1/sessions/${visitor.sessionId}`)).session,
    ).to.have.property('waitingSince', null);
    await visitor.say('Good.');
    expect((await release(ana, visitor)).body).to.deep.include({ mode: 'ai', takenOverBy: null });
    const texts = (await textsOf(visitor)).slice(1, 6);
    expect(texts).to.deep.equal([
      'system: Ana joined the conversation.',
      'visitor: Is anybody there?',
      'staff: Yes, I am.',
      'visitor: Good.',
      'system: Ana left the conversation. The assistant answers again.',
    ]);
  });

  it('tells staff and visitor at once, in another process too', async () => {
    const other = await startTestParlour({ DATABASE_URL: parlour.databaseUrl, ROLE: 'web' });
    const visitor = await start();
    const live = await EventReader.open(`${other.url}/api/v1/live`, { headers: other.admin.headers });
    const events = await EventReader.open(`${other.url}/api/v1/visitor/session/events`, {
      headers: { authorization: `Bearer ${visitor.token}` },
    });
    await Promise.all([
      live.find(({ event }) => event === 'ready'),
      events.find(({ event }) => event === 'session'),
    ]);
    await takeOver(ana, visitor);
    const told = await live.find(({ event }) => event === 'session.taken_over');
    expect(told.data).to.deep.include({ sessionId: visitor.sessionId, by: 'Ana Silva' });
    expect(told.data.session).to.have.property('mode', 'human');
    await live.find(({ event, data }) => event === 'session.updated' && data.sessionId === visitor.sessionId);
    await events.find(({ event, data }) => event === 'session' && data.staffName === 'Ana');
    await events.find(({ data }) => data.text === 'Ana joined the conversation.');
    await release(ana, visitor);
    await live.find(({ event }) => event === 'session.released');
    await events.find(({ data }) => /left the conversation/.test(String(data.text)));
    live.close();
    events.close();
    await other.stop();
  });

  it('breaks off a reply that is being made: nothing of it is stored', async () => {
    const guided = { knowledge: [{ question: 'Where are you?', answer: 'In Porto.' }] };
    await parlour.admin.patch(`/api/v1/sites/${parlour.site.id}`, { agent: { guided } });
    const visitor = await start();
    // The agent looks into the knowledge, which is locked: its turn is under way for as long as we like.
    const lock = await parlour.database.transaction();
    await lock.raw('LOCK TABLE knowledge_pages IN ACCESS EXCLUSIVE MODE');
    const saying = visitor.say('How long does delivery take?');
    await until(async () => (await stateOf(visitor))?.turnId, 'the turn is taken');
    await takeOver(ana, visitor);
    await lock.rollback();
    const answer = await saying;
    expect(answer.messages.map(({ role }) => role)).to.deep.equal(['visitor']);
    await visitor.say('Hello?');
    const texts = await textsOf(visitor);
    expect(texts.slice(1)).to.deep.equal([
      'visitor: How long does delivery take?',
      'system: Ana joined the conversation.',
      'visitor: Hello?',
    ]);
    expect(await stateOf(visitor)).to.include({ turnId: null, answeredSeq: 0, mode: 'human' });
  });

  it('answers after the release what nobody answered, and only that', async () => {
    const visitor = await start();
    await takeOver(ana, visitor);
    await visitor.say('I am Jonas');
    await ana.post(of(visitor, 'messages'), { text: 'Hello Jonas.' });
    await release(ana, visitor);
    expect((await stateOf(visitor)).awaitingSince).to.equal(null);
    await takeOver(ana, visitor);
    await visitor.say('My address is jonas@weber.example');
    await release(ana, visitor);
    await until(
      async () => (await textsOf(visitor)).at(-1)?.startsWith('assistant'),
      'the assistant answers',
    );
    const { messages, session } = await visitor.transcript();
    expect(session.lead).to.include({ email: 'jonas@weber.example' });
    expect(messages.filter(({ role, seq }) => role === 'assistant' && seq > 1)).to.have.length.within(1, 2);
  });

  it('is refused to a second person, who is told who has it, unless they insist', async () => {
    const visitor = await start();
    await takeOver(ana, visitor);
    for (const call of [takeOver, release]) {
      const refused = await call(ben, visitor);
      expect(refused.status).to.equal(409);
      expect(refused.body.error).to.include({ id: 'taken_by_other' });
      expect(refused.body.error.message).to.contain('Ana Silva has this conversation');
    }
    expect((await takeOver(ben, visitor, { force: true })).body.takenOverBy!.name).to.equal('Ben');
    expect((await textsOf(visitor)).at(-1)).to.equal('system: Ben took over from Ana.');
    expect((await visitor.transcript()).session).to.include({ staffName: 'Ben' });
    const again = await takeOver(ben, visitor, {});
    expect(again.status).to.equal(200);
    expect((await textsOf(visitor)).at(-1)).to.equal('system: Ben took over from Ana.');
    expect((await release(ana, visitor, { force: true })).status).to.equal(200);
    expect((await release(ana, visitor)).status).to.equal(200);
  });

  it('goes to exactly one of two who press at the same moment', async () => {
    const visitor = await start();
    const answers = await Promise.all([takeOver(ana, visitor), takeOver(ben, visitor)]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    const joined = (await textsOf(visitor)).filter((text) => text.endsWith('joined the conversation.'));
    expect(joined).to.have.length(1);
  });

  it('ends by itself when the visitor waits too long, said to both sides, and the assistant answers', async () => {
    const site = await parlour.createSite({ agent: { handoverMinutes: 2 } as never });
    const visitor = await VisitorClient.start(parlour.url, site.key);
    const patient = await start();
    const answered = await start();
    for (const one of [visitor, patient, answered]) {
      await takeOver(ana, one);
      await one.say('My name is Jonas');
    }
    await ana.post(of(answered, 'messages'), { text: 'Hello Jonas.' });
    const past = (minutes: number) => parlour.database.raw(`now() - interval '${minutes} minutes'`);
    const age = (one: VisitorClient, minutes: number) =>
      parlour
        .database('chat_sessions')
        .where({ id: one.sessionId })
        .whereNotNull('awaitingSince')
        .update({ takenOverAt: past(minutes), awaitingSince: past(minutes) });
    await Promise.all([age(visitor, 3), age(patient, 3), age(answered, 30)]);
    const live = await EventReader.open(`${parlour.url}/api/v1/live`, { headers: ana.headers });
    const released = await live.find(({ event }) => event === 'session.released');
    expect(released.data).to.deep.include({ sessionId: visitor.sessionId });
    expect(released.data).not.to.have.property('by');
    live.close();
    await until(
      async () => (await textsOf(visitor)).at(-1)?.startsWith('assistant'),
      'the assistant answers',
    );
    expect(await textsOf(visitor)).to.include(
      'system: Ana could not answer just now. The assistant answers again.',
    );
    // Five minutes where the site says nothing else; who was answered does not wait.
    expect((await stateOf(patient)).mode).to.equal('human');
    expect((await stateOf(answered)).mode).to.equal('human');
    await age(patient, 6);
    await until(async () => (await stateOf(patient)).mode === 'ai', 'the patient one goes back too');
  });

  it('shows the visitor names, never an e-mail', async () => {
    const odd = await person(parlour, 'dr.odd@secret.example');
    const visitor = await start();
    await takeOver(ana, visitor);
    await takeOver(odd, visitor, { force: true });
    await odd.post(of(visitor, 'messages'), { text: 'Good day' });
    const answer = await visitor.call('/session');
    const text = JSON.stringify(answer.body);
    expect(text).not.to.contain('secret.example').and.not.to.contain('Silva');
    expect(text).to.contain('Our team took over from Ana.').and.to.contain('"author":{"name":"Our team"}');
    await release(odd, visitor);
    expect(JSON.stringify((await visitor.call('/session')).body)).not.to.contain('secret.example');
  });

  it('is written into the audit trail', async () => {
    const visitor = await start();
    await takeOver(ana, visitor);
    await release(ana, visitor);
    const deeds = await parlour
      .database('audit_entries')
      .where({ subjectId: visitor.sessionId })
      .orderBy('id');
    expect(deeds.map(({ action, actorName }) => `${actorName}: ${action}`)).to.deep.equal([
      'Ana Silva: session.taken_over',
      'Ana Silva: session.released',
    ]);
  });

  it('answers 401, 403, 404 and 422 as every route does', async () => {
    const visitor = await start();
    const path = `${parlour.url}${of(visitor, 'takeover')}`;
    expect((await fetch(path, { method: 'POST' })).status).to.equal(401);
    const foreign = { cookie: ana.cookie, origin: 'https://evil.example' };
    expect((await fetch(path, { method: 'POST', headers: foreign })).status).to.equal(403);
    expect((await takeOver(ana, visitor, { force: 'yes' })).status).to.equal(422);
    await visitor.call('/session', { method: 'DELETE' });
    for (const what of ['takeover', 'release']) {
      const gone = await ana.call(of(visitor, what), { method: 'POST', json: {} });
      expect(gone.status).to.equal(404);
    }
  });
});
