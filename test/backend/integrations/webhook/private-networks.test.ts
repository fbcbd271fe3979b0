import { expect } from 'chai';
import type { DeliveryView } from '../../../../backend/deliveries/schema.ts';
import { until } from '../../../support/until.ts';
import { VisitorClient } from '../../../support/visitor-client.ts';
import { WebhookDesk } from './support.ts';

describe('webhooks where private networks are not allowed (promise 18)', () => {
  let desk: WebhookDesk;

  before(async () => {
    desk = await WebhookDesk.start({ ALLOW_PRIVATE_NETWORK: 'false' });
  });
  after(() => desk?.stop());

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
    const port = new URL(desk.receiver.url).port;
    for (const host of HOSTS) {
      const url = `http://${host}:${port}/`;
      const answer = await desk.test(desk.parlour.site.id, { url });
      expect(answer.ok, host).to.equal(false);
      expect(answer.message, host).to.match(/Parlour does not call|There is no such address/);
    }
    expect(desk.receiver.received).to.deep.equal([]);
  });

  it('are given up at once by the ledger, with the reason', async () => {
    const site = await desk.parlour.createSite({
      integrations: { webhook: { url: desk.receiver.url, events: ['session.completed'] } },
    } as never);
    const visitor = await VisitorClient.start(desk.parlour.url, site.key);
    await visitor.call('/session/complete', { method: 'POST' });
    const path = `/api/v1/deliveries?session=${visitor.sessionId}`;
    const read = async () => (await desk.parlour.admin.get<{ items: DeliveryView[] }>(path)).items[0]!;
    await until(async () => (await read()).status === 'dead', 'the end');
    expect((await read()).lastError).to.match(/Parlour does not call 127.0.0.1/);
    expect(desk.receiver.received).to.deep.equal([]);
  });
});
