import { expect } from 'chai';
import { signInAgent } from '../../support/agent.ts';
import { KeyClient } from '../../support/key-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import {
  dashboardQueries,
  metricNames,
  ruleQueries,
  type Sample,
  samplesOf,
} from '../../support/prometheus.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

describe('figures for Prometheus', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());

  const read = async () => samplesOf(await parlour.admin.get<string>('/metrics'));
  const sum = (samples: Sample[], name: string, labels: Record<string, string> = {}) =>
    samples
      .filter((sample) => sample.name === name)
      .filter((sample) => Object.entries(labels).every(([key, value]) => sample.labels[key] === value))
      .reduce((total, { value }) => total + value, 0);

  it('show what waits to be sent, what was given up and who waits for an answer, from any process', async () => {
    const { sessionId } = await VisitorClient.start(parlour.url, parlour.site.key);
    const row = {
      ...{ kind: 'webhook', event: 'lead.completed', target: 'x', lane: 'x', payload: '{}', inOrder: false },
      ...{ siteId: parlour.site.id, sessionId },
    };
    const ago = parlour.database.raw("now() - interval '1 hour'");
    const hold = { claimedUntil: parlour.database.raw("now() + interval '1 hour'"), nextAttemptAt: ago };
    await parlour.database('deliveries').insert([
      { ...row, id: sessionId, dedupeKey: 'a', status: 'failed', createdAt: ago, ...hold },
      { ...row, id: parlour.site.id, dedupeKey: 'b', status: 'dead', createdAt: ago },
    ]);
    const samples = await read();
    expect(sum(samples, 'parlour_deliveries', { kind: 'webhook', status: 'failed' })).to.equal(1);
    expect(sum(samples, 'parlour_deliveries_oldest_seconds', { kind: 'webhook' })).to.be.within(3_590, 3_700);
    expect(sum(samples, 'parlour_unanswered_visitors')).to.equal(0);
    expect(sum(samples, 'parlour_database_connections_max')).to.equal(10);
  });

  it('count turns by how they ended, requests by route and what was refused', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    await visitor.say('Hello');
    const broken = await parlour.createSite({ agent: { kind: 'n8n', n8n: {} } });
    await (await VisitorClient.start(parlour.url, broken.key)).say('Is anybody there?');
    const tooOften = Array.from({ length: 110 }, () =>
      visitor.call('/session/lead', { method: 'PUT', json: {} }),
    );
    const refused = (await Promise.all(tooOften)).filter(({ status }) => status === 429);
    expect(refused).not.to.be.empty;

    const samples = await read();
    const turns = 'parlour_turn_duration_seconds_count';
    expect(sum(samples, turns, { agent: 'guided', end: 'answered' })).to.equal(1);
    expect(sum(samples, turns, { agent: 'n8n', end: 'fallback' })).to.equal(1);
    const started = { method: 'POST', route: '/api/v1/visitor/sessions', status: '2xx' };
    expect(sum(samples, 'parlour_http_request_duration_seconds_count', started)).to.equal(3);
    expect(sum(samples, 'parlour_http_refusals_total', { reason: 'visitorMessage' })).to.equal(
      refused.length,
    );
  });

  it('have every name that the alerts and the dashboard ask for, and no word of a stranger', async () => {
    await parlour.admin.call('/api/v1/%3Cscript%3Enowhere');
    const text = await parlour.admin.get<string>('/metrics');
    const samples = samplesOf(text);
    // A counter that has counted nothing yet is only announced.
    const announced = text.match(/(?<=^# TYPE )\w+/gm)!;
    const names = new Set(['up', ...announced, ...samples.map(({ name }) => name)]);
    const asked = [...ruleQueries(), ...dashboardQueries()].flatMap(metricNames);
    expect(asked.filter((name) => !names.has(name))).to.deep.equal([]);
    const routes = new Set(parlour.routes.map(({ path }) => path));
    const said = samples.flatMap(({ labels }) => labels.route ?? []);
    expect(
      said.filter((route) => !routes.has(route) && route !== 'files' && route !== 'nowhere'),
    ).to.deep.equal([]);
    expect(said).to.include('nowhere');
  });

  it('are for admins and keys that may read figures', async () => {
    const agent = await signInAgent(parlour);
    expect((await agent.call('/metrics')).status).to.equal(403);
    const everywhere = await KeyClient.make(parlour, ['stats:read']);
    expect((await everywhere.call('/metrics')).status).to.equal(200);
    // What a WordPress site holds: it must not learn how busy the others are.
    const ofOneSite = await KeyClient.make(parlour, ['stats:read'], parlour.site.id);
    expect((await ofOneSite.call('/metrics')).status).to.equal(403);
  });
});
