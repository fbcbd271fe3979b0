import { expect } from 'chai';
import type { DeliveryDetail } from '../../../../backend/deliveries/schema.ts';
import type { OutboxDetail, OutboxPage } from '../../../../backend/integrations/email/schema.ts';
import { startTestParlour, type TestParlour } from '../../../support/parlour.ts';
import { until } from '../../../support/until.ts';
import { VisitorClient } from '../../../support/visitor-client.ts';

describe('mail without a key for Resend', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
  });
  after(() => parlour.stop());

  const outbox = () => parlour.admin.get<OutboxPage>('/api/v1/outbox');

  it('is kept in the outbox, counts as delivered there, and goes with its conversation', async () => {
    const site = await parlour.createSite({ integrations: { email: { to: ['team@example.com'] } } } as never);
    const visitor = await VisitorClient.start(parlour.url, site.key);
    await visitor.call('/session/lead', {
      method: 'PUT',
      json: { name: 'Mara', email: 'mara@acme.example' },
    });
    await visitor.call('/session/complete', { method: 'POST' });
    await until(async () => (await outbox()).items.length === 1, 'the mail in the outbox');
    const { items, canSend } = await outbox();
    expect(canSend).to.equal(false);
    expect(items[0]).to.include({ to: 'team@example.com', subject: 'New lead: Mara', sentAt: null });
    const mail = await parlour.admin.get<OutboxDetail>(`/api/v1/outbox/${items[0]!.id}`);
    expect(mail.text).to.include('mara@acme.example');
    await until(async () => {
      const delivery = await parlour.admin.get<DeliveryDetail>(`/api/v1/deliveries/${mail.deliveryId}`);
      return delivery.status === 'delivered' && delivery.externalUrl?.endsWith(mail.id);
    }, 'the delivery to be marked');
    const page = await parlour.admin.call<string>(`/api/v1/outbox/${mail.id}/html`);
    expect(page.headers.get('content-security-policy')).to.match(/default-src 'none'.*sandbox/);
    const sent = await parlour.admin.call<{ error: { id: string } }>(`/api/v1/outbox/${mail.id}/send`, {
      method: 'POST',
    });
    expect([sent.status, sent.body.error.id]).to.deep.equal([409, 'mail_not_set_up']);
    await parlour.admin.call(`/api/v1/sessions/${visitor.sessionId}`, { method: 'DELETE' });
    expect((await outbox()).items).to.have.length(0);
    expect((await parlour.admin.call(`/api/v1/outbox/${mail.id}`)).status).to.equal(404);
  });

  it('waits for a conversation that is being removed without holding what goes with it', async () => {
    const site = await parlour.createSite({ integrations: { email: { to: ['team@example.com'] } } } as never);
    const visitor = await VisitorClient.start(parlour.url, site.key);
    await visitor.call('/session/lead', { method: 'PUT', json: { email: 'mara@acme.example' } });
    await visitor.call('/session/complete', { method: 'POST' });
    await until(async () => (await outbox()).items.length === 1, 'the mail in the outbox');
    const { sessionId } = visitor;
    const deliveries = () => parlour.database('deliveries').where({ sessionId });
    await until(async () => (await deliveries())[0].status === 'delivered', 'the delivery to be marked');
    await parlour.database('outbox_mails').delete();
    const removing = await parlour.database.transaction();
    await removing('chat_sessions').where({ id: sessionId }).forUpdate();
    await deliveries().update({ status: 'pending', nextAttemptAt: new Date() });
    await until(async () => {
      const { rows } = await parlour.database.raw(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    }, 'the sender to wait for the conversation');
    await removing.raw('SELECT 1 FROM deliveries WHERE session_id = ? FOR UPDATE NOWAIT', [sessionId]);
    await removing('chat_sessions').where({ id: sessionId }).delete();
    await removing.commit();
    expect((await outbox()).items).to.have.length(0);
  });

  it('never shows a one-time link to anybody but its person', async () => {
    await parlour.admin.post('/api/v1/users', { email: 'cleo@example.com', name: 'Cleo', role: 'agent' });
    await until(async () => (await outbox()).items.length === 1, 'the invitation');
    const mail = await parlour.admin.get<OutboxDetail>(`/api/v1/outbox/${(await outbox()).items[0]!.id}`);
    expect(mail.hidesLink).to.equal(true);
    expect(mail.text).to.not.include('token=');
    expect(await parlour.database('staff_tokens')).to.have.length(1);
  });
});
