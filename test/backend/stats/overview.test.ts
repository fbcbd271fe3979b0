import { expect } from 'chai';
import type { SiteView } from '../../../backend/sites/schema.ts';
import { addDays, Calendar } from '../../../backend/stats/calendar.ts';
import type { Overview } from '../../../backend/stats/schema.ts';
import { call } from '../../support/http-client.ts';
import { KeyClient } from '../../support/key-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

const PATH = '/api/v1/stats/overview';
const ZONE = 'Asia/Kathmandu';

describe('the overview for a small screen', () => {
  let parlour: TestParlour;
  let site: SiteView;
  let key: KeyClient;
  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    site = await parlour.createSite({ name: 'Far away', timezone: ZONE });
    key = await KeyClient.make(parlour, ['stats:read'], site.id);
  });
  after(() => parlour?.stop());

  /** A conversation that began at this instant, as if it had been so from the beginning. */
  async function beginAt(instant: number, siteKey = site.key): Promise<VisitorClient> {
    const visitor = await VisitorClient.start(parlour.url, siteKey);
    const startedAt = new Date(instant);
    await parlour.database('chat_sessions').where({ id: visitor.sessionId }).update({ startedAt });
    return visitor;
  }
  const countsOf = ({ sessions, leads, completed, completionRate }: Omit<Overview['today'], 'previous'>) => [
    sessions,
    leads,
    completed,
    completionRate,
  ];

  it('counts a day from midnight to midnight of the site, against as much of the day before', async () => {
    const calendar = new Calendar(ZONE);
    const day = calendar.dayAt(Date.now());
    const midnight = calendar.startOf(day);
    const ana = await beginAt(midnight);
    await ana.say('Hello');
    await ana.call('/session/lead', { method: 'PUT', json: { email: 'ana@linden.example' } });
    await ana.call('/session/complete', { method: 'POST' });
    await beginAt(midnight);
    // Its last moment is no part of "yesterday by this time", its first one is.
    await beginAt(midnight - 1);
    await beginAt(calendar.startOf(addDays(day, -1)));
    const { today, month, series, timezone } = await key.get<Overview>(PATH);
    expect(timezone).to.equal(ZONE);
    expect(countsOf(today)).to.deep.equal([2, 1, 1, 0.5]);
    expect(countsOf(today.previous)).to.deep.equal([1, 0, 0, 0]);
    expect(today.from).to.equal(new Date(midnight).toISOString());
    expect(series).to.have.length(30);
    expect(series.slice(-2)).to.deep.equal([
      { date: addDays(day, -1), sessions: 2, leads: 0 },
      { date: day, sessions: 2, leads: 1 },
    ]);
    expect(month.from).to.equal(new Date(calendar.startOf(`${day.slice(0, 8)}01`)).toISOString());
    expect(month.sessions).to.equal(day.endsWith('-01') ? 2 : 4);
    const elsewhere = await key.get<Overview>(`${PATH}?timezone=Pacific/Honolulu`);
    expect(elsewhere.today.from).not.to.equal(today.from);
  });

  it('says what waits as it stands now, also of long ago', async () => {
    const old = await beginAt(Date.parse('2026-01-05T10:00:00Z'));
    const put = (json: object) =>
      parlour.admin.call(`/api/v1/sessions/${old.sessionId}/review`, { method: 'PUT', json });
    await put({ status: 'issue', category: 'wrong answer', cause: 'prompt' });
    const deliver = (status: string) => ({
      id: crypto.randomUUID(),
      kind: 'webhook',
      event: 'lead.completed',
      siteId: site.id,
      target: 'https://crm.example',
      dedupeKey: crypto.randomUUID(),
      payload: {},
      status,
      // Not while this is looked at: nothing is there to send it to.
      nextAttemptAt: new Date(Date.now() + 3_600_000),
    });
    await parlour.database('deliveries').insert(['dead', 'dead', 'failed', 'delivered'].map(deliver));
    const automation = await KeyClient.make(parlour, ['errors:write'], site.id);
    await automation.send('POST', '/api/v1/errors', { workflow: { name: 'Chat' }, message: 'It broke' });
    const { now } = await key.get<Overview>(PATH);
    expect(now).to.deep.equal({
      unchecked: 4,
      issues: 1,
      deliveriesGivenUp: 2,
      deliveriesFailing: 1,
      faults: 1,
    });
    await parlour.admin.patch(`/api/v1/sessions/${old.sessionId}`, { archiveStatus: 'archived' });
    expect((await key.get<Overview>(PATH)).now.issues).to.equal(0);
  });

  it('shows a key its own site alone, and nothing to those who may not', async () => {
    const other = await KeyClient.make(parlour, ['stats:read'], parlour.site.id);
    const overview = await other.get<Overview>(PATH);
    expect(overview.site).to.deep.equal({ id: parlour.site.id, name: parlour.site.name });
    expect(countsOf(overview.today)).to.deep.equal([0, 0, 0, null]);
    expect(Object.values(overview.now)).to.deep.equal([0, 0, 0, 0, 0]);
    expect(overview.series.every(({ sessions }) => sessions === 0)).to.equal(true);
    expect((await other.call(`${PATH}?site=${site.id}`)).status).to.equal(404);
    const all = await parlour.admin.get<Overview>(PATH);
    expect([all.site, all.now.faults]).to.deep.equal([null, 1]);
    expect(all.dashboardUrl).to.equal(`${parlour.url}/dashboard`);
    expect((await call(parlour.url + PATH)).status).to.equal(401);
    const without = await KeyClient.make(parlour, ['sessions:read', 'privacy'], site.id);
    expect((await without.call(PATH)).status).to.equal(403);
    expect((await key.call(`${PATH}?timezone=Mars/One`)).status).to.equal(422);
  });
});
