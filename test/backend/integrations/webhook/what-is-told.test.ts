import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import { forgetPreviousSecrets } from '../../../../backend/integrations/webhook/rotate.ts';
import { WebhookEvent } from '../../../../backend/sites/integration-schema.ts';
import type { SiteView } from '../../../../backend/sites/schema.ts';
import type { Received } from '../../../support/fakes/receiver.ts';
import { until } from '../../../support/until.ts';
import { at, type Sent, WebhookDesk } from './support.ts';

describe('webhooks', () => {
  let desk: WebhookDesk;

  before(async () => {
    desk = await WebhookDesk.start();
  });
  after(() => desk?.stop());
  beforeEach(() => desk.reset());

  describe('secrets', () => {
    it('are made, told once, and replaced with a day in which both sign', async () => {
      const { id } = await desk.siteWith('/rotating');
      const unsigned = await desk.test(id);
      expect(unsigned.message).to.contain('not signed');
      expect(desk.receiver.received.at(-1)!.headers).not.to.have.property('webhook-signature');

      const first = await desk.rotate(id);
      expect(first).to.match(/^whsec_/);
      expect(Buffer.from(first.slice(6), 'base64')).to.have.length(32);
      await desk.test(id);
      expect(desk.receiver.received.at(-1)!.headers['webhook-signature']).to.match(/^v1,\S+$/);
      expect(believes(first, desk.receiver.received.at(-1)!)).to.equal(true);

      const second = await desk.rotate(id);
      await desk.test(id);
      const both = desk.receiver.received.at(-1)!;
      expect(both.headers['webhook-signature']).to.match(/^v1,\S+ v1,\S+$/);
      expect([believes(first, both), believes(second, both)]).to.deep.equal([true, true]);

      const { integrations } = await desk.parlour.admin.get<SiteView>(`/api/v1/sites/${id}`);
      expect(integrations.webhook!.secret).to.deep.equal({ set: true, hint: `...${second.slice(-4)}` });
      const wait = Date.parse(integrations.webhook!.previousSecretUntil!) - Date.now();
      expect(wait).to.be.within(86_000_000, 86_400_000);
      for (const secret of [first, second])
        expect(JSON.stringify(integrations)).not.to.contain(secret.slice(6, 30));

      // A day later.
      await desk.parlour.admin.patch(`/api/v1/sites/${id}`, {
        integrations: { webhook: { previousSecretUntil: new Date().toISOString() } },
      });
      await desk.test(id);
      const after = desk.receiver.received.at(-1)!;
      expect([believes(first, after), believes(second, after)]).to.deep.equal([false, true]);
    });

    it('are not kept once they sign no more, and as long as they do', async () => {
      const { id } = await desk.siteWith('/forgetting');
      await desk.rotate(id);
      const second = await desk.rotate(id);
      const stored = async () =>
        (await desk.parlour.database('sites').where({ id }).first()).integrations.webhook;
      await forgetPreviousSecrets(desk.parlour.database);
      expect(await stored()).to.include.keys('previousSecret', 'previousSecretUntil');

      await desk.parlour.admin.patch(`/api/v1/sites/${id}`, {
        integrations: { webhook: { previousSecretUntil: new Date().toISOString() } },
      });
      const { version } = await desk.parlour.admin.get<SiteView>(`/api/v1/sites/${id}`);
      await forgetPreviousSecrets(desk.parlour.database);
      expect(await stored()).not.to.include.any.keys('previousSecret', 'previousSecretUntil');
      await desk.test(id);
      expect(believes(second, desk.receiver.received.at(-1)!)).to.equal(true);
      const after = await desk.parlour.admin.get<SiteView>(`/api/v1/sites/${id}`);
      expect(after.version, 'an open form is not out of date').to.equal(version);
    });

    it('may go in a header, for receivers that cannot check signatures', async () => {
      const { id, key } = await desk.siteWith('/header', {
        headerName: 'X-Token',
        headerSecret: 'canary-7777-abcd',
      });
      await desk.completedLead(key);
      await until(() => desk.sentTo('/header').length === 1, 'the webhook');
      expect(desk.sentTo('/header')[0]!.headers['x-token']).to.equal('canary-7777-abcd');
      const site = await desk.parlour.admin.get<SiteView>(`/api/v1/sites/${id}`);
      expect(site.integrations.webhook!.headerSecret).to.deep.equal({ set: true, hint: '...abcd' });
      expect(JSON.stringify(site)).not.to.contain('canary');
      const bad = await desk.test(id, { headerSecret: 'two\nlines' });
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
        const answer = await desk.parlour.admin.call(`/api/v1/sites/${desk.parlour.site.id}`, {
          method: 'PATCH',
          json: { integrations: { webhook } },
        });
        expect(answer.status).to.equal(422);
      });
  });

  describe('what is told', () => {
    it('has the verdict with review events, and the error with incidents', async () => {
      const events = ['review.issue', 'review.fixed', 'lead.qualified', 'incident.opened'];
      const site = await desk.siteWith('/told', { events });
      const visitor = await desk.completedLead(site.key);
      const review = `/api/v1/sessions/${visitor.sessionId}/review`;
      const put = (json: object) => desk.parlour.admin.call(review, { method: 'PUT', json });
      await put({ status: 'issue', category: 'Wrong answer', note: 'It named a price.' });
      await put({ status: 'fixed', developerFeedback: 'Prices are gone.' });
      const { lead } = await desk.parlour.admin.get<{ lead: { id: string } }>(
        `/api/v1/sessions/${visitor.sessionId}`,
      );
      await desk.parlour.admin.patch(`/api/v1/leads/${lead.id}`, { qualification: 'qualified' });
      await desk.parlour.admin.post('/api/v1/errors', {
        workflow: { name: 'Chat' },
        message: 'It broke',
        sessionId: visitor.sessionId,
      });
      await until(() => desk.sentTo('/told').length === 4, 'all four');
      const told = new Map(
        desk
          .sentTo('/told')
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
      const site = await desk.parlour.createSite({ name: 'Previewed' });
      const preview = (event: string) =>
        desk.parlour.admin.call<{ isExample: boolean; payload: Sent }>(
          at(site.id, `webhook/preview?event=${event}`),
        );
      for (const event of WebhookEvent.enum) {
        const { body } = await preview(event);
        expect(body.isExample, event).to.equal(true);
        expect(body.payload.type).to.equal(event);
        const { review, incident } = body.payload.data;
        expect([!!review, !!incident]).to.deep.equal([
          event.startsWith('review'),
          event.startsWith('incident'),
        ]);
      }
      const visitor = await desk.completedLead(site.key);
      const { body } = await preview('lead.completed');
      expect(body.isExample).to.equal(false);
      expect(body.payload.data.lead!.email).to.equal('ana@acme.example');
      expect(body.payload.data.session!.id).to.equal(visitor.sessionId);
      expect((await preview('review.issue')).body.isExample).to.equal(true);
      await desk.parlour.admin.call(`/api/v1/sessions/${visitor.sessionId}/review`, {
        method: 'PUT',
        json: { status: 'issue', note: 'Hm' },
      });
      expect((await preview('review.issue')).body.payload.data.review!.note).to.equal('Hm');
      expect((await preview('session.sold')).status).to.equal(422);
    });
  });
});

function believes(secret: string, { headers, body }: Received): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}
