import type { LeadView } from '../../../backend/leads/schema.ts';
import { until } from '../until.ts';
import type { Story } from './story.ts';

/** What staff and automations do with a conversation and its lead. */
export async function tellOfConversations(story: Story): Promise<void> {
  const { api, admin, agent, key, parlour, talk, vendors } = story;
  const params = { id: talk.id };
  const sessions = '/api/v1/sessions';
  await until(() => vendors.receiver.received.length > 0, 'the lead’s webhook');
  const { body, headers } = vendors.receiver.received[0]!;
  api.webhooks['lead.completed'] = {
    headers: api.steady.value({
      'webhook-id': headers['webhook-id'],
      'webhook-timestamp': '1772442060',
      'webhook-signature': 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
    }),
    body: api.steady.value(JSON.parse(body)),
  };
  await api.call(key, `GET ${sessions}`, {
    title: 'Conversations of a site with a lead',
    query: { lead: 'any', site: parlour.site.id, limit: '1' },
  });
  await api.call(key, `GET ${sessions}/count`, { query: { q: 'bakery' } });
  await api.call(key, `GET ${sessions}/:id`, { params });
  await api.call(key, `GET ${sessions}/:id/messages`, { params, query: { after: '2' } });
  for (const format of ['openai', 'text'])
    await api.call(key, `GET ${sessions}/:id/context`, {
      title: format === 'text' ? 'As one text' : 'As messages for a model',
      params,
      query: { format, limit: '4' },
    });
  const write = { params, body: { text: 'Hello Ana, this is Bo. May I call you?' } };
  await api.call(agent, `POST ${sessions}/:id/messages`, {
    title: 'Writing without having taken the conversation',
    ...write,
    status: 409,
  });
  await api.call(agent, `POST ${sessions}/:id/takeover`, { params, body: {} });
  await api.call(admin, `POST ${sessions}/:id/takeover`, {
    title: 'Somebody else has it',
    params,
    body: {},
    status: 409,
  });
  await api.call(agent, `POST ${sessions}/:id/typing`, { params, body: { on: true } });
  await api.call(agent, `POST ${sessions}/:id/messages`, write);
  await api.call(agent, `POST ${sessions}/:id/release`, { params, body: {} });
  const note = await api.call<{ id: string }>(agent, `POST ${sessions}/:id/notes`, {
    params,
    body: { text: 'Wants to be called in the morning' },
  });
  const noted = { ...params, noteId: note.id };
  await api.call(agent, `PATCH ${sessions}/:id/notes/:noteId`, {
    params: noted,
    body: { text: 'Called on Monday' },
  });
  await api.call(agent, `DELETE ${sessions}/:id/notes/:noteId`, { params: noted });
  const label = await api.call<{ id: string }>(agent, 'POST /api/v1/labels', {
    body: { name: 'Call back', color: 'teal' },
  });
  await api.call(agent, 'POST /api/v1/labels', {
    title: 'A name that is taken',
    body: { name: 'Call back' },
    status: 409,
  });
  await api.call(agent, 'PATCH /api/v1/labels/:id', { params: { id: label.id }, body: { color: 'amber' } });
  await api.call(key, 'GET /api/v1/labels');
  await api.call(key, `PUT ${sessions}/:id/labels`, { params, body: { labelIds: [label.id] } });
  await api.call(admin, 'DELETE /api/v1/labels/:id', { params: { id: label.id } });
  await api.call(key, `PUT ${sessions}/:id/lead`, {
    title: 'An assistant reports what it learned',
    params,
    body: { company: 'Silva Bakery', custom: { budget: 'about 5000 euros' } },
  });
  await api.call(key, `POST ${sessions}/:id/complete`, { params });
  await api.call(key, `PATCH ${sessions}/:id`, { params, body: { archiveStatus: 'archived' } });
  await api.call(key, `POST ${sessions}/bulk`, { body: { ids: [talk.id], action: 'unarchive' } });
  await tellOfLeads(story);
  await tellOfReviews(story);
  const ingested = await api.call<{ session: { id: string } }>(key, 'POST /api/v1/ingest', {
    title: 'A conversation held by an n8n workflow',
    body: {
      siteKey: parlour.site.key,
      externalId: 'whatsapp-4711',
      channel: 'external',
      messages: [
        {
          externalId: 'm1',
          role: 'visitor',
          text: 'Are you open on Friday?',
          createdAt: new Date(Date.now() - 9000).toISOString(),
        },
        {
          externalId: 'm2',
          role: 'assistant',
          text: 'Yes, from 9 o’clock.',
          createdAt: new Date(Date.now() - 8000).toISOString(),
        },
      ],
      lead: { name: 'Ben Okoro', email: 'ben@shop.example' },
      completed: true,
    },
  });
  await api.call(admin, `DELETE ${sessions}/:id`, { params: { id: ingested.session.id } });
}

async function tellOfLeads({ api, agent, key, talk }: Story): Promise<void> {
  const { items } = await api.call<{ items: LeadView[] }>(key, 'GET /api/v1/leads', {
    query: { qualification: 'qualified', q: 'ana@bakery.example' },
  });
  const found = items[0] ?? (await leadOf(api, key, talk.id));
  const params = { id: found.id };
  await api.call(agent, 'GET /api/v1/leads/choices');
  await api.call(key, 'GET /api/v1/leads/:id', { params });
  await api.call(key, 'PATCH /api/v1/leads/:id', { params, body: { qualification: 'qualified' } });
  await api.call(key, 'POST /api/v1/leads/:id/deliver', { params });
}

/** The lead's id as the conversation tells it. */
async function leadOf(api: Story['api'], key: Story['key'], id: string): Promise<{ id: string }> {
  const detail = await fetch(`${api.parlour.url}/api/v1/sessions/${id}`, { headers: key });
  return ((await detail.json()) as { lead: { id: string } }).lead;
}

async function tellOfReviews({ api, agent, key, talk }: Story): Promise<void> {
  const params = { id: talk.id };
  const review = 'PUT /api/v1/sessions/:id/review';
  await api.call(key, 'GET /api/v1/reviews/queue');
  await api.call(key, 'GET /api/v1/reviews/categories');
  await api.call(agent, review, {
    params,
    body: {
      status: 'issue',
      category: 'wrong_answer',
      cause: 'knowledge',
      note: 'The price is of last year',
      messageSeq: 3,
    },
  });
  await api.call(agent, review, {
    title: 'Mended',
    params,
    body: { status: 'fixed', developerFeedback: 'Corrected' },
  });
  await api.call(agent, review, {
    title: 'A step that is not allowed',
    params,
    body: { status: 'unchecked' },
    status: 403,
  });
  await api.call(key, 'GET /api/v1/sessions/:id/reviews', { params });
}
