import { expect } from 'chai';
import type { SiteView } from '../../backend/sites/schema.ts';
import { Cluster } from '../support/cluster.ts';
import { npmRun } from '../support/command-line.ts';
import { type FakeReceiver, startFakeReceiver } from '../support/fakes/receiver.ts';
import { Follower } from '../support/faults/follower.ts';
import { isLongRun, timeFor } from '../support/faults/rounds.ts';
import { expectKept, startTalkers, type Talker } from '../support/faults/talker.ts';
import { counted, measured } from '../support/measured.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { isSignedWith, opensWith } from './sealed.ts';

const OLD = 'the old secret of this installation, forty';
const NEW = 'the new secret of this installation, forty';
const FIRST = { APP_SECRET: OLD, APP_SECRET_PREVIOUS: NEW };
const SWAPPED = { APP_SECRET: NEW, APP_SECRET_PREVIOUS: OLD };

/**
 * The README's way to another APP_SECRET replaces all processes three times. The ordinary run begins where all know the
 * new one, and does it once; the long run does all of it.
 */
describe('a rolling restart under load, for another APP_SECRET (promises 6, 7 and 21)', function () {
  this.timeout(timeFor(120_000));
  let cluster: Cluster;
  let receiver: FakeReceiver;
  let site: SiteView;
  let secret: string;
  const talkers: Talker[] = [];

  before(async () => {
    receiver = await startFakeReceiver();
    const begun = isLongRun ? {} : FIRST;
    cluster = await Cluster.start({ RATE_LIMIT_FACTOR: '0', APP_SECRET: OLD, ...begun });
    site = await cluster.createSite({
      integrations: { webhook: { url: receiver.url, events: ['session.completed'] } },
    } as never);
    ({ secret } = await cluster.admin.post<{ secret: string }>(`/api/v1/sites/${site.id}/webhook/rotate`));
  });
  after(async () => {
    await Promise.all(talkers.map((talker) => talker.end()));
    await cluster?.stop();
    await receiver?.stop();
  });

  it('fails no request, loses and doubles nothing, and streams go on where they were', async () => {
    const staff = Array.from({ length: 3 }, () => follow('/api/v1/live', () => cluster.admin.headers));
    await until(() => staff.every(({ all }) => all.length > 0), 'staff follow');
    const [{ visitor }] = (await talk(6)) as [Talker];
    const widget = follow('/api/v1/visitor/session/events', () => ({
      authorization: `Bearer ${visitor.token}`,
    }));
    let replaced = 0;
    for (const environment of isLongRun ? [FIRST, SWAPPED] : [SWAPPED]) {
      const codes = await cluster.roll(environment);
      expect(codes).to.deep.equal([0, 0, 0, 0]);
      replaced += codes.length;
      await complete();
    }
    await Promise.all(talkers.map((talker) => talker.end()));

    const { refused, broken, messages, lost, twice } = await expectNothingFailed();
    measured(
      7,
      counted`${replaced} of ${cluster.members.length} processes replaced, ${messages} messages promised, ${lost} lost, ${twice} twice, ${refused} refused, ${broken} connections lost`,
    );
    const stored = await cluster.database('messages').where('seq', '>', 1).select('sessionId', 'seq');
    const expected = stored.map(({ sessionId, seq }) => `${sessionId}/${seq}`).sort();
    await until(() => staff.every((one) => told(one).length >= expected.length), 'staff have caught up');
    const own = expected.filter((key) => key.startsWith(visitor.sessionId)).length;
    await until(() => seqsOf(widget).length >= own, 'the visitor has caught up');
    await Promise.all([...staff, widget].map((follower) => follower.close()));
    for (const follower of staff) {
      expect(follower.cuts, 'its process was replaced').to.be.greaterThan(0);
      expect(told(follower).sort()).to.deep.equal(expected);
    }
    const seqs = seqsOf(widget);
    expect(seqs, 'in order, none twice').to.deep.equal(seqs.map((_, at) => seqs[0]! + at));
    const cuts = staff.reduce((sum, follower) => sum + follower.cuts, 0);
    const missing = staff.flatMap((one) => expected.filter((key) => !told(one).includes(key)));
    const doubled = staff.flatMap((one) => told(one).filter((key, at, all) => all.indexOf(key) < at));
    measured(
      6,
      counted`${staff.length} streams cut ${cuts} times while ${replaced} processes were replaced, ${expected.length} messages, ${missing.length} missing, ${doubled.length} twice`,
    );
  });

  it('is followed by sealing everything anew while people talk; then only the new secret opens it', async () => {
    const before = await talk(3);
    const environment = { DATABASE_URL: cluster.databaseUrl, ...SWAPPED };
    const { said } = await npmRun('secrets:rotate', [], environment);
    expect(said).to.contain('Sealed 1 secrets of');
    await complete();
    await Promise.all(before.map((talker) => talker.end()));
    if (isLongRun) await endWithTheNewOneAlone();

    const { refused } = await expectNothingFailed();
    expect((await cluster.admin.call('/api/v1/auth/me')).status, 'staff are signed in').to.equal(200);
    const times = isLongRun ? 4 : 2;
    await until(() => receiver.received.length >= times, 'the webhooks');
    const signed = receiver.received.filter((message) => isSignedWith(secret, message));
    expect(signed).to.have.length(times);
    const { integrations } = await cluster.database('sites').where({ id: site.id }).first('integrations');
    expect(opensWith(NEW, integrations.webhook.secret)).to.equal(true);
    expect(opensWith(OLD, integrations.webhook.secret)).to.equal(false);
    measured(
      21,
      counted`sealed anew in ${cluster.members.length} processes, ${signed.length} webhooks signed, ${refused} requests refused`,
    );
  });

  /** A day later; chats from before have ended meanwhile. */
  async function endWithTheNewOneAlone(): Promise<void> {
    const later = await talk(3);
    expect(await cluster.roll({ APP_SECRET: NEW, APP_SECRET_PREVIOUS: '' })).to.deep.equal([0, 0, 0, 0]);
    await complete();
    await Promise.all(later.map((talker) => talker.end()));
    expect((await talkers[0]!.at().call('/session')).status, 'begins anew').to.equal(401);
  }

  async function talk(people: number): Promise<Talker[]> {
    const begun = await startTalkers(people, site.key, () => cluster.url, 200);
    talkers.push(...begun);
    await until(() => begun.every(({ promised }) => promised.length > 2), 'all are talking');
    return begun;
  }

  /** Somebody ends a conversation, which the webhook is told of. */
  async function complete(): Promise<void> {
    const visitor = await VisitorClient.start(cluster.url, site.key);
    await visitor.say('I would like a shelf');
    expect((await visitor.call('/session/complete', { method: 'POST' })).status).to.equal(200);
  }

  async function expectNothingFailed() {
    const refused = talkers.flatMap((talker) => talker.refused);
    expect(refused).to.deep.equal([]);
    const broken = talkers.reduce((sum, talker) => sum + talker.lost, 0);
    expect(broken, 'connections lost').to.equal(0);
    return { refused: refused.length, broken, ...(await expectKept(cluster.database, talkers)) };
  }

  const follow = (path: string, headers: () => Record<string, string>) =>
    new Follower((lastId) => [
      cluster.url + path,
      { headers: { ...headers(), ...(lastId && { 'last-event-id': lastId }) } },
    ]);

  const told = ({ all }: Follower) =>
    all
      .filter(({ event }) => event === 'message.created')
      .map(({ data }) => `${data.sessionId}/${(data.message as { seq: number }).seq}`);

  const seqsOf = ({ all }: Follower) =>
    all.filter(({ event }) => event === 'message').map(({ data }) => data.seq as number);
});
