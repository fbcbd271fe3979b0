import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { FakeN8n } from '../support/fakes/n8n.ts';
import { Killable } from '../support/faults/killable.ts';
import { chance, rounds, timeFor } from '../support/faults/rounds.ts';
import {
  areAnswered,
  expectKept,
  letLeasesRunOut,
  startTalkers,
  type Talker,
} from '../support/faults/talker.ts';
import { counted, measured } from '../support/measured.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';

describe('killed hard under load (promise 1)', function () {
  this.timeout(timeFor(40_000));
  const { seed, between } = chance();
  let home: TestParlour;
  let killed: Killable;
  let n8n: FakeN8n;
  let kills = 0;

  before(async () => {
    home = await startTestParlour({ ROLE: 'web', RATE_LIMIT_FACTOR: '0' });
    n8n = await FakeN8n.start();
    killed = await Killable.beside(home);
  });
  after(async () => {
    await killed?.remove();
    await home?.stop();
    await n8n?.stop();
  });

  it(`keeps each message that was answered, once and in order (FAULT_SEED=${seed})`, async () => {
    const talkers: Talker[] = [];
    for (let round = 0; round < rounds(2); round++) {
      // A few at a time, however many rounds there are.
      for (const talker of talkers) void talker.end();
      const joined = await startTalkers(8, home.site.key, () => killed.url);
      talkers.push(...joined);
      await until(() => joined.every(({ promised }) => promised.length > 1), 'everybody is answered', 30_000);
      await wait(between(0, 150));
      await killAndStart();
    }
    await Promise.all(talkers.map((talker) => talker.end()));
    const { talks, messages, lost, twice } = await expectKept(home.database, talkers);
    await until(() => areAnswered(home.database, talkers), 'every turn is answered', 30_000);
    measured(
      1,
      counted`${kills} kills, ${talks} talks, ${messages} messages promised, ${lost} lost, ${twice} twice`,
    );
  });

  it('answers after the start what was being answered when it was killed', async () => {
    const site = await home.createSite({
      name: 'Workflow',
      agent: {
        ...{ kind: 'n8n', fallbackText: 'Later, please.', replyTimeoutSeconds: 30 },
        n8n: { url: n8n.url },
      },
    } as never);
    const visitors = await Promise.all(
      Array.from({ length: 4 }, () => VisitorClient.start(killed.url, site.key)),
    );
    n8n.reset({ mode: 'slow', before: () => new Promise(() => {}) });
    const asked = visitors.map((visitor) => visitor.say('Is anybody there?').catch(() => undefined));
    await until(() => n8n.requests.length === visitors.length, 'all turns are under way');
    n8n.reset('lastNode');
    await killAndStart();
    await Promise.all(asked);
    await until(
      async () => {
        const replies = await home
          .database('messages')
          .whereIn(
            'sessionId',
            visitors.map(({ sessionId }) => sessionId),
          )
          .where({ text: 'You said: Is anybody there?' });
        return replies.length === visitors.length;
      },
      'each is answered',
      30_000,
    );
    const { messages } = await visitors[0]!.transcript();
    expect(messages.map(({ role }) => role)).to.deep.equal(['assistant', 'visitor', 'assistant']);
  });

  async function killAndStart(): Promise<void> {
    await killed.kill();
    kills += 1;
    await letLeasesRunOut(home.database);
    await killed.start();
  }
});
