import { expect } from 'chai';
import type { KeyCreated, KeyPage } from '../../../backend/staff/keys/schema.ts';
import { EventReader } from '../../support/event-reader.ts';
import { call } from '../../support/http-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { letIn } from '../../support/people.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

describe('API keys', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());

  const create = (json: unknown) => parlour.admin.call<KeyCreated>('/api/v1/api-keys', { json });
  const list = () => parlour.admin.get<KeyPage>('/api/v1/api-keys');
  const as = (key: string, path: string) =>
    call(parlour.url + path, { headers: { authorization: `Bearer ${key}` } });

  it('are shown once, and only their hash is kept', async () => {
    const { status, body } = await create({ name: 'n8n', scopes: ['sessions:read'] });
    expect(status).to.equal(201);
    expect(body).to.deep.include({ name: 'n8n', scopes: ['sessions:read'], siteId: null, lastUsedAt: null });
    expect(body.key).to.match(/^plr_[\w-]{32}$/);
    expect(body.key.startsWith(body.prefix)).to.equal(true);
    expect(JSON.stringify(await list())).to.not.contain(body.key);
    const rows = await parlour.database('api_keys');
    expect(JSON.stringify(rows)).to.not.contain(body.key);
  });

  it('open what their scopes say, and show when they were used last', async () => {
    const { body } = await create({ name: 'reader', scopes: ['sessions:read'] });
    expect((await as(body.key, '/api/v1/sessions')).status).to.equal(200);
    expect((await as(body.key, '/api/v1/users')).status).to.equal(403);
    expect((await as(body.key, '/api/v1/api-keys')).status).to.equal(403);
    expect((await as(body.key, '/api/v1/auth/sessions')).status).to.equal(403);
    const used = (await list()).items.find(({ id }) => id === body.id)!;
    expect(used.lastUsedAt).to.be.a('string');
  });

  it('may be bound to one site', async () => {
    const site = await parlour.createSite({ name: 'Seeblick' });
    const { body } = await create({ name: 'bound', scopes: ['sessions:read'], siteId: site.id });
    expect(body.site).to.deep.equal({ id: site.id, name: 'Seeblick' });
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    expect((await as(body.key, `/api/v1/sessions/${visitor.sessionId}`)).status).to.equal(404);
    const nowhere = await create({
      name: 'x',
      scopes: ['sessions:read'],
      siteId: '0190f000-0000-7000-8000-00000000dead',
    });
    expect(nowhere.status).to.equal(422);
  });

  it('stop at once when they are revoked, open streams included', async () => {
    const { body } = await create({ name: 'gone', scopes: ['sessions:read'] });
    const live = await EventReader.open(`${parlour.url}/api/v1/live`, {
      headers: { authorization: `Bearer ${body.key}` },
    });
    await live.find(({ event }) => event === 'ready');
    const revoke = () => parlour.admin.call(`/api/v1/api-keys/${body.id}`, { method: 'DELETE' });
    expect((await revoke()).status).to.equal(204);
    await live.end();
    expect((await as(body.key, '/api/v1/sessions')).status).to.equal(401);
    const { revokedAt } = (await list()).items.find(({ id }) => id === body.id)!;
    expect((await revoke()).status, 'again').to.equal(204);
    expect((await list()).items.find(({ id }) => id === body.id)!.revokedAt).to.equal(revokedAt);
  });

  it('need a name and known scopes, and are the business of admins', async () => {
    const wrong = [
      { name: '', scopes: ['sessions:read'] },
      { name: 'x', scopes: [] },
      { name: 'x', scopes: ['everything'] },
      { name: 'x', scopes: ['privacy', 'privacy'] },
      { scopes: ['privacy'] },
    ];
    for (const json of wrong) expect((await create(json)).status, JSON.stringify(json)).to.equal(422);
    const { client } = await letIn(parlour);
    const id = (await list()).items[0]!.id;
    expect((await client.call('/api/v1/api-keys')).status).to.equal(403);
    expect((await client.call('/api/v1/api-keys', { json: wrong[4] })).status).to.equal(403);
    expect((await client.call(`/api/v1/api-keys/${id}`, { method: 'DELETE' })).status).to.equal(403);
    const signedOut = { headers: { origin: parlour.url } };
    expect((await call(`${parlour.url}/api/v1/api-keys`, signedOut)).status).to.equal(401);
    const unknown = '/api/v1/api-keys/0190f000-0000-7000-8000-00000000dead';
    expect((await parlour.admin.call(unknown, { method: 'DELETE' })).status).to.equal(404);
  });
});
