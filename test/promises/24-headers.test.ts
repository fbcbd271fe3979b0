import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Route } from '../../backend/http/route.ts';
import { type CallOptions, call, head } from '../support/http-client.ts';
import { counted, measured } from '../support/measured.ts';
import { ADMIN, PAGE_ORIGIN, startTestParlour, type TestParlour } from '../support/parlour.ts';
import { VisitorClient } from '../support/visitor-client.ts';

/** What every answer has, and what none has. Behind https: there HSTS and `__Host-` cookies are due as well. */
const EXPECTED: Array<[name: string, pattern: RegExp]> = [
  ['x-request-id', /^[0-9a-f-]{36}$/],
  ['x-content-type-options', /^nosniff$/],
  ['referrer-policy', /^strict-origin-when-cross-origin$/],
  ['strict-transport-security', /^max-age=31536000$/],
  [
    'content-security-policy',
    /default-src 'none'.*base-uri 'none'.*object-src 'none'.*frame-ancestors [^;*]+$/,
  ],
];
const FORBIDDEN: Array<[name: string, pattern: RegExp]> = [
  ['content-security-policy', /unsafe-|(?:^|[\s;])(?:https?:|\*)(?:[\s;]|$)/],
  ['x-powered-by', /./],
  ['server', /./],
  ['access-control-allow-credentials', /./],
];

/** Pages that others may frame stand alone no more; they are told by name. */
const FRAMED = /^\/(embed\/|preview)/;

