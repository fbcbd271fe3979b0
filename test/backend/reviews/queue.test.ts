import { expect } from 'chai';
import type { Transaction } from '../../../backend/db/knex.ts';
import { refreshQueue } from '../../../backend/reviews/queue/jobs.ts';
import { markChanged } from '../../../backend/reviews/queue/mark.ts';
import type { QueueEntry, QueuePage } from '../../../backend/reviews/queue/schema.ts';
import { isInSample } from '../../../backend/reviews/signals/sample.ts';
import { removeSessions } from '../../../backend/sessions/remove.ts';
import { KeyClient } from '../../support/key-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { letIn, type TestPerson } from '../../support/people.ts';
import { lookAtTalks, seedTalk } from '../../support/seeded-talks.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

const PATH = '/api/v1/reviews/queue';
const FINE = ['assistant: Hello.', 'visitor: Do you sell shelves?', 'assistant: Yes, in oak.'];
const ANGRY = ['visitor: You are useless', 'assistant: I am sorry.'];
const FAILED = ['visitor: Do you sell shelves?', 'fallback: We will write to you.'];

describe('what to read next', () => {
  let parlour: TestParlour;
  let ana: TestPerson;
  let ben: TestPerson;
  before(async () => {
    // No random sample, so that each test knows what waits; the sample has a test of its own.
    parlour = await startTestParlour({ REVIEW_SAMPLE_PERCENT: '0' });
    ana = await letIn(parlour);
    ben = await letIn(parlour, 'agent', 'Ben');
  });
  after(() => parlour.stop());

  const refresh = (percent = 0) => refreshQueue(parlour.database, percent);
  const queue = (query = '', who = ana) => who.client.get<QueuePage>(`${PATH}${query}`);
  const idsOf = ({ items }: { items: QueueEntry[] }) => items.map(({ session }) => session.id);
  const waitingForLocks = async (on: Transaction) =>
    (await on.raw('SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted')).rows[0].n;
  const judge = (id: string, status: string, who = ana) =>
    who.client.call(`/api/v1/sessions/${id}/review`, { method: 'PUT', json: { status } });

  it('names what it asks for, and shows it to those who may read', async () => {
    expect((await fetch(parlour.url + PATH)).status).to.equal(401);
    const writer = await KeyClient.make(parlour, ['leads:write']);
    expect((await writer.call(PATH)).status).to.equal(403);
    for (const wrong of ['?signal=boredom', '?limit=0', '?site=x', '?colour=red', '?from=yesterday'])
      expect((await ana.client.call(PATH + wrong)).status, wrong).to.equal(422);
    expect((await ana.client.call(`${PATH}?cursor=abc`)).status).to.equal(400);
  });

  it('puts the heaviest first and says why, with the message it means', async () => {
    const site = (await parlour.createSite()).id;
    const fine = await seedTalk(parlour, { lines: FINE, siteId: site });
    const angry = await seedTalk(parlour, { lines: ANGRY, siteId: site, minutesAgo: 60 });
    const failed = await seedTalk(parlour, { lines: FAILED, siteId: site, faultAfter: 1, minutesAgo: 90 });
    const newer = await seedTalk(parlour, { lines: ANGRY, siteId: site, minutesAgo: 30 });
    const archived = await seedTalk(parlour, { lines: ANGRY, siteId: site, archived: true });
    const talking = await seedTalk(parlour, { lines: ANGRY, siteId: site, minutesAgo: 1 });
    await lookAtTalks(parlour, site);
    const page = await queue(`?site=${site}`);
    expect(idsOf(page)).to.deep.equal([failed, newer, angry]);
    expect(idsOf(page)).not.to.include.members([fine, archived, talking]);
    const [first, second] = page.items;
    expect(first).to.deep.include({ score: 60 });
    expect(first!.reasons.map(({ code, messageSeq }) => [code, messageSeq])).to.deep.equal([
      ['workflow_error', 1],
      ['fallback', 2],
    ]);
    expect(second!.reasons).to.deep.equal([
      { code: 'strong_words', text: 'The visitor used strong words.', messageSeq: 1 },
    ]);
    expect(second!.session).to.deep.include({ id: newer, qaStatus: 'unchecked', messageCount: 2 });
    expect(idsOf(await queue(`?site=${site}&signal=fallback`))).to.deep.equal([failed]);
    expect(page.coverage).to.deep.include({ days: 30, eligible: 5, reviewed: 0, waiting: 3 });
    expect(page.coverage.bySignal).to.deep.equal({ fallback: 1, workflow_error: 1, strong_words: 2 });
  });

  it('passes over what an erasure holds, without either ending the other, and marks it afterwards', async () => {
    const site = (await parlour.createSite()).id;
    const talk = { lines: ANGRY, siteId: site, minutesAgo: 10 };
    const [marked, kept] = [await seedTalk(parlour, talk), await seedTalk(parlour, talk)];
    await lookAtTalks(parlour, site);
    await judge(marked, 'issue');
    const [fresh, other] = [await seedTalk(parlour, talk), await seedTalk(parlour, talk)];
    let isDone = false;
    await parlour.database.transaction(async (erasing) => {
      await erasing('chat_sessions').whereIn('id', [marked, fresh, kept]).orderBy('id').forUpdate();
      const marking = markChanged(parlour.database).then(() => {
        isDone = true;
      });
      await until(async () => isDone || (await waitingForLocks(erasing)) > 0, 'it is done, or waits');
      await removeSessions(erasing, [marked]);
      await marking;
      const due = await parlour.database('review_signals').where({ sessionId: other });
      expect(due, 'what nobody holds').to.have.length(1);
    });
    await lookAtTalks(parlour, site);
    expect(idsOf(await queue(`?site=${site}`)))
      .to.include.members([kept, fresh])
      .and.not.include(marked);
  });

  it('turns its pages without a gap or a double, while entries leave', async () => {
    const site = (await parlour.createSite()).id;
    const seeded: string[] = [];
    for (let n = 0; n < 9; n++)
      seeded.push(
        await seedTalk(parlour, { lines: n % 3 ? ANGRY : FAILED, siteId: site, minutesAgo: 10 + n }),
      );
    // The same time to the microsecond: the id decides.
    await parlour.database.raw(
      `UPDATE chat_sessions SET last_message_at = date_trunc('hour', now()) - interval '2 hours' WHERE site_id = ?`,
      [site],
    );
    await lookAtTalks(parlour, site);
    const whole = idsOf(await queue(`?site=${site}`));
    expect([...whole].sort()).to.deep.equal([...seeded].sort());
    const walked: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: QueuePage = await queue(`?site=${site}&limit=2${cursor && `&cursor=${cursor}`}`);
      walked.push(...idsOf(page));
      cursor = page.nextCursor;
      if (walked.length === 2) expect((await judge(walked[0]!, 'passed')).status).to.equal(200);
    }
    expect(walked).to.deep.equal(whole);
    expect(idsOf(await queue(`?site=${site}`))).to.deep.equal(whole.slice(1));
  });

  it('gives what is said to be fixed to somebody else', async () => {
    const site = (await parlour.createSite()).id;
    const id = await seedTalk(parlour, { lines: ANGRY, siteId: site, minutesAgo: 60 * 24 * 50 });
    await lookAtTalks(parlour, site);
    expect(idsOf(await queue(`?site=${site}`)), 'older than the period').to.deep.equal([]);
    expect(idsOf(await queue(`?site=${site}&from=2020-01-01`))).to.deep.equal([id]);
    for (const status of ['issue', 'fixed']) expect((await judge(id, status)).status).to.equal(200);
    await until(async () => {
      await refresh();
      return (await queue(`?site=${site}`, ben)).items.length === 1;
    }, 'the re-check to wait for Ben');
    expect((await queue(`?site=${site}`, ben)).items[0]!.reasons[0]).to.include({
      code: 'recheck',
      text: 'Said to be fixed: check again.',
    });
    expect(idsOf(await queue(`?site=${site}`, ana)), 'whoever fixed it').to.deep.equal([]);
    await judge(id, 'passed', ben);
    expect(idsOf(await queue(`?site=${site}`, ben))).to.deep.equal([]);
  });

  it('counts what was read as a count over the tables would', async () => {
    const site = (await parlour.createSite()).id;
    const ids: string[] = [];
    for (let n = 0; n < 8; n++)
      ids.push(
        await seedTalk(parlour, { lines: n % 2 ? FINE : ANGRY, siteId: site, minutesAgo: 10 + n * 1_000 }),
      );
    await seedTalk(parlour, { lines: ANGRY, siteId: site, minutesAgo: 60 * 24 * 40 });
    await VisitorClient.start(parlour.url, parlour.site.key);
    await lookAtTalks(parlour, site);
    await judge(ids[0]!, 'passed');
    await judge(ids[1]!, 'issue');
    await ana.client.patch(`/api/v1/sessions/${ids[1]}`, { archiveStatus: 'archived' });
    for (const siteId of [site, undefined]) {
      const { rows } = await parlour.database.raw(
        `SELECT count(*)::int AS eligible, count(*) FILTER (WHERE qa_status <> 'unchecked')::int AS reviewed
         FROM chat_sessions s WHERE last_message_at BETWEEN now() - interval '30 days' AND now() - interval '5 minutes'
           AND site_id = coalesce(?::uuid, site_id)
           AND EXISTS (SELECT 1 FROM messages WHERE session_id = s.id AND role = 'visitor')`,
        [siteId ?? null],
      );
      const { coverage } = await queue(siteId ? `?site=${siteId}` : '');
      expect(coverage).to.deep.include({ ...rows[0], share: rows[0].reviewed / rows[0].eligible });
    }
    expect((await queue(`?site=${site}`)).coverage).to.include({ eligible: 8, reviewed: 2, waiting: 3 });
  });

  it('keeps a key of another site out', async () => {
    const mine = (await parlour.createSite()).id;
    const other = (await parlour.createSite()).id;
    const id = await seedTalk(parlour, { lines: ANGRY, siteId: mine });
    await lookAtTalks(parlour, mine);
    const keyOfMine = await KeyClient.make(parlour, ['sessions:read'], mine);
    const keyOfOther = await KeyClient.make(parlour, ['sessions:read'], other);
    expect(idsOf(await keyOfMine.get<QueuePage>(PATH))).to.deep.equal([id]);
    for (const query of ['', `?site=${mine}`]) {
      const page = await keyOfOther.get<QueuePage>(PATH + query);
      expect(page.items).to.deep.equal([]);
      expect(page.coverage).to.include({ eligible: 0, waiting: 0 });
    }
  });

  it('looks only at what has changed, finds the same twice, and keeps no texts', async () => {
    const site = (await parlour.createSite()).id;
    const id = await seedTalk(parlour, { lines: FINE, siteId: site });
    const still = await seedTalk(parlour, { lines: ANGRY, siteId: site });
    const rows = () => parlour.database('review_signals').where({ siteId: site }).orderBy('sessionId');
    await lookAtTalks(parlour, site);
    const first = await rows();
    expect(JSON.stringify(first)).not.to.match(/useless|shelves/);
    await Promise.all([refresh(), refresh()]);
    expect(await rows(), 'nothing has changed').to.deep.equal(first);

    await parlour.database('chat_sessions').where({ id }).update({ rating: 1 });
    const told = { type: 'session.updated', siteId: site, sessionId: id, data: { sessionId: id } };
    await parlour.database('events').insert(told);
    await until(async () => {
      await refresh();
      return idsOf(await queue(`?site=${site}&signal=low_rating`)).length === 1;
    }, 'the rating to count');
    const again = await rows();
    const [untouched] = again.filter(({ sessionId }) => sessionId === still);
    expect(untouched).to.deep.equal(first.find(({ sessionId }) => sessionId === still));
    const { rows: told2 } = await parlour.database.raw(
      `SELECT count(*)::int AS n FROM events WHERE type = 'queue.changed' AND site_id = ?`,
      [site],
    );
    expect(told2[0].n).to.be.within(1, 3);
  });

  it('finds what it has missed while no worker read the events', async () => {
    const site = (await parlour.createSite()).id;
    const id = await seedTalk(parlour, { lines: ANGRY, siteId: site });
    await parlour.database('events').where({ sessionId: id }).delete();
    await parlour.database.raw(`UPDATE review_scan SET xid = '1', event_id = 0`);
    await until(async () => {
      await refresh();
      return idsOf(await queue(`?site=${site}`)).includes(id);
    }, 'the missed one');
  });

  it('draws the same sample however often it looks', async () => {
    const site = (await parlour.createSite()).id;
    const ids: string[] = [];
    for (let n = 0; n < 12; n++) ids.push(await seedTalk(parlour, { lines: FINE, siteId: site }));
    const chosen = ids.filter((id) => isInSample(id, 50)).sort();
    // The worker of this Parlour draws none, and may have been there first.
    for (let round = 0; round < 2; round++)
      await until(async () => {
        await parlour
          .database('review_signals')
          .where({ siteId: site })
          .update({ dueAt: new Date(0) });
        await refresh(50);
        const page = await queue(`?site=${site}&signal=sample`);
        return JSON.stringify(idsOf(page).sort()) === JSON.stringify(chosen);
      }, 'the sample');
  });
});
