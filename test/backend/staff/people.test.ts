import { expect } from 'chai';
import type { Invited, PersonPage, PersonView, ResetLink } from '../../../backend/staff/people/schema.ts';
import { EventReader } from '../../support/event-reader.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { confirm, letIn, tokenOf } from '../../support/people.ts';
import { StaffClient } from '../../support/staff-client.ts';

const NOBODY = '0190f000-0000-7000-8000-00000000dead';

describe('people', () => {
  let parlour: TestParlour;
  let adminId: string;
  before(async () => {
    parlour = await startTestParlour();
    adminId = (await parlour.admin.get<{ id: string }>('/api/v1/auth/me')).id;
  });
  after(() => parlour.stop());

  const invite = (json: unknown) => parlour.admin.call<Invited>('/api/v1/users', { json });
  const change = (id: string, json: unknown, as = parlour.admin) =>
    as.call<PersonView & { error: { id: string; message: string } }>(`/api/v1/users/${id}`, {
      method: 'PATCH',
      json,
    });

  it('come in by an invitation that works once', async () => {
    const { status, body } = await invite({ email: ' Maria@Example.com ', name: ' Maria  ', role: 'agent' });
    expect(status).to.equal(201);
    expect(body).to.include({ email: 'maria@example.com', name: 'Maria', role: 'agent', status: 'invited' });
    expect(body.inviteUrl).to.match(new RegExp(`^${parlour.url}/dashboard/set-password#token=`));
    const token = tokenOf(body.inviteUrl);
    expect((await confirm(parlour.url, token, 'a lamp by the window')).status).to.equal(200);
    expect((await confirm(parlour.url, token, 'a lamp by the window')).status).to.equal(422);
    const { items } = await parlour.admin.get<PersonPage>('/api/v1/users');
    const maria = items.find(({ id }) => id === body.id)!;
    expect(maria).to.include({ status: 'active', linkExpiresAt: null });
    expect(maria.lastLoginAt, 'the link signed her in').to.not.equal(null);
    expect(JSON.stringify(items)).to.not.match(/argon|hash|token/i);
  });

  it('are known once, however their e-mail is written', async () => {
    expect((await invite({ email: 'twice@example.com', name: 'One', role: 'agent' })).status).to.equal(201);
    const again = await invite({ email: 'TWICE@example.COM', name: 'Two', role: 'agent' });
    expect(again.status).to.equal(409);
    expect((await invite({ email: 'ü@bücher.example', name: 'x', role: 'agent' })).status).to.equal(422);
    const german = await invite({ email: 'post@bücher.example', name: 'x', role: 'agent' });
    expect(german.body.email).to.equal('post@xn--bcher-kva.example');
  });

  it('have names and e-mails that are what they look like', async () => {
    const wrong = [
      { email: 'a@example.com', name: 'Ana\nAdmin', role: 'agent' },
      { email: 'a@example.com', name: 'Ana \u202Enimda', role: 'agent' },
      { email: 'a@example.com', name: '   ', role: 'agent' },
      { email: 'no address', name: 'Ana', role: 'agent' },
      { email: 'a@example.com\r\nbcc: b@example.com', name: 'Ana', role: 'agent' },
      { email: 'a@example.com', name: 'Ana', role: 'owner' },
      { email: 'a@example.com', name: 'Ana', role: 'agent', status: 'active' },
    ];
    for (const json of wrong) expect((await invite(json)).status, JSON.stringify(json)).to.equal(422);
  });

  it('get a new invitation, and the last link stops working', async () => {
    const { body } = await invite({ email: 'late@example.com', name: 'Late', role: 'agent' });
    const again = await parlour.admin.post<Invited>(`/api/v1/users/${body.id}/invite`);
    const first = await confirm(parlour.url, tokenOf(body.inviteUrl), 'a lamp by the window');
    expect(first.status).to.equal(422);
    const second = await confirm(parlour.url, tokenOf(again.inviteUrl), 'a lamp by the window');
    expect(second.status).to.equal(200);
    expect((await parlour.admin.call(`/api/v1/users/${body.id}/invite`, { method: 'POST' })).status).to.equal(
      409,
    );
  });

  it('get a reset link from an admin: the old password holds until it is used, then nothing old does', async () => {
    const person = await letIn(parlour);
    const { resetUrl, expiresAt } = await parlour.admin.post<ResetLink>(
      `/api/v1/users/${person.id}/reset-link`,
    );
    expect(new Date(expiresAt).getTime()).to.be.greaterThan(Date.now());
    expect((await person.client.call('/api/v1/auth/me')).status).to.equal(200);
    expect((await confirm(parlour.url, tokenOf(resetUrl), 'another long word here')).status).to.equal(200);
    expect((await person.client.call('/api/v1/auth/me')).status).to.equal(401);
    const old = await StaffClient.signIn(parlour.url, person.credentials).catch(
      (error: Error) => error.message,
    );
    expect(old).to.contain('401');
  });

  it('change their role at once, open streams included', async () => {
    const person = await letIn(parlour, 'admin');
    const live = await EventReader.open(`${parlour.url}/api/v1/live`, { headers: person.client.headers });
    await live.find(({ event }) => event === 'ready');
    expect((await change(person.id, { role: 'agent' })).body.role).to.equal('agent');
    await live.end();
    expect((await person.client.call('/api/v1/users')).status).to.equal(403);
  });

  it('are switched off at once, and on again', async () => {
    const person = await letIn(parlour);
    const live = await EventReader.open(`${parlour.url}/api/v1/live`, { headers: person.client.headers });
    await live.find(({ event }) => event === 'ready');
    expect((await change(person.id, { disabled: true })).body.status).to.equal('disabled');
    await live.end();
    expect((await person.client.call('/api/v1/auth/me')).status).to.equal(401);
    const link = await parlour.admin.call(`/api/v1/users/${person.id}/reset-link`, { method: 'POST' });
    expect(link.status).to.equal(409);
    expect((await change(person.id, { disabled: false })).body.status).to.equal('active');
    expect((await person.client.call('/api/v1/auth/me')).status, 'the old sign-in stays ended').to.equal(401);
    await StaffClient.signIn(parlour.url, person.credentials);
  });

  it('are signed out everywhere by an admin, open streams included', async () => {
    const person = await letIn(parlour);
    const live = await EventReader.open(`${parlour.url}/api/v1/live`, { headers: person.client.headers });
    await live.find(({ event }) => event === 'ready');
    const answer = await parlour.admin.call(`/api/v1/users/${person.id}/sessions`, { method: 'DELETE' });
    expect(answer.status).to.equal(204);
    await live.end();
    expect((await person.client.call('/api/v1/auth/me')).status).to.equal(401);
  });

  it('always leave an admin: not oneself, not the last, not two at the same moment', async () => {
    for (const json of [{ role: 'agent' }, { disabled: true }]) {
      const own = await change(adminId, json);
      expect(own.status).to.equal(409);
      expect(own.body.error.message).to.contain('Ask another admin');
    }
    const other = await letIn(parlour, 'admin');
    const [mine, theirs] = await Promise.all([
      change(other.id, { role: 'agent' }),
      change(adminId, { role: 'agent' }, other.client),
    ]);
    const statuses = [mine.status, theirs.status].sort();
    expect(statuses[0]).to.equal(200);
    expect(statuses[1]).to.be.oneOf([403, 409]);
    await parlour.database('staff_users').where({ id: adminId }).update({ role: 'admin' });
  });

  it('are the business of admins only', async () => {
    const { client, id } = await letIn(parlour);
    const calls: Array<[string, string]> = [
      ['GET', '/api/v1/users'],
      ['POST', '/api/v1/users'],
      ['PATCH', `/api/v1/users/${id}`],
      ['DELETE', `/api/v1/users/${id}/sessions`],
      ['POST', `/api/v1/users/${id}/invite`],
      ['POST', `/api/v1/users/${id}/reset-link`],
    ];
    for (const [method, path] of calls) {
      const json = method === 'PATCH' || path.endsWith('/users') ? {} : undefined;
      const body = method === 'GET' ? undefined : json;
      expect((await client.call(path, { method, json: body })).status, `${method} ${path}`).to.equal(403);
      const response = await fetch(parlour.url + path, { method, headers: { origin: parlour.url } });
      expect(response.status, `${method} ${path}`).to.equal(401);
      if (path !== '/api/v1/users') {
        const unknown = await parlour.admin.call(path.replace(id, NOBODY), {
          method,
          json: method === 'PATCH' ? { name: 'x' } : undefined,
        });
        expect(unknown.status, `${method} ${path}`).to.equal(404);
      }
    }
    expect((await change(id, {})).status).to.equal(422);
    expect((await change('nonsense', { name: 'x' })).status).to.equal(404);
  });

  it('are listed page by page', async () => {
    const all = (await parlour.admin.get<PersonPage>('/api/v1/users')).items.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: PersonPage = await parlour.admin.get(
        `/api/v1/users?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).to.deep.equal(all);
  });
});
