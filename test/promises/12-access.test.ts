import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { SCOPES } from '../../backend/http/policy.ts';
import { hashKey } from '../../backend/http/principal.ts';
import type { Route } from '../../backend/http/route.ts';
import { ACCESS } from '../backend/http/access-table.ts';
import { fingerprint } from '../support/hostile/fingerprint.ts';
import { HostileWorld } from '../support/hostile/world.ts';
import { head } from '../support/http-client.ts';
import { counted, measured } from '../support/measured.ts';
import { ADMIN, type TestParlour } from '../support/parlour.ts';
import { StaffClient } from '../support/staff-client.ts';
import { VisitorClient } from '../support/visitor-client.ts';

const AGENT = { email: 'agent@example.com', password: ADMIN.password };
/** Another admin than the one who sets the tests up: some routes sign a person out everywhere. */
const BOSS = { email: 'boss@example.com', password: ADMIN.password };

/** Every route against every kind of caller; the expectations stand in access-table, not in the product. */
describe('the access matrix (promise 12)', () => {
  let world: HostileWorld;
  let parlour: TestParlour;
  const keys: Record<string, string> = {};
  before(async () => {
    world = await HostileWorld.start();
    parlour = world.parlour;
    const people = [
      { email: AGENT.email, name: 'Agent', role: 'agent' },
      { email: BOSS.email, name: 'Boss', role: 'admin' },
    ];
    const { passwordHash } = await parlour.database('staff_users').where({ email: ADMIN.email }).first();
    await parlour
      .database('staff_users')
      .insert(people.map((person) => ({ id: randomUUID(), ...person, status: 'active', passwordHash })));
    for (const scope of SCOPES) keys[scope] = await makeKey([scope], null);
  });
  after(() => world?.stop());

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
    let calls = 0;
    for (const [caller, arrive] of callers()) {
      let headers = await arrive();
      for (const route of parlour.routes) {
        const row = ACCESS[nameOf(route)]!;
        const isIn = row.includes('anyone') || row.includes(caller);
        let status = await statusOf(route, headers);
        calls += 1;
        // A route before this one may have ended the sign-in: that is not this one's doing.
        if (isIn && status === 401) {
          headers = await arrive();
          status = await statusOf(route, headers);
        }
        const expected = isIn ? 'to be let in' : refusals(row, caller);
        const isRight = isIn
          ? ![401, 403].includes(status) && status < 500
          : expected.includes(String(status));
        if (!isRight) wrong.push(`${nameOf(route)} as ${caller}: ${status}, expected ${expected}`);
      }
    }
    expect(wrong).to.deep.equal([]);
    measured(
      12,
      counted`${parlour.routes.length} routes × ${callers().length} kinds of caller = ${calls} calls, ${wrong.length} answered wrongly`,
    );
  });

  /** Pinned: 401 for who is nobody here, 403 for who is known and may not. Vendors prove themselves by a signature. */
  function refusals(row: readonly string[], caller: string): string {
    if (row.includes('facebook') || row.includes('resend')) return '401 or 403';
    return row.includes('visitor') || caller === 'nobody' || caller === 'visitor' ? '401' : '403';
  }

  it('shows a key of one site nothing of another: 404, and nothing changes', async () => {
    const key = await makeKey([...SCOPES], (await parlour.createSite()).id);
    const before = await fingerprint(parlour.database);
    const wrong: string[] = [];
    let calls = 0;
    for (const route of parlour.routes) {
      // Labels are the whole house's, and a message of another program is told by what it names.
      const isOfSite = route.path.includes('/:') && !route.path.startsWith('/api/v1/labels');
      if (!isOfSite || !ACCESS[nameOf(route)]!.some((caller) => caller.includes(':'))) continue;
      const status = await statusOf(route, { authorization: `Bearer ${key}` }, await world.path(route));
      calls += 1;
      if (status !== 404 && status !== 422) wrong.push(`${nameOf(route)}: ${status}`);
    }
    expect(wrong).to.deep.equal([]);
    measured(12, counted`${calls} with a key of another site, ${wrong.length} told it anything`);
    expect(await fingerprint(parlour.database)).to.deep.equal(before);
  });

  it('lists a key of one site nothing of another', async () => {
    const key = await makeKey([...SCOPES], (await parlour.createSite()).id);
    const own = [
      world.visitor.sessionId,
      parlour.site.id,
      'ana@example.com',
      'Ana Silva',
      'The node timed out',
    ];
    const wrong: string[] = [];
    for (const route of parlour.routes) {
      const isList = route.method === 'get' && !route.path.includes(':') && route.answer.stream !== 'always';
      if (!isList || !ACCESS[nameOf(route)]!.some((caller) => caller.includes(':'))) continue;
      const headers = { authorization: `Bearer ${key}` };
      const said = await (await fetch(parlour.url + route.path, { headers })).text();
      for (const text of own) if (said.includes(text)) wrong.push(`${nameOf(route)} says ${text}`);
    }
    expect(wrong).to.deep.equal([]);
  });

  it('opens one conversation to a visitor and says nothing of another’s', async () => {
    const other = await VisitorClient.start(parlour.url, parlour.site.key);
    const before = await fingerprint(parlour.database);
    const wrong: string[] = [];
    for (const route of parlour.routes.filter(
      ({ allow, method }) => allow.caller === 'visitor' && method === 'get',
    )) {
      if (route.answer.stream === 'always') continue;
      const headers = { authorization: `Bearer ${other.token}` };
      const said = await (await fetch(parlour.url + route.path, { headers })).text();
      if (said.includes(world.visitor.sessionId) || said.includes('Ana Silva')) wrong.push(nameOf(route));
    }
    // Half of one token and half of another is no token.
    const mixed = world.visitor.token.slice(0, 30) + other.token.slice(30);
    for (const route of parlour.routes.filter(({ allow }) => allow.caller === 'visitor')) {
      const status = await statusOf(route, { authorization: `Bearer ${mixed}` });
      if (status !== 401) wrong.push(`${nameOf(route)} with a token put together: ${status}`);
    }
    expect(wrong).to.deep.equal([]);
    expect(await fingerprint(parlour.database)).to.deep.equal(before);
  });

  /** Each kind of caller, and how one more of them arrives. */
  function callers(): Array<[string, () => Promise<Record<string, string>>]> {
    const staff = (who: typeof BOSS) => async () => (await StaffClient.signIn(parlour.url, who)).headers;
    const visitor = async () => {
      const { token } = await VisitorClient.start(parlour.url, parlour.site.key);
      return { authorization: `Bearer ${token}` };
    };
    return [
      ['nobody', async () => ({})],
      ['visitor', visitor],
      ['agent', staff(AGENT)],
      ['admin', staff(BOSS)],
      ...Object.entries(keys).map(([scope, key]): [string, () => Promise<Record<string, string>>] => [
        scope,
        async () => ({ authorization: `Bearer ${key}` }),
      ]),
    ];
  }

  /** Calls it with an empty body and, unless told otherwise, ids that name nothing: who is let in gets 404 or 422. */
  async function statusOf(
    route: Route,
    headers: Record<string, string>,
    path = route.path.replace(/:\w+/g, randomUUID()),
  ): Promise<number> {
    const hasBody = Boolean(route.body);
    const { status } = await head(parlour.url + path, {
      method: route.method.toUpperCase(),
      headers: { origin: parlour.url, ...(hasBody && { 'content-type': 'application/json' }), ...headers },
      body: hasBody ? '{}' : undefined,
    });
    return status;
  }
});
