import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import type { DeliveryView } from '../../../backend/deliveries/schema.ts';
import type { IntegrationHealth } from '../../../backend/integrations/health/schema.ts';
import type { WebhookData } from '../../../backend/integrations/webhook/payload.ts';
import { forgetPreviousSecrets } from '../../../backend/integrations/webhook/rotate.ts';
import type { SiteView, WebhookEvent } from '../../../backend/sites/schema.ts';
import type { TestAnswer } from '../../../backend/trials/schema.ts';
import { type FakeReceiver, type Received, startFakeReceiver } from '../../support/fakes/receiver.ts';
import { freePort } from '../../support/free-port.ts';
import { call } from '../../support/http-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { letIn } from '../../support/people.ts';
import { startSelfSigned } from '../../support/self-signed.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

const EVENTS: WebhookEvent[] = [
  'lead.completed',
  'lead.qualified',
  'lead.updated',
  'session.completed',
  'session.abandoned',
  'session.waiting',
  'session.taken_over',
  'review.issue',
  'review.fixed',
  'incident.opened',
];
const NOWHERE = '00000000-0000-7000-8000-000000000000';

interface Sent {
  type: string;
  id: string;
  data: WebhookData;
}

describe('webhooks', () => {
  let parlour: TestParlour;
  let receiver: FakeReceiver;

  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    receiver = await startFakeReceiver();
  });

  after(async () => {
    await parlour.stop();
    await receiver.stop();
  });

  beforeEach(() => {
    receiver.received = [];
    receiver.answer = () => ({ status: 200, body: '{"message":"Workflow was started"}' });
  });

  const siteWith = (path: string, webhook: object = {}) =>
    parlour.createSite({
      name: path,
      integrations: { webhook: { url: receiver.url + path, ...webhook } },
    } as never);
  const at = (id: string, rest: string) => `/api/v1/sites/${id}/${rest}`;
  const rotate = async (id: string) =>
    (await parlour.admin.post<{ secret: string }>(at(id, 'webhook/rotate'))).secret;
  const test = (id: string, webhook?: object) =>
    parlour.admin.post<TestAnswer>(
      at(id, 'test/webhook'),
      webhook && { patch: { integrations: { webhook } } },
    );
  const healthOf = async (id: string) => {
    const { items } = await parlour.admin.get<{ items: IntegrationHealth[] }>(at(id, 'integrations'));
    return items.find(({ kind }) => kind === 'webhook')!;
  };
  const sentTo = (path: string) => receiver.received.filter((request) => request.path === path);

  async function completedLead(siteKey: string): Promise<VisitorClient> {
    const visitor = await VisitorClient.start(parlour.url, siteKey);
    await visitor.call('/session/lead', { method: 'PUT', json: { name: 'Ana', email: 'ana@acme.example' } });
    await visitor.call('/session/complete', { method: 'POST' });
    return visitor;
  }

  function believes(secret: string, { headers, body }: Received): boolean {
    try {
      new Webhook(secret).verify(body, headers as Record<string, string>);
      return true;
    } catch {
      return false;
    }
  }

  describe('secrets', () => {
    it('are made, told once, and replaced with a day in which both sign', async () => {
      const { id } = await siteWith('/rotating');
      const unsigned = await test(id);
      expect(unsigned.message).to.contain('not signed');
      expect(receiver.received.at(-1)!.headers).not.to.have.property('webhook-signature');

      const first = await rotate(id);
      expect(first).to.match(/^whsec_/);
      expect(Buffer.from(first.slice(6), 'base64')).to.have.length(32);
      await test(id);
      expect(receiver.received.at(-1)!.headers['webhook-signature']).to.match(/^v1,\S+$/);
      expect(believes(first, receiver.received.at(-1)!)).to.equal(true);

      const second = await rotate(id);
      await test(id);
      const both = receiver.received.at(-1)!;
      expect(both.headers['webhook-signature']).to.match(/^v1,\S+ v1,\S+$/);
      expect([believes(first, both), believes(second, both)]).to.deep.equal([true, true]);

      const { integrations } = await parlour.admin.get<SiteView>(`/api/v1/sites/${id}`);
      expect(integrations.webhook!.secret).to.deep.equal({ set: true, hint: `...${second.slice(-4)}` });
      const wait = Date.parse(integrations.webhook!.previousSecretUntil!) - Date.now();
      expect(wait).to.be.within(86_000_000, 86_400_000);
      for (const secret of [first, second])
        expect(JSON.stringify(integrations)).not.to.contain(secret.slice(6, 30));

      // A day later.
      await parlour.admin.patch(`/api/v1/sites/${id}`, {
        integrations: { webhook: { previousSecretUntil: new Date().toISOString() } },
      });
      await test(id);
      const after = receiver.received.at(-1)!;
      expect([believes(first, after), believes(second, after)]).to.deep.equal([false, true]);
    });

    it('are not kept once they sign no more, and as long as they do', async () => {
      const { id } = await siteWith('/forgetting');
      await rotate(id);
      const second = await rotate(id);
      const stored = async () => (await parlour.database('sites').where({ id }).first()).integrations.webhook;
      await forgetPreviousSecrets(parlour.database);
      expect(await stored()).to.include.keys('previousSecret', 'previousSecretUntil');

      await parlour.admin.patch(`/api/v1/sites/${id}`, {
        integrations: { webhook: { previousSecretUntil: new Date().toISOString() } },
      });
      const { version } = await parlour.admin.get<SiteView>(`/api/v1/sites/${id}`);
      await forgetPreviousSecrets(parlour.database);
      expect(await stored()).not.to.include.any.keys('previousSecret', 'previousSecretUntil');
      await test(id);
      expect(believes(second, receiver.received.at(-1)!)).to.equal(true);
      const after = await parlour.admin.get<SiteView>(`/api/v1/sites/${id}`);
      expect(after.version, 'an open form is not out of date').to.equal(version);
    });

    it('may go in a header, for receivers that cannot check signatures', async () => {
      const { id, key } = await siteWith('/header', {
        headerName: 'X-Token',
        headerSecret: 'canary-7777-abcd',
      });
      await completedLead(key);
      await until(() => sentTo('/header').length === 1, 'the webhook');
      expect(sentTo('/header')[0]!.headers['x-token']).to.equal('canary-7777-abcd');
      const site = await parlour.admin.get<SiteView>(`/api/v1/sites/${id}`);
      expect(site.integrations.webhook!.headerSecret).to.deep.equal({ set: true, hint: '...abcd' });
      expect(JSON.stringify(site)).not.to.contain('canary');
      const bad = await test(id, { headerSecret: 'two\nlines' });
      expect(bad).to.deep.equal({
        ok: false,
        message: 'The value of the header has letters that a header cannot carry.',
      });
    });
  });

  describe('settings', () => {
    const refused: Array<[string, object]> = [
      ['an event that there is not', { events: ['lead.completed', 'lead.sold'] }],
      ['a header that says how the message is sent', { headerName: 'Content-Length' }],
      ['a header of the signature', { headerName: 'Webhook-Id' }],
      ['an address that nothing can be sent to', { url: 'http://999.999.999.999/' }],
      ['an address that is not http', { url: 'ftp://example.com/' }],
    ];
    for (const [what, webhook] of refused)
      it(`refuse ${what}`, async () => {
        const answer = await parlour.admin.call(`/api/v1/sites/${parlour.site.id}`, {
          method: 'PATCH',
          json: { integrations: { webhook } },
        });
        expect(answer.status).to.equal(422);
      });
  });

  describe('what is told', () => {
    it('has the verdict with review events, and the error with incidents', async () => {
      const events = ['review.issue', 'review.fixed', 'lead.qualified', 'incident.opened'];
      const site = await siteWith('/told', { events });
      const visitor = await completedLead(site.key);
      const review = `/api/v1/sessions/${visitor.sessionId}/review`;
      const put = (json: object) => parlour.admin.call(review, { method: 'PUT', json });
      await put({ status: 'issue', category: 'Wrong answer', note: 'It named a price.' });
      await put({ status: 'fixed', developerFeedback: 'Prices are gone.' });
      const { lead } = await parlour.admin.get<{ lead: { id: string } }>(
        `/api/v1/sessions/${visitor.sessionId}`,
      );
      await parlour.admin.patch(`/api/v1/leads/${lead.id}`, { qualification: 'qualified' });
      await parlour.admin.post('/api/v1/errors', {
        workflow: { name: 'Chat' },
        message: 'It broke',
        sessionId: visitor.sessionId,
      });
      await until(() => sentTo('/told').length === 4, 'all four');
      const told = new Map(
        sentTo('/told')
          .map(({ body }) => JSON.parse(body) as Sent)
          .map((sent) => [sent.type, sent.data]),
      );
      expect([...told.keys()].sort()).to.deep.equal([...events].sort());
      expect(told.get('review.issue')!.review).to.include({ toStatus: 'issue', note: 'It named a price.' });
      expect(told.get('review.fixed')!.review).to.include({ developerFeedback: 'Prices are gone.' });
      expect(told.get('incident.opened')!.incident).to.include({ message: 'It broke' });
      expect(told.get('lead.qualified')!.lead).to.include({ qualification: 'qualified' });
      for (const data of told.values()) expect(data.session!.id).to.equal(visitor.sessionId);
    });

    it('can be looked at before: made up while there is nothing, then from the newest that fits', async () => {
      const site = await parlour.createSite({ name: 'Previewed' });
      const preview = (event: string) =>
        parlour.admin.call<{ isExample: boolean; payload: Sent }>(
          at(site.id, `webhook/preview?event=${event}`),
        );
      for (const event of EVENTS) {
        const { body } = await preview(event);
        expect(body.isExample, event).to.equal(true);
        expect(body.payload.type).to.equal(event);
        const { review, incident } = body.payload.data;
        expect([!!review, !!incident]).to.deep.equal([
          event.startsWith('review'),
          event.startsWith('incident'),
        ]);
      }
      const visitor = await completedLead(site.key);
      const { body } = await preview('lead.completed');
      expect(body.isExample).to.equal(false);
      expect(body.payload.data.lead!.email).to.equal('ana@acme.example');
      expect(body.payload.data.session!.id).to.equal(visitor.sessionId);
      expect((await preview('review.issue')).body.isExample).to.equal(true);
      await parlour.admin.call(`/api/v1/sessions/${visitor.sessionId}/review`, {
        method: 'PUT',
        json: { status: 'issue', note: 'Hm' },
      });
      expect((await preview('review.issue')).body.payload.data.review!.note).to.equal('Hm');
      expect((await preview('session.sold')).status).to.equal(422);
    });
  });

  describe('a test', () => {
    const tried: Array<[string, () => ReturnType<FakeReceiver['answer']>, boolean, RegExp]> = [
      [
        'success',
        () => ({ status: 200, body: '{"message":"Workflow was started"}' }),
        true,
        /200 .*Workflow was started/,
      ],
      ['an answer without end', () => 'endless', true, /answered 200/],
      ['an answer that drips', () => 'drip', true, /answered 200/],
      [
        'a redirect',
        () => ({ status: 302, headers: { location: 'http://169.254.169.254/' } }),
        false,
        /sends us elsewhere \(302\)/,
      ],
      ['a refusal', () => ({ status: 403 }), false, /does not let us in \(403\)/],
      [
        'an unpublished n8n workflow',
        () => ({
          status: 404,
          body: '{"code":404,"message":"The requested webhook \\"x\\" is not registered."}',
        }),
        false,
        /no published workflow/,
      ],
      ['a server error', () => ({ status: 500, body: 'kaput' }), false, /answered 500. It said: “kaput”/],
      ['a cut connection', () => 'cut', false, /connection was cut/],
    ];
    for (const [what, answer, ok, words] of tried)
      it(`says in plain words: ${what}`, async () => {
        receiver.answer = answer;
        const result = await test(parlour.site.id, { url: `${receiver.url}/tried` });
        expect(result.ok).to.equal(ok);
        expect(result.message).to.match(words);
        expect(sentTo('/tried')).to.have.length(1);
        expect(JSON.parse(sentTo('/tried')[0]!.body).type).to.equal('test');
      });

    it('says when nothing listens, a name is unknown, or nobody vouches for the certificate', async () => {
      const selfSigned = await startSelfSigned();
      const addresses: Array<[string, RegExp]> = [
        [`http://127.0.0.1:${await freePort()}/`, /Nothing answers at this address/],
        [selfSigned.url, /certificate of this address is self-signed/],
        [receiver.url.replace('http:', 'https:'), /does not speak https/],
      ];
      for (const [url, words] of addresses)
        expect((await test(parlour.site.id, { url })).message, url).to.match(words);
      expect((await test(parlour.site.id)).message).to.match(/no address yet/);
      await selfSigned.stop();
    });

    it('is for admins of a site that there is', async () => {
      const agent = (await letIn(parlour)).client;
      const calls: Array<[string, string]> = [
        ['POST', 'test/webhook'],
        ['POST', 'webhook/rotate'],
        ['GET', 'webhook/preview?event=lead.completed'],
        ['GET', 'integrations'],
        ['POST', 'integrations/webhook/enable'],
      ];
      for (const [method, path] of calls) {
        const nobody = await call(parlour.url + at(parlour.site.id, path), {
          method,
          headers: { origin: parlour.url },
        });
        const by = await agent.call(at(parlour.site.id, path), { method });
        const elsewhere = await parlour.admin.call(at(NOWHERE, path), { method });
        expect([nobody.status, by.status, elsewhere.status], path).to.deep.equal([401, 403, 404]);
      }
    });
  });

  describe('health', () => {
    it('tells the last success, the last failure in words, and what waits or was given up', async () => {
      const site = await siteWith('/health');
      expect(await healthOf(site.id)).to.deep.include({
        isSetUp: true,
        lastSuccessAt: null,
        waiting: 0,
        dead: 0,
      });
      receiver.answer = () => ({ status: 503 });
      await completedLead(site.key);
      await until(async () => (await healthOf(site.id)).lastFailureAt !== null, 'the failure');
      expect(await healthOf(site.id)).to.include({ lastError: 'The receiver answered 503.', waiting: 1 });
      receiver.answer = () => ({ status: 200 });
      await parlour.admin.post('/api/v1/deliveries/retry', { filter: { site: site.id } });
      await until(async () => (await healthOf(site.id)).lastSuccessAt !== null, 'the success');
      // What went wrong is still known.
      expect(await healthOf(site.id)).to.include({
        lastError: 'The receiver answered 503.',
        waiting: 0,
        dead: 0,
      });
      const other = await parlour.createSite({ name: 'Without' });
      expect(await healthOf(other.id)).to.include({ isSetUp: false, lastFailureAt: null });
    });

    it('shows what its receiver has switched off (410), until it is switched on again', async () => {
      const site = await siteWith('/gone');
      receiver.answer = () => ({ status: 410 });
      await completedLead(site.key);
      await until(async () => (await healthOf(site.id)).disabledAt !== null, 'the end');
      expect(await healthOf(site.id)).to.include({
        dead: 1,
        disabledReason: 'The receiver wants no more webhooks (410). They are switched off.',
      });
      // Another event does not bring it back behind the receiver's back.
      await parlour.admin.patch(`/api/v1/sites/${site.id}`, {
        integrations: { webhook: { events: ['lead.completed', 'session.completed'] } },
      });
      await completedLead(site.key);
      const { items } = await parlour.admin.get<{ items: DeliveryView[] }>(
        `/api/v1/deliveries?site=${site.id}`,
      );
      expect(items).to.have.length(1);

      receiver.answer = () => ({ status: 200 });
      const enabled = await parlour.admin.call<{ items: IntegrationHealth[] }>(
        at(site.id, 'integrations/webhook/enable'),
        { method: 'POST' },
      );
      expect(enabled.body.items[0]).to.include({ kind: 'webhook', disabledAt: null });
      await completedLead(site.key);
      await until(() => sentTo('/gone').length === 3, 'both events');
      const notSetUp = await parlour.admin.call(at(site.id, 'integrations/email/enable'), { method: 'POST' });
      const unknown = await parlour.admin.call(at(site.id, 'integrations/messenger/enable'), {
        method: 'POST',
      });
      expect([notSetUp.status, unknown.status]).to.deep.equal([409, 404]);
    });

    it('is answered by indexes', async () => {
      await parlour.database.transaction(async (trx) => {
        await trx.raw('SET LOCAL enable_seqscan = off');
        const { rows } = await trx.raw(
          `EXPLAIN SELECT delivered_at FROM deliveries WHERE site_id = ? AND kind = 'webhook'
           AND delivered_at IS NOT NULL ORDER BY delivered_at DESC LIMIT 1`,
          [parlour.site.id],
        );
        expect(JSON.stringify(rows)).to.contain('deliveries_arrived').and.not.to.contain('Sort');
      });
    });
  });

  describe('receivers', () => {
    it('that hang before or inside their answer never hold up another receiver', async () => {
      receiver.answer = ({ path }) =>
        path === '/slow' ? 'slow-headers' : path === '/drip' ? 'drip' : { status: 200 };
      const [slow, drip, well] = await Promise.all(['/slow', '/drip', '/well'].map((path) => siteWith(path)));
      for (let n = 0; n < 4; n++) await completedLead(slow!.key);
      await completedLead(drip!.key);
      await until(() => sentTo('/slow').length > 0, 'the slow one to begin');
      await completedLead(well!.key);
      await until(async () => (await healthOf(well!.id)).lastSuccessAt !== null, 'the healthy one', 5_000);
      // Its status said that it has it.
      await until(async () => (await healthOf(drip!.id)).lastSuccessAt !== null, 'the dripping one', 8_000);
    });
  });
});

