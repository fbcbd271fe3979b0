import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { SCOPES } from '../../../backend/http/policy.ts';
import { hashKey } from '../../../backend/http/principal.ts';
import type { Route } from '../../../backend/http/route.ts';
import { hashPassword } from '../../../backend/staff/password.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { StaffClient } from '../../support/staff-client.ts';
import { VisitorClient } from '../../support/visitor-client.ts';
import { ACCESS } from './access-table.ts';

const AGENT = { email: 'agent@example.com', password: 'plum tart on sundays' };
/** Another admin than the one who sets the tests up: some routes sign a person out everywhere. */
const BOSS = { email: 'boss@example.com', password: 'plum tart on sundays' };

/** Every route against every kind of caller; the expectations stand in access-table, not in the product. */
describe('the access matrix (promise 12)', function () {
  this.timeout(120_000);
  let parlour: TestParlour;
  let visitor: VisitorClient;
  const keys: Record<string, string> = {};
  before(async () => {
    // Every route is called by every caller: more than anybody does in a minute.
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    const people = [
      { email: AGENT.email, name: 'Agent', role: 'agent' },
      { email: BOSS.email, name: 'Boss', role: 'admin' },
    ];
    const passwordHash = await hashPassword(AGENT.password);
    await parlour
      .database('staff_users')
      .insert(people.map((person) => ({ id: randomUUID(), ...person, status: 'active', passwordHash })));
    visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    for (const scope of SCOPES) keys[scope] = await makeKey([scope], null);
  });
  after(() => parlour.stop());

  async function makeKey(scopes: string[], siteId: string | null): Promise<string> {
    const key = `plr_${randomBytes(24).toString('base64url')}`;
    await parlour.database('api_keys').insert({
      id: randomUUID(),
      name: 'test',
      prefix: key.slice(0, 8),
      keyHash: hashKey(key),
      scopes,
      siteId,
    });
    return key;
  }

  const nameOf = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`;

  it('has a row for every route, and no row too many', () => {
    expect(Object.keys(ACCESS).sort()).to.deep.equal(parlour.routes.map(nameOf).sort());
  });

  it('lets in whom the table names, and nobody else', async () => {
    const wrong: string[] = [];
    for (const route of parlour.routes) {
      const row = ACCESS[nameOf(route)]!;
      for (const [caller, headers] of await callers()) {
        const status = await statusOf(route, headers);
        const expected = row.includes('anyone') || row.includes(caller) ? 'in' : 'out';
        const actual = status === 401 || status === 403 ? 'out' : 'in';
        if (actual !== expected) wrong.push(`${nameOf(route)} as ${caller}: ${status}, expected ${expected}`);
        if (status >= 500) wrong.push(`${nameOf(route)} as ${caller}: ${status}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });

  it('shows a key of one site nothing of another: 404', async () => {
    const other = await parlour.createSite();
    const key = await makeKey([...SCOPES], other.id);
    const wrong: string[] = [];
    for (const route of parlour.routes.filter(({ path }) => path.startsWith('/api/v1/sessions/:id'))) {
      if (!ACCESS[nameOf(route)]!.some((caller) => caller.includes(':'))) continue;
      const status = await statusOf(route, { authorization: `Bearer ${key}` }, visitor.sessionId);
      if (status !== 404 && status !== 422) wrong.push(`${nameOf(route)}: ${status}`);
    }
    expect(wrong).to.deep.equal([]);
    expect((await visitor.transcript()).messages).to.have.length(1);
  });

  /** Fresh sign-ins each time: some of the routes end them. */
  async function callers(): Promise<Array<[string, Record<string, string>]>> {
    const [admin, agent] = await Promise.all(
      [BOSS, AGENT].map((who) => StaffClient.signIn(parlour.url, who)),
    );
    const another = await VisitorClient.start(parlour.url, parlour.site.key);
    return [
      ['nobody', {}],
      ['visitor', { authorization: `Bearer ${another.token}` }],
      ['agent', agent!.headers],
      ['admin', admin!.headers],
      ...Object.entries(keys).map(([scope, key]): [string, Record<string, string>] => [
        scope,
        { authorization: `Bearer ${key}` },
      ]),
    ];
  }

  /** Calls it with ids that name nothing and an empty body: who is let in gets 404 or 422 at most. */
  async function statusOf(
    route: Route,
    headers: Record<string, string>,
    id: string = randomUUID(),
  ): Promise<number> {
    const abort = new AbortController();
    const path = route.path.replace(/:\w+/g, id);
    const hasBody = Boolean(route.body);
    const response = await fetch(parlour.url + path, {
      method: route.method.toUpperCase(),
      headers: { origin: parlour.url, ...(hasBody && { 'content-type': 'application/json' }), ...headers },
      body: hasBody ? '{}' : undefined,
      redirect: 'manual',
      signal: abort.signal,
    });
    abort.abort();
    return response.status;
  }
});
