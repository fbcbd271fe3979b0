import { expect } from 'chai';
import type { SiteView } from '../../../backend/sites/schema.ts';
import { call } from '../../support/http-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';

const SECRET = 'sk-canary-4f1d9b0a7c';

describe('sites', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());

  const patch = (id: string, json: unknown) =>
    parlour.admin.call<SiteView>(`/api/v1/sites/${id}`, { method: 'PATCH', json });

  it('need a name and origins, and start ready to chat', async () => {
    const site = await parlour.createSite({ name: 'New', allowedOrigins: ['https://New.example:443'] });
    expect(site.allowedOrigins).to.deep.equal(['https://new.example']);
    expect(site.lead.fields.map(({ name }) => name)).to.have.members([
      'name',
      'email',
      'phone',
      'need',
      'budget',
      'timeline',
    ]);
    expect(site.agent.kind).to.equal('guided');
  });

  it('change by merge patch: objects merge, arrays replace, null removes', async () => {
    const site = await parlour.createSite();
    await patch(site.id, { widget: { openAfterSeconds: 5 }, retentionDays: 30 });
    const { body } = await patch(site.id, {
      widget: { accent: '#112233', openAfterSeconds: null },
      retentionDays: null,
    });
    expect(body.widget).to.include({ accent: '#112233', title: site.widget.title });
    expect(body.widget).to.not.have.property('openAfterSeconds');
    expect(body.retentionDays).to.equal(null);
    const answer = await patch(site.id, { widget: { accent: 'red' } });
    expect(answer.status).to.equal(422);
    expect((await patch(site.id, { timezone: 'Mars/Olympus' })).status).to.equal(422);
    expect((await patch(site.id, { surprise: 1 })).status).to.equal(422);
    expect((await patch('0190aaaa-0000-7000-8000-000000000000', { name: 'x' })).status).to.equal(404);
    expect((await patch('not-an-id', { name: 'x' })).status).to.equal(404);
  });

  it('seal secrets: never read back, kept when left out, removed by null (promise 21)', async () => {
    const site = await parlour.createSite();
    const set = await patch(site.id, { agent: { openai: { model: 'm', apiKey: SECRET } } });
    expect(JSON.stringify(set.body)).to.not.contain(SECRET);
    expect(set.body.agent.openai!.apiKey).to.deep.equal({ set: true, hint: '...0a7c' });
    const kept = await patch(site.id, { agent: set.body.agent });
    expect(kept.body.agent.openai!.apiKey).to.deep.equal({ set: true, hint: '...0a7c' });
    const [row] = await parlour.database('sites').where({ id: site.id });
    expect(JSON.stringify(row)).to.not.contain(SECRET);
    const removed = await patch(site.id, { agent: { openai: { apiKey: null } } });
    expect(removed.body.agent.openai).to.deep.equal({ model: 'm' });
  });

  it('are seen by the widget at once after a change', async () => {
    const site = await parlour.createSite();
    const config = () =>
      call<{ title: string }>(`${parlour.url}/api/v1/visitor/sites/${site.key}`).then(
        ({ headers, body }) => ({
          etag: headers.get('etag')!,
          title: body.title,
        }),
      );
    const before = await config();
    await patch(site.id, { widget: { title: 'Another title' } });
    const after = await config();
    expect(after.title).to.equal('Another title');
    expect(after.etag).to.not.equal(before.etag);
    const again = await call(`${parlour.url}/api/v1/visitor/sites/${site.key}`, {
      headers: { 'if-none-match': after.etag },
    });
    expect(again.status).to.equal(304);
  });

  it('give a connect code for WordPress', async () => {
    const { code } = await parlour.admin.post<{ code: string }>(`/api/v1/sites/${parlour.site.id}/connect`);
    expect(code).to.match(/^plr1_/);
    const content = JSON.parse(Buffer.from(code.slice(5), 'base64url').toString());
    expect(content).to.include({ url: parlour.url, site: parlour.site.key });
    const denied = await call(`${parlour.url}/api/v1/sites`, {
      headers: { authorization: `Bearer ${content.key}` },
    });
    expect(denied.status).to.equal(403);
  });

  it('are the admin’s alone', async () => {
    expect((await call(`${parlour.url}/api/v1/sites`)).status).to.equal(401);
  });
});
