import type { SiteView } from '../../../backend/sites/schema.ts';
import type { Story } from './story.ts';

/** A site: made, set up, tried out before it is saved, and what its assistant knows. */
export async function tellOfSites({ api, admin, key, parlour, vendors }: Story): Promise<void> {
  const made = await api.call<SiteView>(admin, 'POST /api/v1/sites', {
    body: { name: 'Garden shop', allowedOrigins: ['https://garden.example'] },
  });
  await api.call(admin, 'GET /api/v1/sites');
  const params = { id: parlour.site.id };
  await api.call(admin, 'GET /api/v1/sites/:id', { params: { id: made.id } });
  await api.call(admin, 'PATCH /api/v1/sites/:id', {
    title: 'A merge patch (RFC 7396): what is left out stays, null removes',
    params,
    body: {
      widget: { greeting: 'Hello! What can we build for you?' },
      agent: {
        guided: { knowledge: [{ question: 'What does a visit cost?', answer: 'A visit costs 50 euros.' }] },
      },
      integrations: {
        webhook: { url: `${vendors.receiver.url}/webhook/leads`, events: ['lead.completed', 'review.issue'] },
        email: { to: ['team@lindenhof.example'] },
      },
    },
  });
  await api.call(admin, 'PATCH /api/v1/sites/:id', {
    title: 'Somebody else saved it meanwhile',
    params,
    body: { name: 'Lindenhof Studio', version: 1 },
    status: 409,
  });
  await api.call(admin, 'POST /api/v1/sites/:id/preview', {
    params,
    body: { widget: { accent: '#0f766e' } },
  });
  await api.call(admin, 'GET /api/v1/plugin');
  await api.call(admin, 'POST /api/v1/sites/:id/connect', { params });
  await api.call(admin, 'POST /api/v1/sites/:id/identity/rotate', { params: { id: made.id } });
  await api.call(admin, 'GET /api/v1/sites/:id/agent-versions', { params });
  await api.call(admin, 'POST /api/v1/sites/:id/test/agent', { params, body: {} });
  await api.call(admin, 'POST /api/v1/sites/:id/agent/try', {
    params,
    body: { messages: [{ role: 'visitor', text: 'What does a visit cost?' }] },
  });
  const page = await api.call<{ id: string }>(admin, 'POST /api/v1/sites/:id/knowledge', {
    params,
    body: { title: 'Opening hours', body: 'We are open from Monday to Friday, 9 to 17 o’clock.' },
  });
  const named = { ...params, pageId: page.id };
  await api.call(key, 'GET /api/v1/sites/:id/knowledge', { params });
  await api.call(key, 'GET /api/v1/sites/:id/knowledge/:pageId', { params: named });
  await api.call(admin, 'PATCH /api/v1/sites/:id/knowledge/:pageId', {
    params: named,
    body: { body: 'We are open from Monday to Saturday, 9 to 17 o’clock.' },
  });
  await api.call(key, 'GET /api/v1/knowledge/search', {
    query: { site: parlour.site.id, q: 'When are you open?' },
  });
  await api.call(admin, 'DELETE /api/v1/sites/:id/knowledge/:pageId', { params: named });
}
