import { expect } from 'chai';
import { Cluster } from '../support/cluster.ts';
import { Follower } from '../support/faults/follower.ts';
import { timeFor } from '../support/faults/rounds.ts';
import { expectKept, startTalkers } from '../support/faults/talker.ts';
import { counted, measured } from '../support/measured.ts';
import { until } from '../support/until.ts';

describe('a rolling restart under load (promises 6 and 7)', function () {
  this.timeout(timeFor(60_000));
  let cluster: Cluster;

  before(async () => {
    cluster = await Cluster.start({ RATE_LIMIT_FACTOR: '0' });
  });
  after(() => cluster?.stop());

  it('fails no request, loses and doubles nothing, and streams go on where they were', async () => {
    const site = await cluster.createSite();
    const staff = Array.from({ length: 3 }, () => follow('/api/v1/live', () => cluster.admin.headers));
    await until(() => staff.every(({ all }) => all.length > 0), 'staff follow');
    const talkers = await startTalkers(6, site.key, () => cluster.url, 20);
    const [visitor] = talkers.map((talker) => talker.visitor);
    const widget = follow('/api/v1/visitor/session/events', () => ({
      authorization: `Bearer ${visitor!.token}`,
    }));

    const [web1, web2, worker1, worker2] = [...cluster.members];
    let replaced = 0;
    // A web process and a worker at a time.
    for (const pair of [
      [web1!, worker1!],
      [web2!, worker2!],
    ]) {
      const said = talkers.map(({ promised }) => promised.length);
      await until(
        () => talkers.every(({ promised }, n) => promised.length > said[n]! + 2),
        'all are talking',
      );
      const codes = await Promise.all(pair.map((member) => cluster.replace(member)));
      expect(codes).to.deep.equal([0, 0]);
      replaced += codes.length;
    }
    await Promise.all(talkers.map((talker) => talker.end()));

    const refused = talkers.flatMap((talker) => talker.refused);
    expect(refused).to.deep.equal([]);
    const broken = talkers.reduce((sum, talker) => sum + talker.lost, 0);
    expect(broken, 'connections lost').to.equal(0);
    const { messages, lost, twice } = await expectKept(cluster.database, talkers);
    measured(
      7,
      counted`${replaced} of ${cluster.members.length} processes replaced, ${messages} messages promised, ${lost} lost, ${twice} twice, ${refused.length} refused, ${broken} connections lost`,
    );
    const stored = await cluster.database('messages').where('seq', '>', 1).select('sessionId', 'seq');
    const expected = stored.map(({ sessionId, seq }) => `${sessionId}/${seq}`).sort();
    await until(() => staff.every((one) => told(one).length >= expected.length), 'staff have caught up');
    const own = expected.filter((key) => key.startsWith(visitor!.sessionId)).length;
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
