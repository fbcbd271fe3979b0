import { expect } from 'chai';
import { EventReader } from '../../support/event-reader.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import type { StaffClient } from '../../support/staff-client.ts';
import { VisitorClient } from '../../support/visitor-client.ts';
import { apiKey, person } from './people.ts';

describe('typing', () => {
  let one: TestParlour;
  let two: TestParlour;
  let ana: StaffClient;
  let visitor: VisitorClient;
  before(async () => {
    one = await startTestParlour();
    two = await startTestParlour({ DATABASE_URL: one.databaseUrl, ROLE: 'web' });
    ana = await person(one, 'Ana Silva');
  });
  after(async () => {
    await two.stop();
    await one.stop();
  });
  beforeEach(async () => {
    visitor = await VisitorClient.start(one.url, one.site.key);
  });

  const eventsOfVisitor = (parlour: TestParlour) =>
    EventReader.open(`${parlour.url}/api/v1/visitor/session/events`, {
      headers: { authorization: `Bearer ${visitor.token}` },
    });
  const staffTypes = (on: unknown, who = ana) =>
    who.call(`/api/v1/sessions/${visitor.sessionId}/typing`, { json: { on } });
  const visitorTypes = (on: unknown) => visitor.call('/session/typing', { json: { on } });

  it('of staff is shown to the visitor by first name, in any process, and ends by itself', async () => {
    const events = await eventsOfVisitor(two);
    await events.find(({ event }) => event === 'session');
    await ana.post(`/api/v1/sessions/${visitor.sessionId}/takeover`);
    expect((await staffTypes(true)).status).to.equal(204);
    const on = await events.find(({ event }) => event === 'typing');
    expect(on.data).to.deep.equal({ name: 'Ana', on: true });
    expect(on.id).to.equal(undefined);
    const off = await events.find(({ event, data }) => event === 'typing' && data.on === false);
    expect(off.data).to.deep.equal({ name: 'Ana', on: false });
    events.close();
  });

  it('of the visitor is shown to staff who may know of the conversation, in any process', async () => {
    const elsewhere = await one.createSite();
    const open = (headers: Record<string, string>) => EventReader.open(`${two.url}/api/v1/live`, { headers });
    const [mine, foreign] = await Promise.all([
      open(two.admin.headers),
      open(await apiKey(one, ['sessions:read'], elsewhere.id)),
    ]);
    await Promise.all([mine, foreign].map((live) => live.find(({ event }) => event === 'ready')));
    for (const on of [true, true, false]) expect((await visitorTypes(on)).status).to.equal(204);
    await mine.find(({ event, data }) => event === 'visitor.typing' && data.on === false);
    const told = mine.events.filter(({ event }) => event === 'visitor.typing');
    // The second "on" came too soon after the first to be told.
    expect(told.map(({ data }) => data)).to.deep.equal([
      { sessionId: visitor.sessionId, on: true },
      { sessionId: visitor.sessionId, on: false },
    ]);
    const marker = await VisitorClient.start(one.url, elsewhere.key);
    await foreign.find(({ data }) => data.sessionId === marker.sessionId);
    expect(foreign.events.some(({ event }) => event === 'visitor.typing')).to.equal(false);
    mine.close();
    foreign.close();
  });

  it('is never stored', async () => {
    await visitorTypes(true);
    const { rows } = await one.database.raw(
      `SELECT count(*)::int AS n FROM events WHERE type LIKE '%typing%'`,
    );
    expect(rows[0].n).to.equal(0);
  });

  it('is only for those who may write here: 401, 404, 409, 422', async () => {
    expect((await staffTypes(true)).status).to.equal(409);
    await one.admin.post(`/api/v1/sessions/${visitor.sessionId}/takeover`);
    expect((await staffTypes(true)).status).to.equal(409);
    expect((await staffTypes('yes')).status).to.equal(422);
    expect((await visitorTypes(1)).status).to.equal(422);
    await visitor.call('/session', { method: 'DELETE' });
    expect((await visitorTypes(true)).status).to.equal(401);
    expect((await staffTypes(true)).status).to.equal(404);
  });
});
