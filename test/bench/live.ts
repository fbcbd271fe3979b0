/** How many event streams a process holds, what each costs, and how soon all of them have an event. */
import { openDatabase } from '../../backend/db/knex.ts';
import { publish } from '../../backend/events/publish.ts';
import { freePort } from '../support/free-port.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { type Bench, type Figure, median, percentile } from './bench.ts';
import { broadcast, Streams } from './live/streams.ts';
import { cpuBetween, type Used, usedBy } from './live/used.ts';
import { startModule } from './module.ts';
import { type BenchParlour, startBenchParlour } from './rig.ts';

const STREAMS = 5_000;
const HALF = STREAMS / 2;
const VISITORS = 500;
const ROUNDS = 6;

export const bench: Bench = {
  name: 'live',
  title: `Live updates (${STREAMS.toLocaleString('en-US')} open streams)`,
  async run(say) {
    const inspector = await freePort();
    const parlour = await startBenchParlour({ RATE_LIMIT_FACTOR: '0' }, [`--inspect=127.0.0.1:${inspector}`]);
    const bare = await startModule('test/bench/live/bare-sse.ts');
    const open: Streams[] = [];
    const hold = async (...wanted: Parameters<typeof Streams.open>) => {
      const streams = await Streams.open(...wanted);
      open.push(streams);
      return streams;
    };
    const cookie = [parlour.admin.headers];
    const used = () => usedBy(inspector);
    const bareUsed = async (): Promise<Used> => (await fetch(`${bare.line}/used`)).json();
    try {
      const event = await prepareEvent(parlour);
      const before = [await used(), await bareUsed()] as const;
      say('opening streams');
      const ours = [
        await hold(parlour.url, '/api/v1/live', cookie, HALF),
        await hold(parlour.url, '/api/v1/live', cookie, HALF),
      ];
      const floor = [await hold(bare.line, '/', [{}], HALF), await hold(bare.line, '/', [{}], HALF)];
      const { frame } = await broadcast(ours, event.send);
      const text = frame.slice(frame.indexOf('id: '), frame.lastIndexOf('\n\n') + 2);
      const after = [await used(), await bareUsed()] as const;

      const one = await rounds(
        () => broadcast(ours, event.send),
        () => broadcast(floor, post(bare.line, text)),
        say,
      );
      const busy = [await used(), await bareUsed()] as const;
      const visitors = await holdVisitors(parlour, hold, say);
      const withVisitors = await used();
      await visitors.stop();

      say('two processes');
      const second = await parlour.startAnother({ ROLE: 'web' });
      await ours[1]!.stop();
      const split = [ours[0]!, await hold(second.url, '/api/v1/live', cookie, HALF)];
      const two = await rounds(
        () => broadcast(split, event.send),
        () => broadcast(floor, post(bare.line, text)),
        say,
      );
      await event.end();
      return [
        ...reached('one process', one),
        ...reached('two processes, half of them each', two),
        {
          what: 'processor time for an event to all',
          value: cpuBetween(after[0], busy[0]) / ROUNDS,
          unit: 'ms',
          beside: { what: 'node:http', value: cpuBetween(after[1], busy[1]) / ROUNDS },
        },
        ...perStream('staff', [before[0], after[0]], STREAMS, [before[1], after[1]]),
        ...perStream('a visitor', [busy[0], withVisitors], VISITORS),
      ];
    } finally {
      await Promise.all(open.map((streams) => streams.stop()));
      await bare.stop();
      await parlour.stop();
    }
  },
};

/** A conversation, and its change as an action would store it: the time is taken as the commit is sent. */
async function prepareEvent({ url, site, databaseUrl }: BenchParlour) {
  const { sessionId } = await VisitorClient.start(url, site.key);
  const database = openDatabase(databaseUrl, 1);
  return {
    async send(): Promise<bigint> {
      const trx = await database.transaction();
      await publish(trx, { type: 'session.updated', siteId: site.id, data: { sessionId } });
      const begun = process.hrtime.bigint();
      await trx.commit();
      return begun;
    },
    end: () => database.destroy(),
  };
}

/** The same event to the streams of the bare server. */
const post = (url: string, body: string) => async () => {
  const begun = process.hrtime.bigint();
  await fetch(url, { method: 'POST', body });
  return begun;
};

interface Round {
  last: number;
  usual: number;
}

type Broadcast = () => Promise<{ took: number[] }>;

/** In turns; of each broadcast the last receiver and the one in the middle. */
async function rounds(ours: Broadcast, floor: Broadcast, say: (text: string) => void) {
  const all: Array<{ ours: Round; floor: Round }> = [];
  const round = async (send: Broadcast): Promise<Round> => {
    const { took } = await send();
    return { last: Math.max(...took), usual: median(took) };
  };
  for (let n = 0; n < ROUNDS; n++) all.push({ ours: await round(ours), floor: await round(floor) });
  say(`last of all: ${all.map(({ ours }) => Math.round(ours.last)).join(', ')} ms`);
  return all;
}

function reached(where: string, all: Awaited<ReturnType<typeof rounds>>): Figure[] {
  const figure = (
    what: string,
    pick: (round: Round) => number,
    over: (values: number[]) => number,
  ): Figure => ({
    what: `${where}: from commit ${what}`,
    value: over(all.map(({ ours }) => pick(ours))),
    unit: 'ms',
    beside: { what: 'node:http, from being told', value: over(all.map(({ floor }) => pick(floor))) },
  });
  return [
    figure('to the last receiver', ({ last }) => last, median),
    figure(
      'to the last receiver, p99 of the events',
      ({ last }) => last,
      (values) => percentile(values, 0.99),
    ),
    figure('to the receiver in the middle', ({ usual }) => usual, median),
  ];
}

/** Each with a conversation of their own. */
async function holdVisitors(
  { url, site }: BenchParlour,
  hold: (...wanted: Parameters<typeof Streams.open>) => Promise<Streams>,
  say: (text: string) => void,
): Promise<Streams> {
  say(`opening ${VISITORS} conversations`);
  const headers: Array<Record<string, string>> = [];
  const start = async () => {
    while (headers.length < VISITORS) {
      const { token } = await VisitorClient.start(url, site.key);
      headers.push({ authorization: `Bearer ${token}` });
    }
  };
  await Promise.all(Array.from({ length: 16 }, start));
  return hold(url, '/api/v1/visitor/session/events', headers, VISITORS);
}

/** What a stream adds to the memory that is left after a collection of garbage. */
function perStream(who: string, ours: [Used, Used], count: number, bare?: [Used, Used]): Figure[] {
  const each = ([before, after]: [Used, Used], name: 'rss' | 'heapUsed', of = count) =>
    (after[name] - before[name]) / of / 1024;
  return (['rss', 'heapUsed'] as const).map((name) => ({
    what: `memory of ${who}’s stream, ${name === 'rss' ? 'in all' : 'on the heap'}`,
    value: each(ours, name),
    unit: 'KiB',
    ...(bare && { beside: { what: 'node:http', value: each(bare, name) } }),
  }));
}