describe('headers (promise 24)', () => {
  let parlour: TestParlour;
  let visitor: VisitorClient;
  before(async () => {
    parlour = await startTestParlour({ PUBLIC_URL: 'https://chat.example', RATE_LIMIT_FACTOR: '0' });
    visitor = await VisitorClient.start(parlour.url, parlour.site.key);
  });
  after(() => parlour.stop());

  const seen = new Set<number>();
  let checked = 0;
  const wrong: string[] = [];
  /** Calls, and notes what the answer lacks. A stream is left as soon as it has begun. */
  async function check(path: string, { method = 'GET', headers = {}, raw }: CallOptions = {}) {
    const answer = await head(parlour.url + path, { method, headers, body: raw });
    seen.add(answer.status);
    checked += 1;
    const complain = (what: string) => wrong.push(`${method} ${path}, ${answer.status}: ${what}`);
    for (const [name, pattern] of EXPECTED)
      if (!pattern.test(answer.headers.get(name) ?? '')) complain(`${name}: ${answer.headers.get(name)}`);
    for (const [name, pattern] of FORBIDDEN)
      if (pattern.test(answer.headers.get(name) ?? '')) complain(`${name}: ${answer.headers.get(name)}`);
    if (!FRAMED.test(path) && answer.headers.get('cross-origin-opener-policy') !== 'same-origin')
      complain('no cross-origin-opener-policy');
    const isOfSomebody = path.startsWith('/api/v1/') && !path.startsWith('/api/v1/visitor/sites/');
    if ((isOfSomebody || answer.status >= 400) && method !== 'OPTIONS')
      if (!answer.headers.get('cache-control')?.includes('no-store')) complain('may be kept by caches');
    for (const cookie of answer.headers.getSetCookie())
      if (!/^__Host-[^;]+;.*path=\/;.*samesite=lax;.*secure.*httponly/i.test(cookie)) complain(cookie);
    return answer;
  }

  const pathOf = (route: Route) =>
    route.path.replace(':siteKey', parlour.site.key).replace(/:\w+/g, () => randomUUID());

  it('stand on the answer of every route, to whoever asks, well or badly', async () => {
    const callers: Array<Record<string, string>> = [
      {},
      { authorization: `Bearer ${visitor.token}` },
      parlour.admin.headers,
    ];
    for (const route of parlour.routes) {
      const method = route.method.toUpperCase();
      // These would end the admin's own sign-in.
      const asks =
        /auth\/(logout|sessions)/.test(route.path) && method !== 'GET' ? callers.slice(0, 2) : callers;
      const type = { 'content-type': 'application/json', origin: parlour.url };
      for (const headers of asks) {
        await check(pathOf(route), { method, headers: { ...type, ...headers }, raw: route.body && '{}' });
        if (!route.body) continue;
        await check(pathOf(route), { method, headers: { ...type, ...headers }, raw: '{"' });
        await check(pathOf(route), { method, headers, raw: 'text' });
      }
      if (method === 'GET') await check(pathOf(route), { method: 'HEAD', headers: parlour.admin.headers });
      await check(pathOf(route), { method: 'OPTIONS', headers: { origin: PAGE_ORIGIN } });
    }
    await check('/api/v1/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: parlour.url },
      raw: JSON.stringify(ADMIN),
    });
    expect(wrong).to.deep.equal([]);
  });

  it('stand on files, and on what is refused, not found, moved or not changed', async () => {
    const page = await (await fetch(`${parlour.url}/dashboard/`)).text();
    const files = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path!);
    expect(files.length).to.be.greaterThan(1);
    for (const path of [
      ...files,
      '/widget.js',
      '/dashboard/',
      '/dashboard',
      '/dashboard/leads/1',
      '/pages/demo.css',
    ])
      await check(path);
    for (const path of [
      '/nowhere',
      '/widget/none.js',
      '/dashboard/assets/none.js',
      '/pages/%2e%2e/x',
      '/%',
      '/%00',
    ])
      await check(path);
    for (const method of ['PATCH', 'PROPFIND']) await check('/api/v1/visitor/sessions', { method });
    const { headers } = await check(`/api/v1/visitor/sites/${parlour.site.key}`);
    await check(`/api/v1/visitor/sites/${parlour.site.key}`, {
      headers: { 'if-none-match': headers.get('etag')! },
    });
    await check('/api/v1/visitor/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      raw: JSON.stringify({ siteKey: 'x'.repeat(20_000) }),
    });
    // The first test has erased the other one's conversation.
    const another = await VisitorClient.start(parlour.url, parlour.site.key);
    const events = { authorization: `Bearer ${another.token}`, accept: 'text/event-stream' };
    expect((await check('/api/v1/visitor/session/events', { headers: events })).status).to.equal(200);
    expect(wrong).to.deep.equal([]);
    expect([...seen]).to.include.members([200, 204, 302, 304, 400, 401, 403, 404, 413, 415, 422]);
    measured(
      24,
      counted`${checked} answers of ${parlour.routes.length} routes and of files, ${seen.size} kinds of status, ${wrong.length} without a header`,
    );
  });

  it('promise https only where there is https, and let the site’s own pages alone frame the chat', async () => {
    const plain = await startTestParlour();
    try {
      const { headers } = await call(`${plain.url}/dashboard/`);
      expect(headers.get('strict-transport-security')).to.equal(null);
      expect(headers.get('content-security-policy')).to.contain("frame-ancestors 'none'");
    } finally {
      await plain.stop();
    }
    const framing = async (path: string) =>
      /frame-ancestors ([^;]*)/.exec(
        (await call(parlour.url + path)).headers.get('content-security-policy')!,
      )![1];
    expect(await framing(`/embed/${parlour.site.key}`)).to.equal(`'self' ${PAGE_ORIGIN}`);
    expect(await framing('/preview')).to.equal("'self'");
    expect(await framing('/dashboard/')).to.equal("'none'");
    // An origin is written into a header: what could end it or add to it never gets so far.
    for (const origin of [
      'https://a.example; script-src *',
      "https://a.example 'unsafe-inline'",
      'https://a,b.example',
      'https://*',
      'https://*.example.com',
      'https://a;script-src',
      'https://a%2Cb.example',
      'https://a，b.example',
      'https://999.1.1.1',
      'https://a.example:99999',
    ])
      expect(
        (await parlour.admin.call('/api/v1/sites', { json: { name: 'x', allowedOrigins: [origin] } })).status,
        origin,
      ).to.equal(422);
  });
});

