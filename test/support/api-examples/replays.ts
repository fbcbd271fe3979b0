import { until } from '../until.ts';
import type { Story } from './story.ts';

/** A conversation run again, and kept as a test of the assistant. */
export async function tellOfReplays({ api, agent, key, parlour, talk }: Story): Promise<void> {
  const params = { id: talk.id };
  const run = await api.call<{ id: string }>(agent, 'POST /api/v1/sessions/:id/replays', { params });
  await ended(parlour, key, run.id);
  await api.call(key, 'GET /api/v1/sessions/:id/replays', { params });
  await api.call(key, 'GET /api/v1/replays/:id', { params: { id: run.id } });
  await api.call(key, 'GET /api/v1/replays/:id/results/:number', { params: { id: run.id, number: '1' } });
  const body = { sessionId: talk.id, name: 'The price of a visit' };
  const kept = await api.call<{ id: string }>(agent, 'POST /api/v1/regression-cases', { body });
  await api.call(agent, 'POST /api/v1/regression-cases', { title: 'Kept already', body, status: 409 });
  const site = { id: parlour.site.id };
  const all = await api.call<{ id: string }>(agent, 'POST /api/v1/sites/:id/regression-runs', {
    params: site,
  });
  await ended(parlour, key, all.id);
  await api.call(key, 'GET /api/v1/sites/:id/regression-runs', { params: site });
  await api.call(key, 'GET /api/v1/regression-cases', { query: { site: site.id } });
  await api.call(agent, 'POST /api/v1/regression-cases/:id/accept', {
    params: { id: kept.id },
    body: { runId: all.id },
  });
  await api.call(agent, 'DELETE /api/v1/regression-cases/:id', { params: { id: kept.id } });
}

async function ended({ url }: Story['parlour'], headers: Story['key'], id: string): Promise<void> {
  await until(async () => {
    const run = (await (await fetch(`${url}/api/v1/replays/${id}`, { headers })).json()) as {
      finishedAt: unknown;
    };
    return run.finishedAt !== null;
  }, 'the run ends');
}
