import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { CategoryList, ReviewGiven, ReviewList, ReviewStatus } from '../../../backend/reviews/schema.ts';
import type { SessionDetail } from '../../../backend/sessions/schema.ts';
import { EventReader } from '../../support/event-reader.ts';
import { KeyClient } from '../../support/key-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import type { StaffClient } from '../../support/staff-client.ts';
import { VisitorClient } from '../../support/visitor-client.ts';
import { person } from '../takeover/people.ts';

type Refused = { error: { id: string; message: string; fields?: Array<{ path: string }> } };

const STATES: readonly ReviewStatus[] = ['unchecked', 'passed', 'issue', 'fixed'];
/** The contract's table, written down a second time: from, then what an agent gets for each state put. */
const AGENT: Record<ReviewStatus, Record<ReviewStatus, number>> = {
  unchecked: { unchecked: 200, passed: 200, issue: 200, fixed: 409 },
  passed: { unchecked: 403, passed: 200, issue: 200, fixed: 409 },
  issue: { unchecked: 403, passed: 200, issue: 200, fixed: 200 },
  fixed: { unchecked: 403, passed: 200, issue: 200, fixed: 200 },
};

describe('reviewing conversations', () => {
  let parlour: TestParlour;
  let ana: StaffClient;
  let ben: StaffClient;
  before(async () => {
    parlour = await startTestParlour();
    [ana, ben] = await Promise.all([person(parlour, 'Ana Silva'), person(parlour, 'Ben Okoro')]);
  });
  after(() => parlour.stop());

  const start = async () => (await VisitorClient.start(parlour.url, parlour.site.key)).sessionId;
  const put = (who: StaffClient, id: string, json: Record<string, unknown>) =>
    who.call<ReviewGiven & Refused>(`/api/v1/sessions/${id}/review`, { method: 'PUT', json });
  const history = async (id: string) => (await ana.get<ReviewList>(`/api/v1/sessions/${id}/reviews`)).items;
  const stateOf = async (id: string) =>
    (await parlour.database('chat_sessions').where({ id }).first()).qaStatus as ReviewStatus;
  const steps = async (id: string) =>
    (await history(id)).map(({ fromStatus, toStatus }) => `${fromStatus}>${toStatus}`);
  const refusal = ({ status, body }: { status: number; body: Refused }) => `${status} ${body.error.id}`;

  for (const role of ['agent', 'admin'] as const)
    it(`goes only where the contract lets an ${role} go`, async () => {
      const wrong: string[] = [];
      for (const from of STATES)
        for (const to of STATES) {
          const id = await start();
          await parlour.database('chat_sessions').where({ id }).update({ qaStatus: from });
          const answer = await put(role === 'admin' ? parlour.admin : ana, id, { status: to });
          const expected = role === 'admin' && to === 'unchecked' ? 200 : AGENT[from][to];
          const stored = answer.status === 200 ? to : from;
          if (answer.status !== expected || (await stateOf(id)) !== stored)
            wrong.push(`${from} > ${to}: ${answer.status}, then ${await stateOf(id)}`);
          expect(await steps(id)).to.deep.equal(answer.status === 200 ? [`${from}>${to}`] : []);
        }
      expect(wrong).to.deep.equal([]);
    });

  it('keeps who said what and when, and the facts of an issue until it is passed', async () => {
    const id = await start();
    const given = await put(ana, id, {
      status: 'issue',
      category: '  wrong   answer ',
      cause: 'knowledge',
      note: 'We do deliver on Saturdays.',
      developerFeedback: 'Entry “Delivery” is out of date.',
      messageSeq: 1,
    });
    expect(given.body).to.include({
      sessionId: id,
      qaStatus: 'issue',
      category: 'wrong answer',
      messageSeq: 1,
    });
    await put(ben, id, { status: 'issue', note: 'Seen it twice.' });
    const csv = await (
      await fetch(`${parlour.url}/api/v1/exports/sessions.csv?qa=issue`, { headers: ana.headers })
    ).text();
    expect(csv).to.contain('issue_category').and.to.contain('"wrong answer","knowledge"');
    await put(ben, id, { status: 'fixed', fixedVersion: 'v42', note: '' });
    await put(ana, id, { status: 'passed', note: 'Right now.' });

    const items = await history(id);
    expect(
      items.map((review) => [
        `${review.fromStatus}>${review.toStatus}`,
        review.user.name,
        review.category,
        review.cause,
        review.messageSeq,
        review.fixedVersion,
        review.note,
      ]),
    ).to.deep.equal([
      ['unchecked>issue', 'Ana Silva', 'wrong answer', 'knowledge', 1, null, 'We do deliver on Saturdays.'],
      ['issue>issue', 'Ben Okoro', 'wrong answer', 'knowledge', 1, null, 'Seen it twice.'],
      ['issue>fixed', 'Ben Okoro', 'wrong answer', 'knowledge', 1, 'v42', null],
      ['fixed>passed', 'Ana Silva', null, null, null, null, 'Right now.'],
    ]);
    const detail = await ana.get<SessionDetail>(`/api/v1/sessions/${id}`);
    expect(detail.session.qaStatus).to.equal('passed');
    expect(detail.reviews).to.deep.equal(items);
    const found = await ana.get<{ items: Array<{ id: string }> }>('/api/v1/sessions?qa=passed&limit=200');
    expect(found.items.map((row) => row.id)).to.include(id);
    const deeds = await parlour.database('audit_entries').where({ subjectId: id }).orderBy('at');
    expect(deeds.map(({ action, actorName, details }) => [action, actorName, details.to])).to.deep.equal([
      ['session.reviewed', 'Ana Silva', 'issue'],
      ['session.reviewed', 'Ben Okoro', 'issue'],
      ['session.reviewed', 'Ben Okoro', 'fixed'],
      ['session.reviewed', 'Ana Silva', 'passed'],
    ]);
    const { items: categories } = await ana.get<CategoryList>('/api/v1/reviews/categories');
    expect(categories).to.deep.equal([{ name: 'wrong answer', count: 3 }]);
    const other = await KeyClient.make(parlour, ['sessions:read'], (await parlour.createSite()).id);
    expect((await other.get<CategoryList>('/api/v1/reviews/categories')).items).to.deep.equal([]);
  });

  it('keeps the name when the account goes', async () => {
    const [id, guest] = [await start(), await person(parlour, 'Guest Reviewer')];
    await put(guest, id, { status: 'passed' });
    await parlour.database('staff_users').where({ name: 'Guest Reviewer' }).delete();
    expect((await history(id))[0]!.user).to.deep.equal({ id: null, name: 'Guest Reviewer' });
    expect(refusal(await put(ana, id, { status: 'issue', basedOn: null }))).to.equal('409 review_changed');
  });

  it('tells who comes second what the first decided, and lets them insist', async () => {
    const id = await start();
    const first = await put(ana, id, { status: 'passed', basedOn: null });
    const second = await put(ben, id, { status: 'issue', note: 'No.', basedOn: null });
    expect(refusal(second)).to.equal('409 review_changed');
    expect(second.body.error.message).to.contain('Ana Silva').and.to.contain('“passed”');
    expect(await steps(id)).to.deep.equal(['unchecked>passed']);
    const insisted = await put(ben, id, { status: 'issue', basedOn: first.body.id });
    expect(insisted.status).to.equal(200);
    // One's own newer word is no surprise to oneself.
    expect((await put(ben, id, { status: 'issue', basedOn: first.body.id })).status).to.equal(200);
    expect((await put(ana, id, { status: 'fixed' })).status).to.equal(200);
  });

  it('lets exactly one of many at the same moment win, and the history is one chain', async () => {
    const id = await start();
    const people = [ana, ben, parlour.admin];
    const answers = await Promise.all(
      Array.from({ length: 9 }, (_, n) =>
        put(people[n % 3]!, id, { status: n % 2 ? 'issue' : 'passed', basedOn: null }),
      ),
    );
    const winners = new Set(answers.filter(({ status }) => status === 200).map(({ body }) => body.user.name));
    expect(winners.size).to.equal(1);
    expect([...new Set(answers.map(({ status }) => status))].sort()).to.deep.equal([200, 409]);
    // Whoever does not ask what others said goes on from wherever it stands.
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        put(people[n % 3]!, id, { status: (['issue', 'fixed', 'passed'] as const)[n % 3]!, note: `${n}` }),
      ),
    );
    const items = await history(id);
    expect(items[0]!.fromStatus).to.equal('unchecked');
    items.slice(1).forEach((review, at) => {
      expect(review.fromStatus).to.equal(items[at]!.toStatus);
    });
    expect(await stateOf(id)).to.equal(items.at(-1)!.toStatus);
  });

  it('is told at once to every open desk, and to whom it concerns', async () => {
    const [id, other] = [await start(), await start()];
    const live = await EventReader.open(`${parlour.url}/api/v1/live`, { headers: ben.headers });
    await live.find(({ event }) => event === 'ready');
    const { body } = await put(ana, id, { status: 'issue', note: 'Wrong.' });
    await put(ana, id, { status: 'issue', note: 'Still wrong.' });
    await put(ana, id, { status: 'fixed' });
    await put(ana, other, { status: 'passed' });
    await live.find(({ event, data }) => event === 'session.updated' && data.sessionId === other);
    live.close();
    const told = live.events.filter(({ data }) => data.sessionId === id && !data.message);
    expect(told.map(({ event }) => event).filter((name) => /^(review|session\.up)/.test(name))).to.deep.equal(
      [
        ...['review.changed', 'review.issue', 'session.updated'],
        'review.changed',
        ...['review.changed', 'review.fixed', 'session.updated'],
      ],
    );
    const changed = told.find(({ event }) => event === 'review.changed')!;
    expect(changed.data.review).to.include({ id: body.id, note: 'Wrong.' });
    expect(changed.data.session).to.have.property('qaStatus');
    const kept = await parlour.database('events').where({ sessionId: id, type: 'review.issue' });
    expect(kept.map(({ data }) => data)).to.deep.equal([{ sessionId: id, reviewId: body.id }]);
  });

  it('answers 401, 403, 404 and 422 as every route does', async () => {
    const id = await start();
    const path = `/api/v1/sessions/${id}/review`;
    expect((await fetch(parlour.url + path, { method: 'PUT' })).status).to.equal(401);
    const writer = await KeyClient.make(parlour, ['sessions:read', 'sessions:write']);
    expect((await writer.call(path, { method: 'PUT', json: { status: 'passed' } })).status).to.equal(403);
    expect((await writer.get<ReviewList>(`${path}s`)).items).to.deep.equal([]);
    const foreign = await KeyClient.make(parlour, ['sessions:read'], (await parlour.createSite()).id);
    expect((await foreign.call(`${path}s`)).status).to.equal(404);
    const missing = randomUUID();
    expect((await put(ana, missing, { status: 'passed' })).status).to.equal(404);
    expect((await ana.call(`/api/v1/sessions/${missing}/reviews`)).status).to.equal(404);
    const wrong: Array<[string, Record<string, unknown>]> = [
      ['status', {}],
      ['status', { status: 'good' }],
      ['cause', { status: 'issue', cause: 'weather' }],
      ['cause', { status: 'passed', cause: 'bug' }],
      ['messageSeq', { status: 'issue', messageSeq: 99 }],
      ['fixedVersion', { status: 'issue', fixedVersion: 'v1' }],
      ['basedOn', { status: 'issue', basedOn: 'the last one' }],
      ['reviewer', { status: 'issue', reviewer: 'me' }],
    ];
    for (const [field, json] of wrong) {
      const { status, body } = await put(ana, id, json);
      expect(`${status} ${body.error.fields?.[0]?.path}`, JSON.stringify(json)).to.equal(`422 ${field}`);
    }
    expect(await steps(id)).to.deep.equal([]);
  });
});
