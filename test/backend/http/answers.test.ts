import { request } from 'node:http';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect } from 'chai';
import { call } from '../../support/http-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';

/** Its headers are looked at in test/promises/24-headers. */
describe('every answer', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());

  const get = (path: string, headers: Record<string, string> = {}) => call(parlour.url + path, { headers });

  it('is 404 in the contract’s shape for what is not there', async () => {
    for (const path of [
      '/nowhere',
      '/api/v1/nothing',
      '/embed/none',
      '/widget/none.js',
      '/dashboard/assets/none.js',
      '/widget/../../package.json',
      '/pages/%2e%2e/%2e%2e/package.json',
      '/widget/..%2f..%2f..%2fpackage.json',
      '/dashboard/assets/..%2f..%2f..%2fpackage.json',
    ]) {
      const answer = await get(path);
      expect(answer.status, path).to.equal(404);
      expect(answer.body, path).to.have.nested.property('error.id', 'not_found');
    }
  });

  it('does not tell which files there are on this machine', async () => {
    // Browsers and fetch put such a path right before they send it.
    const statusOf = (path: string) =>
      new Promise<number>((resolve, reject) => {
        const asked = request(parlour.url, { path }, (answer) => {
          answer.resume();
          resolve(answer.statusCode!);
        });
        asked.on('error', reject).end();
      });
    for (const folder of ['dashboard/../..', 'dashboard/assets/../../..', 'widget/../..'])
      expect(await statusOf(`/${folder}/package.json`), folder).to.equal(
        await statusOf(`/${folder}/not-there.json`),
      );
  });

  it('leads every address below the dashboard to the app, and files come compressed', async () => {
    const page = await get('/dashboard/conversations/123');
    expect(page.body).to.contain('<!doctype html>');
    expect(page.headers.get('cache-control')).to.equal('no-cache');
    const widget = await get('/widget.js', { 'accept-encoding': 'br' });
    expect(widget.status).to.equal(200);
    expect(widget.headers.get('content-encoding')).to.equal('br');
    expect(widget.headers.get('access-control-allow-origin')).to.equal('*');
    expect(widget.headers.get('vary')).to.match(/accept-encoding/i);
  });

  it('gives the present chat to pages that hold the loader of an older version', async () => {
    const { body: loader } = await get('/widget.js');
    const [, hash] = /\.\/widget\/([\da-f]{8})-/.exec(String(loader))!;
    const before = await get('/widget/0123abcd-de.js');
    expect(before.body).to.equal((await get(`/widget/${hash}-de.js`)).body);
    expect(before.headers.get('cache-control')).to.equal('max-age=60');
    expect(before.headers.get('access-control-allow-origin')).to.equal('*');
    expect((await get('/widget/0123abcd-xx.js')).body).to.equal((await get(`/widget/${hash}-en.js`)).body);
  });

  it('has the dashboard in the language that was chosen, else the browser’s, else English', async () => {
    const page = async (accept: string, cookie = '', more: Record<string, string> = {}) => {
      const answer = await get('/dashboard/leads', { 'accept-language': accept, cookie, ...more });
      const language = answer.headers.get('content-language');
      if (answer.status === 200) expect(answer.body).to.contain(`<html lang="${language}">`);
      return { language, status: answer.status, headers: answer.headers };
    };
    const chosen = 'parlour_language=fr';
    expect(await page('de-CH,de;q=0.9,en;q=0.8')).to.include({ language: 'de' });
    expect(await page('pt-BR,es;q=0.5')).to.include({ language: 'es' });
    expect(await page('ja')).to.include({ language: 'en' });
    expect(await page('de', chosen)).to.include({ language: 'fr' });
    expect(await page('de', 'parlour_language=../../package.json')).to.include({ language: 'de' });
    const { headers } = await page('de');
    for (const name of ['accept-language', 'cookie', 'accept-encoding'])
      expect(headers.get('vary')?.toLowerCase()).to.contain(name);
    // What a browser kept of one language is not "unchanged" when another one is wanted.
    const known = { 'if-none-match': headers.get('etag')!, 'cache-control': 'max-age=0' };
    expect((await page('de', '', known)).status).to.equal(304);
    expect(await page('de', chosen, known)).to.include({ language: 'fr', status: 200 });
  });

  it('is described by the contract, every route of it', async () => {
    const { body } = await call<{ paths: Record<string, Record<string, unknown>> }>(
      `${parlour.url}/api/openapi.json`,
    );
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(described.sort()).to.deep.equal(
      parlour.routes.map(({ method, path }) => `${method} ${path}`).sort(),
    );
    expect(await new Validator().validate(structuredClone(body))).to.have.property('valid', true);
    const operations = Object.values(body.paths).flatMap((methods) => Object.values(methods));
    const ids = operations.map((one) => (one as { operationId: string }).operationId);
    expect(new Set(ids).size).to.equal(ids.length);
    const docs = await call<string>(`${parlour.url}/api/docs`);
    expect(docs.body).to.contain('/api/v1/visitor/session/messages').and.not.contain('<script');
    for (const shown of ['curl -X POST', 'We need a website for our bakery', 'label_exists'])
      expect(docs.body).to.contain(shown);
    // What a browser would send by itself, and curl does not.
    expect(docs.body.replaceAll('&quot;', '"')).to.contain(
      'curl -X POST "$PARLOUR/api/v1/auth/login" \\\n  -H "Origin: $PARLOUR"',
    );
  });

  it('the contract travels packed, and the same to who cannot unpack', async () => {
    for (const path of ['/api/docs', '/api/openapi.json']) {
      const packed = await call(parlour.url + path);
      expect(packed.headers.get('content-encoding'), path).to.equal('gzip');
      expect(Number(packed.headers.get('content-length')), path).to.be.below(200_000);
      const plain = await call(parlour.url + path, { headers: { 'accept-encoding': 'identity' } });
      expect(plain.headers.get('content-encoding'), path).to.equal(null);
      expect(plain.body).to.deep.equal(packed.body);
      const known = { 'if-none-match': packed.headers.get('etag')!, 'cache-control': 'max-age=0' };
      expect((await call(parlour.url + path, { headers: known })).status, path).to.equal(304);
    }
  });
});
