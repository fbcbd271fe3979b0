import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { call } from '../../support/http-client.ts';
import { PAGE_ORIGIN, startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('bad input to the visitor API', () => {
  let parlour: TestParlour;
  let visitor: VisitorClient;
  before(async () => {
    parlour = await startTestParlour();
    visitor = await VisitorClient.start(parlour.url, parlour.site.key);
  });
  after(() => parlour.stop());

  const id = randomUUID();
  const start = { siteKey: 'x', page: { url: 'https://landing.example/' } };
  const cases: Array<
    [string, number, string, { raw?: string; json?: unknown; headers?: Record<string, string> }]
  > = [
    ['malformed JSON', 400, 'bad_request', { raw: '{"id":', headers: JSON_TYPE }],
    ['JSON that is no object', 400, 'bad_request', { raw: '"hello"', headers: JSON_TYPE }],
    ['a body that is not JSON', 415, 'not_json', { raw: 'hello', headers: { 'content-type': 'text/plain' } }],
    ['no body', 415, 'not_json', { raw: '' }],
    [
      'a __proto__ key',
      400,
      'bad_request',
      { raw: `{"id":"${id}","text":"x","__proto__":{"a":1}}`, headers: JSON_TYPE },
    ],
    ['too long a text', 422, 'validation_failed', { json: { id, text: 'x'.repeat(4001) } }],
    ['an oversized body', 413, 'too_large', { json: { id, text: 'x'.repeat(20_000) } }],
    ['an empty text', 422, 'validation_failed', { json: { id, text: '' } }],
    ['a blank text', 422, 'validation_failed', { json: { id, text: ' \n\t ' } }],
    ['NUL in the text', 422, 'validation_failed', { json: { id, text: 'a\u0000b' } }],
    ['half a surrogate pair', 422, 'validation_failed', { json: { id, text: 'a\ud800b' } }],
    ['a wrong type', 422, 'validation_failed', { json: { id, text: 7 } }],
    ['an id that is none', 422, 'validation_failed', { json: { id: 'one', text: 'x' } }],
    ['a missing property', 422, 'validation_failed', { json: { id } }],
    ['an unknown property', 422, 'validation_failed', { json: { id, text: 'x', role: 'staff' } }],
    ['an array', 422, 'validation_failed', { raw: '[]', headers: JSON_TYPE }],
  ];
  for (const [name, status, errorId, options] of cases) {
    it(`${name}: ${status} ${errorId}, and nothing is stored`, async () => {
      const answer = await visitor.call<ErrorAnswer>('/session/messages', { method: 'POST', ...options });
      expect(answer.status).to.equal(status);
      expectErrorShape(answer.body, errorId);
      expect((await visitor.transcript()).messages).to.have.length(1);
    });
  }

  it('names the field that is wrong', async () => {
    const { body } = await visitor.call<ErrorAnswer>('/session/messages', {
      json: { id, text: 'x', role: 'staff' },
    });
    expect(body.error.fields).to.deep.equal([{ path: 'role', message: 'This is not known here.' }]);
  });

  it('a wrong origin: 403, and no conversation is made', async () => {
    const before = await count();
    const answer = await call<ErrorAnswer>(`${parlour.url}/api/v1/visitor/sessions`, {
      json: { ...start, siteKey: parlour.site.key },
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(answer.status).to.equal(403);
    expectErrorShape(answer.body, 'origin_not_allowed');
    expect(answer.headers.get('access-control-allow-origin')).to.equal(null);
    expect(await count()).to.equal(before);
  });

  it('another site’s origin is refused for this site’s token', async () => {
    const other = 'https://other.example';
    await parlour.createSite({ allowedOrigins: [other] });
    const answer = await visitor.call('/session', { headers: { origin: other } });
    expect(answer.status).to.equal(403);
    expect(answer.headers.get('access-control-allow-origin')).to.equal(null);
  });

  it('an unknown site: 404', async () => {
    const answer = await call<ErrorAnswer>(`${parlour.url}/api/v1/visitor/sessions`, { json: start });
    expect(answer.status).to.equal(404);
    expectErrorShape(answer.body, 'not_found');
  });

  it('details that can’t be right: 422 with the field, and nothing is stored', async () => {
    const answer = await visitor.call<ErrorAnswer>('/session/lead', {
      method: 'PUT',
      json: { name: 'Ana', email: 'ana@', phone: '12' },
    });
    expect(answer.status).to.equal(422);
    expect(answer.body.error.fields!.map(({ path }) => path)).to.have.members(['email', 'phone']);
    expect(await parlour.database('leads').where({ sessionId: visitor.sessionId })).to.have.length(0);
  });

  it('details under names that can’t be fields, or that are no text: 422', async () => {
    for (const custom of [
      { 'no field': 'x' },
      { 'javascript:alert(1)': ['x'] },
      { budget: ['x'] },
      { a: {} },
    ]) {
      const { status } = await visitor.call('/session/lead', { method: 'PUT', json: { custom } });
      expect(status, JSON.stringify(custom)).to.equal(422);
    }
    expect(await parlour.database('leads').where({ sessionId: visitor.sessionId })).to.have.length(0);
  });

  it('ratings out of range, and lists that can’t be followed: 422', async () => {
    for (const score of [0, 6, 2.5, '5', null]) {
      const { status } = await visitor.call('/session/rating', { json: { score } });
      expect(status, String(score)).to.equal(422);
    }
    expect((await visitor.call('/session?after=-1')).status).to.equal(422);
    expect((await visitor.call('/session?after=1&after=2')).status).to.equal(422);
    expect((await visitor.call('/session?what=1')).status).to.equal(422);
  });

  it('lets the site’s own origin in, with CORS for it alone', async () => {
    const url = `${parlour.url}/api/v1/visitor/sites/${parlour.site.key}`;
    const answer = await call(url, { headers: { origin: PAGE_ORIGIN } });
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('access-control-allow-origin')).to.equal(PAGE_ORIGIN);
    expect(answer.headers.get('vary')).to.match(/origin/i);
    const preflight = await call(`${parlour.url}/api/v1/visitor/sessions`, {
      method: 'OPTIONS',
      headers: {
        origin: PAGE_ORIGIN,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.status).to.equal(204);
    expect(preflight.headers.get('access-control-allow-origin')).to.equal(PAGE_ORIGIN);
  });

  const count = async () => (await parlour.database('chat_sessions')).length;
});

interface ErrorAnswer {
  error: {
    id: string;
    message: string;
    requestId: string;
    fields?: Array<{ path: string; message: string }>;
  };
}

function expectErrorShape(body: ErrorAnswer, id: string): void {
  expect(body).to.have.all.keys('error');
  expect(body.error).to.include({ id });
  expect(body.error.message)
    .to.be.a('string')
    .and.not.match(/select|insert|at \/|\.ts/i);
  expect(body.error.requestId).to.be.a('string');
}
