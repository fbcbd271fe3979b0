import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { openDatabase } from '../../backend/db/knex.ts';
import { Follower } from '../support/faults/follower.ts';
import { Killable } from '../support/faults/killable.ts';
import { chance, rounds, timeFor } from '../support/faults/rounds.ts';
import { letLeasesRunOut, startTalkers, type Talker } from '../support/faults/talker.ts';
import { TcpProxy } from '../support/faults/tcp-proxy.ts';
import { counted, measured } from '../support/measured.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';

describe('live updates through cuts and restarts (promise 6)', function () {
  this.timeout(timeFor(20_000));
  const { seed, between, pick } = chance();
  let home: TestParlour;
  let server: Killable;
  let toServer: TcpProxy;
  let toDatabase: TcpProxy;
  const followers: Follower[] = [];

  before(async () => {
    home = await startTestParlour({ ROLE: 'web', RATE_LIMIT_FACTOR: '0' });
    toDatabase = await TcpProxy.start(home.databaseUrl);
    server = await Killable.beside(home, { DATABASE_URL: toDatabase.through(home.databaseUrl) });
    toServer = await TcpProxy.start(server.url);
  });
  after(async () => {
    for (const follower of followers) void follower.close();
    await server?.remove();
    await toServer?.stop();
    await toDatabase?.stop();
    await home?.stop();
  });

  it(`end with what the database holds: no gap, nothing twice (FAULT_SEED=${seed})`, async () => {
    const url = toServer.through(server.url);
    const staff = Array.from({ length: 3 }, () => followAsStaff(url));
    followers.push(...staff);
    await until(() => staff.every(({ all }) => all.length > 0), 'staff follow');
    const talkers = await startTalkers(6, home.site.key, () => server.url, 20);
    const visitors = talkers.map((talker) => followAsVisitor(url, talker));
    followers.push(...visitors);

    for (let round = 0; round < rounds(1); round++)
      for (const cut of [...cuts(), pick(restarts)]) {
        await wait(between(50, 300));
        await cut();
      }
    await letLeasesRunOut(home.database);
    await Promise.all(talkers.map((talker) => talker.end()));

    const expected = await messagesStored();
    const ofSession = (index: number) =>
      expected.filter((key) => key.startsWith(talkers[index]!.visitor.sessionId));
    const isAll = () =>
      staff.every((follower) => toldToStaff(follower).length >= expected.length - talkers.length) &&
      visitors.every((follower, index) => toldToVisitor(follower).length >= ofSession(index).length);
    // What is missing then is shown below.
    await until(isAll, 'everybody has caught up').catch(() => {});
    await Promise.all(followers.map((follower) => follower.close()));

    for (const follower of staff) {
      expect(follower.cuts, 'it was cut off').to.be.greaterThan(1);
      expect(follower.all.map(({ event }) => event)).to.not.include('resync');
      expect(toldToStaff(follower).sort()).to.deep.equal(expected.filter((key) => !isGreeting(key)));
    }
    for (const [index, follower] of visitors.entries())
      expect(toldToVisitor(follower)).to.deep.equal(ofSession(index).map((_, at) => at + 1));
    const cut = followers.reduce((sum, follower) => sum + follower.cuts, 0);
    const told = staff.map((follower) => toldToStaff(follower));
    const missing = told.map((keys) => expected.filter((key) => !isGreeting(key) && !keys.includes(key)));
    const twice = told.map((keys) => keys.length - new Set(keys).size);
    measured(
      6,
      counted`${followers.length} streams cut ${cut} times, ${expected.length} messages, ${missing.flat().length} missing, ${twice.reduce((sum, one) => sum + one)} twice`,
    );
  });

  it('miss nothing when the database is cut off between an event and what it speaks of', async () => {
    const url = await createTestDatabase();
    const parlour = await startTestParlour({ ROLE: 'web', DATABASE_URL: toDatabase.through(url) });
    const database = openDatabase(url, 3);
    const follower = followAsStaff(parlour.url, parlour.admin);
    followers.push(follower);
    const isTold = ({ event }: { event: string }) => event === 'message.created';
    try {
      const { sessionId } = await VisitorClient.start(parlour.url, parlour.site.key);
      await until(() => follower.all.some(({ event }) => event === 'session.created'), 'it is followed');
      // The event is older than the lock, so that it can be read; whoever reads its message waits.
      const told = await database.transaction();
      const event = {
        type: 'message.created',
        siteId: parlour.site.id,
        sessionId,
        data: { sessionId, seq: 1 },
      };
      await told('events').insert(event);
      const locked = await database.transaction();
      await locked.raw('LOCK TABLE messages IN ACCESS EXCLUSIVE MODE');
      await told.commit();
      await until(async () => {
        const { rows } = await database.raw(`SELECT 1 FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`);
        return rows.length > 0;
      }, 'its message is being read');
      toDatabase.resetAll();
      await locked.rollback();
      await until(() => follower.all.some(isTold), 'it is told');
      expect(follower.all.filter(isTold)).to.have.length(1);
    } finally {
      await follower.close();
      await database.destroy();
      await parlour.stop();
    }
  });

  /** Each way in which it goes wrong. */
  const cuts = (): Array<() => unknown> => [
    () => toServer.resetAll(),
    // Several, so that one meets the moment in which an event is read.
    async () => {
      for (let time = 0; time < 8; time++) {
        toDatabase.resetAll();
        await wait(between(5, 60));
      }
    },
    () => forAMoment(toServer, 'cut'),
    () => forAMoment(toServer, 'drip'),
    () => forAMoment(toDatabase, 'cut'),
  ];
  const restarts = [
    () => server.kill().then(() => server.start()),
    () => server.terminate().then(() => server.start()),
  ];

  async function forAMoment(proxy: TcpProxy, kind: 'cut' | 'drip'): Promise<void> {
    await proxy.set(
      kind === 'cut' ? { kind, afterBytes: between(1, 3_000) } : { kind, bytesPerSecond: 2_000 },
    );
    await wait(between(50, 200));
    await proxy.set({ kind: 'none' });
  }

  const followAsStaff = (url: string, staff = home.admin) =>
    new Follower((lastId) => {
      const headers = { ...staff.headers, ...(lastId && { 'last-event-id': lastId }) };
      return [`${url}/api/v1/live`, { headers }];
    });

  const followAsVisitor = (url: string, { visitor }: Talker) =>
    new Follower((lastId) => [
      `${url}/api/v1/visitor/session/events?after=${lastId ?? 0}`,
      { headers: { authorization: `Bearer ${visitor.token}` } },
    ]);

  /** `<conversation>/<seq>` of each message staff were told of, as often as they were. */
  const toldToStaff = ({ all }: Follower) =>
    all
      .filter(({ event }) => event === 'message.created')
      .map(({ data }) => `${data.sessionId}/${(data.message as { seq: number }).seq}`);

  const toldToVisitor = ({ all }: Follower) =>
    all.filter(({ event }) => event === 'message').map(({ data }) => data.seq);

  /** It is there with its conversation, and told as `session.created`. */
  const isGreeting = (key: string) => key.endsWith('/1');

  async function messagesStored(): Promise<string[]> {
    const rows = await home.database('messages').select('sessionId', 'seq');
    return rows.map(({ sessionId, seq }) => `${sessionId}/${seq}`).sort();
  }
});
