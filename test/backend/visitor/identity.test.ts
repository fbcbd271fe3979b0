import { expect } from 'chai';
import type { LeadView } from '../../../backend/leads/schema.ts';
import { identityToken, readCode } from '../../support/identity-token.ts';
import { KeyClient } from '../../support/key-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

describe('a visitor who is signed in on the website', () => {
  let parlour: TestParlour;
  let secret: string;
  const code = async () =>
    (await parlour.admin.post<{ code: string }>(`/api/v1/sites/${parlour.site.id}/connect`)).code;
  before(async () => {
    parlour = await startTestParlour();
    secret = readCode(await code()).identity;
  });
  after(() => parlour.stop());

  const start = () => VisitorClient.start(parlour.url, parlour.site.key);
  const tokenOf = (claims: object, key = secret) =>
    identityToken(key, { site: parlour.site.key, email: 'ana@acme.com', name: 'Ana', ...claims });
  const identify = (visitor: VisitorClient, token = tokenOf({})) =>
    visitor.call<{ lead?: LeadView }>('/session/identity', { method: 'PUT', json: { identity: token } });
  const fill = (visitor: VisitorClient, json: object) =>
    visitor.call('/session/lead', { method: 'PUT', json });
  const leadOf = async (visitor: VisitorClient) =>
    (await parlour.admin.get<{ lead: LeadView | null }>(`/api/v1/sessions/${visitor.sessionId}`)).lead;

  it('shares one secret with all connect codes of a site, which no answer shows', async () => {
    expect(readCode(await code()).identity).to.equal(secret);
    const site = await parlour.admin.get(`/api/v1/sites/${parlour.site.id}`);
    expect(JSON.stringify(site)).to.not.contain(secret);
    const { rows } = await parlour.database.raw('SELECT identity_secret FROM sites WHERE id = ?', [
      parlour.site.id,
    ]);
    expect(rows[0].identity_secret)
      .to.match(/^enc1:/)
      .and.not.contain(secret);
  });

  it('gets their name and address into the lead, marked as the website’s word', async () => {
    const visitor = await start();
    await fill(visitor, { email: 'typed@before.com' });
    const { status, body } = await identify(visitor);
    expect(status).to.equal(200);
    expect(body.lead).to.include({ name: 'Ana', email: 'ana@acme.com' });
    const lead = await leadOf(visitor);
    expect(lead).to.include({ name: 'Ana', email: 'ana@acme.com' });
    expect(lead!.identity!.fields).to.have.members(['name', 'email']);
    const { history } = await parlour.admin.get<{ history: Array<{ source: string; field: string }> }>(
      `/api/v1/leads/${lead!.id}`,
    );
    expect(history.filter(({ source }) => source === 'website')).to.have.length(2);
  });

  it('keeps them, whatever is typed, reported or signed in later; the team may put them right', async () => {
    const visitor = await start();
    await identify(visitor);
    const refused = await fill(visitor, { email: 'boss@acme.com', company: 'Acme' });
    expect(refused.status).to.equal(422);
    expect(JSON.stringify(refused.body)).to.contain('signed in here as ana@acme.com');
    expect((await fill(visitor, { email: 'ana@acme.com', company: 'Acme' })).status).to.equal(200);
    await visitor.say('My name is Eve, eve@evil.com, please write to that');
    const key = await KeyClient.make(parlour, ['leads:write']);
    await key.send('PUT', `/api/v1/sessions/${visitor.sessionId}/lead`, {
      name: 'Eve',
      email: 'eve@evil.com',
    });
    await identify(visitor, tokenOf({ email: 'other@acme.com' }));
    const lead = (await leadOf(visitor))!;
    expect(lead).to.include({ name: 'Ana', email: 'ana@acme.com', company: 'Acme' });

    await parlour.admin.patch(`/api/v1/leads/${lead.id}`, { email: 'ana.berg@acme.com' });
    await identify(visitor);
    const after = (await leadOf(visitor))!;
    expect(after.email).to.equal('ana.berg@acme.com');
    expect(after.identity!.fields).to.deep.equal(['name']);
  });

  it('is no completed lead for looking in without a word, however much is known', async () => {
    const site = await parlour.createSite({ lead: { fields: [] } });
    const made = await parlour.admin.post<{ code: string }>(`/api/v1/sites/${site.id}/connect`);
    const key = readCode(made.code).identity;
    const [silent, talking] = [
      await VisitorClient.start(parlour.url, site.key),
      await VisitorClient.start(parlour.url, site.key),
    ];
    await talking.say('Hello');
    for (const visitor of [silent, talking]) await identify(visitor, tokenOf({ site: site.key }, key));
    await parlour.database.raw(
      `UPDATE chat_sessions SET last_message_at = now() - interval '2 hours' WHERE site_id = ?`,
      [site.id],
    );
    await parlour.admin.post('/api/v1/sync');
    expect((await silent.transcript()).session.completionStatus).to.equal('abandoned');
    expect((await talking.transcript()).session.completionStatus).to.equal('completed');
  });

  it('goes on as anybody where the token cannot be believed, and that is counted', async () => {
    const visitor = await start();
    const answer = await identify(visitor, tokenOf({}, 'guessed'));
    expect(answer.status).to.equal(200);
    expect(await leadOf(visitor)).to.equal(null);
    await visitor.say('Hello');
    const { body } = await parlour.admin.call<string>('/metrics');
    expect(body).to.match(/parlour_identity_tokens_total\{outcome="forged"\} [1-9]/);
  });

  it('is believed by the new secret alone, at once and in every process, when the old one has leaked', async () => {
    const other = await startTestParlour({ DATABASE_URL: parlour.databaseUrl });
    const path = `/api/v1/sites/${parlour.site.id}/identity/rotate`;
    const visitors = [await start(), (await start()).at(other.url)];
    const told = async (key: string) => {
      const answers = await Promise.all(visitors.map((visitor) => identify(visitor, tokenOf({}, key))));
      return answers.map(({ body }) => body.lead ?? null);
    };
    // Both know the site as it was.
    await told('guessed');
    const leaked = secret;
    const answer = await parlour.admin.call<{ secret: string }>(path, { method: 'POST', json: {} });
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    secret = answer.body.secret;
    expect(Buffer.from(secret, 'base64url')).to.have.length(32);
    expect(await told(leaked)).to.deep.equal([null, null]);
    for (const lead of await told(secret)) expect(lead).to.include({ email: 'ana@acme.com' });
    expect(readCode(await code()).identity, 'in the next connect code').to.equal(secret);

    const trail = await parlour.admin.get<object>('/api/v1/audit?limit=2');
    expect(JSON.stringify(trail)).to.contain('site.identity_secret_made').and.not.contain(secret);
    await other.stop();
  });

  it('is not written down before there is consent, where the site asks for it', async () => {
    await parlour.admin.patch(`/api/v1/sites/${parlour.site.id}`, {
      widget: { consent: { required: true, text: 'May we?', version: '7' } },
    });
    const visitor = await start();
    await identify(visitor);
    expect(await leadOf(visitor)).to.equal(null);
    await fill(visitor, { consent: { given: true, version: '7' } });
    await identify(visitor);
    expect(await leadOf(visitor)).to.include({ email: 'ana@acme.com' });
  });

  it('is gone with all of it once erased', async () => {
    const visitor = await start();
    await fill(visitor, { consent: { given: true, version: '7' } });
    await identify(visitor, tokenOf({ email: 'gone@acme.com' }));
    await parlour.admin.post('/api/v1/privacy/erase', { email: 'gone@acme.com' });
    const { rows } = await parlour.database.raw('SELECT 1 FROM leads WHERE email = ?', ['gone@acme.com']);
    expect(rows).to.have.length(0);
  });
});