describe('webhooks where private networks are not allowed (promise 18)', () => {
  let parlour: TestParlour;
  let receiver: FakeReceiver;

  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0', ALLOW_PRIVATE_NETWORK: 'false' });
    receiver = await startFakeReceiver();
  });

  after(async () => {
    await parlour.stop();
    await receiver.stop();
  });

  const HOSTS = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.0.0.1.',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::127.0.0.1]',
    '0.0.0.0',
    'localhost',
    'LOCALHOST',
    'localhost.',
    '169.254.169.254',
    '2852039166',
    '0xA9FEA9FE',
    '0251.0376.0251.0376',
    '169.254.169.254.',
    '[::ffff:a9fe:a9fe]',
    '[fe80::1]',
    'metadata.google.internal',
    '10.0.0.1',
    '192.168.0.1',
  ];

  it('reach this machine and cloud metadata under no name', async () => {
    const port = new URL(receiver.url).port;
    for (const host of HOSTS) {
      const url = `http://${host}:${port}/`;
      const answer = await parlour.admin.post<TestAnswer>(`/api/v1/sites/${parlour.site.id}/test/webhook`, {
        patch: { integrations: { webhook: { url } } },
      });
      expect(answer.ok, host).to.equal(false);
      expect(answer.message, host).to.match(/Parlour does not call|There is no such address/);
    }
    expect(receiver.received).to.deep.equal([]);
  });

  it('are given up at once by the ledger, with the reason', async () => {
    const site = await parlour.createSite({
      integrations: { webhook: { url: receiver.url, events: ['session.completed'] } },
    } as never);
    const visitor = await VisitorClient.start(parlour.url, site.key);
    await visitor.call('/session/complete', { method: 'POST' });
    const path = `/api/v1/deliveries?session=${visitor.sessionId}`;
    const read = async () => (await parlour.admin.get<{ items: DeliveryView[] }>(path)).items[0]!;
    await until(async () => (await read()).status === 'dead', 'the end');
    expect((await read()).lastError).to.match(/Parlour does not call 127.0.0.1/);
    expect(receiver.received).to.deep.equal([]);
  });
});
