import type { Story } from './story.ts';

/** Refusals that any route may answer with. The last chapter: it spends limits and signs the admin out. */
export async function tellOfErrors({ api, admin, nobody, parlour }: Story): Promise<void> {
  const start = 'POST /api/v1/visitor/sessions';
  const page = { url: 'https://landing.example/' };
  await api.refused(403, { origin: 'https://elsewhere.example' }, start, {
    title: 'A page that is not of the site',
    body: { siteKey: parlour.site.key, page },
  });
  await api.refused(422, {}, start, {
    title: 'A body that does not fit: every field is named',
    body: { siteKey: parlour.site.key, page: {}, name: 'Ana' },
  });
  await api.refused(400, { 'content-type': 'application/json' }, start, {
    title: 'No JSON',
    raw: '{"siteKey":',
  });
  await api.refused(415, { 'content-type': 'text/plain' }, start, {
    title: 'Another content type',
    raw: 'Hello',
  });
  await api.refused(413, {}, start, {
    title: 'Too long',
    raw: JSON.stringify({ siteKey: 'x'.repeat(300_000) }),
    headers: { 'content-type': 'application/json' },
  });
  const reset = { body: { email: 'nobody@lindenhof.example' } };
  const url = `${parlour.url}/api/v1/auth/reset`;
  const headers = { ...nobody, 'content-type': 'application/json' };
  const ask = () => fetch(url, { method: 'POST', headers, body: JSON.stringify(reset.body) });
  // Each takes a while on purpose; more than are allowed at once.
  await Promise.all(Array.from({ length: 25 }, ask));
  await api.refused(429, nobody, 'POST /api/v1/auth/reset', {
    title: 'Too often: wait as many seconds as Retry-After says',
    ...reset,
  });
  await api.call(admin, 'POST /api/v1/auth/logout');
}
