import { expect } from 'chai';
import type { SiteView } from '../../../backend/sites/schema.ts';
import type { TestAnswer, TrialAnswer, TrialRequest } from '../../../backend/trials/schema.ts';
import type { N8nWorkflow, WorkflowList } from '../../../backend/workflows/schema.ts';
import { signInAgent } from '../../support/agent.ts';
import { FakeN8n } from '../../support/fakes/n8n.ts';
import { call } from '../../support/http-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';

const NOBODY = '0193a0f0-0000-7000-8000-000000000009';

describe('trying an assistant', () => {
  let parlour: TestParlour;
  let n8n: FakeN8n;
  let site: SiteView;
  let base: string;
  before(async () => {
    n8n = await FakeN8n.start();
    parlour = await startTestParlour();
    site = parlour.site;
    base = `/api/v1/sites/${site.id}`;
  });
  after(async () => {
    await n8n.stop();
    await parlour.stop();
  });
  beforeEach(() => n8n.reset());

  const tryIt = (trial: TrialRequest) => parlour.admin.post<TrialAnswer>(`${base}/agent/try`, trial);
  const test = (body?: object) => parlour.admin.post<TestAnswer>(`${base}/test/agent`, body);
  const rows = async () =>
    Promise.all(
      ['chat_sessions', 'messages', 'leads', 'events', 'incidents', 'knowledge_entries'].map(
        async (table) => `${table} ${(await parlour.database(table).count())[0]!.count}`,
      ),
    );

  it('talks with settings that are not saved, and stores nothing', async () => {
    const before = await rows();
    const patch = {
      agent: { guided: { knowledge: [{ question: 'What does it cost?', answer: 'Ten euros.' }] } },
    };
    const greeting = await tryIt({ patch, messages: [] });
    expect(greeting.tookMs).to.equal(null);
    const messages: TrialRequest['messages'] = [
      { role: 'assistant', text: greeting.replies[0]!.text },
      { role: 'visitor', text: 'What does it cost? My mail is ana@acme.example' },
    ];
    const { trialId, state } = greeting;
    const answer = await tryIt({ patch, messages, trialId, state });
    expect(answer.replies[0]!.text).to.contain('Ten euros.');
    expect(answer.replies[0]!.knowledge![0]).to.include({ title: 'What does it cost?' });
    expect(answer.lead).to.include({ email: 'ana@acme.example' });
    expect(await rows()).to.deep.equal(before);
  });

  it('asks a workflow for real, tells it that this is a trial, and says plainly what is wrong', async () => {
    const before = await rows();
    const patch = { agent: { kind: 'n8n', n8n: { url: n8n.url, authSecret: 'Bearer draft' } } };
    n8n.next({
      mode: 'json',
      json: { output: 'Hi', lead: { name: 'Ana' }, completed: true, handover: 'yes' },
    });
    const answer = await tryIt({
      patch,
      messages: [
        { role: 'visitor', text: 'One' },
        { role: 'visitor', text: 'Two' },
      ],
      lead: { company: 'Acme' },
    });
    expect(answer).to.deep.include({
      lead: { company: 'Acme', name: 'Ana' },
      completed: true,
      wantsPerson: true,
    });
    const { body, headers } = n8n.requests[0]!;
    expect(body).to.include({ chatInput: 'One\nTwo', sessionId: `trial-${answer.trialId}` });
    expect(body.metadata).to.include({ test: true });
    expect(headers.authorization).to.equal('Bearer draft');
    expect(await test({ patch })).to.deep.include({ ok: true });
    n8n.reset('error500');
    const failed = await tryIt({ patch, messages: [{ role: 'visitor', text: 'One' }] });
    expect(failed.replies).to.deep.equal([{ text: site.agent.fallbackText }]);
    expect(failed.fault).to.include({ code: 'server_error' });
    const tested = await test({ patch });
    expect(tested).to.deep.equal({ ok: false, message: failed.fault!.message });
    expect(await test()).to.deep.include({ ok: true });
    expect(await rows()).to.deep.equal(before);
  });

  it('is for admins, of sites that exist, with settings that hold', async () => {
    const colleague = await signInAgent(parlour);
    const status = async (path: string, json: unknown, by: typeof colleague | null = parlour.admin) =>
      by
        ? (await by.call(path, { method: 'POST', json })).status
        : (await call(parlour.url + path, { method: 'POST', json })).status;
    for (const [path, good] of [
      [`${base}/agent/try`, { messages: [] }],
      [`${base}/test/agent`, {}],
    ] as const) {
      expect(await status(path, good, null)).to.equal(401);
      expect(await status(path, good, colleague)).to.equal(403);
      expect(await status(path.replace(site.id, NOBODY), good)).to.equal(404);
      expect(await status(path, { ...good, patch: { agent: { replyTimeoutSeconds: 1 } } })).to.equal(422);
    }
    expect(await status(`${base}/agent/try`, { messages: [{ role: 'assistant', text: 'Hi' }] })).to.equal(
      422,
    );
  });

  it('comes with workflows as files, for admins', async () => {
    const { items } = await parlour.admin.get<WorkflowList>(`${base}/workflows`);
    for (const { steps } of items) expect(steps.length).to.be.within(3, 4);
    const file = await parlour.admin.call<N8nWorkflow>(`${base}/workflows/chat-agent.json`);
    expect(file.headers.get('content-disposition')).to.equal(
      'attachment; filename="parlour-chat-agent.json"',
    );
    expect(JSON.stringify(file.body)).to.contain(`${parlour.url}/api/v1/sessions/`);
    const status = async (path: string, by = parlour.admin) => (await by.call(path)).status;
    expect(await status(`${base}/workflows/none.json`)).to.equal(404);
    expect(await status(`/api/v1/sites/${NOBODY}/workflows`)).to.equal(404);
    expect(await status(`${base}/workflows`, await signInAgent(parlour))).to.equal(403);
    expect((await call(`${parlour.url}${base}/workflows`)).status).to.equal(401);
  });
});
