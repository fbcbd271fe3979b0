import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { SessionDetail, StaffMessage } from '../../../backend/sessions/schema.ts';
import { call } from '../../support/http-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import type { StaffClient } from '../../support/staff-client.ts';
import { VisitorClient } from '../../support/visitor-client.ts';
import { apiKey, person } from './people.ts';

type Answer = StaffMessage & { error: { id: string; message: string } };

describe('messages of staff and automations', () => {
  let parlour: TestParlour;
  let ana: StaffClient;
  let visitor: VisitorClient;
  before(async () => {
    parlour = await startTestParlour();
    ana = await person(parlour, 'Ana Silva');
  });
  after(() => parlour.stop());
  beforeEach(async () => {
    visitor = await VisitorClient.start(parlour.url, parlour.site.key);
  });

  const path = (what: string) => `/api/v1/sessions/${visitor.sessionId}/${what}`;
  const write = (json: unknown, headers = ana.headers) =>
    call<Answer>(`${parlour.url}${path('messages')}`, { json, headers });
  const takeOver = (who = ana) => who.post(path('takeover'));

  it('reach the visitor with the author’s first name', async () => {
    await takeOver();
    const { status, body } = await write({ text: 'Good morning' });
    expect(status).to.equal(201);
    expect(body).to.deep.include({ role: 'staff', text: 'Good morning', author: { name: 'Ana' } });
    const { messages } = await visitor.transcript();
    expect(messages.at(-1)).to.deep.equal(body);
  });

  it('are shown in lists by whole characters', async () => {
    await takeOver();
    await write({ text: `${'a'.repeat(199)}🌿 and more` });
    const { session } = await ana.get<SessionDetail>(`/api/v1/sessions/${visitor.sessionId}`);
    expect(session.lastMessage?.text).to.equal(`${'a'.repeat(199)}🌿`);
  });

  it('are stored once, however often they are sent', async () => {
    await takeOver();
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => write({ id, text: 'Once' })));
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.seq)).size).to.equal(1);
    const { messages } = await visitor.transcript();
    expect(messages.filter(({ text }) => text === 'Once')).to.have.length(1);
    expect(messages.map(({ seq }) => seq)).to.deep.equal(messages.map((_, index) => index + 1));
    const other = await write({ id, text: 'Twice' });
    expect(other.status).to.equal(409);
    expect(other.body.error.id).to.equal('message_differs');
    // A retry that arrives after the conversation was handed back still finds what was stored.
    await ana.post(path('release'));
    expect((await write({ id, text: 'Once' })).status).to.equal(201);
    // The visitor's ids are not the staff's to answer for.
    const said = await visitor.say('Mine');
    expect((await write({ id: said.messages[0]!.id, text: 'Mine' })).status).to.equal(409);
  });

  it('need the conversation to be taken first, by the one who writes', async () => {
    const early = await write({ text: 'Hello' });
    expect(early.status).to.equal(409);
    expect(early.body.error).to.include({ id: 'not_taken' });
    expect(early.body.error.message).to.match(/take the conversation over first/i);
    await takeOver(parlour.admin);
    const late = await write({ text: 'Hello' });
    expect(late.status).to.equal(409);
    expect(late.body.error).to.include({ id: 'taken_by_other' });
    expect((await visitor.transcript()).messages.map(({ role }) => role)).to.deep.equal([
      'assistant',
      'system',
    ]);
  });

  it('of an automation are the assistant’s, and wait while a person has the conversation', async () => {
    const key = await apiKey(parlour, ['sessions:write'], parlour.site.id);
    const { status, body } = await write({ text: 'Your order is on its way' }, key);
    expect(status).to.equal(201);
    expect(body.role).to.equal('assistant');
    expect(body).not.to.have.property('author');
    await takeOver();
    const refused = await write({ text: 'And another thing' }, key);
    expect(refused.status).to.equal(409);
    expect(refused.body.error.message).to.contain('Ana Silva has this conversation');
    for (const what of ['takeover', 'release', 'typing']) {
      const answer = await call(`${parlour.url}${path(what)}`, { json: { on: true }, headers: key });
      expect(answer.status).to.equal(403);
    }
  });

  it('answer 401, 403, 404 and 422 as every route does', async () => {
    const text = 'Hello';
    expect((await write({ text }, {} as never)).status).to.equal(401);
    expect((await write({ text }, (await apiKey(parlour, ['sessions:read'])) as never)).status).to.equal(403);
    const elsewhere = await parlour.createSite();
    const foreign = await apiKey(parlour, ['sessions:write'], elsewhere.id);
    expect((await write({ text }, foreign as never)).status).to.equal(404);
    await takeOver();
    for (const wrong of [
      {},
      { text: ' ' },
      { text: 'x'.repeat(4001) },
      { text, id: '7' },
      { text, role: 'system' },
    ])
      expect((await write(wrong)).status, JSON.stringify(wrong).slice(0, 40)).to.equal(422);
    await visitor.call('/session', { method: 'DELETE' });
    expect((await write({ text })).status).to.equal(404);
  });
});
