import type { DeliveryView } from '../../../../backend/deliveries/schema.ts';
import type { SessionDetail } from '../../../../backend/sessions/schema.ts';
import type { SiteView } from '../../../../backend/sites/schema.ts';
import { type FakeGraph, type GraphSend, startFakeGraph, tellParlour } from '../../../support/fakes/graph.ts';
import { startTestParlour, type TestParlour } from '../../../support/parlour.ts';
import { until } from '../../../support/until.ts';

export const PAGE = '90001';
export const SECRET = 'app secret of the tests';
export const VERIFY = 'verify me please';

/** What Facebook tells when a person wrote to the page. */
export const said = (person: string, text: string, mid: string, timestamp = Date.now()) => ({
  sender: { id: person },
  recipient: { id: PAGE },
  timestamp,
  message: { mid, text },
});

/** What Facebook tells when the page wrote to a person. */
export const echo = (person: string, mid: string, text: string, metadata?: string) => ({
  sender: { id: PAGE },
  recipient: { id: person },
  timestamp: Date.now(),
  message: { mid, text, is_echo: true, app_id: 77, ...(metadata && { metadata }) },
});

/** A Parlour with a site that answers on one Facebook page. */
export class MessengerDesk {
  #people = 100;

  private constructor(
    readonly parlour: TestParlour,
    readonly graph: FakeGraph,
  ) {}

  static async start(): Promise<MessengerDesk> {
    const graph = await startFakeGraph();
    const desk = new MessengerDesk(await startTestParlour({ RATE_LIMIT_FACTOR: '0' }), graph);
    await desk.connect(desk.parlour);
    return desk;
  }

  async stop(): Promise<void> {
    await this.parlour.stop();
    await this.graph.stop();
  }

  reset(): void {
    this.graph.sends = [];
    this.graph.arrived = [];
    this.graph.queue = [];
    this.graph.onArrived = () => {};
  }

  connect(to: TestParlour): Promise<SiteView> {
    return to.createSite({
      name: 'On Facebook',
      widget: { greeting: 'I am the assistant of Lindenhof.' },
      integrations: {
        messenger: {
          ...{ pageId: PAGE, pageToken: 'page-token', appSecret: SECRET, verifyToken: VERIFY },
          graphUrl: this.graph.url,
        },
      },
    } as never);
  }

  newPerson(): string {
    return String(++this.#people);
  }

  /** @returns the status of the answer */
  tell(...messaging: unknown[]): Promise<number> {
    return tellParlour(this.parlour.url, SECRET, PAGE, messaging);
  }

  echoOf({ body }: GraphSend, mid: string) {
    return echo(body.recipient.id, mid, body.message!.text, body.message!.metadata);
  }

  async sessionOf(person: string, at = this.parlour): Promise<string> {
    const find = () =>
      at.database('chat_sessions').where({ channel: 'messenger', externalId: `${PAGE}:${person}` });
    await until(async () => (await find()).length === 1, `a conversation of ${person}`);
    return (await find())[0].id;
  }

  detail(id: string): Promise<SessionDetail> {
    return this.parlour.admin.get(`/api/v1/sessions/${id}`);
  }

  async textsOf(id: string): Promise<string[]> {
    return (await this.detail(id)).messages.map(({ role, text }) => `${role}: ${text}`);
  }

  async deliveries(id: string): Promise<DeliveryView[]> {
    const path = `/api/v1/deliveries?session=${id}`;
    return (await this.parlour.admin.get<{ items: DeliveryView[] }>(path)).items;
  }

  settled(id: string, count: number): Promise<void> {
    return until(async () => {
      const all = await this.deliveries(id);
      return all.length === count && all.every(({ status }) => status === 'delivered');
    }, `${count} messages to be delivered`);
  }

  /** A person whose first words have been answered. */
  async acquainted(): Promise<{ person: string; id: string; count: number }> {
    const person = this.newPerson();
    await this.tell(said(person, 'Hello there', `m_${person}`));
    const id = await this.sessionOf(person);
    await until(async () => (await this.deliveries(id)).length >= 2, 'greeting and answer');
    const { length } = await this.deliveries(id);
    await this.settled(id, length);
    this.graph.sends = [];
    this.graph.arrived = [];
    return { person, id, count: length };
  }

  /** How many events are kept. */
  async rows(): Promise<number> {
    return Number((await this.parlour.database('messenger_events').count('* as n'))[0]!.n);
  }

  async metric(outcome: string): Promise<number> {
    const text = await this.parlour.admin.get<string>('/metrics');
    return Number(new RegExp(`outcome="${outcome}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
  }
}
