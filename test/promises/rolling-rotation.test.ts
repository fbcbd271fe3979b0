import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import { keyOf } from '../../backend/keys.ts';
import { isSealedWithCurrent, type Tree } from '../../backend/sites/secrets.ts';
import { Cluster } from '../support/cluster.ts';
import { npmRun } from '../support/command-line.ts';
import { type FakeReceiver, type Received, startFakeReceiver } from '../support/fakes/receiver.ts';
import { isLongRun } from '../support/faults/rounds.ts';
import { expectKept, startTalkers, type Talker } from '../support/faults/talker.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';

const OLD = 'the old secret of this installation, forty';
const NEW = 'the new secret of this installation, forty';
const FIRST = { APP_SECRET: OLD, APP_SECRET_PREVIOUS: NEW };
const SWAPPED = { APP_SECRET: NEW, APP_SECRET_PREVIOUS: OLD };

describe('another APP_SECRET in several processes, as the README has it (promise 21)', function () {
  this.timeout(180_000);
  let cluster: Cluster;
  let receiver: FakeReceiver;
  const talkers: Talker[] = [];

  before(async () => {
    receiver = await startFakeReceiver();
    // The ordinary run begins where all know the new one; getting there is replacing processes, as in rolling-restart.
    const begun = isLongRun ? {} : FIRST;
    cluster = await Cluster.start({ RATE_LIMIT_FACTOR: '0', APP_SECRET: OLD, ...begun });
  });
  after(async () => {
    await Promise.all(talkers.map((talker) => talker.end()));
    await cluster?.stop();
    await receiver?.stop();
  });

  it('is put in place while people talk: nothing fails, and afterwards only the new one opens what is sealed', async () => {
    const site = await cluster.createSite({
      integrations: { webhook: { url: receiver.url, events: ['session.completed'] } },
    } as never);
    const { secret } = await cluster.admin.post<{ secret: string }>(
      `/api/v1/sites/${site.id}/webhook/rotate`,
    );
    const before = await talk(site.key);
    const rotate = (environment: object) =>
      npmRun('secrets:rotate', [], { DATABASE_URL: cluster.databaseUrl, ...environment });

    // First all with the new one as APP_SECRET_PREVIOUS, then the two are swapped.
    for (const environment of isLongRun ? [FIRST, SWAPPED] : [SWAPPED]) {
      expect(await cluster.roll(environment)).to.deep.equal([0, 0, 0, 0]);
      await tell(site.key);
    }
    const sealed = await rotate(SWAPPED);
    expect(sealed.said).to.contain('Sealed 1 secrets of');
    await tell(site.key);
    await Promise.all(before.map((talker) => talker.end()));

    // A day later; chats from before have ended meanwhile.
    const later = await talk(site.key);
    expect(await cluster.roll({ APP_SECRET: NEW, APP_SECRET_PREVIOUS: '' })).to.deep.equal([0, 0, 0, 0]);
    await tell(site.key);
    await Promise.all(later.map((talker) => talker.end()));

    await expectNothingFailed();
    expect((await cluster.admin.call('/api/v1/auth/me')).status, 'staff are signed in').to.equal(200);
    expect((await before[0]!.at().call('/session')).status, 'begins anew').to.equal(401);
    const told = isLongRun ? 4 : 3;
    await until(() => receiver.received.length >= told, 'the webhooks');
    expect(receiver.received.map((message) => isSignedWith(secret, message))).to.deep.equal(
      Array.from({ length: told }, () => true),
    );
    const { integrations } = await cluster.database('sites').where({ id: site.id }).first('integrations');
    expect(opensWith(NEW, integrations)).to.equal(true);
    expect(opensWith(OLD, integrations)).to.equal(false);
  });

  async function talk(siteKey: string): Promise<Talker[]> {
    const begun = await startTalkers(3, siteKey, () => cluster.url, 120);
    talkers.push(...begun);
    return begun;
  }

  /** Somebody completes a conversation, which the webhook is told of. */
  async function tell(siteKey: string): Promise<void> {
    const visitor = await VisitorClient.start(cluster.url, siteKey);
    await visitor.say('I would like a shelf');
    expect((await visitor.call('/session/complete', { method: 'POST' })).status).to.equal(200);
  }

  async function expectNothingFailed(): Promise<void> {
    expect(talkers.flatMap(({ refused }) => refused)).to.deep.equal([]);
    expect(
      talkers.reduce((sum, { lost }) => sum + lost, 0),
      'connections lost',
    ).to.equal(0);
    await expectKept(cluster.database, talkers);
  }
});

function isSignedWith(secret: string, { headers, body }: Received): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}

function opensWith(appSecret: string, { webhook }: { webhook: Tree }): boolean {
  const keys = { current: keyOf(appSecret, 'site-secrets'), older: [] };
  return isSealedWithCurrent(webhook.secret as string, 'integrations.webhook.secret', keys);
}
