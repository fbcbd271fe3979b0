import type { DeliveryDetail, DeliveryView } from '../../../../backend/deliveries/schema.ts';
import type { SessionDetail } from '../../../../backend/sessions/schema.ts';
import type { SiteView } from '../../../../backend/sites/schema.ts';
import { FakeMonday, MONDAY_TOKEN } from '../../../support/fakes/monday.ts';
import { startTestParlour, type TestParlour } from '../../../support/parlour.ts';
import { until } from '../../../support/until.ts';
import { VisitorClient } from '../../../support/visitor-client.ts';

export const BOARD = '1234567890';
export const COLUMNS = {
  email: 'email_mkx1',
  phone: 'phone_mkx2',
  company: 'text_mkx3',
  budget: 'status',
  'utm.source': 'dropdown_mkx4',
  'session.startedAt': 'date4',
  'lead.score': 'numbers_mkx5',
  'session.link': 'link_mkx6',
  'session.transcript': 'long_text_mkx7',
  'session.id': 'text_mkx8',
};

/** A Parlour whose sites put their leads onto one board. */
export class MondayDesk {
  private constructor(
    readonly parlour: TestParlour,
    readonly monday: FakeMonday,
  ) {}

  static async start(): Promise<MondayDesk> {
    const monday = await FakeMonday.start();
    return new MondayDesk(await startTestParlour({ RATE_LIMIT_FACTOR: '0' }), monday);
  }

  async stop(): Promise<void> {
    await this.parlour.stop();
    await this.monday.stop();
  }

  settings(more: object = {}) {
    return {
      ...{ token: MONDAY_TOKEN, boardId: BOARD, groupId: 'group_two' },
      ...{ columns: COLUMNS, apiUrl: this.monday.url },
      ...more,
    };
  }

  site(more: object = {}): Promise<SiteView> {
    return this.parlour.createSite({
      lead: {
        fields: [
          { name: 'email', type: 'email', label: 'E-mail', question: 'E-mail?', required: true },
          { name: 'budget', type: 'text', label: 'Budget', question: 'Budget?', required: false },
        ],
      },
      integrations: { monday: this.settings(more) },
    } as never);
  }

  async completedLead({ key }: SiteView, lead: object = {}): Promise<VisitorClient> {
    const visitor = await VisitorClient.start(this.parlour.url, key, { utm: { source: 'newsletter' } });
    const json = { name: 'Ana Núñez', email: 'ana@acme.example', company: 'Acme', ...lead };
    await visitor.call('/session/lead', { method: 'PUT', json });
    await visitor.call('/session/complete', { method: 'POST' });
    return visitor;
  }

  /** Newest first. */
  async deliveriesOf({ sessionId }: VisitorClient): Promise<DeliveryView[]> {
    const path = `/api/v1/deliveries?session=${sessionId}`;
    return (await this.parlour.admin.get<{ items: DeliveryView[] }>(path)).items;
  }

  async last(visitor: VisitorClient): Promise<DeliveryView> {
    return (await this.deliveriesOf(visitor))[0]!;
  }

  /** There are so many deliveries, and the newest has come to this. */
  async settled(visitor: VisitorClient, status: DeliveryView['status'] = 'delivered', of = 1) {
    await until(async () => {
      const found = await this.deliveriesOf(visitor);
      return found.length === of && found[0]!.status === status;
    }, `delivery ${of} to be ${status}`);
    return this.last(visitor);
  }

  async lastTry({ id }: DeliveryView) {
    return (await this.parlour.admin.get<DeliveryDetail>(`/api/v1/deliveries/${id}`)).tries.at(-1)!;
  }

  /** Hours pass: whatever waits for its next try is due. */
  async makeDue(): Promise<void> {
    await this.parlour.database.raw(
      `UPDATE deliveries SET next_attempt_at = now() WHERE status IN ('pending', 'failed')`,
    );
  }

  detailOf({ sessionId }: VisitorClient): Promise<SessionDetail> {
    return this.parlour.admin.get(`/api/v1/sessions/${sessionId}`);
  }
}
