import { expect } from 'chai';
import type { DeliveryView } from '../../../../backend/deliveries/schema.ts';
import type { IntegrationHealth } from '../../../../backend/integrations/health/schema.ts';
import type { FakeReceiver } from '../../../support/fakes/receiver.ts';
import { freePort } from '../../../support/free-port.ts';
import { call } from '../../../support/http-client.ts';
import { letIn } from '../../../support/people.ts';
import { startSelfSigned } from '../../../support/self-signed.ts';
import { until } from '../../../support/until.ts';
import { at, WebhookDesk } from './support.ts';

const NOWHERE = '00000000-0000-7000-8000-000000000000';

describe('webhooks that are tried and watched', () => {
  let desk: WebhookDesk;

  before(async () => {
    desk = await WebhookDesk.start();
  });
  after(() => desk?.stop());
  beforeEach(() => desk.reset());

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
        desk.receiver.answer = answer;
        const result = await desk.test(desk.parlour.site.id, { url: `${desk.receiver.url}/tried` });
        expect(result.ok).to.equal(ok);
        expect(result.message).to.match(words);
        expect(desk.sentTo('/tried')).to.have.length(1);
        expect(JSON.parse(desk.sentTo('/tried')[0]!.body).type).to.equal('test');
      });

    it('says when nothing listens, a name is unknown, or nobody vouches for the certificate', async () => {
      const selfSigned = await startSelfSigned();
      const addresses: Array<[string, RegExp]> = [
        [`http://127.0.0.1:${await freePort()}/`, /Nothing answers at this address/],
        [selfSigned.url, /certificate of this address is self-signed/],
        [desk.receiver.url.replace('http:', 'https:'), /does not speak https/],
      ];
      for (const [url, words] of addresses)
        expect((await desk.test(desk.parlour.site.id, { url })).message, url).to.match(words);
      expect((await desk.test(desk.parlour.site.id)).message).to.match(/no address yet/);
      await selfSigned.stop();
    });

    it('is for admins of a site that there is', async () => {
      const agent = (await letIn(desk.parlour)).client;
      const calls: Array<[string, string]> = [
        ['POST', 'test/webhook'],
        ['POST', 'webhook/rotate'],
        ['GET', 'webhook/preview?event=lead.completed'],
        ['GET', 'integrations'],
        ['POST', 'integrations/webhook/enable'],
      ];
      for (const [method, path] of calls) {
        const nobody = await call(desk.parlour.url + at(desk.parlour.site.id, path), {
          method,
          headers: { origin: desk.parlour.url },
        });
        const by = await agent.call(at(desk.parlour.site.id, path), { method });
        const elsewhere = await desk.parlour.admin.call(at(NOWHERE, path), { method });
        expect([nobody.status, by.status, elsewhere.status], path).to.deep.equal([401, 403, 404]);
      }
    });
  });

  describe('health', () => {
    it('tells the last success, the last failure in words, and what waits or was given up', async () => {
      const site = await desk.siteWith('/health');
      expect(await desk.healthOf(site.id)).to.deep.include({
        isSetUp: true,
        lastSuccessAt: null,
        waiting: 0,
        dead: 0,
      });
      desk.receiver.answer = () => ({ status: 503 });
      await desk.completedLead(site.key);
      await until(async () => (await desk.healthOf(site.id)).lastFailureAt !== null, 'the failure');
      expect(await desk.healthOf(site.id)).to.include({
        lastError: 'The receiver answered 503.',
        waiting: 1,
      });
      desk.receiver.answer = () => ({ status: 200 });
      await desk.parlour.admin.post('/api/v1/deliveries/retry', { filter: { site: site.id } });
      await until(async () => (await desk.healthOf(site.id)).lastSuccessAt !== null, 'the success');
      // What went wrong is still known.
      expect(await desk.healthOf(site.id)).to.include({
        lastError: 'The receiver answered 503.',
        waiting: 0,
        dead: 0,
      });
      const other = await desk.parlour.createSite({ name: 'Without' });
      expect(await desk.healthOf(other.id)).to.include({ isSetUp: false, lastFailureAt: null });
    });

    it('shows what its receiver has switched off (410), until it is switched on again', async () => {
      const site = await desk.siteWith('/gone');
      desk.receiver.answer = () => ({ status: 410 });
      await desk.completedLead(site.key);
      await until(async () => (await desk.healthOf(site.id)).disabledAt !== null, 'the end');
      expect(await desk.healthOf(site.id)).to.include({
        dead: 1,
        disabledReason: 'The receiver wants no more webhooks (410). They are switched off.',
      });
      // Another event does not bring it back behind the receiver's back.
      await desk.parlour.admin.patch(`/api/v1/sites/${site.id}`, {
        integrations: { webhook: { events: ['lead.completed', 'session.completed'] } },
      });
      await desk.completedLead(site.key);
      const { items } = await desk.parlour.admin.get<{ items: DeliveryView[] }>(
        `/api/v1/deliveries?site=${site.id}`,
      );
      expect(items).to.have.length(1);

      desk.receiver.answer = () => ({ status: 200 });
      const enabled = await desk.parlour.admin.call<{ items: IntegrationHealth[] }>(
        at(site.id, 'integrations/webhook/enable'),
        { method: 'POST' },
      );
      expect(enabled.body.items[0]).to.include({ kind: 'webhook', disabledAt: null });
      await desk.completedLead(site.key);
      await until(() => desk.sentTo('/gone').length === 3, 'both events');
      const notSetUp = await desk.parlour.admin.call(at(site.id, 'integrations/email/enable'), {
        method: 'POST',
      });
      const unknown = await desk.parlour.admin.call(at(site.id, 'integrations/messenger/enable'), {
        method: 'POST',
      });
      expect([notSetUp.status, unknown.status]).to.deep.equal([409, 404]);
    });

    it('is answered by indexes', async () => {
      await desk.parlour.database.transaction(async (trx) => {
        await trx.raw('SET LOCAL enable_seqscan = off');
        const { rows } = await trx.raw(
          `EXPLAIN SELECT delivered_at FROM deliveries WHERE site_id = ? AND kind = 'webhook'
           AND delivered_at IS NOT NULL ORDER BY delivered_at DESC LIMIT 1`,
          [desk.parlour.site.id],
        );
        expect(JSON.stringify(rows)).to.contain('deliveries_arrived').and.not.to.contain('Sort');
      });
    });
  });

  describe('receivers', () => {
    it('that hang before or inside their answer never hold up another receiver', async () => {
      desk.receiver.answer = ({ path }) =>
        path === '/slow' ? 'slow-headers' : path === '/drip' ? 'drip' : { status: 200 };
      const [slow, drip, well] = await Promise.all(
        ['/slow', '/drip', '/well'].map((path) => desk.siteWith(path)),
      );
      for (let n = 0; n < 4; n++) await desk.completedLead(slow!.key);
      await desk.completedLead(drip!.key);
      await until(() => desk.sentTo('/slow').length > 0, 'the slow one to begin');
      await desk.completedLead(well!.key);
      await until(
        async () => (await desk.healthOf(well!.id)).lastSuccessAt !== null,
        'the healthy one',
        5_000,
      );
      // Its status said that it has it.
      await until(
        async () => (await desk.healthOf(drip!.id)).lastSuccessAt !== null,
        'the dripping one',
        8_000,
      );
    });
  });
});
