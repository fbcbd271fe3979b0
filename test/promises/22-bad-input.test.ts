import { expect } from 'chai';
import { chance, rounds, timeFor } from '../support/faults/rounds.ts';
import { badRequest } from '../support/hostile/bad-requests.ts';
import { fingerprint } from '../support/hostile/fingerprint.ts';
import { faultIn, shapeFault } from '../support/hostile/judge.ts';
import { goodRequest, type Target } from '../support/hostile/requests.ts';
import { HostileSender } from '../support/hostile/send.ts';
import { HostileWorld } from '../support/hostile/world.ts';
import { counted, measured } from '../support/measured.ts';

/** Each route has about twenty of them, other ones every time; `npm run promises` and the long run send more. */
const HOW_MANY = rounds(Number(process.env.HOSTILE_REQUESTS ?? 3_000));
/** And so often each is sent what it takes. */
const GOOD_EACH = Math.ceil(HOW_MANY / 1_000);
const AT_ONCE = 12;

describe('bad input over every route (promise 22)', function () {
  this.timeout(timeFor(120_000));
  const luck = chance('HOSTILE_SEED');
  let world: HostileWorld;
  let sender: HostileSender;
  let targets: Target[];
  before(async () => {
    world = await HostileWorld.start();
    sender = new HostileSender(world.parlour.url, AT_ONCE);
    targets = await Promise.all(
      world.parlour.routes.map(async (route) => ({
        route,
        path: await world.path(route),
        credentials: world.credentials(route),
      })),
    );
  });
  after(async () => {
    sender?.stop();
    await world?.stop();
  });

  it(`is refused as the contract says, ${HOW_MANY} times, and nothing of it is stored (HOSTILE_SEED=${luck.seed})`, async () => {
    const before = await fingerprint(world.parlour.database);
    const faults = new Map<string, string>();
    let sent = 0;
    const sendSome = async () => {
      while (sent < HOW_MANY) {
        // Each in turn, so that every route gets its share.
        const request = badRequest(targets[sent++ % targets.length]!, luck);
        const answer = await sender.send(request);
        const fault = answer && faultIn(answer);
        if (fault)
          faults.set(`${request.route}: ${fault}`, `${request.what} (${request.target.slice(0, 120)})`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sendSome));
    expect(Object.fromEntries(faults)).to.deep.equal({});
    const after = await fingerprint(world.parlour.database);
    expect(after).to.deep.equal(before);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    measured(
      22,
      counted`${sent} bad inputs over ${targets.length} routes, seed ${String(luck.seed)}: ${faults.size} answered wrongly, ${changed.length} of ${Object.keys(after).length} tables changed`,
    );
  });

  it(`may be anything that its schema takes without breaking what is behind it (HOSTILE_SEED=${luck.seed})`, async () => {
    const faults = new Map<string, string>();
    // What removes things comes last, so that the others find them.
    const isLast = ({ route }: Target) => /delete|erase|bulk|logout/.test(`${route.method} ${route.path}`);
    for (const target of [...targets].sort((a, b) => Number(isLast(a)) - Number(isLast(b)))) {
      const isStream = target.route.answer.stream === 'always';
      for (let n = 0; n < (isStream ? rounds(1) : GOOD_EACH); n++) {
        const request = goodRequest({ ...target, credentials: world.credentials(target.route) }, luck);
        const answer = (await sender.send(request, true))!;
        const fault = answer.status >= 400 ? shapeFault(answer.status, answer.body) : undefined;
        if (fault || answer.status >= 500)
          faults.set(
            `${request.route}: ${answer.status}`,
            `${fault} (${request.target.slice(0, 400)} ${request.body})`,
          );
        // It was a route that ends sign-ins.
        if (answer.status === 401 && target.route.allow.caller === 'staff') await world.signIn();
      }
    }
    expect(Object.fromEntries(faults)).to.deep.equal({});
  });
});
