import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import fc from 'fast-check';
import { openDatabase } from '../../../backend/db/knex.ts';
import { fold } from '../../../backend/stats/fold.ts';
import { rebuildStats } from '../../../backend/stats/rebuild.ts';
import type { Pages, Qa, Series, Summary } from '../../../backend/stats/schema.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';
import { figuresOf, readAll, type Told, tally } from './recount.ts';

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];
/** Around the days on which the clocks of these zones jump, and an ordinary one. */
const DAYS = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-06-15', '2026-10-04', '2026-11-01'];
const PAGES = [
  'https://landing.example/pricing?plan=a',
  'https://landing.example/pricing',
  'https://b.example/#top',
];

describe('the figures', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
  });
  after(() => parlour?.stop());

  const staff = (path: string, method: string, json?: unknown) =>
    parlour.admin.call(`/api/v1/sessions/${path}`, { method, json });

  /** Started at another time, as if it had been so from the beginning. */
  async function moveTo({ sessionId }: VisitorClient, at: Date): Promise<void> {
    await parlour.database.transaction(async (trx) => {
      await trx('chat_sessions').where({ id: sessionId }).update({ startedAt: at });
      await trx('events').insert({
        type: 'session.updated',
        siteId: parlour.site.id,
        sessionId,
        data: { sessionId },
      });
    });
  }

  const deeds: Record<string, (visitor: VisitorClient, n: number) => Promise<unknown>> = {
    say: (visitor) => visitor.say('What does it cost?'),
    lead: (visitor, n) =>
      visitor.call('/session/lead', {
        method: 'PUT',
        json: n % 2 ? { name: 'Ana' } : { name: 'Ana', email: 'ana@linden.example' },
      }),
    complete: (visitor) => visitor.call('/session/complete', { method: 'POST' }),
    rate: (visitor, n) => visitor.call('/session/rating', { json: { score: 1 + (n % 5) } }),
    abandon: (visitor) => staff(visitor.sessionId, 'PATCH', { completionStatus: 'abandoned' }),
    reopen: (visitor) => staff(visitor.sessionId, 'PATCH', { completionStatus: 'in_progress' }),
    archive: (visitor) => staff(visitor.sessionId, 'PATCH', { archiveStatus: 'archived' }),
    async takeOver({ sessionId }, n) {
      await staff(`${sessionId}/takeover`, 'POST', {});
      if (n % 3 > 0) await staff(`${sessionId}/messages`, 'POST', { text: 'Good morning.' });
      if (n % 3 > 1) await staff(`${sessionId}/release`, 'POST', {});
    },
    async review({ sessionId }, n) {
      const verdicts = [
        { status: 'issue', category: 'wrong answer', cause: 'prompt' },
        { status: 'fixed' },
        { status: 'passed' },
      ];
      for (const verdict of verdicts.slice(n % 2, 1 + (n % 4)))
        await staff(`${sessionId}/review`, 'PUT', verdict);
    },
    delete: (visitor, n) => (n % 3 === 0 ? staff(visitor.sessionId, 'DELETE') : Promise.resolve()),
    erase: (visitor, n) => (n % 3 === 1 ? visitor.call('/session', { method: 'DELETE' }) : Promise.resolve()),
  };

  const talk = fc.record({
    day: fc.constantFrom(...DAYS),
    minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    page: fc.constantFrom(...PAGES),
    campaign: fc.constantFrom('spring', undefined),
    deeds: fc.array(fc.tuple(fc.constantFrom(...Object.keys(deeds)), fc.nat(11)), {
      minLength: 1,
      maxLength: 6,
    }),
  });

  async function hold({
    day,
    minute,
    page,
    campaign,
    deeds: done,
  }: typeof talk extends fc.Arbitrary<infer T> ? T : never) {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key, {
      page: { url: page },
      ...(campaign && { utm: { source: 'letter', campaign } }),
    });
    await moveTo(visitor, new Date(Date.parse(`${day}T00:00:00Z`) + minute * 60_000));
    for (const [name, n] of done) {
      await deeds[name]!(visitor, n);
      // Nobody talks on in a conversation that is gone.
      if ((name === 'delete' && n % 3 === 0) || (name === 'erase' && n % 3 === 1)) return;
    }
  }

  /** The day on the wall of a zone, found without any reckoning of ours. */
  const dayIn = (zone: string, at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);

  async function expectRight(zone: string, from: string, to: string): Promise<void> {
    const query = `from=${from}&to=${to}&timezone=${encodeURIComponent(zone)}`;
    const ask = <T>(name: string, more = '') => parlour.admin.get<T>(`/api/v1/stats/${name}?${query}${more}`);
    const all = (await readAll(parlour.database)).filter(({ startedAt }) => {
      const day = dayIn(zone, startedAt);
      return day >= from && day <= to;
    });
    const { qa, ...summary } = await ask<Summary>('summary');
    expect(summary).to.deep.include(figuresAsTold(all, summary));
    expect(qa).to.include(pick(figuresOf(all), ['unchecked', 'passed', 'issue', 'fixed']));

    const { points } = await ask<Series>('series', '&interval=day');
    const expected = points.map(({ date }) =>
      figuresOf(all.filter((one) => dayIn(zone, one.startedAt) === date)),
    );
    const names = ['sessions', 'completed', 'leads', 'messages'] as const;
    expect(points.map((point) => pick(point, names))).to.deep.equal(expected.map((day) => pick(day, names)));
    expect(points.reduce((sum, { sessions }) => sum + sessions, 0)).to.equal(all.length);
    const hours = await ask<Series>('series', '&interval=hour');
    expect(hours.points.reduce((sum, { messages }) => sum + messages, 0)).to.equal(summary.messages);

    const { pages, campaigns } = await ask<Pages>('pages');
    expect(asTally(pages)).to.deep.equal(tally(all, ({ pageUrl }) => pageUrl?.split(/[?#]/)[0]));
    expect(asTally(campaigns)).to.deep.equal(tally(all, ({ utm }) => utm.campaign));
    const { categories, checked } = await ask<Qa>('qa');
    expect(checked).to.equal(all.length - figuresOf(all).unchecked);
    const found = all.filter(({ qaStatus }) => ['issue', 'fixed'].includes(qaStatus));
    expect(categories.reduce((sum, { issue, fixed }) => sum + issue + fixed, 0)).to.equal(found.length);
  }

  const sums = async () => [
    await parlour.database('stats_quarters').orderBy(['site_id', 'quarter', 'channel', 'agent_version']),
    await parlour
      .database('stats_values')
      .orderBy(['site_id', 'kind', 'day', 'channel', 'agent_version', 'value']),
  ];

  it('equal a fresh count after any history, in any zone, and so does what a rebuild makes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(talk, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...ZONES),
        fc.constantFrom(...DAYS),
        async (talks, zone, day) => {
          await Promise.all(talks.map(hold));
          await expectRight(zone, day, day);
          await expectRight(zone, '2026-03-08', '2026-03-29');
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
    // All zones, all days; any two of them have met above by chance.
    for (const [at, day] of DAYS.entries()) await expectRight(ZONES[at % ZONES.length]!, day, day);
    const before = await sums();
    expect(await rebuildStats(parlour.database, { force: true })).to.include({ mended: 0 });
    expect(await sums()).to.deep.equal(before);
  });

  it('are put right by a rebuild, whatever was wrong with them', async () => {
    const before = await sums();
    await parlour.database('stats_quarters').limit(3).update({ leads: 77 });
    await parlour.database('stats_sessions').whereRaw('messages % 2 = 0').delete();
    await parlour.database.raw(`UPDATE stats_values SET value = 'x' WHERE kind = 'page'
      AND value = (SELECT min(value) FROM stats_values WHERE kind = 'page')`);
    expect((await rebuildStats(parlour.database, { force: true }))!.mended).to.be.greaterThan(0);
    expect(await sums()).to.deep.equal(before);
  });

  it('are right with several workers at once, while people talk, and behind a transaction that does not end', async () => {
    const others = [openDatabase(parlour.databaseUrl, 2), openDatabase(parlour.databaseUrl, 2)];
    const open = await others[0]!.transaction();
    let isDone = false;
    const working = others.map(async (database) => {
      while (!isDone) {
        await fold(database);
        await wait(20);
      }
    });
    try {
      await open.raw(`INSERT INTO events (type, data) VALUES ('labels.changed', '{}')`);
      const talks = fc.sample(talk, { numRuns: 12, seed: 7 });
      await Promise.all(talks.map(hold));
      for (const day of DAYS) await expectRight('Europe/Berlin', day, day);
      await open.commit();
      await Promise.all(talks.slice(0, 4).map(hold));
    } finally {
      isDone = true;
      await Promise.all(working);
      if (!open.isCompleted()) await open.rollback();
      for (const database of others) await database.destroy();
    }
    for (const day of DAYS) await expectRight('Asia/Kathmandu', day, day);
  });

  it('keep nothing of a conversation that is gone', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key, {
      page: { url: 'https://landing.example/for/ana-silva' },
      utm: { campaign: 'ana-silva' },
    });
    await parlour.admin.get('/api/v1/stats/summary');
    await visitor.call('/session', { method: 'DELETE' });
    await parlour.admin.get('/api/v1/stats/summary');
    const { rows } = await parlour.database.raw(
      `SELECT (SELECT string_agg(v::text, ' ') FROM stats_values v) || (SELECT string_agg(s::text, ' ') FROM stats_sessions s) AS all`,
    );
    expect(rows[0].all).not.to.contain('ana-silva');
  });
});

function figuresAsTold(all: Told[], told: Pick<Summary, 'firstReply' | 'timeToFix'>) {
  const {
    unchecked: _u,
    passed: _p,
    issue: _i,
    fixed: _f,
    firstReply,
    timeToFix,
    ...figures
  } = figuresOf(all);
  for (const [own, theirs] of [
    [firstReply, told.firstReply],
    [timeToFix, told.timeToFix],
  ] as const) {
    expect(theirs.count).to.equal(own.count);
    // Times of the database have microseconds, those read here have not.
    for (const name of ['medianMs', 'p95Ms'] as const)
      if (own[name] === null) expect(theirs[name]).to.equal(null);
      else expect(theirs[name]).to.be.closeTo(own[name], 2);
  }
  return figures;
}

const pick = <T extends object, K extends keyof T>(from: T, names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;

const asTally = (rows: Pages['pages']) =>
  Object.fromEntries(
    rows.map(({ name, sessions, leads, completed }) => [name, { sessions, leads, completed }]),
  );
