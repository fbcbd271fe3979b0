import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { DemoState } from '../../../backend/demo/schema.ts';
import type { SessionRow } from '../../../backend/sessions/schema.ts';
import type { Funnel } from '../../../backend/stats/schema.ts';
import { type FakeReceiver, startFakeReceiver } from '../../support/fakes/receiver.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

/** Everything in which samples leave something, besides the log of events. */
const TABLES = [
  ...['sites', 'event_subscriptions', 'knowledge_entries', 'agent_versions', 'labels', 'session_labels'],
  ...['chat_sessions', 'messages', 'leads', 'lead_changes', 'reviews', 'session_notes', 'incidents'],
  ...['incident_occurrences', 'deliveries', 'delivery_attempts', 'outbox_mails', 'stats_sessions'],
];

interface Delivery {
  id: string;
  status: string;
  lastError: string | null;
}

describe('sample conversations', () => {
  let parlour: TestParlour;
  let receiver: FakeReceiver;
  before(async () => {
    receiver = await startFakeReceiver();
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    // A site that sends on whatever it can, with a conversation of its own.
    const integrations = {
      webhook: {
        url: `${receiver.url}/real`,
        events: ['lead.completed', 'session.completed', 'review.issue'],
      },
      email: { to: ['desk@example.com'] },
    };
    const site = await parlour.createSite({ name: 'Real', integrations } as never);
    await (await VisitorClient.start(parlour.url, site.key)).say('We need shelves');
  });
  after(async () => {
    await parlour.stop();
    await receiver.stop();
  });

  const demo = async (method: string) => {
    const { status, body } = await parlour.admin.call<DemoState>('/api/v1/demo', { method });
    expect(status).to.equal(200);
    return body;
  };

  it('bring every page to life, send nothing, and go without a trace, leaving real conversations alone', async () => {
    const before = await counts();
    const state = await demo('POST');
    expect(state.conversations).to.equal(state.total).and.to.be.at.least(40);
    expect(await demo('POST'), 'again makes none twice').to.deep.equal(state);

    const of = `site=${state.siteId}`;
    const { items } = await parlour.admin.get<{ items: SessionRow[] }>(`/api/v1/sessions?${of}&limit=200`);
    const kinds = (name: 'completionStatus' | 'qaStatus') => new Set(items.map((row) => row[name]));
    expect(kinds('completionStatus')).to.include.all.keys('in_progress', 'completed', 'abandoned');
    expect(kinds('qaStatus')).to.include.all.keys('unchecked', 'passed', 'issue', 'fixed');
    const figures = await parlour.admin.get<Record<string, number>>(`/api/v1/stats/summary?${of}`);
    expect(figures.sessions).to.be.greaterThan(30);
    for (const name of ['completed', 'abandoned', 'leads', 'qualifiedLeads', 'takenOver'])
      expect(figures[name], name).to.be.greaterThan(0);
    const { steps } = await parlour.admin.get<Funnel>(`/api/v1/stats/funnel?${of}`);
    const [pages, opened] = steps.map(({ count }) => count!);
    expect(pages, 'more look than write').to.be.greaterThan(opened!);

    // Nothing goes out: nobody is told, and sending again ends at once.
    const ledger = () => parlour.admin.get<{ items: Delivery[] }>(`/api/v1/deliveries?${of}`);
    const { items: deliveries } = await ledger();
    expect(new Set(deliveries.map(({ status }) => status))).to.have.keys('delivered', 'dead');
    const dead = deliveries.find(({ status }) => status === 'dead')!;
    await parlour.admin.post(`/api/v1/deliveries/${dead.id}/retry`);
    await until(async () => {
      const { items: now } = await ledger();
      return now.some(({ id, lastError }) => id === dead.id && /no webhook/.test(lastError ?? ''));
    }, 'the end of what was sent again');
    expect(receiver.received).to.have.length(0);

    // Killed in the middle of a scene, before its last step.
    const sessions = () => parlour.database('chat_sessions').where({ siteId: state.siteId });
    const [broken] = await sessions().where({ externalId: 'sample-01' }).update({ externalId: null }, ['id']);
    expect(await demo('POST'), 'goes on').to.deep.equal(state);
    expect(await sessions()).to.have.length(state.total);
    expect(await sessions().where({ id: broken!.id })).to.deep.equal([]);

    // Somebody opens the chat of the samples while they are removed.
    const waits = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const opening = await parlour.database.transaction();
    await opening('chat_sessions').insert({ id: randomUUID(), siteId: state.siteId });
    const removing = demo('DELETE');
    await until(async () => (await opening.raw(waits)).rows.length > 0, 'it waits for the site');
    await opening.commit();
    expect((await removing).siteId).to.equal(null);
    expect(await counts()).to.deep.equal(before);
  });

  async function counts(): Promise<Record<string, number>> {
    // Whoever asks for figures brings them up to date.
    await parlour.admin.get('/api/v1/stats/summary');
    const found: Record<string, number> = {};
    for (const table of TABLES) {
      const { rows } = await parlour.database.raw('SELECT count(*)::int AS count FROM ??', [table]);
      found[table] = rows[0].count;
    }
    return found;
  }
});