describe('who may read answers from another page (promise 24)', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    await parlour.createSite({ name: 'Elsewhere', allowedOrigins: ['https://elsewhere.example'] });
  });
  after(() => parlour.stop());

  const OTHERS: Record<string, string> = {
    unlisted: 'https://evil.example',
    null: 'null',
    'a subdomain': 'https://sub.landing.example',
    'its parent': 'https://example',
    'another port': 'https://landing.example:8443',
    'the default port': 'https://landing.example:443',
    'another scheme': 'http://landing.example',
    'another case': 'https://LANDING.example',
    'a trailing dot': 'https://landing.example.',
    'a trailing slash': 'https://landing.example/',
    'a longer name': 'https://landing.example.evil.example',
    'a name that ends alike': 'https://evil-landing.example',
    'a user before the host': 'https://landing.example@evil.example',
    'an extension': 'chrome-extension://landing.example',
    'two at once': 'https://landing.example https://evil.example',
  };
  let allowed = 0;
  const start = (origin: string) =>
    call(`${parlour.url}/api/v1/visitor/sessions`, {
      json: { siteKey: parlour.site.key, page: { url: 'https://landing.example/' } },
      headers: { origin },
    });
  const preflight = (path: string, origin: string) =>
    call(parlour.url + path, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });

  it('is the site’s listed origins and nobody that looks like one', async () => {
    for (const origin of [PAGE_ORIGIN, parlour.url]) {
      const answer = await start(origin);
      expect(answer.status, origin).to.equal(201);
      expect(answer.headers.get('access-control-allow-origin')).to.equal(origin);
      expect(answer.headers.get('vary')).to.match(/\borigin\b/i);
      const asked = await preflight('/api/v1/visitor/sessions', origin);
      expect(asked.headers.get('access-control-allow-origin')).to.equal(origin);
      expect(asked.headers.get('access-control-allow-credentials')).to.equal(null);
    }
    for (const [what, origin] of Object.entries(OTHERS)) {
      const answer = await start(origin);
      if (answer.status !== 403) allowed += 1;
      expect(answer.status, what).to.equal(403);
      const asked = await preflight('/api/v1/visitor/sessions', origin);
      for (const { headers } of [answer, asked])
        expect(headers.get('access-control-allow-origin'), what).to.equal(null);
    }
    const sibling = await start('https://elsewhere.example');
    expect(sibling.status, 'another site’s page').to.equal(403);
    expect(sibling.headers.get('access-control-allow-origin')).to.equal(null);
  });

  it('is the same for a conversation’s token, whoever holds it', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    for (const origin of [...Object.values(OTHERS), 'https://elsewhere.example']) {
      const answer = await visitor.call('/session', { headers: { origin } });
      expect(answer.status, origin).to.equal(403);
      expect(answer.headers.get('access-control-allow-origin'), origin).to.equal(null);
    }
  });

  it('is nobody at all where staff, programs and pages are answered', async () => {
    const wrong: string[] = [];
    for (const { method, path, body } of parlour.routes) {
      if (path.startsWith('/api/v1/visitor/')) continue;
      const address = parlour.url + path.replace(':siteKey', parlour.site.key).replace(/:\w+/g, randomUUID());
      for (const asked of [method.toUpperCase(), 'OPTIONS']) {
        const hasBody = asked !== 'OPTIONS' && body;
        const { headers } = await head(address, {
          method: asked,
          headers: { origin: PAGE_ORIGIN, ...(hasBody && { 'content-type': 'application/json' }) },
          body: hasBody ? '{}' : undefined,
        });
        if (headers.get('access-control-allow-origin')) wrong.push(`${asked} ${path}`);
      }
    }
    expect(wrong).to.deep.equal([]);
    measured(
      24,
      counted`${Object.keys(OTHERS).length} origins that look like a listed one, ${allowed} allowed`,
    );
    const widget = await call(`${parlour.url}/widget.js`, { headers: { origin: 'https://any.example' } });
    expect(widget.headers.get('access-control-allow-origin')).to.equal('*');
  });
});
