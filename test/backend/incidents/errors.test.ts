import { expect } from 'chai';
import type { IncidentDetail, IncidentView } from '../../../backend/incidents/schema.ts';
import { codeNodeThrew, httpNodeFailed, triggerFailed } from '../../support/fakes/n8n-errors.ts';
import { KeyClient } from '../../support/key-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

describe('errors of workflows', () => {
  let parlour: TestParlour;
  let workflow: KeyClient;

  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    workflow = await KeyClient.make(parlour, ['errors:write'], parlour.site.id);
  });

  after(() => parlour.stop());

  const report = (body: object) => workflow.send<IncidentView>('POST', '/api/v1/errors', body);
  const read = (id: string) => parlour.admin.get<IncidentDetail>(`/api/v1/errors/${id}`);

  it('takes n8n’s Error Trigger body as it comes, and keeps chosen fields only', async () => {
    const incident = await report(httpNodeFailed());
    expect(incident).to.deep.include({
      status: 'open',
      occurrences: 1,
      workflow: { id: 'failHttp0000001', name: 'Sales chat' },
      node: 'Call API',
      message: 'The service was not able to process your request',
      execution: { id: '42', url: 'http://127.0.0.1:5678/workflow/failHttp0000001/executions/42' },
    });
    const { rows } = await parlour.database.raw(
      `SELECT to_jsonb(i)::text || (SELECT string_agg(to_jsonb(o)::text, '') FROM incident_occurrences o) AS all
       FROM incidents i WHERE id = ?`,
      [incident.id],
    );
    expect(rows[0].all).not.to.include('canary');
    expect((await read(incident.id)).details).to.include({
      httpCode: '500',
      nodeType: 'n8n-nodes-base.httpRequest',
    });
  });

  it('takes what other nodes and triggers send', async () => {
    expect(await report(codeNodeThrew)).to.include({ node: 'Boom', message: 'boom in code [line 1]' });
    const trigger = await report(triggerFailed);
    expect(trigger).to.deep.include({ node: null, execution: {}, workflow: { id: '77', name: 'Inbox' } });
  });

  it('counts the same fault up, and a run that is reported again once', async () => {
    const fault = { workflow: { id: 'w-count' }, node: 'Send', message: 'Timeout after 3000 ms' };
    const first = await report({ ...fault, execution: { id: '1' } });
    await report({ ...fault, message: 'Timeout after 17 ms', execution: { id: '2' } });
    const again = await report({ ...fault, execution: { id: '2' } });
    expect(again).to.include({ id: first.id, occurrences: 2 });
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => report({ ...fault, execution: { id: `p${n % 4}` } })),
    );
    const { occurrences, recent } = await read(first.id);
    expect(occurrences).to.equal(6);
    expect(recent).to.have.length(6);
  });

  it('opens a resolved fault when it happens again, and leaves a muted one quiet', async () => {
    const fault = { workflow: { name: 'Mail' }, message: 'Refused' };
    const { id } = await report(fault);
    const set = (status: string) => parlour.admin.patch<IncidentDetail>(`/api/v1/errors/${id}`, { status });
    expect((await set('resolved')).status).to.equal('resolved');
    expect((await report(fault)).status).to.equal('open');
    await set('muted');
    expect((await report(fault)).status).to.equal('muted');
    const muted = await parlour.admin.get<{ items: IncidentView[] }>('/api/v1/errors?status=muted');
    expect(muted.items.map((incident) => incident.id)).to.deep.equal([id]);
  });

  it('stands in the transcript of its conversation', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    await visitor.say('Hello');
    const incident = await report({ ...httpNodeFailed('77'), sessionId: visitor.sessionId });
    expect(incident.sessionId).to.equal(visitor.sessionId);
    const { incidents } = await parlour.admin.get<{ incidents: Array<Record<string, unknown>> }>(
      `/api/v1/sessions/${visitor.sessionId}`,
    );
    expect(incidents).to.have.length(1);
    expect(incidents[0]).to.deep.include({ id: incident.id, node: 'Call API' });
    expect(incidents[0]!.execution).to.deep.include({ id: '77' });
  });

  it('does not link another site’s conversation, nor one that is not there, and keeps the fault', async () => {
    const other = await parlour.createSite({ name: 'Other' });
    const visitor = await VisitorClient.start(parlour.url, other.key);
    for (const sessionId of [visitor.sessionId, 'no-uuid', '0198c0de-0000-7000-8000-000000000001']) {
      const incident = await report({
        workflow: { name: 'Links' },
        message: `Fault of ${sessionId}`,
        sessionId,
      });
      expect(incident).to.deep.include({ sessionId: null });
      expect(incident.site?.id).to.equal(parlour.site.id);
    }
  });

  it('cuts what is too long between letters, never inside one', async () => {
    const long = `${'x'.repeat(299)}😀 and more`;
    const { id } = await report({
      workflow: { id: 'w', name: long.slice(20, 200) },
      message: long,
      details: { long },
    });
    expect((await read(id)).details).to.deep.equal({ long: 'x'.repeat(299) });
    const n8n = {
      workflow: { id: 'w', name: long },
      execution: { id: '9'.repeat(9_000), error: { message: long } },
    };
    expect((await report(n8n)).execution.id).to.have.length(300);
  });

  it('waits for a conversation that is being erased, and never crosses it', async () => {
    const { sessionId } = await VisitorClient.start(parlour.url, parlour.site.key);
    const fault = { workflow: { id: 'crossing' }, message: 'It broke', sessionId };
    const { id } = await report(fault);
    const erasing = await parlour.database.transaction();
    await erasing.raw('SELECT id FROM chat_sessions WHERE id = ? FOR UPDATE', [sessionId]);
    const reporting = report(fault);
    await until(async () => {
      const { rows } = await parlour.database.raw('SELECT 1 FROM pg_locks WHERE NOT granted');
      return rows.length > 0;
    }, 'the report to wait');
    await erasing.raw('UPDATE incidents SET stack = NULL WHERE id = ?', [id]);
    await erasing.commit();
    expect((await reporting).id).to.equal(id);
  });

  it('refuses cursors that are no place in the list', async () => {
    for (const cursor of ['0'.repeat(32), 'f'.repeat(32), 'x'])
      expect((await parlour.admin.call(`/api/v1/errors?cursor=${cursor}`)).status, cursor).to.be.below(500);
    expect((await parlour.admin.call(`/api/v1/errors?cursor=${'0'.repeat(32)}`)).status).to.equal(400);
  });

  it('keeps no link a browser should not follow', async () => {
    const execution = { id: 'x', url: 'javascript:alert(1)' };
    const incident = await report({ workflow: { name: 'Links' }, message: 'A bad link', execution });
    expect(incident.execution).to.deep.equal({ id: 'x' });
  });

  it('says what is wrong with a report, in the shape it has', async () => {
    const answer = await workflow.call<{ error: { fields: Array<{ path: string }> } }>('/api/v1/errors', {
      method: 'POST',
      json: { workflow: {}, bogus: 1 },
    });
    expect(answer.status).to.equal(422);
    expect(answer.body.error.fields.map(({ path }) => path)).to.have.members(['message', 'bogus']);
    const n8n = await workflow.call('/api/v1/errors', { method: 'POST', json: { trigger: { error: {} } } });
    expect(n8n.status).to.equal(422);
  });

  it('is for keys that may report, and read by those who may read', async () => {
    const reader = await KeyClient.make(parlour, ['sessions:read'], parlour.site.id);
    expect((await reader.call('/api/v1/errors', { method: 'POST', json: triggerFailed })).status).to.equal(
      403,
    );
    expect((await workflow.call('/api/v1/errors')).status).to.equal(403);
    const elsewhere = await parlour.createSite({ name: 'Elsewhere' });
    const stranger = await KeyClient.make(parlour, ['sessions:read'], elsewhere.id);
    const { id } = await report(triggerFailed);
    expect((await reader.call(`/api/v1/errors/${id}`)).status).to.equal(200);
    expect((await stranger.call(`/api/v1/errors/${id}`)).status).to.equal(404);
    expect((await stranger.get<{ items: unknown[] }>('/api/v1/errors')).items).to.deep.equal([]);
  });
});
