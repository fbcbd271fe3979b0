import { expect } from 'chai';
import type { ExportRecord } from '../../../backend/exports/record.ts';
import { readCsv } from '../../support/csv-reader.ts';
import { call } from '../../support/http-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

const PATH = '/api/v1/exports/sessions';

/** That no text becomes a formula is shown in test/promises/17-spreadsheets. */
describe('exports', () => {
  let parlour: TestParlour;
  let visitor: VisitorClient;
  before(async () => {
    parlour = await startTestParlour();
    visitor = await VisitorClient.start(parlour.url, parlour.site.key, {
      page: { url: 'https://landing.example/preise', title: 'Preise, „alle“' },
      utm: { source: 'news' },
    });
    await visitor.say('Grüße!\r\nThis has "quotes", commas\nand a second line');
    await visitor.call('/session/lead', {
      method: 'PUT',
      json: {
        name: 'Jörg',
        email: 'joerg@example.com',
        phone: '+4930123456',
        custom: { need: 'Dach', old: 'gone' },
      },
    });
    await visitor.call('/session/rating', { json: { score: 4, comment: 'nice' } });
  });
  after(() => parlour.stop());

  const get = (end: string) => parlour.admin.call<string>(PATH + end);
  async function csv(query = '') {
    const { status, body } = await get(`.csv${query}`);
    expect(status, JSON.stringify(body)).to.equal(200);
    return readCsv(body);
  }
  async function ndjson(query = ''): Promise<ExportRecord[]> {
    const response = await fetch(`${parlour.url}${PATH}.ndjson${query}`, { headers: parlour.admin.headers });
    const lines = (await response.text()).split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line));
  }
  const json = async (query = '') => (await get(`.json${query}`)).body as unknown as ExportRecord[];

  it('gives each conversation one row with its lead, its facts and all that was said', async () => {
    const { headers, body } = await get('.csv?timezone=Europe/Berlin');
    expect(headers.get('content-type')).to.match(/^text\/csv; charset=utf-8/);
    expect(headers.get('content-disposition')).to.match(
      /^attachment; filename="conversations-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(headers.get('x-total-count')).to.equal('1');
    expect(new TextEncoder().encode(body).length).to.be.greaterThan(0);
    const [row, ...others] = readCsv(body);
    expect(others).to.deep.equal([]);
    expect(row).to.include({
      session_id: visitor.sessionId,
      site: 'Lindenhof',
      archive_status: 'active',
      qa_status: 'unchecked',
      name: 'Jörg',
      email: 'joerg@example.com',
      phone: "'+4930123456",
      need: 'Dach',
      other_details: 'old: gone',
      qualification: 'new',
      rating: '4',
      page_title: 'Preise, „alle“',
      utm_source: 'news',
    });
    expect(Number(row!.score)).to.be.greaterThan(0);
    expect(row!.started_at).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0[12]:00$/);
    expect(row!.conversation).to.include(
      'Visitor: Grüße!\nThis has "quotes", commas\nand a second line\nAssistant: ',
    );
  });

  it('starts the CSV with a byte order mark', async () => {
    const response = await fetch(`${parlour.url}${PATH}.csv`, { headers: parlour.admin.headers });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
  });

  it('says the same in JSON and line by line, as the detail does', async () => {
    const [record] = await json();
    expect(await ndjson()).to.deep.equal([record]);
    expect(record!.session.id).to.equal(visitor.sessionId);
    expect(record!.lead).to.deep.include({ phone: '+4930123456', custom: { need: 'Dach', old: 'gone' } });
    const { messages } = await parlour.admin.get<{ messages: object[] }>(
      `/api/v1/sessions/${visitor.sessionId}`,
    );
    expect(record!.messages.map(({ text }) => text)).to.deep.equal(
      messages.map((message) => (message as { text: string }).text),
    );
    const [inTokyo] = await json('?timezone=Asia/Tokyo');
    expect(inTokyo!.messages[0]!.createdAt).to.match(/\+09:00$/);
    expect(Date.parse(inTokyo!.messages[0]!.createdAt)).to.equal(Date.parse(record!.messages[0]!.createdAt));
  });

  it('honours the filters of the list, also when nothing fits', async () => {
    expect(await json('?completion=abandoned')).to.deep.equal([]);
    expect(await csv('?archive=archived')).to.deep.equal([]);
    expect(await ndjson('?lead=none')).to.deep.equal([]);
    expect(await csv(`?site=${parlour.site.id}&lead=any&q=quotes`)).to.have.length(1);
    expect(await csv('?to=2020-01-01')).to.have.length(0);
    const count = await parlour.admin.get('/api/v1/exports/count?lead=any');
    expect(count).to.deep.equal({ conversations: 1 });
  });

  it('shows a key its own site and nothing else, and needs the scope', async () => {
    const other = await parlour.createSite({ name: 'Quiet' });
    const keyFor = async (scopes: string[]) => {
      const { key } = await parlour.admin.post<{ key: string }>('/api/v1/api-keys', {
        name: 'n8n',
        scopes,
        siteId: other.id,
      });
      return (end: string) =>
        call<string>(parlour.url + end, { headers: { authorization: `Bearer ${key}` } });
    };
    const reader = await keyFor(['sessions:read']);
    expect((await reader(`${PATH}.json`)).body).to.deep.equal([]);
    expect((await reader(`${PATH}.json?site=${parlour.site.id}`)).body).to.deep.equal([]);
    await VisitorClient.start(parlour.url, other.key);
    expect((await reader(`${PATH}.json`)).body).to.have.length(1);
    expect((await (await keyFor(['leads:write']))(`${PATH}.csv`)).status).to.equal(403);
    expect((await call(`${parlour.url}${PATH}.csv`)).status).to.equal(401);
    expect((await get('.xlsx')).status).to.equal(404);
    for (const query of ['?timezone=Mars/Base', '?archive=maybe', '?limit=5', '?from=then'])
      expect((await get(`.csv${query}`)).status, query).to.equal(422);
  });

  it('is written down: who took how many', async () => {
    await csv(`?site=${parlour.site.id}&lead=any`);
    const entry = await parlour
      .database('auditEntries')
      .where({ action: 'sessions.exported' })
      .orderBy('id', 'desc')
      .first();
    expect(entry).to.deep.include({ actorKind: 'staff', siteId: parlour.site.id });
    expect(entry.details).to.deep.equal({ format: 'csv', conversations: 1, filters: ['site', 'lead'] });
  });
});
