import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { type Database, openDatabase } from '../../backend/db/knex.ts';
import { chance, rounds, timeFor } from '../support/faults/rounds.ts';
import {
  areAnswered,
  expectKept,
  type Kept,
  letLeasesRunOut,
  startTalkers,
  type Talker,
} from '../support/faults/talker.ts';
import { TcpProxy } from '../support/faults/tcp-proxy.ts';
import { call } from '../support/http-client.ts';
import { counted, measured } from '../support/measured.ts';
import { type OtherPostgres, startOtherPostgres } from '../support/other-postgres.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';

describe('the database goes away under load (promise 3)', function () {
  this.timeout(timeFor(30_000));
  const { seed, between } = chance();
  let postgres: OtherPostgres;
  let proxy: TcpProxy;
  let parlour: TestParlour;
  let talkers: Talker[];
  /** Past the proxy. */
  let database: Database;

  before(async () => {
    postgres = await startOtherPostgres();
    database = openDatabase(postgres.url, 2);
    proxy = await TcpProxy.start(postgres.url);
    parlour = await startTestParlour({ DATABASE_URL: proxy.through(postgres.url), RATE_LIMIT_FACTOR: '0' });
  });
  after(async () => {
    await database?.destroy();
    await parlour?.stop();
    await proxy?.stop();
    await postgres?.remove();
  });
  beforeEach(async () => {
    talkers = await startTalkers(8, parlour.site.key, () => parlour.url);
    await until(() => talkers.every(({ promised }) => promised.length > 0), 'everybody talks');
  });
  afterEach(() => proxy.set({ kind: 'none' }));

  it(`stopped, killed, cut or reset: 503 meanwhile, healthy by itself, nothing lost (FAULT_SEED=${seed})`, async () => {
    let [gone, slowest] = [0, 0];
    for (let round = 0; round < rounds(1); round++)
      for (const [begin, end] of faults) {
        gone += 1;
        await wait(between(0, 100));
        const refusedBefore = refusedSoFar();
        await begin();
        await until(() => refusedSoFar() > refusedBefore, 'somebody notices');
        await end();
        const ended = performance.now();
        await until(async () => (await ready()) === 200, 'it is healthy again', 10_000);
        slowest = Math.max(slowest, (performance.now() - ended) / 1000);
      }
    const { messages, lost, twice } = await expectWhole();
    const refusals = talkers.flatMap(({ refused }) => refused);
    for (const { status, retryAfter } of refusals) {
      expect(status).to.equal(503);
      expect(retryAfter).to.match(/^\d+$/);
    }
    measured(
      3,
      counted`${gone} times away, ${messages} messages promised, ${lost} lost, ${twice} twice, ${refusals.length} turned away with a time to come again, healthy after ${slowest} s at most`,
    );
  });

  it('is gone without a word: no request waits for ever, nor does any lock', async () => {
    let [gone, longest] = [0, 0];
    for (let round = 0; round < rounds(1); round++) {
      gone += 1;
      const listened = await listeningSince();
      await proxy.set({ kind: 'blackHole' });
      await until(() => talkers.every(({ asking }) => asking), 'everybody waits');
      const swallowed = performance.now();
      const isFree = ({ asking }: Talker) => asking === undefined || asking > swallowed;
      await until(() => talkers.every(isFree), 'everybody got an answer', 25_000);
      longest = Math.max(longest, (performance.now() - swallowed) / 1000);
      await proxy.set({ kind: 'none' });
      await until(async () => (await ready()) === 200, 'it is healthy again', 10_000);
      await until(async () => (await listeningSince()) > listened, 'it listens again', 20_000);
    }
    const { messages, lost } = await expectWhole();
    measured(
      3,
      counted`${gone} times without a word: waited for ${longest} s at most, ${messages} promised, ${lost} lost`,
    );
  });

  /** When the connection began that hears what others write; empty while there is none. */
  async function listeningSince(): Promise<string> {
    const { rows } = await database.raw(`SELECT coalesce(max(backend_start)::text, '') AS since
      FROM pg_stat_activity WHERE application_name LIKE 'parlour listen%'`);
    return rows[0].since;
  }

  /** What begins it, and what ends it. */
  const faults: Array<[() => Promise<void> | void, () => Promise<void>]> = [
    [() => postgres.stop('immediate'), () => postgres.start()],
    [() => postgres.kill(), () => postgres.start()],
    [() => proxy.set({ kind: 'cut', afterBytes: 300 }), () => proxy.set({ kind: 'none' })],
    [() => proxy.set({ kind: 'reset' }), () => proxy.set({ kind: 'none' })],
  ];
  const refusedSoFar = () => talkers.reduce((sum, { refused }) => sum + refused.length, 0);
  const ready = async () => (await call(`${parlour.url}/health/ready`)).status;

  /** Everybody is answered again, and what they were promised is there. */
  async function expectWhole(): Promise<Kept> {
    await letLeasesRunOut(database);
    const before = talkers.map(({ promised }) => promised.length);
    await until(
      () => talkers.every(({ promised }, index) => promised.length > before[index]!),
      'everybody is answered again',
      30_000,
    );
    await Promise.all(talkers.map((talker) => talker.end()));
    const kept = await expectKept(database, talkers);
    await until(() => areAnswered(database, talkers), 'every turn is answered', 30_000);
    return kept;
  }
});
