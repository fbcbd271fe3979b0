import { expect } from 'chai';
import type { AgentVersionView } from '../../../backend/agent-versions/schema.ts';
import type { SessionDetail } from '../../../backend/sessions/schema.ts';
import type { SiteView } from '../../../backend/sites/schema.ts';
import { signInAgent } from '../../support/agent.ts';
import { call } from '../../support/http-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

const SECRET = 'sk-canary-77c1d0b2e9';

describe('versions of a site’s assistant', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());

  const patch = (id: string, json: unknown) => parlour.admin.patch<SiteView>(`/api/v1/sites/${id}`, json);
  const versions = async (id: string) =>
    (await parlour.admin.get<{ items: AgentVersionView[] }>(`/api/v1/sites/${id}/agent-versions`)).items;
  const detail = (id: string) => parlour.admin.get<SessionDetail>(`/api/v1/sessions/${id}`);

  it('counts a change of the assistant, with its author and what was changed', async () => {
    const site = await parlour.createSite();
    await patch(site.id, {
      widget: { greeting: 'Welcome in.' },
      agent: { guided: { knowledge: [{ question: 'Do you deliver?', answer: 'On weekdays.' }] } },
    });
    await patch(site.id, {
      lead: {
        fields: site.lead.fields.map((field) =>
          field.name === 'need' ? { ...field, question: 'What brings you here?' } : field,
        ),
      },
      agent: { guided: { knowledge: [{ question: 'Do you deliver?', answer: 'On every day.' }] } },
    });
    const [third, second, first] = await versions(site.id);
    expect([first?.number, second?.number, third?.number]).to.deep.equal([1, 2, 3]);
    expect(first?.diff).to.deep.equal([]);
    expect(second?.diff).to.deep.equal([
      { path: 'widget.greeting', change: 'added', before: null, after: 'Welcome in.' },
      { path: 'knowledge[Do you deliver?]', change: 'added', before: null, after: 'On weekdays.' },
    ]);
    const before = site.lead.fields.find(({ name }) => name === 'need')!.question;
    expect(third?.diff).to.deep.equal([
      { path: 'lead.fields[need].question', change: 'changed', before, after: 'What brings you here?' },
      {
        path: 'knowledge[Do you deliver?]',
        change: 'changed',
        before: 'On weekdays.',
        after: 'On every day.',
      },
    ]);
    expect(third?.author.name).to.be.a('string').that.is.not.empty;
    expect(third?.author.id).to.be.a('string');
    expect(second?.until).to.equal(third?.createdAt);
    expect(new Set([first?.hash, second?.hash, third?.hash]).size).to.equal(3);
  });

  it('names a long question without cutting a letter in two', async () => {
    const site = await parlour.createSite();
    const question = `${'x'.repeat(119)}😀?`;
    await patch(site.id, { agent: { guided: { knowledge: [{ question, answer: 'Yes.' }] } } });
    const [newest] = await versions(site.id);
    expect(newest?.diff.map(({ path }) => path)).to.deep.equal([`knowledge[${'x'.repeat(119)}]`]);
  });

  it('counts nothing that the assistant does not know of', async () => {
    const site = await parlour.createSite();
    await patch(site.id, { widget: { accent: '#123456' }, name: 'Another name', retentionDays: 30 });
    await patch(site.id, { agent: site.agent, lead: site.lead });
    expect(await versions(site.id)).to.have.length(1);
  });

  it('never holds a secret, and says only that one was changed (promise 21)', async () => {
    const site = await parlour.createSite();
    await patch(site.id, { agent: { openai: { model: 'm-1', apiKey: SECRET } } });
    await patch(site.id, { agent: { openai: { apiKey: `${SECRET}-2` } } });
    const read = await patch(site.id, { agent: { openai: { model: 'm-2' } } });
    await patch(site.id, { agent: read.agent });
    const found = await versions(site.id);
    const secret = { path: 'agent.openai.apiKey', change: 'secret', before: null, after: null };
    expect(found.map(({ number }) => number)).to.deep.equal([4, 3, 2, 1]);
    expect(found[1]!.diff).to.deep.equal([secret]);
    expect(found[2]!.diff).to.deep.include(secret);
    const rows = await parlour.database('agent_versions').where({ siteId: site.id });
    expect(JSON.stringify(rows)).to.not.contain('canary').and.not.contain('enc1:');
  });

  it('stands on every message of the assistant, and conversations can be found by it', async () => {
    const site = await parlour.createSite();
    const visitor = await VisitorClient.start(parlour.url, site.key);
    await visitor.say('Hello there');
    await patch(site.id, {
      agent: { guided: { knowledge: [{ question: 'Where?', answer: 'In Leipzig.' }] } },
    });
    await visitor.say('My name is Ana');
    const { messages } = await detail(visitor.sessionId);
    const written = messages.filter(({ role }) => role === 'assistant');
    expect(written.map(({ agent }) => [agent?.kind, agent?.version])).to.deep.equal([
      ['guided', 1],
      ['guided', 1],
      ['guided', 2],
    ]);
    const [second, first] = await versions(site.id);
    expect([written[0]!.agent?.hash, written[2]!.agent?.hash]).to.deep.equal([first!.hash, second!.hash]);
    expect(messages.filter(({ role, agent }) => role === 'visitor' && agent)).to.deep.equal([]);
    const { messages: seen } = await visitor.transcript();
    expect(JSON.stringify(seen)).to.not.contain(first!.hash);
    const list = await parlour.admin.get<{ items: unknown[] }>(
      `/api/v1/sessions?site=${site.id}&agentVersion=2`,
    );
    expect(list.items).to.have.length(1);
  });

  it('marks the fallback of an assistant that can’t answer', async () => {
    const site = await parlour.createSite({ agent: { kind: 'n8n', n8n: {} } });
    const visitor = await VisitorClient.start(parlour.url, site.key);
    await visitor.say('Hello?');
    const { messages } = await detail(visitor.sessionId);
    expect(messages.at(-1)).to.include({ role: 'assistant', fallback: true });
    expect(messages.at(-1)!.agent).to.include({ kind: 'n8n', version: 1 });
  });

  it('tells the issue rate before and after a change', async () => {
    const site = await parlour.createSite();
    const talk = async () => {
      const visitor = await VisitorClient.start(parlour.url, site.key);
      await visitor.say('Hello');
      return visitor.sessionId;
    };
    const judge = (id: string, status: string) =>
      parlour.admin.call(`/api/v1/sessions/${id}/review`, { method: 'PUT', json: { status } });
    const [bad, fixed] = [await talk(), await talk()];
    await judge(bad, 'issue');
    await judge(fixed, 'issue');
    await judge(fixed, 'fixed');
    await patch(site.id, { widget: { greeting: 'Good day.' } });
    await judge(await talk(), 'passed');
    await talk();
    const [after, before] = await versions(site.id);
    expect(before!.figures).to.deep.equal({
      ...{ conversations: 2, reviewed: 2, issues: 2, fixed: 1 },
      issueRate: 1,
    });
    expect(after!.figures).to.deep.equal({
      ...{ conversations: 2, reviewed: 1, issues: 0, fixed: 0 },
      issueRate: 0,
    });
  });

  it('counts a change of a page of knowledge, and sites from before get their first version', async () => {
    const site = await parlour.createSite();
    await parlour.database('knowledge_pages').insert({
      ...{ id: site.id, siteId: site.id, title: 'Prices', body: 'From 10 euros.' },
    });
    await patch(site.id, {});
    expect((await versions(site.id))[0]!.diff.map(({ path, change }) => [path, change])).to.deep.equal([
      ['page[Prices]', 'added'],
    ]);
    await parlour.database('agent_versions').where({ siteId: site.id }).del();
    await parlour.database('sites').where({ id: site.id }).update({ agentVersion: 0, agentHash: '' });
    const { countFirstVersions } = await import('../../../backend/agent-versions/record.ts');
    await Promise.all([countFirstVersions(parlour.database), countFirstVersions(parlour.database)]);
    const [only, ...more] = await versions(site.id);
    expect(more).to.deep.equal([]);
    expect(only).to.deep.include({ number: 1, author: { id: null, name: null } });
  });

  it('comes in pages, for admins only', async () => {
    const site = await parlour.createSite();
    await patch(site.id, { widget: { greeting: 'One' } });
    await patch(site.id, { widget: { greeting: 'Two' } });
    const path = `/api/v1/sites/${site.id}/agent-versions`;
    type Page = { items: AgentVersionView[]; nextCursor: string };
    const first = await parlour.admin.get<Page>(`${path}?limit=2`);
    const second = await parlour.admin.get<Page>(`${path}?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ number }) => number)).to.deep.equal([3, 2, 1]);
    expect(second.nextCursor).to.equal(null);
    expect((await call(parlour.url + path)).status).to.equal(401);
    expect((await (await signInAgent(parlour)).call(path)).status).to.equal(403);
    expect((await parlour.admin.call(path.replace(site.id, crypto.randomUUID()))).status).to.equal(404);
    expect((await parlour.admin.call(`${path}?limit=0`)).status).to.equal(422);
    expect((await parlour.admin.call(`${path}?cursor=x`)).status).to.equal(400);
    expect((await parlour.admin.call(`${path}?cursor=${'f'.repeat(32)}`)).status).to.equal(200);
  });
});
