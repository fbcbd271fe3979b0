import argon2 from 'argon2';
import { expect } from 'chai';
import { call } from '../support/http-client.ts';
import { counted, measured } from '../support/measured.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../support/parlour.ts';
import { confirm, letIn, tokenOf } from '../support/people.ts';
import { createTestDatabase } from '../support/postgres.ts';

/**
 * Clause by clause; what is not here is in test/backend/staff: one answer for a wrong password and an unknown address
 * (signing-in), throttled by account and address, over a restart, and never the owner's known device (guessing).
 */
describe('passwords (promise 13)', () => {
  let parlour: TestParlour;
  before(async () => {
    // A first start, which hashes the admin's password.
    const databaseUrl = await createTestDatabase();
    parlour = await startTestParlour({ DATABASE_URL: databaseUrl, RATE_LIMIT_FACTOR: '0' });
  });
  after(() => parlour.stop());

  it('are kept as argon2id, made slow enough, and never twice alike', async () => {
    const [mine, theirs] = [await letIn(parlour), await letIn(parlour)];
    await mine.client.call('/api/v1/auth/password', {
      method: 'PUT',
      json: { currentPassword: mine.password, password: theirs.password },
    });
    const hashes: string[] = await parlour.database('staff_users').pluck('password_hash');
    expect(hashes).to.have.length(3);
    expect(new Set(hashes).size).to.equal(3);
    const strengths = new Set<string>();
    for (const hash of hashes) {
      expect(hash).to.match(/^\$argon2id\$v=19\$/);
      const [m, t, p] = ['m', 't', 'p'].map((name) =>
        Number(new RegExp(`[$,]${name}=(\\d+)`).exec(hash)?.[1]),
      );
      strengths.add(`${hash.split('$')[1]}, m ${m}, t ${t}, p ${p}`);
      expect(m).to.be.at.least(19_456);
      expect(t).to.be.at.least(2);
      expect(p).to.equal(1);
    }
    measured(13, counted`${hashes.length} hashes, all ${[...strengths].join(' or ')}`);
  });

  it('are twelve characters or more, none that everybody has, and whole', async () => {
    const person = await letIn(parlour);
    const { resetUrl } = await parlour.admin.post<{ resetUrl: string }>(
      `/api/v1/users/${person.id}/reset-link`,
    );
    let refused = 0;
    for (const password of [
      'eleven char',
      'password1234',
      'PassWord1234',
      'aaaaaaaaaaaaaaa',
      'abababababababab',
    ]) {
      expect((await confirm(parlour.url, tokenOf(resetUrl), password)).status, password).to.equal(422);
      const { status } = await person.client.call('/api/v1/auth/password', {
        method: 'PUT',
        json: { currentPassword: person.password, password },
      });
      expect(status, password).to.equal(422);
      refused += 1;
    }
    measured(13, counted`${refused} easy passwords refused`);
    // Nothing of a long one is left out, and no signs are asked for.
    const long = `${'a long row of plain words '.repeat(8)}end`;
    expect((await confirm(parlour.url, tokenOf(resetUrl), long)).status).to.equal(200);
    const login = (password: string) =>
      call(`${parlour.url}/api/v1/auth/login`, {
        json: { email: person.email, password },
        headers: { origin: parlour.url },
      });
    expect((await login(long.slice(0, -1))).status).to.equal(401);
    expect((await login(long)).status).to.equal(200);
  });

  it('cost the same work to check, whether there is such an account or not', async () => {
    const disabled = await letIn(parlour);
    await parlour.admin.patch(`/api/v1/users/${disabled.id}`, { disabled: true });
    await parlour.admin.post('/api/v1/users', { email: 'invited@example.com', name: 'New', role: 'agent' });
    const verify = argon2.verify;
    const checked: string[] = [];
    argon2.verify = ((hash: string, ...rest: [string]) => {
      checked.push(hash.split('$').slice(0, 4).join('$'));
      return verify(hash, ...rest);
    }) as typeof verify;
    try {
      const answers = [];
      for (const email of [ADMIN.email, 'nobody@example.com', disabled.email, 'invited@example.com'])
        answers.push(
          await call<{ error: { id: string; message: string } }>(`${parlour.url}/api/v1/auth/login`, {
            json: { email, password: 'not the password' },
            headers: { origin: parlour.url },
          }),
        );
      expect(checked, 'one check each, of one strength').to.deep.equal(Array(4).fill(checked[0]));
      expect(answers.map(({ status }) => status)).to.deep.equal([401, 401, 401, 401]);
      expect(new Set(answers.map(({ body }) => body.error.id + body.error.message)).size).to.equal(1);
    } finally {
      argon2.verify = verify;
    }
  });
});
