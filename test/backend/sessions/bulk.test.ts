import { expect } from 'chai';
import type { BulkResult } from '../../../backend/sessions/filter-schema.ts';
import type { SessionRow } from '../../../backend/sessions/schema.ts';
import { EventReader } from '../../support/event-reader.ts';
import { KeyClient } from '../../support/key-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { letIn } from '../../support/people.ts';
import type { StaffClient } from '../../support/staff-client.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

describe('changing many conversations at once', () => {
  let parlour: TestParlour;
  let agent: StaffClient;
  let ids: string[];
  before(async () => {
    parlour = await startTestParlour();
    agent = (await letIn(parlour)).client;
  });
  after(() => parlour.stop());
  beforeEach(async () => {
    await parlour.database('chat_sessions').delete();
    ids = [];
    for (let n = 0; n < 4; n++)
      ids.push((await VisitorClient.start(parlour.url, parlour.site.key)).sessionId);
  });

  const PATH = '/api/v1/sessions/bulk';
  const bulk = (json: object) => agent.post<BulkResult>(PATH, json);
  const listed = async (query = '') =>
    (await agent.get<{ items: SessionRow[] }>(`/api/v1/sessions${query}`)).items.map(({ id }) => id);

  it('archives, tells every screen of each, and takes it back with the ids of the answer', async () => {
    await parlour.database('chat_sessions').update({ wantsPersonSince: new Date() });
    const live = await EventReader.open(`${parlour.url}/api/v1/live`, { headers: parlour.admin.headers });
    await live.find(({ event }) => event === 'ready');
    const done = await bulk({ ids: ids.slice(0, 3), action: 'archive' });
    expect(done).to.deep.include({ changed: 3, more: false });
    expect(await listed()).to.deep.equal([ids[3]]);
    for (const id of ids.slice(0, 3))
      await live.find(({ event, data }) => event === 'session.archived' && data.sessionId === id);
    live.close();
    expect((await bulk({ ids, action: 'archive' })).ids).to.deep.equal([ids[3]]);
    const waiting = await parlour.database('chat_sessions').whereNotNull('wants_person_since');
    expect(waiting, 'who is archived is not waited for').to.have.length(0);
    await bulk({ ids: done.ids, action: 'unarchive' });
    expect((await listed()).sort()).to.deep.equal([...done.ids].sort());
  });

  it('changes all that a filter matches, and nothing else', async () => {
    await parlour.admin.patch(`/api/v1/sessions/${ids[0]}`, { completionStatus: 'abandoned' });
    expect(await bulk({ filter: { completion: 'in_progress' }, action: 'complete' })).to.include({
      changed: 3,
    });
    expect(await listed('?completion=abandoned')).to.deep.equal([ids[0]]);
    expect(await bulk({ filter: { completion: 'completed' }, action: 'reopen' })).to.include({ changed: 3 });
  });

  it('publishes a completed lead once, as a single completion does', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    await visitor.call('/session/lead', { method: 'PUT', json: { email: 'ana@acme.com' } });
    await parlour.admin.patch(`/api/v1/sessions/${visitor.sessionId}`, { completionStatus: 'in_progress' });
    await bulk({ ids: [visitor.sessionId], action: 'complete' });
    await bulk({ ids: [visitor.sessionId], action: 'reopen' });
    await bulk({ ids: [visitor.sessionId], action: 'complete' });
    const told = await parlour
      .database('events')
      .where({ sessionId: visitor.sessionId, type: 'lead.completed' });
    expect(told).to.have.length(1);
  });

  it('lets only admins delete, and writes one line into the audit trail', async () => {
    expect((await agent.call(PATH, { json: { ids, action: 'delete' } })).status).to.equal(403);
    expect(await listed()).to.have.length(4);
    const { changed } = await parlour.admin.post<BulkResult>(PATH, { ids, action: 'delete' });
    expect(changed).to.equal(4);
    expect(await listed()).to.deep.equal([]);
    expect(await parlour.database('messages').whereIn('session_id', ids)).to.have.length(0);
    const entries = await parlour.database('audit_entries').where({ action: 'session.bulk_changed' });
    expect(entries.filter(({ details }) => details.action === 'delete')).to.have.length(1);
    expect(entries.find(({ details }) => details.action === 'delete')!.details.changed).to.equal(4);
  });

  it('asks who is there, and for ids or a filter, not both', async () => {
    const nobody = await fetch(`${parlour.url}${PATH}`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(nobody.status).to.equal(401);
    for (const json of [
      { action: 'archive' },
      { ids, filter: {}, action: 'archive' },
      { ids: [], action: 'archive' },
      { ids, action: 'burn' },
      { filter: { limit: 3 }, action: 'archive' },
      { filter: { from: 'yesterday' }, action: 'archive' },
    ])
      expect((await agent.call(PATH, { json })).status, JSON.stringify(json)).to.equal(422);
  });

  it('leaves alone what is not the key’s site, and keys without the scope', async () => {
    const other = await parlour.createSite();
    const bound = await KeyClient.make(parlour, ['sessions:write'], other.id);
    expect(await bound.send('POST', PATH, { ids, action: 'archive' })).to.include({ changed: 0 });
    expect((await bound.call(PATH, { json: { ids, action: 'delete' } })).status).to.equal(403);
    const reader = await KeyClient.make(parlour, ['sessions:read']);
    expect((await reader.call(PATH, { json: { ids, action: 'archive' } })).status).to.equal(403);
  });
});
