import { expect } from 'chai';
import { loadConfig } from '../../../backend/config.ts';
import { createLogger } from '../../../backend/log.ts';
import { startParlour } from '../../../backend/start.ts';
import { freePort } from '../../support/free-port.ts';
import { call } from '../../support/http-client.ts';
import { counted, measured } from '../../support/measured.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { letIn } from '../../support/people.ts';
import { cookieOf } from '../../support/staff-client.ts';

/** Promise 13: guessing stops, the owner is never kept out, and nothing tells who has an account. */
describe('guessing passwords', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour({ TRUST_PROXY: '1' });
  });
  after(() => parlour.stop());

  let hosts = 0;
  const anAddress = () => `198.51.${Math.floor(hosts / 250)}.${(hosts++ % 250) + 1}`;
  interface Who {
    email: string;
    password?: string;
    address?: string;
    cookie?: string;
    url?: string;
  }
  const login = ({
    email,
    password = 'not the password',
    address = anAddress(),
    cookie,
    url = parlour.url,
  }: Who) =>
    call(`${url}/api/v1/auth/login`, {
      json: { email, password },
      headers: { origin: url, 'x-forwarded-for': address, ...(cookie && { cookie }) },
    });
  const deviceOf = async (who: Who) => {
    const answer = await login(who);
    return cookieOf(answer)
      .split('; ')
      .find((pair) => pair.startsWith('parlour-device='))!;
  };
  const many = (count: number, who: () => Who) =>
    Promise.all(Array.from({ length: count }, async () => (await login(who())).status));
  const count = (statuses: number[], wanted: number) => statuses.filter((status) => status === wanted).length;

  it('stops after ten from one address, though all come at once', async () => {
    const address = anAddress();
    const statuses = await many(25, () => ({ email: 'at-once@example.com', address }));
    expect(count(statuses, 401)).to.equal(10);
    expect(count(statuses, 429)).to.equal(15);
  });

  it('stops after sixty from everywhere, and never for the device that was in before', async () => {
    const { email, password } = await letIn(parlour);
    const cookie = await deviceOf({ email, password });
    const statuses = await many(70, () => ({ email }));
    const looked = count(statuses, 401);
    expect(looked).to.be.within(58, 61);
    measured(
      13,
      counted`of ${statuses.length} from as many addresses ${looked}, and the known device gets in`,
    );
    expect(statuses).to.include(429);
    const stranger = await login({ email, password });
    expect(stranger.status, 'even the right password, from a device nobody knows').to.equal(429);
    expect(stranger.headers.get('retry-after')).to.match(/^\d+$/);
    expect((await login({ email, password, cookie })).status, 'the known device').to.equal(200);
    const other = await letIn(parlour);
    expect((await login(other)).status, 'another account').to.equal(200);
  });

  it('gives a known device its own ten, and knows it for its own account only', async () => {
    const mine = await letIn(parlour);
    const cookie = await deviceOf(mine);
    const statuses: number[] = [];
    for (let n = 0; n < 11; n++) statuses.push((await login({ email: mine.email, cookie })).status);
    expect(statuses).to.deep.equal([...Array(10).fill(401), 429]);
    expect((await login(mine)).status, 'others count apart').to.equal(200);

    const theirs = await letIn(parlour);
    const address = anAddress();
    const guesses = await many(12, () => ({ email: theirs.email, address, cookie }));
    expect(count(guesses, 429), 'somebody else’s cookie is worth nothing').to.equal(2);
    const forged = `${cookie.slice(0, -4)}AAAA`;
    const more = await many(12, () => ({ email: mine.email, address: '203.0.113.9', cookie: forged }));
    expect(count(more, 429), 'a forged cookie is worth nothing').to.equal(2);
  });

  it('remembers over a restart', async () => {
    const address = anAddress();
    await many(10, () => ({ email: ADMIN.email, address }));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const second = await startParlour({
      config: loadConfig({
        PORT: String(port),
        PUBLIC_URL: url,
        DATABASE_URL: parlour.databaseUrl,
        APP_SECRET: 'a secret that only the tests use',
        TRUST_PROXY: '1',
        LOG_LEVEL: 'silent',
      }),
      databaseUrl: parlour.databaseUrl,
      log: createLogger('silent'),
      webDir: 'dist',
      graceMs: 100,
    });
    try {
      expect((await login({ ...ADMIN, address, url })).status).to.equal(429);
    } finally {
      await second.stop();
    }
  });

  it('keeps no address and no e-mail while counting', async () => {
    const keys = (await parlour.database('rate_limits')).map(({ key }: { key: string }) => key).join();
    expect(keys).to.not.match(/198\.51|@|example/);
  });

  it('answers a forgotten password alike, known or not, and in the same time', async () => {
    const { email, id } = await letIn(parlour);
    const ask = async (whose: string) => {
      const began = performance.now();
      const answer = await call(`${parlour.url}/api/v1/auth/reset`, {
        json: { email: whose },
        headers: { origin: parlour.url, 'x-forwarded-for': anAddress() },
      });
      return { status: answer.status, body: answer.body, took: performance.now() - began };
    };
    const known = await ask(email.toUpperCase());
    const unknown = await ask('nobody@example.com');
    const nonsense = await ask('not an address');
    for (const { status, body } of [known, unknown, nonsense]) {
      expect(status).to.equal(202);
      expect(body).to.equal(unknown.body);
    }
    const again = [known];
    for (let n = 0; n < 5; n++) again.push(await ask(email));
    for (const { status } of again) expect(status).to.equal(202);
    // The quickest of a few: a busy machine delays one or the other. Of a known address only three leave anything.
    const quickest = (answers: typeof again) => Math.min(...answers.map(({ took }) => took));
    expect(quickest(again.slice(0, 3)) / quickest([unknown, nonsense])).to.be.within(0.5, 2);
    const events = await parlour.database('events').where({ type: 'staff.reset_requested' });
    expect(events, 'three an hour').to.have.length(3);
    expect(events[0].data).to.deep.equal({ userId: id });
    expect(await parlour.database('staff_tokens').where({ userId: id })).to.deep.equal([]);
    const { items } = await parlour.admin.get<{ items: Array<{ id: string; resetRequestedAt: string }> }>(
      '/api/v1/users',
    );
    expect(items.find((person) => person.id === id)!.resetRequestedAt).to.be.a('string');
  });
});
