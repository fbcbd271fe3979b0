import { expect } from 'chai';
import type { ActivityPage } from '../../../backend/staff/activity/schema.ts';
import type { KeyCreated } from '../../../backend/staff/keys/schema.ts';
import { call } from '../../support/http-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { letIn, type TestPerson } from '../../support/people.ts';

describe('the audit trail', () => {
  let parlour: TestParlour;
  let person: TestPerson;
  before(async () => {
    parlour = await startTestParlour();
    person = await letIn(parlour, 'admin', 'Berta Braun');
    await parlour.admin.patch(`/api/v1/users/${person.id}`, { role: 'agent' });
    await parlour.admin.patch(`/api/v1/users/${person.id}`, { role: 'admin', name: 'Berta Blau' });
    await person.client.post('/api/v1/api-keys', { name: 'n8n', scopes: ['stats:read'] });
    await person.client.patch(`/api/v1/sites/${parlour.site.id}`, { name: 'Lindenhof am See' });
  });
  after(() => parlour.stop());

  const read = (query = '') => parlour.admin.get<ActivityPage>(`/api/v1/audit${query}`);
  const actions = async (query = '') => (await read(query)).items.map(({ action }) => action);

  it('says who did what to whom, the newest first, by the names of now', async () => {
    const { items } = await read();
    expect(items.slice(0, 4).map(({ action }) => action)).to.have.members([
      'site.updated',
      'api_key.created',
      'staff.renamed',
      'staff.role_changed',
    ]);
    const [newest] = items;
    expect(newest!.actor).to.deep.include({ kind: 'staff', id: person.id, name: 'Berta Blau' });
    expect(newest!.subject).to.deep.equal({
      kind: 'site',
      id: parlour.site.id,
      name: 'Lindenhof am See',
    });
    const role = items.find(({ action }) => action === 'staff.role_changed')!;
    expect(role.details).to.deep.equal({ role: 'admin' });
    expect(role.subject.name).to.equal('Berta Blau');
  });

  it('filters by person, action, kind and subject', async () => {
    expect(await actions(`?actor=${person.id}&action=site`)).to.deep.equal(['site.updated']);
    expect(await actions('?action=api_key.created')).to.deep.equal(['api_key.created']);
    expect(await actions('?action=api')).to.deep.equal([]);
    const about = await actions(`?subject=${person.id}&action=staff.role_changed`);
    expect(about).to.have.length(2);
  });

  it('filters by days of a time zone and by instants', async () => {
    await parlour
      .database('audit_entries')
      .where({ action: 'api_key.created' })
      .update({ at: '2026-03-28T23:30:00Z' });
    const inBerlin = '&timezone=Europe/Berlin';
    expect(await actions(`?from=2026-03-29&to=2026-03-29${inBerlin}`)).to.deep.equal(['api_key.created']);
    expect(await actions('?from=2026-03-29&to=2026-03-29')).to.deep.equal([]);
    expect(await actions('?from=2026-03-28T23:30:00Z&to=2026-03-28T23:30:00.001Z')).to.have.length(1);
    expect(await actions('?to=2026-03-28T23:30:00Z')).to.deep.equal([]);
  });

  it('is read page by page: each entry once, also those of one moment', async () => {
    const all = (await read()).items.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: ActivityPage = await read(`?limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).to.deep.equal(all);
  });

  it('holds no secret, and is for admins', async () => {
    const made = await parlour.admin.post<KeyCreated>('/api/v1/api-keys', {
      name: 'secret',
      scopes: ['privacy'],
    });
    const text = JSON.stringify(await read());
    for (const secret of [made.key, person.password, person.email]) expect(text).to.not.contain(secret);
    const agent = await letIn(parlour);
    expect((await agent.client.call('/api/v1/audit')).status).to.equal(403);
    expect((await call(`${parlour.url}/api/v1/audit`)).status).to.equal(401);
    const bad = ['?actor=me', '?action=DROP', '?cursor=x', '?limit=0', '?from=yesterday', '?unknown=1'];
    for (const query of bad)
      expect((await parlour.admin.call(`/api/v1/audit${query}`)).status, query).to.equal(422);
  });
});
