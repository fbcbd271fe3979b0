import { expect } from 'chai';
import type { ErrorBody } from '../../../backend/http/schema.ts';
import { deriveKeys } from '../../../backend/keys.ts';
import type { PluginView, SiteView } from '../../../backend/sites/schema.ts';
import { encryptSecret } from '../../../backend/sites/secrets.ts';
import type { TestAnswer } from '../../../backend/trials/schema.ts';
import type { SitePreview } from '../../../backend/visitor/schema.ts';
import { signInAgent } from '../../support/agent.ts';
import { call } from '../../support/http-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';
import { unzipped } from '../../support/wordpress/unzip.ts';

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

  it('open with secrets that another APP_SECRET sealed, as after a restore, and take them anew', async () => {
    const webhook = { url: 'https://127.0.0.1:1/hook', secret: SECRET };
    const { id } = await parlour.createSite({ integrations: { webhook } } as never);
    const keys = deriveKeys({ appSecret: 'one that was lost with its machine' }, 'site-secrets');
    const lost = encryptSecret(SECRET, 'integrations.webhook.secret', keys);
    await parlour
      .database('sites')
      .where({ id })
      .update({ integrations: { webhook: { ...webhook, secret: lost } } });
    const read = () => parlour.admin.get<SiteView>(`/api/v1/sites/${id}`);
    expect((await read()).integrations.webhook).to.deep.equal({ url: webhook.url });
    expect((await parlour.admin.call('/api/v1/sites')).status).to.equal(200);
    const tried = await parlour.admin.post<TestAnswer>(`/api/v1/sites/${id}/test/webhook`);
    expect(tried).to.include({ ok: false }).and.property('message').to.contain('Enter it again');
    expect(
      (await parlour.admin.call(`/api/v1/sites/${id}/webhook/rotate`, { method: 'POST' })).status,
    ).to.equal(200);
    expect((await read()).integrations.webhook!.secret).to.have.property('set', true);
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

  it('come with the WordPress plugin of this very Parlour, for anybody who has its address', async () => {
    const { version, bytes, url } = await parlour.admin.get<PluginView>('/api/v1/plugin');
    expect(url).to.equal(`${parlour.url}/parlour.zip`);
    const answer = await fetch(url);
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('content-disposition')).to.equal('attachment; filename="parlour.zip"');
    const data = Buffer.from(await answer.arrayBuffer());
    expect(data.length).to.equal(bytes);
    expect(new Map(unzipped(data)).get('parlour/parlour.php')?.toString()).to.include(
      `\n * Version:           ${version}\n`,
    );
  });

  it('refuse a change that was made on an older reading, and take one that names none', async () => {
    const site = await parlour.createSite();
    const first = await patch(site.id, { name: 'First', version: site.version });
    expect(first.status).to.equal(200);
    expect(first.body.version).to.be.greaterThan(site.version);
    const late = await patch(site.id, { name: 'Late', version: site.version });
    expect([late.status, (late.body as unknown as ErrorBody).error.id]).to.deep.equal([409, 'site_changed']);
    expect((await parlour.admin.get<SiteView>(`/api/v1/sites/${site.id}`)).name).to.equal('First');
    expect((await patch(site.id, { name: 'Unconditional' })).status).to.equal(200);
  });

  it('are put away and taken back; a site put away answers no visitor', async () => {
    const site = await parlour.createSite();
    const seen = () => call(`${parlour.url}/api/v1/visitor/sites/${site.key}`).then(({ status }) => status);
    const away = await patch(site.id, { archived: true });
    expect(away.body.archivedAt).to.be.a('string');
    expect(await seen()).to.equal(404);
    expect((await patch(site.id, { archived: false })).body).to.not.have.property('archivedAt');
    expect(await seen()).to.equal(200);
  });

  it('show what a change would look like to visitors, and store nothing of it', async () => {
    const site = await parlour.createSite();
    const preview = (json: unknown, id = site.id) =>
      parlour.admin.call<SitePreview>(`/api/v1/sites/${id}/preview`, { method: 'POST', json });
    const { status, body } = await preview({
      widget: { title: 'Not saved', greeting: 'Good day.' },
      lead: {
        fields: [
          {
            name: 'size',
            type: 'choice',
            label: 'Size',
            question: 'How big?',
            required: true,
            choices: ['S', 'L'],
          },
        ],
      },
    });
    expect(status).to.equal(200);
    expect(body.config).to.include({ title: 'Not saved', greeting: 'Good day. How big?' });
    expect(body.choices).to.deep.equal(['S', 'L']);
    expect((await parlour.admin.get<SiteView>(`/api/v1/sites/${site.id}`)).widget.title).to.equal(
      'Lindenhof',
    );
    expect((await preview({ widget: { accent: 'red' } })).status).to.equal(422);
    expect((await preview({}, '0190aaaa-0000-7000-8000-000000000000')).status).to.equal(404);
  });

  it('name the field that is wrong', async () => {
    const site = await parlour.createSite();
    const fields = [...site.lead.fields];
    fields[2] = { ...fields[2]!, name: 'Not a name' };
    const { status, body } = await patch(site.id, { lead: { fields }, widget: { accent: 'red' } });
    expect(status).to.equal(422);
    const paths = (body as unknown as ErrorBody).error.fields?.map(({ path }) => path);
    expect(paths).to.have.members(['lead.fields.2.name', 'widget.accent']);
  });

  it('call no field what every object of JavaScript has: it would be answered before it was asked', async () => {
    const { id, lead } = await parlour.createSite();
    const [one] = lead.fields;
    for (const name of ['constructor', 'toString']) {
      const { status, body } = await patch(id, { lead: { fields: [{ ...one, name }] } });
      expect(status).to.equal(422);
      expect((body as unknown as ErrorBody).error.fields?.map(({ path }) => path)).to.deep.equal([
        'lead.fields.0.name',
      ]);
    }
    const { status } = await patch(id, { lead: { fields: [{ ...one, name: 'constructorOf' }] } });
    expect(status).to.equal(200);
  });

  it('are saved while visitors go on, however long that takes', async () => {
    const { id, key } = await parlour.createSite();
    const held = await parlour.database.transaction();
    await held.raw('LOCK TABLE event_subscriptions IN EXCLUSIVE MODE');
    const saving = patch(id, {
      integrations: { webhook: { url: 'https://crm.example/leads', secret: SECRET } },
    });
    const isBeingSaved = async () => {
      const { rows } = await parlour.database.raw(
        `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'event_subscriptions'::regclass`,
      );
      return rows.length > 0;
    };
    await until(isBeingSaved, 'the settings are being saved');
    const visitor = await VisitorClient.start(parlour.url, key);
    const { session } = await visitor.say('I am Ana Silva');
    expect(session.lead).to.include({ name: 'Ana Silva' });
    expect(await isBeingSaved()).to.equal(true);
    await held.commit();
    expect((await saving).status).to.equal(200);
  });

  it('are the admin’s alone', async () => {
    const { id } = parlour.site;
    const agent = await signInAgent(parlour);
    for (const [method, path] of [
      ['GET', '/api/v1/sites'],
      ['POST', '/api/v1/sites'],
      ['GET', `/api/v1/sites/${id}`],
      ['PATCH', `/api/v1/sites/${id}`],
      ['POST', `/api/v1/sites/${id}/preview`],
      ['POST', `/api/v1/sites/${id}/connect`],
    ] as const) {
      const json = method === 'GET' ? undefined : {};
      expect((await call(parlour.url + path, { method, json })).status, path).to.equal(401);
      expect((await agent.call(path, { method, json })).status, path).to.equal(403);
    }
  });

  it('let only the dashboard frame the page that previews a look', async () => {
    const { status, headers } = await call(`${parlour.url}/preview`);
    expect(status).to.equal(200);
    expect(headers.get('content-security-policy')).to.contain("frame-ancestors 'self'");
  });
});
