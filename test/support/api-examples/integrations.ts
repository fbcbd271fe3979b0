import { uuidv7 } from 'uuidv7';
import { MONDAY_TOKEN } from '../fakes/monday.ts';
import { until } from '../until.ts';
import type { Story } from './story.ts';

/** What is connected to a site, what was sent there, and faults that workflows report. */
export async function tellOfIntegrations(story: Story): Promise<void> {
  const { api, admin, parlour, vendors } = story;
  const params = { id: parlour.site.id };
  const site = '/api/v1/sites/:id';
  await api.call(admin, `GET ${site}/integrations`, { params });
  await api.call(admin, `POST ${site}/integrations/:kind/enable`, { params: { ...params, kind: 'webhook' } });
  await api.call(admin, `POST ${site}/webhook/rotate`, { params });
  await api.call(admin, `GET ${site}/webhook/preview`, { params, query: { event: 'lead.completed' } });
  await api.call(admin, `POST ${site}/test/webhook`, { params, body: {} });
  await api.call(admin, `GET ${site}/workflows`, { params });
  await api.call(admin, `GET ${site}/workflows/:file`, { params: { ...params, file: 'chat-agent.json' } });
  await api.call(admin, `POST ${site}/models`, {
    params,
    body: { baseUrl: `${vendors.model.origin}/v1`, apiKey: 'sk-your-key' },
  });
  await api.call(admin, `GET ${site}/spend`, { params });
  const monday = { token: 'your-monday-token', apiUrl: vendors.monday.url };
  const real = { ...monday, token: MONDAY_TOKEN };
  await api.call(admin, `POST ${site}/monday/boards`, { params, body: real });
  await api.call(admin, `POST ${site}/monday/boards/:boardId`, {
    params: { ...params, boardId: '1234567890' },
    body: real,
  });
  await api.call(admin, `POST ${site}/test/monday`, {
    params,
    body: {
      patch: {
        integrations: { monday: { ...real, boardId: '1234567890', columns: { email: 'email_mkx1' } } },
      },
    },
  });
  await api.call(admin, `GET ${site}/messenger`, { params });
  await api.call(admin, `POST ${site}/test/messenger`, {
    params,
    body: {
      patch: {
        integrations: {
          messenger: {
            pageId: '90001',
            pageToken: 'your-page-token',
            appSecret: 'your-app-secret',
            verifyToken: 'a-word-of-yours',
            graphUrl: vendors.graph.url,
          },
        },
      },
    },
  });
  await api.call(admin, `GET ${site}/email`, { params });
  await api.call(admin, `POST ${site}/test/email`, { params, body: {} });
  await tellOfDeliveries(story);
  await tellOfFaults(story);
}

async function tellOfDeliveries(story: Story): Promise<void> {
  const { api, admin, key, talk } = story;
  const settled = async () => {
    const answer = await fetch(`${api.parlour.url}/api/v1/deliveries?session=${talk.id}`, { headers: key });
    const { items } = (await answer.json()) as { items: Array<{ status: string }> };
    return items.length > 0 && items.every(({ status }) => status === 'delivered');
  };
  await until(settled, 'everything is delivered');
  const { items } = await api.call<{ items: Array<{ id: string }> }>(key, 'GET /api/v1/deliveries', {
    query: { session: talk.id, kind: 'webhook', limit: '1' },
  });
  const params = { id: items[0]!.id };
  await api.call(key, 'GET /api/v1/deliveries/:id', { params });
  await api.call(key, 'POST /api/v1/deliveries/:id/retry', { params });
  await api.call(key, 'POST /api/v1/deliveries/retry', {
    title: 'Everything that failed at a site',
    body: { filter: { status: 'dead', site: api.parlour.site.id } },
  });
  await keepAMail(story);
  const mails = await api.call<{ items: Array<{ id: string }> }>(admin, 'GET /api/v1/outbox', {
    query: { limit: '1' },
  });
  const mail = { id: mails.items[0]!.id };
  await api.call(admin, 'GET /api/v1/outbox/:id', { params: mail });
  await api.call(admin, 'GET /api/v1/outbox/:id/html', { params: mail });
  await api.call(admin, 'POST /api/v1/outbox/:id/send', { params: mail });
  await api.call(admin, 'POST /api/v1/mail-addresses/clear', { body: { address: 'team@lindenhof.example' } });
}

/** Puts a mail that was sent where it would be, had it been made while Parlour had no key for Resend. */
async function keepAMail({ parlour, talk, vendors }: Story): Promise<void> {
  const { subject, html, text, to } = vendors.resend.to('team@lindenhof.example')[0]!;
  const delivery = await parlour
    .database('deliveries')
    .first('id')
    .where({ sessionId: talk.id, kind: 'email' });
  const mail = {
    deliveryId: delivery.id,
    sessionId: talk.id,
    event: 'lead.completed',
    recipients: to.join(', '),
  };
  await parlour.database('outbox_mails').insert({ id: uuidv7(), ...mail, subject, html, text });
}

async function tellOfFaults({ api, agent, key, talk }: Story): Promise<void> {
  const fault = await api.call<{ id: string }>(key, 'POST /api/v1/errors', {
    title: 'A workflow says what went wrong',
    body: {
      workflow: { id: '7', name: 'Chat agent' },
      execution: { id: '231', url: 'https://n8n.example/workflow/7/executions/231' },
      node: 'OpenAI',
      message: 'The model did not answer in 30 seconds',
      sessionId: talk.id,
    },
  });
  await api.call(key, 'POST /api/v1/errors', {
    title: 'The body of n8n’s Error Trigger as it comes',
    body: {
      execution: {
        id: '232',
        url: 'https://n8n.example/execution/232',
        error: { message: 'Too many requests', stack: 'Error: Too many requests' },
        lastNodeExecuted: 'HTTP Request',
        mode: 'webhook',
      },
      workflow: { id: '8', name: 'Send leads on' },
    },
  });
  await api.call(key, 'GET /api/v1/errors', { query: { status: 'open' } });
  await api.call(key, 'GET /api/v1/errors/:id', { params: { id: fault.id } });
  await api.call(agent, 'PATCH /api/v1/errors/:id', {
    params: { id: fault.id },
    body: { status: 'resolved' },
  });
}
