import { expect } from 'chai';
import type { SessionCount } from '../../../backend/sessions/filter-schema.ts';
import type { SessionRow } from '../../../backend/sessions/schema.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

interface ListPage {
  items: SessionRow[];
  nextCursor: string | null;
}

describe('searching conversations', () => {
  let parlour: TestParlour;
  const said = new Map<string, string>();
  before(async () => {
    parlour = await startTestParlour();
    const texts = {
      roof: 'Good morning. Do you repair slate roofs in winter? We live in Wuppertal-Elberfeld.',
      wine: 'I am looking for a wine cellar <script>alert(1)</script> with "oak" shelves',
      ana: 'My name is Ana Silva and my e-mail is ana.silva@weingut-silva.example',
      number: 'You can call me at +49 202 8765 432',
    };
    for (const [name, text] of Object.entries(texts)) {
      const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
      await visitor.say(text);
      said.set(visitor.sessionId, name);
    }
  });
  after(() => parlour.stop());

  const search = (q: string, more = '') =>
    parlour.admin.get<ListPage>(`/api/v1/sessions?q=${encodeURIComponent(q)}${more}`);
  const found = async (q: string, more = '') =>
    (await search(q, more)).items.map(({ id }) => said.get(id)).sort();

  it('finds words of the transcript, whole or begun, all of them', async () => {
    expect(await found('slate')).to.deep.equal(['roof']);
    expect(await found('SLATE winter')).to.deep.equal(['roof']);
    expect(await found('repair roo')).to.deep.equal(['roof']);
    expect(await found('slate wine')).to.deep.equal([]);
    expect(await found('"slate roofs"')).to.deep.equal(['roof']);
    expect(await found('"roofs slate"')).to.deep.equal([]);
    expect(await found('Wuppertal-Elberfeld')).to.deep.equal(['roof']);
  });

  it('finds leads by any part of name, e-mail and phone', async () => {
    expect(await found('silva')).to.deep.equal(['ana']);
    expect(await found('ilv')).to.deep.equal(['ana']);
    expect(await found('gut-silv')).to.deep.equal(['ana']);
    expect(await found('0202 8765')).to.deep.equal(['number']);
    expect(await found('202 87 65')).to.deep.equal(['number']);
  });

  it('shows the hit in its sentence, as plain pieces of text', async () => {
    const [roof] = (await search('slate')).items;
    expect(roof!.hit).to.include({ in: 'message', role: 'visitor' });
    expect(roof!.hit!.segments).to.deep.equal([
      { text: 'Do you repair ', match: false },
      { text: 'slate', match: true },
      { text: ' roofs in winter?', match: false },
    ]);
    const [ana] = (await search('ilv')).items;
    expect(ana!.hit).to.include({ in: 'name' });
    expect(ana!.hit!.segments).to.deep.equal([
      { text: 'Ana S', match: false },
      { text: 'ilv', match: true },
      { text: 'a', match: false },
    ]);
    expect((await search('')).items[0]).to.not.have.property('hit');
  });

  it('takes anything that people type', async () => {
    for (const q of [
      '%',
      '_',
      "'",
      '\\',
      "o'brien\\",
      '!!!',
      '& | ! ( )',
      ':*',
      '"',
      '<->',
      'a:*b',
      '😀',
      ' ',
    ])
      expect((await parlour.admin.call(`/api/v1/sessions?q=${encodeURIComponent(q)}`)).status, q).to.equal(
        200,
      );
    expect(await found('%%%')).to.deep.equal([]);
    expect(await found('"oak" shel')).to.deep.equal(['wine']);
    const tooLong = await parlour.admin.call(`/api/v1/sessions?q=${'x'.repeat(201)}`);
    expect(tooLong.status).to.equal(422);
  });

  it('goes together with the other filters, with paging and with the count', async () => {
    expect(await found('slate', '&lead=any')).to.deep.equal([]);
    expect(await found('slate', `&site=${parlour.site.id}`)).to.deep.equal(['roof']);
    const greeting = parlour.site.widget.greeting.split(/\W+/)[0]!;
    const first = await search(greeting, '&limit=3');
    expect(first.items).to.have.length(3);
    const rest = await search(greeting, `&limit=3&cursor=${first.nextCursor}`);
    expect(rest.items).to.have.length(1);
    expect(rest.nextCursor).to.equal(null);
    const count = await parlour.admin.get<SessionCount>(`/api/v1/sessions/count?q=${greeting}`);
    expect(count).to.deep.equal({ count: 4, more: false });
  });

  it('narrows by day in a time zone and by instant, by what the list is sorted by', async () => {
    const [roof] = (await search('slate')).items;
    const set = { startedAt: '2026-03-28T23:30:00Z', lastMessageAt: '2026-03-30T10:00:00Z' };
    await parlour.database('chat_sessions').where({ id: roof!.id }).update(set);
    const day = (from: string, more: string) => found('', `&from=${from}&to=${from}${more}`);
    expect(await day('2026-03-30', '&timezone=Europe/Berlin')).to.deep.equal(['roof']);
    expect(await day('2026-03-29', '&timezone=Europe/Berlin')).to.deep.equal([]);
    expect(await day('2026-03-29', '&timezone=Europe/Berlin&sort=-startedAt')).to.deep.equal(['roof']);
    expect(await day('2026-03-29', '&sort=-startedAt')).to.deep.equal([]);
    const instants = (from: string, to: string) => found('', `&from=${from}&to=${to}`);
    expect(await instants('2026-03-30T10:00:00Z', '2026-03-30T10:00:01Z')).to.deep.equal(['roof']);
    expect(await instants('2026-03-30T09:00:00Z', '2026-03-30T10:00:00Z')).to.deep.equal([]);
    for (const wrong of ['from=soon', 'from=2026-02-30', 'timezone=Mars/Olympus'])
      expect((await parlour.admin.call(`/api/v1/sessions?${wrong}`)).status, wrong).to.equal(422);
  });

  it('walks the list in bounded steps for a word that is met everywhere, and misses none', async () => {
    const site = await parlour.createSite();
    await parlour.database.raw(
      `WITH made AS (
         INSERT INTO chat_sessions (id, site_id, started_at, last_message_at, last_seq)
         SELECT gen_random_uuid(), ?, now() - n * interval '1 minute', now() - n * interval '1 minute', 1
         FROM generate_series(1, 5200) n RETURNING id, last_message_at)
       INSERT INTO messages (session_id, seq, id, role, text)
       SELECT id, 1, gen_random_uuid(), 'visitor',
         CASE WHEN last_message_at < now() - interval '5198 minutes' THEN 'ordinary zebra' ELSE 'ordinary' END FROM made`,
      [site.id],
    );
    const first = await search('ordinary', `&site=${site.id}`);
    expect(first.items).to.have.length(50);
    expect(first.items[0]!.hit!.segments).to.deep.equal([{ text: 'ordinary', match: true }]);
    const ids: string[] = first.items.map(({ id }) => id);
    for (let cursor = first.nextCursor; cursor; ) {
      const page = await search('ordinary', `&site=${site.id}&limit=200&cursor=${cursor}`);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(new Set(ids).size).to.equal(5200);
    expect(ids).to.have.length(5200);
    const none = await search('ordinary', `&site=${parlour.site.id}`);
    expect(none).to.deep.equal({ items: [], nextCursor: null });
    expect((await search('zebra')).items).to.have.length(2);
    const count = await parlour.admin.get<SessionCount>('/api/v1/sessions/count?q=ordinary');
    expect(count).to.deep.equal({ count: 5200, more: false });
  });
});
