import { Webhook } from 'standardwebhooks';
import type { DeliveryDetail, DeliveryView } from '../../../../backend/deliveries/schema.ts';
import type { SiteView } from '../../../../backend/sites/schema.ts';
import { FakeResend, type SentMail } from '../../../support/fakes/resend.ts';
import { call } from '../../../support/http-client.ts';
import { startTestParlour, type TestParlour } from '../../../support/parlour.ts';
import { letIn, type TestPerson } from '../../../support/people.ts';
import { until } from '../../../support/until.ts';
import { VisitorClient } from '../../../support/visitor-client.ts';

const SECRET = `whsec_${Buffer.from('what Resend signs its news with.').toString('base64')}`;

/** A Parlour that sends by Resend, with two people, and a site whose mail goes to the team. */
export class MailDesk {
  declare ana: TestPerson;
  declare ben: TestPerson;
  declare site: SiteView;

  private constructor(
    readonly parlour: TestParlour,
    readonly resend: FakeResend,
  ) {}

  static async start(): Promise<MailDesk> {
    const resend = await FakeResend.start();
    const environment = { ...resend.environment, RESEND_WEBHOOK_SECRET: SECRET, RATE_LIMIT_FACTOR: '0' };
    const desk = new MailDesk(await startTestParlour(environment), resend);
    desk.ana = await letIn(desk.parlour, 'agent', 'Ana Silva');
    desk.ben = await letIn(desk.parlour, 'agent', 'Ben Okoro');
    desk.site = await desk.siteTo(['team@example.com']);
    return desk;
  }

  async stop(): Promise<void> {
    await this.parlour.stop();
    await this.resend.stop();
  }

  reset(): void {
    this.resend.mails = [];
    this.resend.faults = [];
  }

  siteTo(to: string[]): Promise<SiteView> {
    return this.parlour.createSite({ name: 'Lindenhof', integrations: { email: { to } } } as never);
  }

  async completedLead(key = this.site.key, lead: Record<string, unknown> = {}): Promise<VisitorClient> {
    const visitor = await VisitorClient.start(this.parlour.url, key);
    const json = { name: 'Mara Vogel', email: 'mara@acme.example', ...lead };
    await visitor.call('/session/lead', { method: 'PUT', json });
    await visitor.call('/session/complete', { method: 'POST' });
    return visitor;
  }

  async deliveriesOf(sessionId: string): Promise<DeliveryView[]> {
    const path = `/api/v1/deliveries?session=${sessionId}`;
    return (await this.parlour.admin.get<{ items: DeliveryView[] }>(path)).items;
  }

  /** The mail about a conversation's lead. */
  async oneOf(sessionId: string): Promise<DeliveryView> {
    return (await this.deliveriesOf(sessionId)).find(({ event }) => event === 'lead.completed')!;
  }

  detail(id: string): Promise<DeliveryDetail> {
    return this.parlour.admin.get(`/api/v1/deliveries/${id}`);
  }

  async makeDue(): Promise<void> {
    await this.parlour.database.raw(`UPDATE deliveries SET next_attempt_at = now() WHERE status = 'failed'`);
  }

  async mailTo(address: string, count = 1): Promise<SentMail> {
    await until(() => this.resend.to(address).length >= count, `mail ${count} to ${address}`);
    return this.resend.to(address)[count - 1]!;
  }

  /** A lead's mail was tried so often, the last try has ended, and this came of it. */
  ended(sessionId: string, status: DeliveryView['status'], attempts: number): Promise<void> {
    return until(async () => {
      const delivery = await this.oneOf(sessionId);
      if (delivery?.status !== status || delivery.attempts !== attempts) return false;
      return (await this.detail(delivery.id)).tries[attempts - 1]?.durationMs != null;
    }, `a lead’s mail to be ${status} after ${attempts}`);
  }

  review(by: TestPerson, id: string, json: Record<string, unknown>) {
    return by.client.call(`/api/v1/sessions/${id}/review`, { method: 'PUT', json });
  }

  /** News of Resend about an address, signed. */
  hook(type: string, to: string, more: Record<string, unknown> = {}, at = new Date(), secret = SECRET) {
    const raw = JSON.stringify({
      type,
      created_at: at.toISOString(),
      data: { email_id: 'e1', to: [to], ...more },
    });
    const id = `msg_${at.getTime()}`;
    return call(`${this.parlour.url}/hooks/resend`, {
      raw,
      headers: {
        'content-type': 'application/json',
        'svix-id': id,
        'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
        'svix-signature': new Webhook(secret).sign(id, at, raw),
      },
    });
  }
}
