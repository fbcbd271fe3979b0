import { expect } from 'chai';
import type { SessionDetail } from '../../../backend/sessions/schema.ts';
import type { SyncResult } from '../../../backend/sync/schema.ts';
import { type FakeReceiver, startFakeReceiver } from '../../support/fakes/receiver.ts';
import { KeyClient } from '../../support/key-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

interface Orphan {
  name: string;
  /** Which figure of the answer counts it. */
  counted: keyof SyncResult;
  /** Leaves a conversation half done, as a crash or a hand in the database would. */
  make(): Promise<string>;
  isMended(detail: SessionDetail): boolean;
}

/** No worker runs beside: what mends is what the test says. */
describe('what is left half done (auto-sync)', () => {
  let parlour: TestParlour;
  let receiver: FakeReceiver;
  let siteKey: string;
  let siteId: string;

  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0', ROLE: 'web' });
    receiver = await startFakeReceiver();
    const site = await parlour.createSite({
      name: 'Synced',
      integrations: { webhook: { url: `${receiver.url}/sync`, events: ['lead.completed'] } },
    } as never);
    siteKey = site.key;
    siteId = site.id;
  });

  after(async () => {
    await parlour.stop();
    await receiver.stop();
  });

  const sql = (text: string, values: unknown[] = []) => parlour.database.raw(text, values as never);

  /** A conversation with everything that the site asks for, still open, and quiet. */
  async function finishedTalk(): Promise<string> {
    const { sessionId } = await VisitorClient.start(parlour.url, siteKey);
    await sql(
      `INSERT INTO leads (id, session_id, site_id, name, email, phone, company, custom)
       VALUES (gen_random_uuid(), ?, ?, 'Ana', 'ana@acme.example', '+493012345', 'Acme', ?::jsonb)`,
      [sessionId, siteId, JSON.stringify(allFields())],
    );
    await sql(`UPDATE chat_sessions SET last_message_at = now() - interval '5 minutes' WHERE id = ?`, [
      sessionId,
    ]);
    return sessionId;
  }

  const allFields = () =>
    Object.fromEntries(
      parlour.site.lead.fields.map(({ name, choices }) => [name, choices?.[0] ?? 'something']),
    );

  const orphans: Orphan[] = [
    {
      name: 'a lead that is complete while its conversation is open',
      counted: 'completed',
      make: finishedTalk,
      isMended: ({ session }) => session.completionStatus === 'completed',
    },
    {
      name: 'a conversation that nobody goes on with',
      counted: 'abandoned',
      async make() {
        const { sessionId } = await VisitorClient.start(parlour.url, siteKey);
        await sql(`UPDATE chat_sessions SET last_message_at = now() - interval '3 hours' WHERE id = ?`, [
          sessionId,
        ]);
        return sessionId;
      },
      isMended: ({ session }) => session.completionStatus === 'abandoned',
    },
    {
      name: 'a completed lead that was never sent on',
      counted: 'redelivered',
      async make() {
        const visitor = await VisitorClient.start(parlour.url, siteKey);
        await visitor.call('/session/lead', { method: 'PUT', json: { email: 'bo@acme.example' } });
        await visitor.call('/session/complete', { method: 'POST' });
        await sql('DELETE FROM deliveries WHERE session_id = ?', [visitor.sessionId]);
        return visitor.sessionId;
      },
      isMended: ({ deliveries }) => deliveries.length === 1,
    },
    {
      name: 'counts that drifted',
      counted: 'recounted',
      async make() {
        const visitor = await VisitorClient.start(parlour.url, siteKey);
        await visitor.say('Hello');
        await sql('UPDATE chat_sessions SET last_seq = last_seq + 7 WHERE id = ?', [visitor.sessionId]);
        return visitor.sessionId;
      },
      isMended: ({ session, messages }) => session.messageCount === messages.length,
    },
    {
      name: 'a turn that nobody answers',
      counted: 'answered',
      async make() {
        const visitor = await VisitorClient.start(parlour.url, siteKey);
        await sql(
          `INSERT INTO messages (session_id, seq, id, role, text) VALUES (?, 2, gen_random_uuid(), 'visitor', 'Hello there')`,
          [visitor.sessionId],
        );
        await sql(
          `UPDATE chat_sessions SET last_seq = 2, visitor_seq = 2, last_message_role = 'visitor',
             last_message_text = 'Hello there', awaiting_since = now() - interval '1 minute' WHERE id = ?`,
          [visitor.sessionId],
        );
        return visitor.sessionId;
      },
      isMended: ({ messages }) => messages.at(-1)!.role === 'assistant' && messages.length > 2,
    },
  ];

  const read = (id: string) => parlour.admin.get<SessionDetail>(`/api/v1/sessions/${id}`);
  const sync = () => parlour.admin.post<SyncResult>('/api/v1/sync');

  for (const { name, counted, make, isMended } of orphans) {
    it(`${name} is mended by the button, and a second time there is nothing to mend`, async () => {
      const id = await make();
      const result = await sync();
      expect(result[counted], JSON.stringify(result)).to.equal(1);
      expect(isMended(await read(id))).to.equal(true);
      const again = await sync();
      expect(again).to.include({
        completed: 0,
        abandoned: 0,
        redelivered: 0,
        recounted: 0,
        answered: 0,
        created: 0,
      });
      expect(again).to.include({ isFinished: true });
    });

    it(`${name} is mended when somebody looks at it`, async () => {
      const id = await make();
      await until(async () => isMended(await read(id)), `${name} to be mended by reading it`);
      expect(await sync()).to.include({ [counted]: 0 });
    });
  }

  it('each kind is mended by the worker’s own pass', async () => {
    const made = await Promise.all(
      orphans.map(async ({ make, isMended, name }) => ({ id: await make(), isMended, name })),
    );
    // And a conversation that only n8n's chat memory knows, which no look at a conversation could find.
    await sql('CREATE TABLE n8n_chat_histories (id serial PRIMARY KEY, session_id text, message jsonb)');
    await sql(`INSERT INTO n8n_chat_histories (session_id, message)
      VALUES ('whatsapp-1', '{"type": "human", "content": "Anybody there"}')`);
    const worker = await startTestParlour({ DATABASE_URL: parlour.databaseUrl, RATE_LIMIT_FACTOR: '0' });
    try {
      // What the queue's timetable does every minute.
      const { rows } = await sql(`SELECT name FROM jobs.schedule WHERE name = 'sync'`);
      expect(rows).to.have.length(1);
      await sql(`INSERT INTO jobs.job (name, data) VALUES ('sync', '{}')`);
      for (const { id, isMended, name } of made) {
        await until(
          async () => isMended(await untouched(id)),
          `${name} to be mended in the background`,
          20_000,
        );
      }
      await until(
        async () =>
          (await sql(`SELECT 1 FROM chat_sessions WHERE external_id = 'whatsapp-1'`)).rows.length === 1,
        'the chat memory to be read in the background',
      );
    } finally {
      await worker.stop();
    }
  });

  /** The detail's rows read past the route, so that reading does not mend. */
  async function untouched(id: string): Promise<SessionDetail> {
    const { rows } = await sql(
      `SELECT jsonb_build_object(
         'session', jsonb_build_object('completionStatus', s.completion_status, 'messageCount', s.last_seq),
         'messages', (SELECT jsonb_agg(jsonb_build_object('role', role) ORDER BY seq) FROM messages WHERE session_id = s.id),
         'deliveries', (SELECT coalesce(jsonb_agg(1), '[]') FROM deliveries WHERE session_id = s.id)) AS detail
       FROM chat_sessions s WHERE id = ?`,
      [id],
    );
    return rows[0].detail as SessionDetail;
  }

  it('answers a visitor of the key’s site also where many wait longer on others', async () => {
    for (let n = 0; n < 25; n++) await orphans[4]!.make();
    await sql(
      `UPDATE chat_sessions SET mode = 'ai', awaiting_since = now() - interval '1 hour',
         turn_until = NULL WHERE awaiting_since IS NOT NULL`,
    );
    const other = await parlour.createSite({ name: 'Other' });
    const { sessionId } = await VisitorClient.start(parlour.url, other.key);
    await sql(
      `INSERT INTO messages (session_id, seq, id, role, text) VALUES (?, 2, gen_random_uuid(), 'visitor', 'Hello')`,
      [sessionId],
    );
    await sql(
      `UPDATE chat_sessions SET last_seq = 2, visitor_seq = 2, last_message_role = 'visitor',
         last_message_text = 'Hello', awaiting_since = now() - interval '1 minute' WHERE id = ?`,
      [sessionId],
    );
    const key = await KeyClient.make(parlour, ['sessions:write'], other.id);
    expect(await key.send<SyncResult>('POST', '/api/v1/sync')).to.include({ answered: 1, isFinished: true });
    expect(await sync()).to.include({ answered: 25, isFinished: true });
  });

  it('a key of one site mends that site’s alone', async () => {
    const key = await KeyClient.make(parlour, ['sessions:write'], parlour.site.id);
    const id = await orphans[1]!.make();
    expect(await key.send<SyncResult>('POST', '/api/v1/sync')).to.include({ abandoned: 0 });
    const own = await KeyClient.make(parlour, ['sessions:write'], siteId);
    expect(await own.send<SyncResult>('POST', '/api/v1/sync')).to.include({ abandoned: 1 });
    expect((await untouched(id)).session.completionStatus).to.equal('abandoned');
  });
});
