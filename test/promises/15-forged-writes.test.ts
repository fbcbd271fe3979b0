import { expect } from 'chai';
import type { Route } from '../../backend/http/route.ts';
import { fingerprint } from '../support/hostile/fingerprint.ts';
import { type HostileRequest, HostileSender } from '../support/hostile/send.ts';
import { HostileWorld } from '../support/hostile/world.ts';
import { counted, measured } from '../support/measured.ts';

const FOREIGN = 'https://evil.example';
const SITES = ['cross-site', 'same-site', 'none', 'same-origin', 'SAME-ORIGIN', undefined];
const ORIGINS = ['foreign', 'null', 'ours', undefined] as const;
/** What a form can send without asking, and what it can't. */
const TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json',
];

/** Every write that a browser's cookie could carry, in every way another site's page could send it. */
describe('writes that another site’s page sends (promise 15)', () => {
  let world: HostileWorld;
  let sender: HostileSender;
  let writes: Route[];
  const paths = new Map<Route, string>();
  before(async () => {
    world = await HostileWorld.start();
    sender = new HostileSender(world.parlour.url, 8);
    writes = world.parlour.routes.filter(
      ({ method, allow }) =>
        method !== 'get' && (allow.caller === 'staff' || (allow.caller === 'anyone' && allow.sameOrigin)),
    );
    for (const route of writes) paths.set(route, await world.path(route));
  });
  after(async () => {
    sender?.stop();
    await world?.stop();
  });

  const cells = SITES.flatMap((site) => ORIGINS.map((origin) => ({ site, origin })));
  const isOurs = ({ site, origin }: (typeof cells)[number]) =>
    site === undefined ? origin === 'ours' : site === 'same-origin';

  async function ask(
    route: Route,
    { site, origin }: (typeof cells)[number],
    type: string,
  ): Promise<{ status: number; id?: string }> {
    const { cookie } = world.credentials(route);
    const origins = { foreign: FOREIGN, null: 'null', ours: world.parlour.url };
    const request: HostileRequest = {
      route: `${route.method.toUpperCase()} ${route.path}`,
      what: `${site} ${origin} ${type}`,
      method: route.method.toUpperCase(),
      target: paths.get(route)!,
      headers: {
        'content-type': type,
        ...(cookie && { cookie }),
        ...(site && { 'sec-fetch-site': site }),
        ...(origin && { origin: origins[origin] }),
      },
      body: type.endsWith('json') ? '{"zz":1}' : 'zz=1',
    };
    const answer = await sender.send(request);
    return { status: answer!.status, id: JSON.parse(answer!.body || '{}').error?.id };
  }

  it('are refused, all of them, and leave nothing', async () => {
    expect(writes.length).to.be.greaterThan(50);
    const before = await fingerprint(world.parlour.database);
    const wrong: string[] = [];
    let sent = 0;
    for (const [number, route] of writes.entries())
      await Promise.all(
        cells.map(async (cell, at) => {
          if (isOurs(cell)) return;
          const type = TYPES[(number + at) % TYPES.length]!;
          const { status, id } = await ask(route, cell, type);
          sent += 1;
          if (status !== 403 || id !== 'cross_site')
            wrong.push(`${route.path} ${cell.site} ${cell.origin} ${type}: ${status} ${id}`);
        }),
      );
    expect(wrong).to.deep.equal([]);
    expect(await fingerprint(world.parlour.database)).to.deep.equal(before);
    measured(15, counted`${sent} forged writes over ${writes.length} routes, ${wrong.length} passed`);
  });

  it('are read as JSON only where they are our own', async () => {
    const wrong: string[] = [];
    for (const route of writes.filter(({ body }) => body))
      for (const type of TYPES) {
        const { status } = await ask(route, { site: 'same-origin', origin: 'ours' }, type);
        const expected = type.endsWith('json') ? 422 : 415;
        if (status !== expected) wrong.push(`${route.path} ${type}: ${status}`);
      }
    expect(wrong).to.deep.equal([]);
    const own = cells.filter(isOurs);
    for (const cell of own)
      expect(await ask(writes.find(({ body }) => body)!, cell, 'application/json')).to.include({
        status: 422,
      });
  });
});
