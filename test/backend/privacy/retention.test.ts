import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { forgetFaults } from '../../../backend/incidents/jobs.ts';
import { reportIncident } from '../../../backend/incidents/report.ts';
import { applyRetention, forgetOld } from '../../../backend/privacy/jobs.ts';
import type { ErasurePage } from '../../../backend/privacy/schema.ts';
import { call } from '../../support/http-client.ts';
import { counted, measured } from '../../support/measured.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';
import { dumpOf, traces } from './dump.ts';

describe('retention, and what goes by itself (promise 23)', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());

  const start = (key = parlour.site.key) => VisitorClient.start(parlour.url, key);
  const age = (days: number, ids: string[]) =>
    parlour.database.raw(
      `UPDATE chat_sessions SET last_message_at = now() - make_interval(days => ?) WHERE id = ANY (?::uuid[])`,
      [days, ids],
    );
  const fault = (message: string, sessionId: string) =>
    parlour.database.transaction((trx) =>
      reportIncident(trx, { siteId: parlour.site.id, sessionId, message, details: { of: message } }),
    );

  it('removes what is older than the site keeps, with everything, and nothing else', async () => {
    const keeping = await parlour.createSite({ name: 'Keeps all' });
    const [old, archived, young] = [await start(), await start(), await start()];
    const elsewhere = await start(keeping.key);
    await old.say('My secret word is bassoon');
    await old.call('/session/lead', { method: 'PUT', json: { email: 'old@bassoon.example' } });
    await fault('No bassoon here', old.sessionId);
    await fault('Both had trouble with "bassoon"', young.sessionId);
    await fault('Both had trouble with "bassoon"', old.sessionId);
    await parlour.admin.patch(`/api/v1/sessions/${archived.sessionId}`, { archiveStatus: 'archived' });
    await age(31, [old.sessionId, archived.sessionId, elsewhere.sessionId]);
    await age(29, [young.sessionId]);
    await applyRetention(parlour.database);
    expect(await parlour.database('chat_sessions').select('id')).to.have.length(4);

    await parlour.admin.patch(`/api/v1/sites/${parlour.site.id}`, { retentionDays: 30 });
    await applyRetention(parlour.database);
    const left = await parlour.database('chat_sessions').select('id');
    expect(left.map(({ id }) => id)).to.have.members([young.sessionId, elsewhere.sessionId]);
    const found = traces(await dumpOf(parlour.database), ['bassoon']);
    expect(found).to.deep.equal([]);
    measured(
      23,
      counted`retention removed ${[old, archived].length} of ${[old, archived, young, elsewhere].length} conversations, ${found.length} traces`,
    );
    const told = await parlour.database('events').where({ type: 'session.deleted' });
    expect(told.map(({ sessionId }) => sessionId)).to.have.members([old.sessionId, archived.sessionId]);
    const [entry] = await parlour.database('audit_entries').where({ action: 'session.retention_applied' });
    expect(entry).to.deep.include({ actorKind: 'system', details: { conversations: 2 } });
  });

  it('goes on where it was stopped', async () => {
    const ids = await Promise.all(Array.from({ length: 3 }, async () => (await start()).sessionId));
    await age(40, ids);
    await applyRetention(parlour.database, AbortSignal.abort());
    const count = () => parlour.database('chat_sessions').whereIn('id', ids);
    expect(await count()).to.have.length(3);
    await applyRetention(parlour.database);
    expect(await count()).to.have.length(0);
  });

  it('is in the timetable', async () => {
    await until(
      async () => (await parlour.database.raw(`SELECT name FROM jobs.schedule`)).rows.length > 0,
      'the timetable is written',
    );
    const { rows } = await parlour.database.raw('SELECT name FROM jobs.schedule');
    expect(rows.map(({ name }: { name: string }) => name)).to.include.members([
      'apply-retention',
      'forget-old',
      'keep-erasures',
    ]);
  });

  it('lets go of the trail and of what was delivered long ago', async () => {
    const { sessionId } = await start();
    const ids = [randomUUID(), randomUUID()];
    for (const [index, id] of ids.entries())
      await parlour.database('deliveries').insert({
        id,
        siteId: parlour.site.id,
        sessionId,
        kind: 'webhook',
        event: 'lead.completed',
        target: 'https://hooks.example',
        dedupeKey: id,
        payload: JSON.stringify({ lead: 'somebody' }),
        status: 'delivered',
        deliveredAt: new Date(Date.now() - (index === 0 ? 91 : 89) * 86_400_000),
      });
    await parlour.database.raw(`UPDATE audit_entries SET at = now() - interval '401 days'
      WHERE id = (SELECT id FROM audit_entries ORDER BY id LIMIT 1)`);
    const trail = async () => Number((await parlour.database('audit_entries').count({ n: '*' }))[0]!.n);
    const before = await trail();
    await forgetOld(parlour.database);
    expect(await trail()).to.equal(before - 1);
    const [first, second] = await Promise.all(
      ids.map((id) => parlour.database('deliveries').where({ id }).first('payload')),
    );
    expect(first.payload).to.deep.equal({});
    expect(second.payload).to.deep.equal({ lead: 'somebody' });
  });

  it('lets go of faults that have not come again, and keeps those of conversations', async () => {
    const { sessionId } = await start();
    const [gone, kept, again, held] = ['A viola gave way', 'A cello', 'A lute', 'An oboe'];
    const happened = async (message: string, days: number, inSession?: string) => {
      await fault(message, inSession as string);
      await parlour.database.raw(
        `UPDATE incident_occurrences SET at = now() - make_interval(days => :days)
         WHERE at = (SELECT max(at) FROM incident_occurrences)`,
        { days },
      );
    };
    await happened(gone!, 91);
    await happened(kept!, 89);
    await happened(again!, 91);
    await happened(again!, 1);
    await happened(held!, 91, sessionId);
    await parlour.database.raw(`UPDATE incidents i SET last_at =
      (SELECT max(at) FROM incident_occurrences o WHERE o.incident_id = i.id), status = 'muted'`);
    await forgetFaults(parlour.database);
    const left = await parlour.database('incidents').pluck('message');
    expect(left).to.include.members([kept, again, held]).and.not.include(gone);
    expect(traces(await dumpOf(parlour.database), ['viola'])).to.deep.equal([]);
    const times = await parlour
      .database('incidentOccurrences')
      .join('incidents', 'incidents.id', 'incidentOccurrences.incidentId')
      .where({ message: again });
    expect(times, 'the older time is gone').to.have.length(1);
  });

  it('remembers a visitor’s own erasure by the conversation alone', async () => {
    const visitor = await start();
    await visitor.say('Forget the euphonium');
    expect((await visitor.call('/session', { method: 'DELETE' })).status).to.equal(204);
    expect((await visitor.call('/session')).status).to.equal(401);
    expect(traces(await dumpOf(parlour.database), ['euphonium'])).to.deep.equal([]);
    const { items } = await parlour.admin.get<ErasurePage>('/api/v1/privacy/erasures?limit=1');
    expect(items[0]!.actor).to.deep.equal({ kind: 'visitor', name: null });
    expect(items[0]!.counts).to.include({ sessions: 1 });
    expect((await call(`${parlour.url}/api/v1/privacy/erasures`)).status).to.equal(401);
  });
});
