import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { expect } from 'chai';
import type { DeliveryView } from '../../backend/deliveries/schema.ts';
import { type FakeReceiver, startFakeReceiver } from '../support/fakes/receiver.ts';
import { addressSettings, CALLED, NOT_CALLED } from '../support/hostile/address-settings.ts';
import { NEVER, THIS_MACHINE } from '../support/hostile/addresses.ts';
import { counted, measured } from '../support/measured.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';

/** What names lead to, as a resolver of the attacker's would say; several addresses where one of them is harmless. */
const NAMES: Record<string, string[]> = {
  'metadata-behind.example': ['169.254.169.254'],
  'one-of-two.example': ['93.184.216.34', '169.254.169.254'],
  'mapped.example': ['::ffff:169.254.169.254'],
  'linklocal.example': ['fe80::1'],
  'aws-six.example': ['fd00:ec2::254'],
  'zero.example': ['0.0.0.0'],
  '169.254.169.254.nip.example': ['169.254.169.254'],
};
const PRIVATE_NAMES: Record<string, string[]> = {
  'inside.example': ['127.0.0.1'],
  'localhost.': ['127.0.0.1'],
  'inside-six.example': ['::1'],
  'half-inside.example': ['93.184.216.34', '10.0.0.1'],
  '127.0.0.1.nip.example': ['127.0.0.1'],
};

describe('addresses that an admin sets (promise 18)', () => {
  let open: TestParlour;
  let closed: TestParlour;
  let receiver: FakeReceiver;
  const { lookup } = dns;
  before(async () => {
    [open, closed, receiver] = await Promise.all([
      startTestParlour({ ALLOW_PRIVATE_NETWORK: 'true', RATE_LIMIT_FACTOR: '0' }),
      startTestParlour({ ALLOW_PRIVATE_NETWORK: 'false', RATE_LIMIT_FACTOR: '0' }),
      startFakeReceiver(),
    ]);
    // The resolver lies outside of the product; here it is the test's.
    dns.lookup = ((host: string, options: unknown, done: (error: unknown, found?: unknown) => void) => {
      const known = NAMES[host] ?? PRIVATE_NAMES[host];
      if (!known) return lookup(host, options as dns.LookupOptions, done as never);
      done(
        null,
        known.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    }) as typeof dns.lookup;
    syncBuiltinESMExports();
  });
  after(async () => {
    dns.lookup = lookup;
    syncBuiltinESMExports();
    await Promise.all([open?.stop(), closed?.stop(), receiver?.stop()]);
  });
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.answer = () => ({ status: 200 });
  });

  const settings = Object.entries(CALLED);
  const port = () => new URL(receiver.url).port;

  /** @returns what the button said where it should have refused, and did not say so */
  async function notRefused(parlour: TestParlour, urls: readonly string[]): Promise<string[]> {
    const wrong: string[] = [];
    for (const [name, how] of settings)
      await Promise.all(
        urls.map(async (url) => {
          const { path, body } = how(url);
          const answer = await parlour.admin.call<{ ok?: boolean; message?: string }>(
            `/api/v1/sites/${parlour.site.id}${path}`,
            { json: body },
          );
          const isRefused =
            answer.status === 422 || (answer.body.ok === false && /does not call/.test(answer.body.message!));
          if (!isRefused) wrong.push(`${name} ${url}: ${answer.status} ${answer.body.message}`);
        }),
      );
    return wrong;
  }

  it('are all in the table', () => {
    expect(addressSettings(open.routes)).to.deep.equal([...Object.keys(CALLED), ...NOT_CALLED].sort());
  });

  it('are called by their buttons, where nothing speaks against it', async () => {
    for (const [name, how] of settings) {
      receiver.received.length = 0;
      const { path, body } = how(`${receiver.url}/hook`);
      await open.admin.call(`/api/v1/sites/${open.site.id}${path}`, { json: body });
      expect(receiver.received.length, name).to.be.greaterThan(0);
    }
  });

  it('never lead to a cloud’s own service, in no spelling and behind no name', async () => {
    const urls = [...NEVER, ...Object.keys(NAMES).map((name) => `http://${name}/latest/`)];
    const wrong = await notRefused(open, urls);
    expect(wrong).to.deep.equal([]);
    measured(
      18,
      counted`${urls.length} addresses of clouds × ${settings.length} settings, ${wrong.length} called`,
    );
  });

  it('lead to this machine only where the operator allows it, in no spelling and behind no name', async () => {
    const hosts = [...THIS_MACHINE, ...Object.keys(PRIVATE_NAMES)];
    const urls = hosts.map((host) => `http://${host}:${port()}/`);
    expect(await notRefused(closed, urls)).to.deep.equal([]);
    const reached = receiver.received.length;
    expect(reached).to.equal(0);
    measured(18, counted`${urls.length} of this machine × ${settings.length}, ${reached} reached it`);
  });

  it('are not followed to another address', async () => {
    receiver.answer = ({ path }) =>
      path.includes('/second')
        ? { status: 200 }
        : { status: 307, headers: { location: `${receiver.url}/second` } };
    for (const [, how] of settings) {
      const { path, body } = how(`${receiver.url}/first`);
      const answer = await open.admin.call<{ ok: boolean }>(`/api/v1/sites/${open.site.id}${path}`, {
        json: body,
      });
      expect(answer.body.ok).to.equal(false);
    }
    expect(receiver.received.map(({ path }) => path).filter((path) => path.includes('second'))).to.deep.equal(
      [],
    );
  });

  it('are refused too when it is for real: by a delivery and by an answer', async () => {
    const site = await closed.createSite({
      agent: { kind: 'n8n', n8n: { url: `http://127.0.0.1:${port()}/chat` } },
      integrations: {
        webhook: {
          ...{ url: `http://inside.example:${port()}/hook`, events: ['session.completed'] },
          secret: `whsec_${Buffer.alloc(24, 7).toString('base64')}`,
        },
      },
    } as never);
    const visitor = await VisitorClient.start(closed.url, site.key);
    const { messages } = await visitor.say('Hello');
    expect(messages.at(-1)!.role).to.equal('assistant');
    await visitor.call('/session/complete', { method: 'POST' });
    const sent = async () =>
      (await closed.admin.get<{ items: DeliveryView[] }>(`/api/v1/deliveries?site=${site.id}`)).items[0];
    await until(async () => (await sent())?.lastError, 'the delivery was tried');
    expect((await sent())!.lastError).to.match(/does not call inside\.example/);
    expect(receiver.received).to.have.length(0);
  });
});
