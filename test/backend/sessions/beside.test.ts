import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { LabelInList, LabelView } from '../../../backend/sessions/label-schema.ts';
import type { NoteView, SessionDetail, SessionRow } from '../../../backend/sessions/schema.ts';
import { KeyClient } from '../../support/key-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { letIn } from '../../support/people.ts';
import type { StaffClient } from '../../support/staff-client.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

describe('what stands beside a conversation', () => {
  let parlour: TestParlour;
  let agent: StaffClient;
  let visitor: VisitorClient;
  let path: string;
  const visitorId = randomUUID();
  before(async () => {
    parlour = await startTestParlour();
    agent = (await letIn(parlour)).client;
    const earlier = await VisitorClient.start(parlour.url, parlour.site.key, { visitorId });
    await earlier.say('Do you sell oak shelves?');
    visitor = await VisitorClient.start(parlour.url, parlour.site.key, { visitorId });
    await visitor.say('My name is Ana Silva');
    path = `/api/v1/sessions/${visitor.sessionId}`;
  });
  after(() => parlour.stop());
  const detail = () => agent.get<SessionDetail>(path);

  it('keeps notes: one’s own to correct, an admin’s to remove', async () => {
    const note = await agent.post<NoteView>(`${path}/notes`, { text: ' Call her back ' });
    expect(note).to.deep.include({ text: 'Call her back', editedAt: null });
    expect(note.author.name).to.equal('Ana Silva');
    const one = `${path}/notes/${note.id}`;
    await agent.patch(one, { text: 'Call her on Monday' });
    expect((await detail()).notes[0]).to.include({ text: 'Call her on Monday' });
    expect((await parlour.admin.call(one, { method: 'PATCH', json: { text: 'x' } })).status).to.equal(403);
    const other = (await letIn(parlour, 'agent', 'Ben')).client;
    expect((await other.call(one, { method: 'DELETE' })).status).to.equal(403);
    expect((await parlour.admin.call(one, { method: 'DELETE' })).status).to.equal(204);
    expect((await agent.call(one, { method: 'DELETE' })).status).to.equal(404);
    expect((await detail()).notes).to.deep.equal([]);
  });

  it('says what the site asks for, as details are called after it', async () => {
    expect((await detail()).leadFields).to.deep.equal(parlour.site.lead.fields);
  });

  it('asks notes and labels for words, for a person, and for what is there', async () => {
    const notes = `${path}/notes`;
    for (const json of [{ text: ' ' }, {}, { text: 'x', color: 'red' }])
      expect((await agent.call(notes, { json })).status).to.equal(422);
    expect(
      (await agent.call(`/api/v1/sessions/${randomUUID()}/notes`, { json: { text: 'x' } })).status,
    ).to.equal(404);
    const key = await KeyClient.make(parlour, ['sessions:write']);
    expect((await key.call(notes, { json: { text: 'x' } })).status).to.equal(403);
    expect((await key.call('/api/v1/labels', { json: { name: 'x' } })).status).to.equal(403);
    const anyone = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    expect((await fetch(parlour.url + notes, anyone)).status).to.equal(401);
    expect((await agent.call('/api/v1/labels', { json: { name: 'x', color: 'pink' } })).status).to.equal(422);
    expect(
      (await agent.call(`/api/v1/labels/${randomUUID()}`, { method: 'PATCH', json: { name: 'x' } })).status,
    ).to.equal(404);
  });

  it('puts labels on, finds by them, and takes a removed one off everywhere', async () => {
    const label = await agent.post<LabelView>('/api/v1/labels', { name: ' Call  back ', color: 'amber' });
    expect(label).to.include({ name: 'Call back', color: 'amber' });
    expect((await agent.call('/api/v1/labels', { json: { name: 'CALL BACK' } })).status).to.equal(409);
    const put = (labelIds: string[]) => agent.call(`${path}/labels`, { method: 'PUT', json: { labelIds } });
    expect((await put([label.id])).status).to.equal(200);
    expect((await put([randomUUID()])).status).to.equal(422);
    await agent.patch(`/api/v1/labels/${label.id}`, { name: 'Ring' });
    const { items } = await agent.get<{ items: SessionRow[] }>(`/api/v1/sessions?label=${label.id}`);
    expect(items.map(({ id }) => id)).to.deep.equal([visitor.sessionId]);
    expect(items[0]!.labels).to.deep.equal([{ id: label.id, name: 'Ring', color: 'amber' }]);
    const counted = async (client: { get: StaffClient['get'] }) =>
      (await client.get<{ items: LabelInList[] }>('/api/v1/labels?with=sessions')).items[0]!.sessions;
    expect(await counted(agent)).to.deep.equal({ active: 1, archived: 0 });
    await agent.patch(path, { archiveStatus: 'archived' });
    expect(await counted(agent)).to.deep.equal({ active: 0, archived: 1 });
    await agent.patch(path, { archiveStatus: 'active' });
    const elsewhere = await KeyClient.make(parlour, ['sessions:read'], (await parlour.createSite()).id);
    expect(await counted(elsewhere)).to.deep.equal({ active: 0, archived: 0 });
    const one = `/api/v1/labels/${label.id}`;
    expect((await agent.call(one, { method: 'DELETE' })).status).to.equal(403);
    expect((await parlour.admin.call(one, { method: 'DELETE' })).status).to.equal(204);
    expect((await detail()).session.labels).to.deep.equal([]);
  });

  it('lists every label, also where samples brought more than the team may make', async () => {
    const labels = Array.from({ length: 205 }, (_, n) => ({
      id: randomUUID(),
      name: `label ${n}`,
      color: 'grey',
    }));
    await parlour.database('labels').insert(labels);
    const { items } = await agent.get<{ items: LabelInList[] }>('/api/v1/labels');
    expect(items).to.have.length(205);
    expect((await agent.call('/api/v1/labels', { json: { name: 'One more' } })).status).to.equal(409);
  });

  it('shows the same visitor’s other conversations', async () => {
    const { earlier } = await detail();
    expect(earlier).to.have.length(1);
    expect(earlier[0]).to.include({ completionStatus: 'in_progress', messageCount: 3 });
  });

  it('tells an agent outside what it should know, in order and bounded', async () => {
    const key = await KeyClient.make(parlour, ['sessions:read']);
    const asked = await key.get<{ messages: { role: string; content: string }[] }>(`${path}/context?limit=2`);
    expect(asked.messages.map(({ role }) => role)).to.deep.equal(['system', 'user', 'assistant']);
    expect(asked.messages[0]!.content).to.contain('name: "Ana Silva"').and.contain('Earlier conversations');
    expect(asked.messages[1]!.content).to.equal('My name is Ana Silva');
    const { text } = await key.get<{ text: string }>(`${path}/context?format=text`);
    expect(text).to.contain('Visitor: My name is Ana Silva');
    expect((await key.call(`${path}/context?limit=0`)).status).to.equal(422);
    const other = await parlour.createSite();
    const bound = await KeyClient.make(parlour, ['sessions:read'], other.id);
    expect((await bound.call(`${path}/context`)).status).to.equal(404);
  });

  it('lets an automation report lead and completion, as often as it likes', async () => {
    const key = await KeyClient.make(parlour, ['sessions:write', 'leads:write']);
    const report = { email: 'ana@acme.com', custom: { need: 'shelves' } };
    for (let n = 0; n < 2; n++) {
      const lead = await key.send('PUT', `${path}/lead`, report);
      expect(lead).to.deep.include({ name: 'Ana Silva', email: 'ana@acme.com' });
      await key.send('POST', `${path}/complete`);
    }
    expect((await detail()).session).to.include({
      completionStatus: 'completed',
      completionSignal: 'automation',
    });
    const events = await parlour.database('events').where({ sessionId: visitor.sessionId });
    const count = (type: string) => events.filter((event) => event.type === type).length;
    expect([count('session.completed'), count('lead.completed')]).to.deep.equal([1, 1]);
    const wrong = await key.call(`${path}/lead`, { method: 'PUT', json: { email: 'ana@' } });
    expect(wrong.status).to.equal(422);
    const reader = await KeyClient.make(parlour, ['sessions:read']);
    expect((await reader.call(`${path}/complete`, { method: 'POST' })).status).to.equal(403);
  });
});
