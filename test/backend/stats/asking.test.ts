import { expect } from 'chai';
import { Calendar } from '../../../backend/stats/calendar.ts';
import type { Funnel, Series, Summary } from '../../../backend/stats/schema.ts';
import { readTimes } from '../../../backend/stats/times.ts';
import { call } from '../../support/http-client.ts';
import { KeyClient } from '../../support/key-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

describe('asking for figures', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
  });
  after(() => parlour?.stop());

  /** Conversations that began at these instants. */
  async function beginAt(...instants: string[]): Promise<void> {
    for (const instant of instants) {
      const { sessionId } = await VisitorClient.start(parlour.url, parlour.site.key);
      await parlour.database('chat_sessions').where({ id: sessionId }).update({ startedAt: instant });
    }
  }

  it('a day is the day as it was lived: 23, 25 or 24½ hours, also east of UTC by 5:45', async () => {
    await beginAt(
      '2026-03-28T22:59:59Z',
      '2026-03-28T23:00:00Z',
      '2026-03-29T21:59:59Z',
      '2026-03-29T22:00:00Z',
    );
    const of = (name: string, query: string) => parlour.admin.get<Series>(`/api/v1/stats/${name}?${query}`);
    const berlin = 'from=2026-03-28&to=2026-03-30&timezone=Europe/Berlin';
    const { points } = await of('series', berlin);
    expect(points.map(({ date, sessions }) => [date, sessions])).to.deep.equal([
      ['2026-03-28', 1],
      ['2026-03-29', 2],
      ['2026-03-30', 1],
    ]);
    const hours = await of('series', 'from=2026-03-29&to=2026-03-29&timezone=Europe/Berlin&interval=hour');
    expect(hours.points).to.have.length(23);
    expect(hours.points[2]!.date).to.equal('2026-03-29T03:00:00+02:00');
    const york = await of('series', 'from=2026-11-01&to=2026-11-01&timezone=America/New_York&interval=hour');
    expect(york.points).to.have.length(25);
    const howe = await of('series', 'from=2026-04-05&to=2026-04-05&timezone=Australia/Lord_Howe');
    expect(Date.parse(howe.to) - Date.parse(howe.from)).to.equal(24.5 * 3_600_000);
    const nepal = await of('series', 'from=2026-03-29&to=2026-03-29&timezone=Asia/Kathmandu');
    expect(nepal.points.map(({ sessions }) => sessions)).to.deep.equal([2]);
    const summary = await parlour.admin.get<Summary>(
      '/api/v1/stats/summary?from=2026-03-30&to=2026-03-30&timezone=Europe/Berlin',
    );
    expect([summary.sessions, summary.previous.sessions]).to.deep.equal([1, 2]);
    expect(summary.previous.from).to.equal('2026-03-28T23:00:00.000Z');
    const instants = await parlour.admin.get<Summary>(
      '/api/v1/stats/summary?from=2026-03-28T23:00:00Z&to=2026-03-29T21:59:59Z',
    );
    expect(instants.sessions).to.equal(1);
  });

  it('weeks begin on Monday, months on the first, and a day that a zone left out has no point', () => {
    const points = (zone: string, from: string, to: string, interval: 'day' | 'week' | 'month') => {
      const calendar = new Calendar(zone);
      return calendar.points(calendar.startOf(from), calendar.startOf(to), interval).map(({ date }) => date);
    };
    expect(points('Europe/Berlin', '2026-03-25', '2026-04-08', 'week')).to.deep.equal([
      '2026-03-25',
      '2026-03-30',
      '2026-04-06',
    ]);
    expect(points('Africa/Cairo', '2026-03-15', '2026-05-02', 'month')).to.deep.equal([
      '2026-03-15',
      '2026-04-01',
      '2026-05-01',
    ]);
    expect(points('Pacific/Apia', '2011-12-29', '2012-01-01', 'day')).to.deep.equal([
      '2011-12-29',
      '2011-12-31',
    ]);
  });

  it('a key of one site sees only that site, and its days', async () => {
    const other = await parlour.createSite({ name: 'Other', timezone: 'Asia/Kathmandu' });
    await VisitorClient.start(parlour.url, other.key);
    const key = await KeyClient.make(parlour, ['stats:read'], other.id);
    const summary = await key.get<Summary>('/api/v1/stats/summary');
    expect([summary.sessions, summary.timezone]).to.deep.equal([1, 'Asia/Kathmandu']);
    for (const name of ['summary', 'series', 'funnel', 'pages', 'qa', 'overview']) {
      const path = `/api/v1/stats/${name}`;
      expect((await key.call(`${path}?site=${parlour.site.id}`)).status).to.equal(404);
      expect((await parlour.admin.call(`${path}?site=${other.id}`)).status).to.equal(200);
      expect((await call(parlour.url + path)).status).to.equal(401);
      for (const wrong of [
        'timezone=Mars/One',
        'timezone=%2B05:37',
        'from=yesterday',
        'from=2026-02-02&to=2026-02-01',
        'channel=fax',
      ])
        expect((await parlour.admin.call(`${path}?${wrong}`)).status, wrong).to.equal(422);
    }
    expect((await parlour.admin.call('/api/v1/stats/series?from=2025-01-01&interval=hour')).status).to.equal(
      422,
    );
    const without = await KeyClient.make(parlour, ['sessions:read']);
    expect((await without.call('/api/v1/stats/summary')).status).to.equal(403);
  });

  it('a time of thousands of years has a time before it, too', async () => {
    for (const time of ['from=1970-01-01&to=9998-12-31', 'from=1970-01-01T00:00:00Z&to=9998-01-01T00:00:00Z'])
      for (const name of ['summary', 'funnel']) {
        const { previous, from } = await parlour.admin.get<Summary>(`/api/v1/stats/${name}?${time}`);
        expect([previous.from, previous.to], `${name}?${time}`).to.deep.equal([
          '1900-01-01T00:00:00.000Z',
          from,
        ]);
      }
  });

  it('many who ask while visitors talk are all answered, and nothing is counted anew because of them', async () => {
    await parlour.admin.get('/api/v1/stats/summary');
    const [{ builtAt }] = await parlour.database('stats_state');
    const site = await parlour.createSite({ name: 'Busy' });
    let isOver = false;
    const talks = Array.from({ length: 4 }, async () => {
      const visitor = await VisitorClient.start(parlour.url, site.key);
      while (!isOver) await visitor.say('Hello');
    });
    const asked = Array.from({ length: 8 }, async () => {
      for (let n = 0; n < 2; n++) await parlour.admin.get<Funnel>(`/api/v1/stats/funnel?site=${site.id}`);
    });
    await Promise.all(asked).finally(() => {
      isOver = true;
    });
    await Promise.all(talks);
    expect((await parlour.database('stats_state'))[0].builtAt).to.deep.equal(builtAt);
  });

  it('the funnel begins with the pages that loaded the chat, without robots', async () => {
    const { key, id } = await parlour.createSite({ name: 'Seen' });
    const load = (options: RequestInit) => fetch(`${parlour.url}/api/v1/visitor/sites/${key}`, options);
    await Promise.all([load({}), load({}), load({}), load({ method: 'HEAD' })]);
    await load({ headers: { 'user-agent': 'Googlebot/2.1' } });
    await (await VisitorClient.start(parlour.url, key)).say('Hello');
    await VisitorClient.start(parlour.url, key);
    const steps = async () => {
      const funnel = await parlour.admin.get<Funnel>(`/api/v1/stats/funnel?site=${id}`);
      return funnel.steps.map(({ count }) => count);
    };
    await until(async () => (await steps())[0] === 3, 'the page views are counted');
    expect(await steps()).to.deep.equal([3, 2, 1, 0, 0, 0]);
  });

  it('times of very many conversations are read from bins, and right within 5 %', async () => {
    const { id } = await parlour.createSite({ name: 'Busy' });
    await parlour.database.raw(
      `WITH made AS (INSERT INTO chat_sessions (id, site_id, started_at, last_seq)
         SELECT gen_random_uuid(), ?, '2026-05-01T10:00:00Z'::timestamptz + n * interval '1 hour', 2
         FROM generate_series(1, 400) n RETURNING id, started_at, site_id),
       numbered AS (SELECT *, row_number() OVER (ORDER BY started_at) * 0.618034 AS spread FROM made),
       said AS (INSERT INTO messages (session_id, seq, id, role, text, created_at)
         SELECT id, 1, gen_random_uuid(), 'visitor', 'x', started_at FROM made),
       replied AS (INSERT INTO messages (session_id, seq, id, role, text, created_at)
         SELECT id, 2, gen_random_uuid(), 'assistant', 'x',
           started_at + exp((spread - floor(spread)) * 7)::float8 * interval '1 second' FROM numbered)
       INSERT INTO events (type, site_id, session_id, data) SELECT 'session.created', site_id, id, '{}' FROM made`,
      [id],
    );
    const range = { from: Date.parse('2026-05-01T11:07:00Z'), to: Date.parse('2026-05-15T13:21:00Z') };
    const path = `/api/v1/stats/summary?site=${id}&from=${new Date(range.from).toISOString()}&to=${new Date(range.to).toISOString()}`;
    const { firstReply, replyTimes } = await parlour.admin.get<Summary>(path);
    const asked = { siteId: id, channel: null, agentVersion: null };
    const estimated = await readTimes(parlour.database, range, asked, 0);
    expect(estimated.isEstimated).to.equal(true);
    expect(estimated.times.reply.count).to.equal(firstReply.count);
    expect(estimated.replyTimes).to.deep.equal(replyTimes);
    for (const name of ['medianMs', 'p95Ms'] as const)
      expect(estimated.times.reply[name]! / firstReply[name]!).to.be.closeTo(1, 0.08);
  });
});
