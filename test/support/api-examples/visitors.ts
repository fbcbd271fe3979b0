import { randomUUID } from 'node:crypto';
import type { SessionStarted } from '../../../backend/visitor/schema.ts';
import { identityToken, readCode } from '../identity-token.ts';
import type { Story } from './story.ts';

/** A visitor's chat, from the page to the lead. */
export async function tellOfVisitors(story: Story): Promise<void> {
  const { api, parlour, nobody, admin } = story;
  const { site } = parlour;
  await api.call({}, 'GET /api/v1/visitor/sites/:siteKey', { params: { siteKey: site.key } });
  const open = async () => {
    const started = await api.call<SessionStarted>({}, 'POST /api/v1/visitor/sessions', {
      body: {
        siteKey: site.key,
        page: {
          url: 'https://landing.example/pricing',
          title: 'Pricing',
          referrer: 'https://search.example/',
        },
        utm: { source: 'newsletter', campaign: 'spring' },
        locale: 'en',
        timezone: 'Europe/Berlin',
      },
    });
    return { id: started.session.id, visitor: { authorization: `Bearer ${started.token}` } };
  };
  story.talk = await open();
  const { visitor } = story.talk;
  const say = 'POST /api/v1/visitor/session/messages';
  const first = { id: randomUUID(), text: 'What does a visit cost?' };
  await api.call(visitor, say, { title: 'Say something and wait for the answer', body: first });
  await api.call(visitor, say, {
    title: 'Another text under an id that was used',
    body: { ...first, text: 'Something else' },
    status: 409,
  });
  await api.call(visitor, say, {
    title: 'The answer as it comes',
    headers: { accept: 'text/event-stream' },
    body: { id: randomUUID(), text: 'We need a website for our bakery' },
  });
  await api.call(visitor, 'POST /api/v1/visitor/session/typing', { body: { on: true } });
  await api.call(visitor, 'PUT /api/v1/visitor/session/lead', {
    body: { name: 'Ana Silva', email: 'ana@bakery.example', consent: true },
  });
  const { code } = await parlour.admin.post<{ code: string }>(`/api/v1/sites/${site.id}/connect`);
  await api.call(visitor, 'PUT /api/v1/visitor/session/identity', {
    body: {
      identity: identityToken(readCode(code).identity, {
        sub: '42',
        name: 'Ana Silva',
        email: 'ana@bakery.example',
      }),
    },
  });
  await api.call(visitor, 'GET /api/v1/visitor/session', {
    title: 'What came after message 2',
    query: { after: '2' },
  });
  await api.call(visitor, 'GET /api/v1/visitor/session/events', { query: { after: '1' }, until: 'event: ' });
  await api.call(visitor, 'POST /api/v1/visitor/session/complete');
  await api.call(visitor, 'POST /api/v1/visitor/session/rating', {
    body: { score: 5, comment: 'Quick and kind' },
  });
  const other = await open();
  api.examples['POST /api/v1/visitor/sessions']!.pop();
  await api.call(other.visitor, 'DELETE /api/v1/visitor/session');
  await api.refused(401, other.visitor, 'GET /api/v1/visitor/session', {
    title: 'A conversation that was erased',
  });
  await api.refused(401, { authorization: 'Bearer plr_wrong' }, 'GET /api/v1/sessions', {
    title: 'No sign-in, or a key that was removed',
  });
  await api.refused(401, nobody, 'POST /api/v1/auth/login', {
    title: 'A wrong e-mail or password',
    body: { email: 'ana@lindenhof.example', password: 'not the right one' },
  });
  await api.refused(404, admin, 'GET /api/v1/sites/:id', {
    title: 'Nothing that you may know of',
    params: { id: randomUUID() },
  });
}
