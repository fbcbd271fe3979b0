import { expect } from 'chai';
import { FakeN8n } from '../../support/fakes/n8n.ts';
import { gate } from '../../support/gate.ts';
import { counted, measured } from '../../support/measured.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';
import { createN8nSite, detailOf, FALLBACK, SECRET, stream, visit } from './support.ts';

describe('a visitor whose agent fails (promise 8)', () => {
  let parlour: TestParlour;
  let n8n: FakeN8n;
  before(async () => {
    n8n = await FakeN8n.start();
    parlour = await startTestParlour();
  });
  /** Of each wrong answer that was met: whether anything but the fallback was shown. */
  const raw: boolean[] = [];
  after(async () => {
    measured(8, counted`${raw.length} kinds of wrong answer, ${raw.filter((is) => is).length} shown raw`);
    await n8n.stop();
    await parlour.stop();
  });
  beforeEach(() => n8n.reset());

  const newVisitor = async () => visit(parlour, await createN8nSite(parlour, n8n));

  it('sees the fallback in the place of a reply that stalls: nothing half is stored, staff see why', async () => {
    const visitor = await newVisitor();
    n8n.next({
      mode: 'stall',
      text: 'Our prices begin at ten euros',
      headers: { 'x-n8n-execution-id': '42' },
    });
    const turn = await stream(parlour.url, visitor, 'What does it cost, for ana@acme.example?');
    const events = await turn.end();
    expect(events.map(({ event }) => event)).to.include('delta');
    const last = events.filter(({ event }) => event === 'message').at(-1)!.data;
    expect(last).to.include({ role: 'assistant', text: FALLBACK, form: 'details' });
    expect(n8n.requests, 'what was shown is not begun anew').to.have.length(1);
    await until(() => n8n.aborted === 1, 'the workflow is let go of');

    const { messages, incidents } = await detailOf(parlour, visitor);
    expect(messages.map(({ text }) => text).join('\n')).to.not.contain('Our prices');
    expect(messages.at(-1)).to.include({ fallback: true });
    expect(incidents).to.have.length(1);
    expect(incidents[0]).to.include({ code: 'timeout', messageSeq: 2, times: 1, status: 'open' });
    expect(JSON.stringify(incidents)).to.not.contain(SECRET).and.not.contain('ana@acme');
  });

  it('is answered within the site’s time when the agent hangs, and can leave details all the same', async () => {
    const visitor = await newVisitor();
    const never = gate();
    n8n.next({ mode: 'slow', before: () => never.wait });
    const { messages } = await visitor.say('Hello?');
    expect(messages.at(-1)).to.include({ text: FALLBACK, form: 'details' });
    const lead = await visitor.call('/session/lead', { method: 'PUT', json: { email: 'ana@acme.example' } });
    expect(lead.body).to.include({ email: 'ana@acme.example' });
    never.open();
  });

  for (const mode of ['htmlPage', 'triggerJson', 'empty', 'cut', 'forbidden', 'notFound'] as const)
    it(`sees the fallback when the workflow answers by ${mode}, and nothing raw`, async () => {
      const visitor = await newVisitor();
      n8n.reset(mode);
      const { messages } = await visitor.say('Hello');
      raw.push(messages.slice(1).some(({ text }) => text !== FALLBACK));
      expect(messages.slice(1).map(({ text }) => text)).to.deep.equal([FALLBACK]);
      const { incidents } = await detailOf(parlour, visitor);
      expect(incidents).to.have.length(1);
      expect(JSON.stringify(incidents)).to.not.contain(SECRET);
    });

  it('never knows of a fault that has passed at the second try', async () => {
    const visitor = await newVisitor();
    n8n.next('error500', 'lastNode');
    const { messages } = await visitor.say('Hello');
    expect(messages.at(-1)).to.include({ text: 'You said: Hello' });
    expect(n8n.requests).to.have.length(2);
    expect((await detailOf(parlour, visitor)).incidents).to.deep.equal([]);
    n8n.reset('forbidden');
    await visitor.say('And now?');
    expect(n8n.requests, 'a refusal is not asked again').to.have.length(1);
  });

  it('has messages written meanwhile answered in the next turn, together', async () => {
    const visitor = await newVisitor();
    const slow = gate();
    n8n.next({ mode: 'slow', before: () => slow.wait });
    const first = visitor.say('One');
    await until(() => n8n.requests.length === 1, 'the first turn is under way');
    const others = ['Two', 'Three'].map((text) => visitor.say(text));
    await until(async () => (await visitor.transcript()).messages.length === 4, 'all are stored');
    slow.open();
    const answers = await Promise.all([first, ...others]);
    expect(n8n.requests.map(({ body }) => body.chatInput)).to.satisfy(
      (asked: string[]) => asked.length === 2 && /^(Two\nThree|Three\nTwo)$/.test(asked[1]!),
    );
    for (const { messages } of answers) expect(messages.at(-1)!.role).to.equal('assistant');
  });

  it('gets nothing of a slow turn that a person’s takeover ends, and staff see no fault in it', async () => {
    const visitor = await newVisitor();
    const slow = gate();
    n8n.next({ mode: 'slow', before: () => slow.wait });
    const turn = visitor.say('Hello');
    await until(() => n8n.requests.length === 1, 'the turn is under way');
    await parlour.admin.post(`/api/v1/sessions/${visitor.sessionId}/takeover`, {});
    await turn;
    await until(() => n8n.aborted === 1, 'the workflow is told to stop');
    slow.open();
    const { messages, incidents } = await detailOf(parlour, visitor);
    expect(messages.map(({ role }) => role)).to.deep.equal(['assistant', 'visitor', 'system']);
    expect(incidents).to.deep.equal([]);
  });

  it('does not see how an answer came about; staff do', async () => {
    const visitor = await newVisitor();
    n8n.next({ mode: 'lastNode', headers: { 'x-n8n-execution-id': 'run-77' } });
    const { messages } = await visitor.say('Hello');
    expect(JSON.stringify(messages)).to.not.contain('run-77');
    const detail = await detailOf(parlour, visitor);
    expect(detail.messages.at(-1)!.trace).to.deep.nested.include({ 'execution.id': 'run-77' });
  });
});
