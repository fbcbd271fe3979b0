import { expect } from 'chai';
import { chance, rounds, timeFor } from '../support/faults/rounds.ts';
import { areAnswered, expectKept, letLeasesRunOut, startTalkers } from '../support/faults/talker.ts';
import { type Fault, TcpProxy } from '../support/faults/tcp-proxy.ts';
import { counted, measured } from '../support/measured.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';

describe('visitors with a bad network (promise 2)', function () {
  this.timeout(timeFor(10_000));
  const { seed, between, pick } = chance();
  let parlour: TestParlour;
  let proxy: TcpProxy;
  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    proxy = await TcpProxy.start(parlour.url);
  });
  after(async () => {
    await proxy?.stop();
    await parlour?.stop();
  });

  it(`have each message stored once, and one reply to it, however often it is sent (FAULT_SEED=${seed})`, async () => {
    const talkers = await startTalkers(6, parlour.site.key, () => proxy.through(parlour.url));
    const faults: Array<() => Fault> = [
      // Inside the request, so that it never comes; or inside the answer, so that nobody knows that it came.
      () => ({ kind: 'cut', afterBytes: between(1, 400) }),
      () => ({ kind: 'cut', afterBytes: between(400, 1_200) }),
      () => ({ kind: 'latency', ms: between(1, 40) }),
      () => ({ kind: 'drip', bytesPerSecond: between(3_000, 30_000) }),
      () => ({ kind: 'reset' }),
      () => ({ kind: 'refuse' }),
    ];
    let made = 0;
    for (let round = 0; round < rounds(2); round++)
      for (const fault of [...faults, pick(faults)]) {
        const taken = proxy.taken;
        const said = talkers.reduce((sum, { promised }) => sum + promised.length, 0);
        const begun = fault();
        made += 1;
        await proxy.set(begun);
        if (begun.kind === 'cut' || begun.kind === 'reset')
          await until(() => proxy.taken > taken + 3, 'they try again');
        await proxy.set({ kind: 'none' });
        const hasGoneOn = () => talkers.reduce((sum, { promised }) => sum + promised.length, 0) > said;
        await until(hasGoneOn, 'they go on', 30_000);
      }
    await letLeasesRunOut(parlour.database);
    await Promise.all(talkers.map((talker) => talker.end()));
    await until(() => areAnswered(parlour.database, talkers), 'every turn is answered', 30_000);
    const { messages: kept, lost, twice } = await expectKept(parlour.database, talkers);
    const again = talkers.reduce((sum, talker) => sum + talker.lost, 0);
    for (const talker of talkers) {
      const { messages } = await talker.at().transcript();
      const roles = messages.map(({ role }) => role).join(' ');
      expect(roles, 'replied to twice').to.not.contain('assistant assistant');
    }
    measured(
      2,
      counted`${made} faults of the network, ${kept} messages promised, ${again} sent again as no answer came, ${lost} lost, ${twice} twice`,
    );
  });
});
