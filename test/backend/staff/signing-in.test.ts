import { expect } from 'chai';
import { makeLink } from '../../../backend/staff/one-time-links.ts';
import { type Answer, call } from '../../support/http-client.ts';
import { counted, measured } from '../../support/measured.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { letIn } from '../../support/people.ts';
import { cookieOf, StaffClient } from '../../support/staff-client.ts';

const sessionOf = (answer: Answer) =>
  cookieOf(answer)
    .split('; ')
    .find((pair) => pair.startsWith('parlour='))!;

describe('signing in', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());

  const login = (json: unknown, headers: Record<string, string> = { origin: parlour.url }) =>
    call<{ error: { id: string; message: string } }>(`${parlour.url}/api/v1/auth/login`, { json, headers });

  it('answers the user, whatever the case of the e-mail', async () => {
    const answer = await login({ ...ADMIN, email: 'Admin@Example.com' });
    expect(answer.status).to.equal(200);
    expect(answer.body).to.include({ email: ADMIN.email, role: 'admin', status: 'active' });
    expect(JSON.stringify(answer.body)).to.not.match(/argon|hash/i);
  });

  it('says the same for a wrong password and an unknown e-mail', async () => {
    const wrong = await login({ email: ADMIN.email, password: 'not the password' });
    const unknown = await login({ email: 'nobody@example.com', password: 'not the password' });
    expect(wrong.status).to.equal(401);
    expect(unknown.status).to.equal(401);
    expect(unknown.body.error.id).to.equal(wrong.body.error.id);
    expect(unknown.body.error.message).to.equal(wrong.body.error.message);
  });

  it('stops guessing after ten wrong passwords, and does not stop another account', async () => {
    const guess = () => login({ email: 'guessed@example.com', password: 'not the password' });
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++) statuses.push((await guess()).status);
    expect(statuses.slice(0, 10)).to.deep.equal(Array(10).fill(401));
    expect(statuses.slice(10)).to.deep.equal([429, 429]);
    expect((await guess()).headers.get('retry-after')).to.match(/^\d+$/);
    expect((await login(ADMIN)).status).to.equal(200);
    const looked = statuses.filter((status) => status === 401).length;
    measured(13, counted`of ${statuses.length} guesses from one address ${looked} are looked at`);
  });

  it('sets a cookie that scripts can’t read, and keeps only its hash', async () => {
    const answer = await login(ADMIN);
    const cookie = answer.headers.getSetCookie().find((text) => text.startsWith('parlour='))!;
    expect(cookie)
      .to.match(/httponly/i)
      .and.match(/samesite=lax/i)
      .and.match(/path=\//i);
    const id = sessionOf(answer).split('=')[1]!;
    expect(id.length).to.be.at.least(43);
    const rows = await parlour.database('staff_sessions');
    expect(
      JSON.stringify(rows.map((row: { idHash: Buffer }) => row.idHash.toString('base64url'))),
    ).to.not.contain(id);
  });

  it('gives a new id at each login, and never takes one from outside', async () => {
    const first = sessionOf(await login(ADMIN));
    const second = sessionOf(await login(ADMIN, { origin: parlour.url, cookie: first }));
    expect(second).to.not.equal(first);
    const fixed = sessionOf(
      await login(ADMIN, {
        origin: parlour.url,
        cookie: 'parlour=chosen-by-a-stranger-aaaaaaaaaaaaaaaaaaaa',
      }),
    );
    expect(fixed).to.not.contain('stranger');
  });

  it('does not outlive a change of password that overtakes it', async () => {
    const person = await letIn(parlour);
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, () => login(person.credentials)),
      person.client.call('/api/v1/auth/password', {
        method: 'PUT',
        json: { currentPassword: person.password, password: 'seven green umbrellas' },
      }),
    ]);
    expect(answers.at(-1)!.status).to.equal(204);
    for (const answer of answers.slice(0, -1)) {
      const cookie = cookieOf(answer);
      const me = await call(`${parlour.url}/api/v1/auth/me`, { headers: { cookie } });
      expect(me.status).to.equal(401);
    }
  });

  it('remembers the device in a cookie that scripts can’t read and that opens nothing', async () => {
    const answer = await login(ADMIN);
    const cookie = answer.headers.getSetCookie().find((text) => text.startsWith('parlour-device='))!;
    expect(cookie)
      .to.match(/httponly/i)
      .and.match(/samesite=lax/i);
    const me = await call(`${parlour.url}/api/v1/auth/me`, { headers: { cookie: cookie.split(';')[0]! } });
    expect(me.status).to.equal(401);
  });

  it('ends at logout, for good', async () => {
    const client = await StaffClient.signIn(parlour.url, ADMIN);
    expect((await client.call('/api/v1/auth/me')).status).to.equal(200);
    const reading = Promise.all(Array.from({ length: 20 }, () => client.call('/api/v1/auth/me')));
    expect((await client.call('/api/v1/auth/logout', { method: 'POST' })).status).to.equal(204);
    const under = (await reading).length;
    const { status } = await client.call('/api/v1/auth/me');
    expect(status).to.equal(401);
    measured(14, counted`signed out during ${under} requests, then ${status}`);
  });

  it('counts a disabled account and a changed role at once', async () => {
    const client = await StaffClient.signIn(parlour.url, ADMIN);
    const users = () => parlour.database('staff_users').where({ email: ADMIN.email });
    await users().update({ role: 'agent' });
    expect((await client.call('/api/v1/sites')).status).to.equal(403);
    await users().update({ status: 'disabled' });
    expect((await client.call('/api/v1/auth/me')).status).to.equal(401);
    expect((await login(ADMIN)).status).to.equal(401);
    await users().update({ role: 'admin', status: 'active' });
  });

  it('refuses what another site’s page sends (promise 15)', async () => {
    const client = await StaffClient.signIn(parlour.url, ADMIN);
    const write = (headers: Record<string, string>) =>
      call(`${parlour.url}/api/v1/sites`, {
        json: { name: 'x', allowedOrigins: [] },
        headers: { cookie: client.cookie, ...headers },
      });
    const refused: Array<Record<string, string>> = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {},
      { 'sec-fetch-site': 'cross-site', origin: parlour.url },
      { 'sec-fetch-site': 'same-site', origin: parlour.url },
      { 'sec-fetch-site': 'none' },
    ];
    let passed = 0;
    for (const headers of refused) {
      const { status } = await write(headers);
      if (status !== 403) passed += 1;
      expect(status, JSON.stringify(headers)).to.equal(403);
    }
    measured(15, counted`${refused.length} ways to make a site, ${passed} passed`);
    expect((await write({ 'sec-fetch-site': 'same-origin' })).status).to.equal(201);
    expect((await login(ADMIN, { origin: 'https://evil.example' })).status).to.equal(403);
  });
});

