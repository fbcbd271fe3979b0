import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { LeadDetail, LeadView } from '../../../backend/leads/schema.ts';
import { EventReader } from '../../support/event-reader.ts';
import { call } from '../../support/http-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

interface LeadList {
  items: LeadView[];
  nextCursor: string | null;
}

describe('leads', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());

  const list = (query = '') => parlour.admin.get<LeadList>(`/api/v1/leads${query}`);
  const names = ({ items }: LeadList) => items.map(({ name }) => name);
  const read = (id: string) => parlour.admin.get<LeadDetail>(`/api/v1/leads/${id}`);

  async function leadOf(form: object, siteKey = parlour.site.key) {
    const visitor = await VisitorClient.start(parlour.url, siteKey, {
      page: { url: 'https://landing.example/pricing', title: 'Pricing', referrer: 'https://news.example/' },
      utm: { source: 'news', campaign: 'autumn' },
    });
    await visitor.call('/session/lead', { method: 'PUT', json: form });
    const { items } = await list('?limit=200');
    return { visitor, lead: items.find(({ sessionId }) => sessionId === visitor.sessionId)! };
  }

  async function keyWith(scopes: string[], siteId?: string) {
    const { key } = await parlour.admin.post<{ key: string }>('/api/v1/api-keys', {
      name: 'n8n',
      scopes,
      siteId,
    });
    return (path: string, options: { method?: string; json?: unknown } = {}) =>
      call<LeadDetail & LeadList>(parlour.url + path, {
        ...options,
        headers: { authorization: `Bearer ${key}` },
      });
  }

  it('tells where a lead came from and why it has its score', async () => {
    const { visitor, lead } = await leadOf({
      name: 'Jonas Weber',
      email: 'jonas@weber-bau.de',
      phone: '+49 30 12345678',
      company: 'Weber Bau',
      custom: { need: 'A new roof', budget: 'about 5,000', timeline: 'Within a month' },
    });
    expect(lead.score).to.equal(95);
    await visitor.call('/session/rating', { json: { score: 5 } });
    const detail = await read(lead.id);
    expect(detail.score).to.equal(100);
    expect(detail.scoreReasons.map(({ rule }) => rule)).to.deep.equal([
      'email',
      'work_email',
      'phone',
      'name',
      'company',
      'complete',
      'budget',
      'soon',
      'rating',
    ]);
    expect(detail.scoreReasons.reduce((sum, { points }) => sum + points, 0)).to.equal(detail.score);
    expect(detail.scoreReasons[0]!.text).to.equal('Gave an e-mail address');
    expect(detail.page.title).to.equal('Pricing');
    expect(detail.session).to.deep.include({
      id: visitor.sessionId,
      referrer: 'https://news.example/',
      utm: { source: 'news', campaign: 'autumn' },
      rating: 5,
    });
    expect(detail.fields.map(({ name }) => name)).to.include('need');
  });

  it('gives no bonus for a free mail address, and takes points back with the detail', async () => {
    const { lead } = await leadOf({ email: 'mia@yahoo.co.uk' });
    expect(lead.score).to.equal(20);
    const { score } = await parlour.admin.patch<LeadDetail>(`/api/v1/leads/${lead.id}`, {
      email: null,
      name: 'Mia',
    });
    expect(score).to.equal(5);
  });

  it('scores open leads anew when the site asks for other details, past those that somebody is at', async () => {
    const site = await parlour.createSite({ name: 'Rescored' });
    const details = { name: 'Ana', email: 'ana@ana-bau.de' };
    const { lead } = await leadOf(details, site.key);
    const { lead: held } = await leadOf(details, site.key);
    const { lead: lost } = await leadOf(details, site.key);
    await parlour.admin.patch(`/api/v1/leads/${lost.id}`, { qualification: 'disqualified' });
    const live = await EventReader.open(`${parlour.url}/api/v1/live`, { headers: parlour.admin.headers });
    await live.find(({ event }) => event === 'ready');
    const path = `/api/v1/sites/${site.id}`;
    const planned = () => parlour.database('lead_rescores').where({ siteId: site.id });
    const fields = site.lead.fields.map((field) => ({ ...field, label: `${field.label}!` }));
    await parlour.admin.patch(path, { lead: { fields }, name: 'Other words only' });
    expect(await planned()).to.deep.equal([]);

    const open = await parlour.database.transaction();
    try {
      await open.raw('SELECT 1 FROM chat_sessions WHERE id = ? FOR UPDATE', [held.sessionId]);
      const easier = fields.map((field) => ({ ...field, required: field.name === 'email' }));
      await parlour.admin.patch(path, { lead: { fields: easier } });
      await planned().update({ dueAt: new Date() });
      await until(
        async () => (await read(lead.id)).score === lead.score + 15,
        'the free lead is scored anew',
      );
      expect((await read(lead.id)).scoreReasons.map(({ rule }) => rule)).to.include('complete');
      expect((await read(held.id)).score).to.equal(held.score);
      expect(await planned()).to.have.length(1);
    } finally {
      await open.rollback();
    }
    // Events come in the order of their transactions, and the one that was open held them back.
    await live.find(({ event, data }) => event === 'lead.updated' && data.sessionId === held.sessionId);
    expect((await read(held.id)).score).to.equal(held.score + 15);
    await until(async () => (await planned()).length === 0, 'nothing is left to score');
    expect((await read(lost.id)).score).to.equal(lost.score);
    const told = live.events
      .filter(({ event }) => event === 'lead.updated')
      .map(({ data }) => data.sessionId);
    expect(told).to.deep.equal([lead.sessionId, held.sessionId]);
    live.close();
  });

  it('keeps every edit in its history with who made it, and tells everyone', async () => {
    const { lead } = await leadOf({ email: 'lea@example.com' });
    const live = await EventReader.open(`${parlour.url}/api/v1/live`, { headers: parlour.admin.headers });
    await live.find(({ event }) => event === 'ready');
    const me = await parlour.admin.get<{ id: string; name: string }>('/api/v1/auth/me');
    const edited = await parlour.admin.patch<LeadDetail>(`/api/v1/leads/${lead.id}`, {
      phone: '+44 20 7946 0958',
      custom: { need: 'Two windows' },
      qualification: 'qualified',
      ownerId: me.id,
    });
    expect(edited).to.deep.include({
      phone: '+442079460958',
      qualification: 'qualified',
      owner: { id: me.id, name: me.name },
    });
    const history = edited.history.map(({ kind, field, from, to, source, by }) => ({
      kind,
      field,
      from,
      to,
      source,
      by,
    }));
    const mine = { source: 'staff', by: me.name };
    expect(history).to.have.deep.members([
      { kind: 'detail', field: 'phone', from: null, to: '+442079460958', ...mine },
      { kind: 'detail', field: 'need', from: null, to: 'Two windows', ...mine },
      { kind: 'qualification', field: 'qualification', from: 'new', to: 'qualified', ...mine },
      { kind: 'owner', field: 'owner', from: null, to: me.name, ...mine },
      { kind: 'detail', field: 'email', from: null, to: 'lea@example.com', source: 'visitor', by: null },
    ]);
    // What made the lead may be told after the stream was opened.
    const update = await live.find(
      ({ event, data }) =>
        event === 'lead.updated' &&
        data.sessionId === lead.sessionId &&
        (data.lead as { qualification: string }).qualification === 'qualified',
    );
    expect(update.data.lead).to.deep.include({
      id: lead.id,
      owner: { id: me.id, name: me.name },
    });
    await live.find(({ event, data }) => event === 'lead.qualified' && data.sessionId === lead.sessionId);
    live.close();
    const before = edited.history.length;
    const same = await parlour.admin.patch<LeadDetail>(`/api/v1/leads/${lead.id}`, {
      qualification: 'qualified',
    });
    expect(same.history).to.have.length(before);
  });

  it('checks details as the visitor’s form does', async () => {
    const { lead } = await leadOf({ name: 'Rui' });
    const path = `/api/v1/leads/${lead.id}`;
    const bad = [
      [{ email: 'rui@' }, 'email'],
      [{ phone: '12' }, 'phone'],
      [{ ownerId: randomUUID() }, 'ownerId'],
      [{ qualification: 'maybe' }, 'qualification'],
      [{ score: 100 }, 'score'],
    ] as const;
    for (const [json, field] of bad) {
      const { status, body } = await parlour.admin.call<{ error: { fields: Array<{ path: string }> } }>(
        path,
        {
          method: 'PATCH',
          json,
        },
      );
      expect(status, field).to.equal(422);
      expect(body.error.fields[0]!.path).to.equal(field);
    }
    expect((await parlour.admin.call(path, { method: 'PATCH', json: {} })).status).to.equal(422);
    expect((await read(lead.id)).name).to.equal('Rui');
  });

  it('shows duplicates by e-mail or phone together and leaves each as it is', async () => {
    const first = (await leadOf({ email: 'Twin@Example.com', name: 'First' })).lead;
    const second = (await leadOf({ email: 'twin@example.com', phone: '+4930123456', name: 'Second' })).lead;
    const third = (await leadOf({ phone: '+4930123456', name: 'Third' })).lead;
    const { duplicates } = await read(second.id);
    expect(duplicates.map(({ id, same }) => ({ id, same }))).to.have.deep.members([
      { id: first.id, same: ['email'] },
      { id: third.id, same: ['phone'] },
    ]);
    expect(duplicates.map(({ name }) => name)).to.have.members(['First', 'Third']);
  });

  it('lists by filters and by score, page by page, each lead once', async () => {
    const site = await parlour.createSite({ name: 'Paged' });
    for (let n = 0; n < 5; n++)
      await leadOf({ name: `Paged ${n}`, ...(n % 2 === 0 && { email: `p${n}@paged.example` }) }, site.key);
    for (const sort of ['-updated', 'updated', '-score', 'score']) {
      const whole = names(await list(`?site=${site.id}&sort=${sort}`));
      const paged: Array<string | null> = [];
      let cursor: string | null = null;
      do {
        const page: LeadList = await list(
          `?site=${site.id}&sort=${sort}&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
        );
        paged.push(...names(page));
        cursor = page.nextCursor;
      } while (cursor);
      expect(paged, sort).to.deep.equal(whole);
      expect(new Set(paged).size).to.equal(5);
    }
    expect(names(await list(`?site=${site.id}&contact=none`))).to.have.members(['Paged 1', 'Paged 3']);
    expect(names(await list(`?site=${site.id}&contact=any`))).to.have.length(3);
    expect(names(await list('?q=p4@paged'))).to.deep.equal(['Paged 4']);
    expect(names(await list(`?site=${site.id}&q=100%25`))).to.deep.equal([]);
    expect(names(await list(`?site=${site.id}&owner=none&qualification=new`))).to.have.length(5);
    const today = new Date().toISOString().slice(0, 10);
    expect(names(await list(`?site=${site.id}&from=${today}&to=${today}`))).to.have.length(5);
    expect(names(await list(`?site=${site.id}&to=2020-01-01`))).to.deep.equal([]);
  });

  it('refuses what it does not know', async () => {
    for (const query of [
      '?sort=name',
      '?from=yesterday',
      '?timezone=Mars/Base',
      '?owner=me',
      '?limit=0',
      '?page=2',
    ])
      expect((await parlour.admin.call(`/api/v1/leads${query}`)).status, query).to.equal(422);
    expect((await parlour.admin.call('/api/v1/leads?cursor=x')).status).to.equal(400);
    expect((await parlour.admin.call(`/api/v1/leads/${randomUUID()}`)).status).to.equal(404);
    expect((await parlour.admin.call('/api/v1/leads/none')).status).to.equal(404);
    expect((await call(`${parlour.url}/api/v1/leads`)).status).to.equal(401);
  });

  it('a key sees and changes the leads of its own site, as far as its scopes go', async () => {
    const other = await parlour.createSite({ name: 'Other' });
    const { lead: foreign } = await leadOf({ name: 'Foreign' });
    const { lead: own } = await leadOf({ name: 'Own' }, other.key);
    const reader = await keyWith(['sessions:read'], other.id);
    expect(names((await reader('/api/v1/leads')).body)).to.deep.equal(['Own']);
    expect(names((await reader(`/api/v1/leads?site=${parlour.site.id}`)).body)).to.deep.equal([]);
    expect((await reader(`/api/v1/leads/${foreign.id}`)).status).to.equal(404);
    const patch = { method: 'PATCH', json: { qualification: 'disqualified' } };
    expect((await reader(`/api/v1/leads/${own.id}`, patch)).status).to.equal(403);
    const writer = await keyWith(['leads:write'], other.id);
    expect((await writer('/api/v1/leads')).status).to.equal(403);
    expect((await writer(`/api/v1/leads/${foreign.id}`, patch)).status).to.equal(404);
    const { status, body } = await writer(`/api/v1/leads/${own.id}`, patch);
    expect(status).to.equal(200);
    expect(body.history[0]).to.include({ source: 'automation', by: 'n8n', to: 'disqualified' });
  });

  it('keeps a partial lead when the visitor leaves, and shows none for who said nothing', async () => {
    const { lead } = await leadOf({ name: 'Half' });
    await parlour.admin.patch(`/api/v1/sessions/${lead.sessionId}`, { completionStatus: 'abandoned' });
    expect((await read(lead.id)).session.completionStatus).to.equal('abandoned');
    const silent = await VisitorClient.start(parlour.url, parlour.site.key);
    await silent.call('/session/lead', { method: 'PUT', json: { consent: true } });
    const { items } = await list('?limit=200');
    expect(items.map(({ sessionId }) => sessionId)).to.not.include(silent.sessionId);
  });
});
