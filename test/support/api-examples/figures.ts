import type { Story } from './story.ts';

/** Figures, exports and what changes as it changes. */
export async function tellOfFigures({ api, admin, key, parlour }: Story): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const query = { from: today, to: today, timezone: 'UTC', site: parlour.site.id };
  for (const part of ['summary', 'funnel', 'pages'])
    await api.call(key, `GET /api/v1/stats/${part}`, { query });
  for (const part of ['series', 'qa'])
    await api.call(key, `GET /api/v1/stats/${part}`, { query: { ...query, interval: 'day' } });
  await api.call(key, 'GET /api/v1/stats/overview', { query: { timezone: 'UTC' } });
  await api.call(key, 'GET /api/v1/exports/count', { query: { lead: 'qualified' } });
  for (const format of ['csv', 'json', 'ndjson'])
    await api.call(key, `GET /api/v1/exports/sessions.${format}`, { query: { lead: 'qualified' } });
  await api.call(key, 'GET /api/v1/live', {
    title: 'What happened since an event, and what happens from now on',
    headers: { 'last-event-id': '0-0' },
    until: 'event: ',
  });
  await api.call({}, 'GET /health/live');
  await api.call({}, 'GET /health/ready');
  await api.call(key, 'POST /api/v1/sync');
  const person = { body: { email: 'ana@bakery.example' } };
  await api.call(key, 'POST /api/v1/privacy/find', person);
  await api.call(key, 'POST /api/v1/privacy/export', person);
  await api.call(key, 'POST /api/v1/privacy/erase', person);
  await api.call(admin, 'GET /api/v1/privacy/erasures');
  await api.call(admin, 'GET /api/v1/audit', { query: { limit: '3' } });
}

/** Sample conversations take a few seconds: other chapters go on meanwhile. */
export async function tellOfSamples({ api, admin }: Story): Promise<void> {
  await api.call(admin, 'GET /api/v1/demo');
  await api.call(admin, 'POST /api/v1/demo');
  await api.call(admin, 'DELETE /api/v1/demo');
}