describe('the first admin', () => {
  it('gets in by a link that works once', async () => {
    const parlour = await startTestParlour();
    try {
      await parlour.database('staff_users').delete();
      const link = new URL(await makeLink(parlour.database, 'setup', null, parlour.url));
      const token = new URLSearchParams(link.hash.slice(1)).get('token');
      const confirm = (json: object) =>
        call(`${parlour.url}/api/v1/auth/reset/confirm`, {
          json: { token, ...json },
          headers: { origin: parlour.url },
        });
      const easy = await confirm({ password: '123456qwerty', email: 'me@example.com' });
      expect(easy.status, 'a common password').to.equal(422);
      const done = await confirm({ password: 'a lamp by the window', email: 'me@example.com', name: 'Me' });
      expect(done.status).to.equal(200);
      expect(done.body).to.include({ email: 'me@example.com', name: 'Me', role: 'admin' });
      const [me] = await parlour.database('staff_users').select('lastLoginAt');
      expect(me.lastLoginAt, 'the link signed them in').to.not.equal(null);
      const client = await StaffClient.signIn(parlour.url, {
        email: 'me@example.com',
        password: 'a lamp by the window',
      });
      expect((await client.call('/api/v1/sites')).status).to.equal(200);
      expect(
        (await confirm({ password: 'another long one here', email: 'you@example.com' })).status,
      ).to.equal(422);
    } finally {
      await parlour.stop();
    }
  });
});
