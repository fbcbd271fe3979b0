/** What a site knows: pages and pairs, found for every kind of agent, and by nobody who should not. */
import { expect } from 'chai';
import type { KnowledgeFound, KnowledgePageView } from '../../../backend/knowledge/schema.ts';
import type { SessionDetail } from '../../../backend/sessions/schema.ts';
import { signInAgent } from '../../support/agent.ts';
import { call } from '../../support/http-client.ts';
import { KeyClient } from '../../support/key-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

const BODY = [
  '# Delivery',
  'We deliver desks within Germany for free.',
  '',
  '## Abroad',
  'Delivery to Austria takes nine days and costs 40 euros.',
  '',
  '# Care',
  'Oiled oak likes a dry cloth, once a week.',
].join('\n');

describe('knowledge', () => {
  let parlour: TestParlour;
  let base: string;
  before(async () => {
    parlour = await startTestParlour();
    base = `/api/v1/sites/${parlour.site.id}/knowledge`;
  });
  after(() => parlour.stop());

  const add = (body = BODY, title = 'Delivery and care', path = base) =>
    parlour.admin.post<KnowledgePageView>(path, { title, body });
  const search = (q: string, site = parlour.site.id) =>
    parlour.admin.get<KnowledgeFound>(`/api/v1/knowledge/search?site=${site}&q=${encodeURIComponent(q)}`);

  it('keeps pages: added, listed, changed, removed and taken back under the same id', async () => {
    const page = await add();
    expect(page).to.include({ title: 'Delivery and care', body: BODY, passages: 3, bytes: BODY.length });
    const other = await add('Words of another page.', 'Second');
    const first = await parlour.admin.get<{ items: KnowledgePageView[]; nextCursor: string }>(
      `${base}?limit=1`,
    );
    expect(first.items.map(({ id }) => id)).to.deep.equal([other.id]);
    const rest = await parlour.admin.get<typeof first>(`${base}?limit=1&cursor=${first.nextCursor}`);
    expect(rest.items.map(({ id }) => id)).to.deep.equal([page.id]);
    expect(rest.items[0]).to.have.property('excerpt');
    const found = await parlour.admin.get<typeof first>(`${base}?q=another%20page`);
    expect(found.items.map(({ id }) => id)).to.deep.equal([other.id]);

    await parlour.admin.patch(`${base}/${page.id}`, { title: 'Delivery' });
    expect((await parlour.admin.get<KnowledgePageView>(`${base}/${page.id}`)).title).to.equal('Delivery');
    for (const { id } of [page, other])
      expect((await parlour.admin.call(`${base}/${id}`, { method: 'DELETE' })).status).to.equal(204);
    expect((await search('Austria delivery days')).items).to.deep.equal([]);
    const again = await parlour.admin.post<KnowledgePageView>(base, {
      id: page.id,
      title: 'Delivery',
      body: BODY,
    });
    expect(again.id).to.equal(page.id);
    const twice = await parlour.admin.call(base, { json: { id: page.id, title: 'x', body: 'y' } });
    expect(twice.status).to.equal(409);
    await parlour.admin.call(`${base}/${page.id}`, { method: 'DELETE' });
  });

  it('says no to what is too large, to agents who would write, to strangers and to keys of other sites', async () => {
    const page = await add();
    const one = `${base}/${page.id}`;
    const large = 'ä'.repeat(110 * 1024);
    expect((await parlour.admin.call(base, { json: { title: 'x', body: large } })).status).to.equal(422);
    expect((await parlour.admin.call(base, { json: { title: ' ', body: 'y' } })).status).to.equal(422);
    const agent = await signInAgent(parlour);
    expect((await agent.call(one)).status).to.equal(200);
    for (const [method, path, json] of [
      ['POST', base, { title: 'x', body: 'y' }],
      ['PATCH', one, { title: 'x' }],
      ['DELETE', one, undefined],
    ] as const)
      expect((await agent.call(path, { method, json })).status, `${method} by an agent`).to.equal(403);
    expect((await call(parlour.url + one)).status).to.equal(401);
    const other = await parlour.createSite();
    const key = await KeyClient.make(parlour, ['sessions:read'], other.id);
    for (const path of [base, one, `/api/v1/knowledge/search?site=${parlour.site.id}&q=oak`])
      expect((await key.call(path)).status, path).to.equal(404);
    expect((await key.get<KnowledgeFound>('/api/v1/knowledge/search?q=oak')).items).to.deep.equal([]);
    const wide = await KeyClient.make(parlour, ['sessions:read']);
    expect((await wide.call('/api/v1/knowledge/search?q=oak')).status).to.equal(422);
    const elsewhere = `/api/v1/sites/${other.id}/knowledge/${page.id}`;
    for (const method of ['GET', 'PATCH', 'DELETE'] as const)
      expect(
        (
          await parlour.admin.call(elsewhere, {
            method,
            json: method === 'PATCH' ? { title: 'x' } : undefined,
          })
        ).status,
      ).to.equal(404);
    await parlour.admin.call(one, { method: 'DELETE' });
  });

  it('finds pairs and passages of this site only, best first, and says by which words', async () => {
    const site = await parlour.createSite({
      agent: { guided: { knowledge: [{ question: 'What does delivery cost?', answer: 'Nothing.' }] } },
    });
    const page = await add(BODY, 'Delivery and care', `/api/v1/sites/${site.id}/knowledge`);
    await add('Delivery to Austria is done by cats.', 'Cats');
    const { items } = await search('How many days does a delivery to Austria take?', site.id);
    expect(items[0]).to.deep.include({
      kind: 'page',
      id: page.id,
      title: 'Delivery and care › Delivery › Abroad',
      text: 'Delivery to Austria takes nine days and costs 40 euros.',
    });
    expect(items[0]!.words).to.have.members(['days', 'delivery', 'austria', 'take']);
    expect(items.map(({ kind }) => kind)).to.include('answer');
    expect(JSON.stringify(items)).to.not.include('cats');
  });

  it('reads words in the site’s language, and anew when that changes', async () => {
    const site = await parlour.createSite({ locale: 'en' });
    await add('Wir liefern Tische in alle Häuser.', 'Lieferung', `/api/v1/sites/${site.id}/knowledge`);
    expect((await search('Haus', site.id)).items).to.have.length(0);
    await parlour.admin.patch(`/api/v1/sites/${site.id}`, { locale: 'de-AT' });
    expect((await search('Haus', site.id)).items).to.have.length(1);
  });

  it('is quoted by the guided assistant where it answers well, and staff see from which page', async () => {
    const site = await parlour.createSite();
    const page = await add(BODY, 'Delivery and care', `/api/v1/sites/${site.id}/knowledge`);
    const visitor = await VisitorClient.start(parlour.url, site.key);
    const { messages } = await visitor.say('How long does delivery to Austria take?');
    expect(messages[1]!.text).to.equal('Delivery to Austria takes nine days and costs 40 euros.');
    const unknown = await visitor.say('Do you sell second-hand bicycles in Austria?');
    expect(unknown.messages.map(({ text }) => text).join(' ')).to.not.include('nine days');
    const { messages: seen } = await parlour.admin.get<SessionDetail>(
      `/api/v1/sessions/${visitor.sessionId}`,
    );
    expect(seen.flatMap(({ knowledge }) => knowledge ?? [])).to.deep.equal([
      { kind: 'page', id: page.id, title: 'Delivery and care › Delivery › Abroad' },
    ]);
    expect(messages[1]).to.not.have.property('knowledge');
    expect((await search('How long does delivery to Austria take?', site.id)).guided).to.deep.include({
      kind: 'page',
      id: page.id,
    });
  });

  it('keeps the id of a pair while its question stays', async () => {
    const knowledge = [
      { question: 'Where are you?', answer: 'In Leipzig.' },
      { question: 'Who are you?', answer: 'Joiners.' },
    ];
    const site = await parlour.createSite({ agent: { guided: { knowledge } } });
    const [before] = (await search('joiners', site.id)).items;
    const changed = [{ question: 'Who are you?', answer: 'Two joiners.' }];
    await parlour.admin.patch(`/api/v1/sites/${site.id}`, { agent: { guided: { knowledge: changed } } });
    const [after] = (await search('joiners', site.id)).items;
    expect(after).to.deep.include({ id: before!.id, text: 'Two joiners.' });
  });
});
