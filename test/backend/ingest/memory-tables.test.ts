import { expect } from 'chai';
import type { SessionDetail, SessionRow } from '../../../backend/sessions/schema.ts';
import type { SyncResult } from '../../../backend/sync/schema.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

describe('n8n’s chat memory in the same database', () => {
  let parlour: TestParlour;

  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0', ROLE: 'web' });
    // As n8n's Postgres Chat Memory node makes it.
    await parlour.database.raw(`CREATE TABLE n8n_chat_histories (
      id serial PRIMARY KEY, session_id varchar(255) NOT NULL, message jsonb NOT NULL)`);
  });

  after(() => parlour.stop());

  const remember = (sessionId: string, type: string, content: string) =>
    parlour.database.raw('INSERT INTO n8n_chat_histories (session_id, message) VALUES (?, ?::jsonb)', [
      sessionId,
      JSON.stringify({ type, content, additional_kwargs: {}, response_metadata: {} }),
    ]);
  const sync = () => parlour.admin.post<SyncResult>('/api/v1/sync');
  const external = async () =>
    (await parlour.admin.get<{ items: SessionRow[] }>('/api/v1/sessions?channel=external')).items;

  it('is found, and its conversations are brought in once, and what is said later', async () => {
    await remember('whatsapp-4711', 'human', 'Do you have rooms?');
    await remember('whatsapp-4711', 'ai', 'We do. For when?');
    await remember('telegram-1', 'human', 'Hello');
    expect(await sync()).to.include({ created: 2 });
    expect(await sync()).to.include({ created: 0, recounted: 0, completed: 0 });
    await remember('whatsapp-4711', 'human', 'For May');
    expect(await sync()).to.include({ created: 0 });
    const row = (await external()).find(({ lastMessage }) => lastMessage?.text === 'For May')!;
    const { messages } = await parlour.admin.get<SessionDetail>(`/api/v1/sessions/${row.id}`);
    expect(messages.map(({ role, text }) => [role, text])).to.deep.equal([
      ['visitor', 'Do you have rooms?'],
      ['assistant', 'We do. For when?'],
      ['visitor', 'For May'],
    ]);
  });

  it('does not double the conversations that Parlour held itself', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    await visitor.say('Hello');
    const before = (await visitor.transcript()).messages.length;
    await remember(visitor.sessionId, 'human', 'Hello');
    await remember(visitor.sessionId.toUpperCase(), 'ai', 'Hi there');
    expect(await sync()).to.include({ created: 0 });
    expect((await visitor.transcript()).messages).to.have.length(before);
  });

  it('does not bring back what was removed, nor what was only a trial', async () => {
    await remember('erased-1', 'human', 'My number is 0170 1234567');
    await remember('kept-1', 'human', 'Hello again');
    expect(await sync()).to.include({ created: 2 });
    const [row] = (await external()).filter(({ lastMessage }) => lastMessage?.text.startsWith('My number'));
    await parlour.admin.call(`/api/v1/sessions/${row!.id}`, { method: 'DELETE' });
    const { rows } = await parlour.database.raw(
      `SELECT session_id FROM n8n_chat_histories WHERE session_id IN ('erased-1', 'kept-1')`,
    );
    expect(rows).to.deep.equal([{ session_id: 'kept-1' }]);
    const own = await VisitorClient.start(parlour.url, parlour.site.key);
    await parlour.admin.call(`/api/v1/sessions/${own.sessionId}`, { method: 'DELETE' });
    await remember(own.sessionId, 'human', 'Written down after it was removed');
    await remember(`trial-${own.sessionId}`, 'human', 'A replay');
    expect(await sync()).to.include({ created: 0 });
  });

  it('does not bring back what it may not take out of n8n’s table', async () => {
    await remember('erased-2', 'human', 'Hello from elsewhere');
    expect(await sync()).to.include({ created: 1 });
    const [row] = (await external()).filter(({ lastMessage }) => lastMessage?.text.endsWith('elsewhere'));
    await parlour.admin.call(`/api/v1/sessions/${row!.id}`, { method: 'DELETE' });
    await parlour.database.raw(
      `INSERT INTO n8n_chat_histories (id, session_id, message)
       SELECT read_ids[array_upper(read_ids, 1)], 'erased-2', '{"type":"human","content":"Hello from elsewhere"}'
       FROM memory_tables`,
    );
    expect(await sync()).to.include({ created: 0 });
  });

  it('reads a row that was committed after a later one', async () => {
    const late = await parlour.database.transaction();
    await late.raw(
      `INSERT INTO n8n_chat_histories (session_id, message) VALUES ('late', '{"type":"human","content":"First"}')`,
    );
    await remember('early', 'human', 'Second');
    expect(await sync()).to.include({ created: 1 });
    await late.commit();
    expect(await sync()).to.include({ created: 1 });
  });
});
