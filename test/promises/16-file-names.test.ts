import { expect } from 'chai';
import type { WorkflowList } from '../../backend/workflows/schema.ts';
import { FILE_NAMES, PLAIN_NAME } from '../support/corpus/file-names.ts';
import { counted, measured } from '../support/measured.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { VisitorClient } from '../support/visitor-client.ts';

describe('names of files (promise 16)', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
  });
  after(() => parlour.stop());

  it('are ours alone, whatever sites, visitors and addresses are called', async () => {
    const { admin } = parlour;
    const wrong: string[] = [];
    let downloads = 0;
    const look = (about: string, { status, headers }: { status: number; headers: Headers }) => {
      const shown = JSON.stringify([...headers]);
      const disposition = headers.get('content-disposition');
      const name = /^attachment; filename="([^"\\]*)"$/.exec(disposition ?? '')?.[1];
      if (disposition !== null && !PLAIN_NAME.test(name ?? '')) wrong.push(`${about}: ${disposition}`);
      if (/evil/i.test(shown) || (status >= 300 && disposition)) wrong.push(`${about}: ${shown}`);
      if (disposition) downloads += 1;
    };
    const ask = (path: string) => fetch(parlour.url + path, { headers: admin.headers });
    for (const [number, words] of FILE_NAMES.entries()) {
      // What can't be stored can't name anything either.
      const made = await admin.call<{ id: string; key: string }>('/api/v1/sites', {
        json: { name: words, allowedOrigins: [] },
      });
      const { id, key } = made.status < 300 ? made.body : parlour.site;
      const visitor = await VisitorClient.start(parlour.url, key, {
        page: { url: 'https://landing.example/', title: words.replaceAll('\0', '') },
      });
      const email = `person${number}@example.com`;
      const name = words.replaceAll('\0', '');
      await visitor.call('/session/lead', { method: 'PUT', json: { name, email, consent: true } });
      const q = encodeURIComponent(words);
      const exports = [`csv?site=${id}`, `json?site=${id}&q=${q}`, `ndjson?timezone=${q}`];
      const { items } = await admin.get<WorkflowList>(`/api/v1/sites/${id}/workflows`);
      const files = [...items.map((item) => `${item.name}.json`), `${q}.json`, q];
      for (const path of [
        ...exports.map((one) => `exports/sessions.${one}`),
        ...files.map((file) => `sites/${id}/workflows/${file}`),
      ])
        look(path, await ask(`/api/v1/${path}`));
      look('a person', await admin.call('/api/v1/privacy/export', { json: { email } }));
    }
    expect(wrong).to.deep.equal([]);
    // Two exports, the person, and a workflow at least: each time.
    expect(downloads).to.be.at.least(FILE_NAMES.length * 4);
    measured(16, counted`${downloads} downloads, ${wrong.length} named by a stranger`);
  });
});
