import { expect } from 'chai';
import type { SessionDetail, SessionRow } from '../../../backend/sessions/schema.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

interface ListPage {
  items: SessionRow[];
  nextCursor: string | null;
}

describe('the list of conversations', () => {
  let parlour: TestParlour;
  const visitors: VisitorClient[] = [];
  before(async () => {
    parlour = await startTestParlour();
    for (let n = 0; n < 7; n++) visitors.push(await VisitorClient.start(parlour.url, parlour.site.key));
  });
  after(() => parlour.stop());

  const list = (query = '') => parlour.admin.get<ListPage>(`/api/v1/sessions${query}`);
  const ids = ({ items }: ListPage) => items.map(({ id }) => id);

  it('goes page by page by keyset, newest word first, each conversation once', async () => {
    const all = ids(await list());
    expect(all).to.have.length(7);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: ListPage = await list(`?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      paged.push(...ids(page));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).to.deep.equal(all);
    await visitors[0]!.say('Hello');
    expect(ids(await list())[0]).to.equal(visitors[0]!.sessionId);
    const oldestFirst = ids(await list('?sort=startedAt'));
    expect(oldestFirst).to.deep.equal(visitors.map(({ sessionId }) => sessionId));
  });

  it('keeps completion and archive apart, and agrees with the detail', async () => {
    const { sessionId } = visitors[1]!;
    const path = `/api/v1/sessions/${sessionId}`;
    await parlour.admin.patch(path, { completionStatus: 'completed', archiveStatus: 'archived' });
    expect(ids(await list())).to.not.include(sessionId);
    const [row] = (await list('?archive=archived')).items;
    const { session } = await parlour.admin.get<SessionDetail>(path);
    expect(row).to.include({ id: sessionId, completionStatus: 'completed', archiveStatus: 'archived' });
    expect(session).to.include({
      completionStatus: 'completed',
      archiveStatus: 'archived',
      completionSignal: 'staff',
    });
    await parlour.admin.patch(path, { archiveStatus: 'active' });
    const again = await parlour.admin.get<SessionDetail>(path);
    expect(again.session).to.include({ completionStatus: 'completed', archiveStatus: 'active' });
    expect(ids(await list('?completion=completed'))).to.deep.equal([sessionId]);
    await parlour.admin.patch(path, { completionStatus: 'in_progress' });
    expect(ids(await list('?completion=completed'))).to.deep.equal([]);
  });

  it('puts those that ended and those that go on into one order, asked for a version of the assistant', async () => {
    const version = 7;
    await parlour.database('chat_sessions').update({ agentVersion: version });
    const ended = [visitors[1]!, visitors[4]!];
    for (const { sessionId } of ended)
      await parlour.admin.patch(`/api/v1/sessions/${sessionId}`, { completionStatus: 'completed' });
    for (const sort of ['-lastMessageAt', 'startedAt']) {
      const query = `?site=${parlour.site.id}&sort=${sort}`;
      const first = await list(`${query}&agentVersion=${version}&limit=3`);
      const rest = await list(`${query}&agentVersion=${version}&cursor=${first.nextCursor}`);
      expect([...ids(first), ...ids(rest)]).to.deep.equal(ids(await list(query)));
    }
    expect(ids(await list(`?agentVersion=${version + 1}`))).to.deep.equal([]);
    for (const { sessionId } of ended)
      await parlour.admin.patch(`/api/v1/sessions/${sessionId}`, { completionStatus: 'in_progress' });
  });

  it('filters by lead, site, channel and state', async () => {
    await visitors[2]!.say('My name is Ana Silva');
    expect(ids(await list('?lead=any'))).to.deep.equal([visitors[2]!.sessionId]);
    expect(ids(await list('?lead=none'))).to.have.length(6);
    expect(ids(await list(`?site=${parlour.site.id}&channel=web&mode=ai&qa=unchecked`))).to.have.length(7);
    const other = await parlour.createSite();
    expect(ids(await list(`?site=${other.id}`))).to.deep.equal([]);
  });

  it('refuses what it does not know', async () => {
    for (const query of [
      '?limit=0',
      '?limit=201',
      '?archive=maybe',
      '?page=2',
      '?sort=name',
      '?limit=1&limit=2',
    ])
      expect((await parlour.admin.call(`/api/v1/sessions${query}`)).status, query).to.equal(422);
    for (const cursor of [
      'x',
      'AAAA',
      Buffer.alloc(24, 255).toString('base64url'),
      Buffer.alloc(24, 127).toString('base64url'),
    ])
      expect((await parlour.admin.call(`/api/v1/sessions?cursor=${cursor}`)).status, cursor).to.be.oneOf([
        200, 400,
      ]);
  });

  it('publishes a completed lead once', async () => {
    const visitor = visitors[3]!;
    await visitor.call('/session/lead', { method: 'PUT', json: { email: 'ana@acme.com' } });
    const path = `/api/v1/sessions/${visitor.sessionId}`;
    await parlour.admin.patch(path, { completionStatus: 'completed' });
    await parlour.admin.patch(path, { completionStatus: 'in_progress' });
    await parlour.admin.patch(path, { completionStatus: 'completed' });
    const events = await parlour
      .database('events')
      .where({ sessionId: visitor.sessionId, type: 'lead.completed' });
    expect(events).to.have.length(1);
  });

  it('removes a conversation with all it holds', async () => {
    const { sessionId } = visitors[6]!;
    const { status } = await parlour.admin.call(`/api/v1/sessions/${sessionId}`, { method: 'DELETE' });
    expect(status).to.equal(204);
    expect((await parlour.admin.call(`/api/v1/sessions/${sessionId}`)).status).to.equal(404);
    expect(await parlour.database('messages').where({ sessionId })).to.have.length(0);
  });
});
