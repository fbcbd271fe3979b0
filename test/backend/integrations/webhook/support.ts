import type { IntegrationHealth } from '../../../../backend/integrations/health/schema.ts';
import type { WebhookData } from '../../../../backend/integrations/webhook/payload.ts';
import type { SiteView } from '../../../../backend/sites/schema.ts';
import type { TestAnswer } from '../../../../backend/trials/schema.ts';
import { type FakeReceiver, type Received, startFakeReceiver } from '../../../support/fakes/receiver.ts';
import { startTestParlour, type TestParlour } from '../../../support/parlour.ts';
import { VisitorClient } from '../../../support/visitor-client.ts';

/** What a webhook carries. */
export interface Sent {
  type: string;
  id: string;
  data: WebhookData;
}

/** A path below a site in the API. */
export const at = (id: string, rest: string) => `/api/v1/sites/${id}/${rest}`;

/** A Parlour with sites whose webhooks go to one receiver, each by its own path. */
export class WebhookDesk {
  private constructor(
    readonly parlour: TestParlour,
    readonly receiver: FakeReceiver,
  ) {}

  static async start(environment: Record<string, string> = {}): Promise<WebhookDesk> {
    const parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0', ...environment });
    return new WebhookDesk(parlour, await startFakeReceiver());
  }

  async stop(): Promise<void> {
    await this.parlour.stop();
    await this.receiver.stop();
  }

  /** Nothing was received, and everything is taken as n8n takes it. */
  reset(): void {
    this.receiver.received = [];
    this.receiver.answer = () => ({ status: 200, body: '{"message":"Workflow was started"}' });
  }

  siteWith(path: string, webhook: object = {}): Promise<SiteView> {
    return this.parlour.createSite({
      name: path,
      integrations: { webhook: { url: this.receiver.url + path, ...webhook } },
    } as never);
  }

  /** @returns the new secret */
  async rotate(id: string): Promise<string> {
    return (await this.parlour.admin.post<{ secret: string }>(at(id, 'webhook/rotate'))).secret;
  }

  /** @param webhook what is not saved yet */
  test(id: string, webhook?: object): Promise<TestAnswer> {
    const body = webhook && { patch: { integrations: { webhook } } };
    return this.parlour.admin.post<TestAnswer>(at(id, 'test/webhook'), body);
  }

  async healthOf(id: string): Promise<IntegrationHealth> {
    const { items } = await this.parlour.admin.get<{ items: IntegrationHealth[] }>(at(id, 'integrations'));
    return items.find(({ kind }) => kind === 'webhook')!;
  }

  sentTo(path: string): Received[] {
    return this.receiver.received.filter((request) => request.path === path);
  }

  async completedLead(siteKey: string): Promise<VisitorClient> {
    const visitor = await VisitorClient.start(this.parlour.url, siteKey);
    await visitor.call('/session/lead', { method: 'PUT', json: { name: 'Ana', email: 'ana@acme.example' } });
    await visitor.call('/session/complete', { method: 'POST' });
    return visitor;
  }
}
