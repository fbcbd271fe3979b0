import { expect } from 'chai';
import type { DevicePage } from '../../../backend/staff/account/schema.ts';
import { EventReader } from '../../support/event-reader.ts';
import { call } from '../../support/http-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { letIn, type TestPerson } from '../../support/people.ts';
import { StaffClient } from '../../support/staff-client.ts';

describe('one’s own account', () => {
  let parlour: TestParlour;
  let person: TestPerson;
  let other: StaffClient;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());
  beforeEach(async () => {
    person = await letIn(parlour);
    other = await StaffClient.signIn(parlour.url, person.credentials);
  });

  const devices = (client: StaffClient) => client.get<DevicePage>('/api/v1/auth/sessions');
  const end = (client: StaffClient, id: string) =>
    client.call(`/api/v1/auth/sessions/${id}`, { method: 'DELETE' });
  const setPassword = (json: unknown, client = person.client) =>
    client.call<{ error: { fields: Array<{ path: string }> } }>('/api/v1/auth/password', {
      method: 'PUT',
      json,
    });

  it('shows where one is signed in, and which of them asks', async () => {
    const { items } = await devices(person.client);
    // The third is the browser in which the invitation was opened.
    expect(items).to.have.length(3);
    expect(items.filter(({ current }) => current)).to.have.length(1);
    expect(items[0]!.network).to.equal('127.0.0.0/24');
    expect(JSON.stringify(items)).to.not.contain('127.0.0.1');
  });

  it('ends one of them at once, open streams included', async () => {
    const live = await EventReader.open(`${parlour.url}/api/v1/live`, { headers: other.headers });
    await live.find(({ event }) => event === 'ready');
    const own = (await devices(other)).items.find(({ current }) => current)!;
    expect((await end(person.client, own.id)).status).to.equal(204);
    await live.end();
    expect((await other.call('/api/v1/auth/me')).status).to.equal(401);
    expect((await person.client.call('/api/v1/auth/me')).status).to.equal(200);
    expect((await end(person.client, own.id)).status).to.equal(404);
  });

  it('never ends somebody else’s', async () => {
    const [mine] = (await devices(parlour.admin)).items;
    expect((await end(person.client, mine!.id)).status).to.equal(404);
    expect((await end(person.client, 'nonsense')).status).to.equal(404);
    expect((await parlour.admin.call('/api/v1/auth/me')).status).to.equal(200);
  });

  it('signs out here, when it is this one that is ended', async () => {
    const here = (await devices(person.client)).items.find(({ current }) => current)!;
    const answer = await end(person.client, here.id);
    expect(answer.headers.getSetCookie().join()).to.match(/parlour=;/);
    expect((await person.client.call('/api/v1/auth/me')).status).to.equal(401);
  });

  it('signs out everywhere else', async () => {
    expect((await person.client.call('/api/v1/auth/sessions', { method: 'DELETE' })).status).to.equal(204);
    expect((await devices(person.client)).items).to.have.length(1);
    expect((await other.call('/api/v1/auth/me')).status).to.equal(401);
  });

  it('changes the password: the old one is needed, and other sign-ins end', async () => {
    const password = 'seven green umbrellas';
    const wrong = await setPassword({ currentPassword: 'not my password', password });
    expect(wrong.status).to.equal(422);
    expect(wrong.body.error.fields[0]!.path).to.equal('currentPassword');
    const common = await setPassword({ currentPassword: person.password, password: '123456qwerty' });
    expect(common.status).to.equal(422);
    expect((await other.call('/api/v1/auth/me')).status).to.equal(200);

    expect((await setPassword({ currentPassword: person.password, password })).status).to.equal(204);
    expect((await person.client.call('/api/v1/auth/me')).status).to.equal(200);
    expect((await other.call('/api/v1/auth/me')).status).to.equal(401);
    const login = (secret: string) =>
      call(`${parlour.url}/api/v1/auth/login`, {
        json: { email: person.email, password: secret },
        headers: { origin: parlour.url },
      });
    expect((await login(person.password)).status).to.equal(401);
    expect((await login(password)).status).to.equal(200);
  });

  it('lets nobody guess the password at an open screen', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 11; n++) {
      const { status } = await setPassword({
        currentPassword: `guess number ${n}`,
        password: 'a new one of mine',
      });
      statuses.push(status);
    }
    expect(statuses.slice(0, 10)).to.deep.equal(Array(10).fill(422));
    expect(statuses[10]).to.equal(429);
    const right = { currentPassword: person.password, password: 'a new one of mine' };
    expect((await setPassword(right)).status, 'the right one waits too').to.equal(429);
    expect((await setPassword(right, other)).status, 'another device does not').to.equal(204);
  });

  it('takes a name that looks like what it is', async () => {
    const rename = (name: string) =>
      person.client.call<{ name: string }>('/api/v1/auth/me', { method: 'PATCH', json: { name } });
    expect((await rename(' Zoë Åström ')).body.name).to.equal('Zoë Åström');
    expect((await rename('Zoë\u0007')).status).to.equal(422);
    const { name } = await person.client.get<{ name: string }>('/api/v1/auth/me');
    expect(name).to.equal('Zoë Åström');
  });

  it('belongs to people who are signed in', async () => {
    const calls: Array<[string, string]> = [
      ['PATCH', '/api/v1/auth/me'],
      ['PUT', '/api/v1/auth/password'],
      ['GET', '/api/v1/auth/sessions'],
      ['DELETE', '/api/v1/auth/sessions'],
      ['DELETE', '/api/v1/auth/sessions/0190f000-0000-7000-8000-00000000dead'],
    ];
    for (const [method, path] of calls) {
      const { status } = await call(parlour.url + path, { method, headers: { origin: parlour.url } });
      expect(status, `${method} ${path}`).to.equal(401);
    }
  });
});
