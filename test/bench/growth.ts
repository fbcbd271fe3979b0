/** What a million conversations cost more than ten thousand, through the API; and whether any answer reads a table whole. */
import { randomUUID } from 'node:crypto';
import { call, ok } from '../support/http-client.ts';
import type { ParlourProcess } from '../support/parlour-process.ts';
import { StaffClient } from '../support/staff-client.ts';
import { type Bench, type Figure, median } from './bench.ts';
import { exportConversations } from './growth/export.ts';
import { findWholeReadings } from './growth/plans.ts';
import { type Known, QUESTIONS, type Question, readKnown } from './growth/questions.ts';
import { openStore, type Store, startParlour } from './growth/store.ts';
import { ADMIN } from './rig.ts';

const SMALL = 10_000;
const LARGE = Number(process.env.BENCH_SESSIONS ?? 1_000_000);
/** Calls of each kind, after one that warms up. */
const CALLS = 7;
/** Days with about a tenth of all messages. */
const EXPORT_DAYS = 44;

export const bench: Bench = {
  name: 'growth',
  title: `${LARGE.toLocaleString('en-US')} conversations beside ${SMALL.toLocaleString('en-US')}`,
  parts: [...new Set(QUESTIONS.map(({ what }) => partOf(what))), 'turn', 'export', 'plans', 'all'],
  async run(say, part) {
    const isWanted = (name: string) => !part || part === name;
    const questions = QUESTIONS.filter(({ what }) => isWanted(partOf(what)));
    const store = await openStore([SMALL, LARGE], say);
    const sides: Side[] = [];
    try {
      for (const size of [SMALL, LARGE]) sides.push(await openSide(store, size));
      const [small, large] = sides as [Side, Side];
      const figures = await askInTurns(questions, small, large, say);
      if (isWanted('turn')) figures.push(await talkInTurns(small, large));
      if (isWanted('export')) figures.push(...(await exportALot(large, say)));
      if (isWanted('plans')) figures.push(await countWholeReadings(store, large, say));
      if (isWanted('all')) figures.push(...(await lookThroughAll(small, large, say)));
      return figures;
    } finally {
      for (const { parlour } of sides) {
        parlour.kill('SIGTERM');
        await parlour.ended;
      }
      await store.stop();
    }
  },
};

/** One of the two databases, with a Parlour before it. */
interface Side {
  size: number;
  databaseUrl: string;
  parlour: ParlourProcess;
  admin: StaffClient;
  known: Known;
}

async function openSide(store: Store, size: number): Promise<Side> {
  const databaseUrl = store.urls.get(size)!;
  const parlour = await startParlour(databaseUrl, store.folder);
  const admin = await StaffClient.signIn(parlour.url, ADMIN);
  return { size, databaseUrl, parlour, admin, known: await readKnown(parlour.url, databaseUrl) };
}

/** Milliseconds. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Small, large, small, large: a machine that is busy for a moment is busy for both. */
async function inTurns(
  small: () => Promise<unknown>,
  large: () => Promise<unknown>,
  calls = CALLS,
): Promise<{ small: number; large: number }> {
  const took: Array<{ small: number; large: number }> = [];
  for (let call = 0; call <= calls; call++) took.push({ small: await time(small), large: await time(large) });
  const warm = took.slice(1);
  return { small: median(warm.map(({ small }) => small)), large: median(warm.map(({ large }) => large)) };
}

const beside = (value: number) => ({ what: SMALL.toLocaleString('en-US'), value });

/** The word with which a question begins. */
function partOf(what: string): string {
  return /^\p{L}+/u.exec(what)![0];
}

async function askInTurns(
  questions: readonly Question[],
  small: Side,
  large: Side,
  say: (text: string) => void,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { what, path, atMost } of questions) {
    const ask =
      ({ admin, known }: Side) =>
      () =>
        admin.get(path(known));
    const took = await inTurns(ask(small), ask(large));
    say(`${what}: ${took.small.toFixed(1)} and ${took.large.toFixed(1)} ms`);
    figures.push({
      what,
      value: took.large,
      unit: 'ms',
      beside: beside(took.small),
      target: { is: 'at most', value: atMost },
    });
  }
  return figures;
}

async function talkInTurns(small: Side, large: Side): Promise<Figure> {
  const talk = async ({ parlour, known }: Side) => {
    const { token } = await ok(
      call<{ token: string }>(`${parlour.url}/api/v1/visitor/sessions`, {
        json: { siteKey: known.siteKey, page: { url: 'https://landing.example/', title: 'Lindenhof' } },
      }),
    );
    return () =>
      ok(
        call(`${parlour.url}/api/v1/visitor/session/messages`, {
          json: { id: randomUUID(), text: 'How long does the delivery take?' },
          headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
        }),
      );
  };
  const took = await inTurns(await talk(small), await talk(large), 60);
  return {
    what: 'a visitor’s turn',
    value: took.large,
    unit: 'ms',
    beside: beside(took.small),
    target: { is: 'at most', value: 2 },
  };
}

async function exportALot({ admin, known }: Side, say: (text: string) => void): Promise<Figure[]> {
  const query = String(new URLSearchParams({ from: known.daysAgo(60 + EXPORT_DAYS), to: known.daysAgo(60) }));
  const { firstByteMs, seconds, messages, grewMiB } = await exportConversations(admin, query);
  const size = `export of ${Math.round(messages / 1000).toLocaleString('en-US')} thousand messages`;
  say(`${size}: ${Math.round(seconds)} s`);
  return [
    {
      what: `${size}: memory above that before`,
      value: grewMiB,
      unit: 'MiB',
      target: { is: 'at most', value: 64 },
    },
    { what: `${size}: first byte`, value: firstByteMs, unit: 'ms' },
    { what: `${size}: pace`, value: messages / seconds, unit: 'messages/s' },
  ];
}

async function countWholeReadings(store: Store, large: Side, say: (text: string) => void): Promise<Figure> {
  const { admin, known } = large;
  const questions = QUESTIONS.map(({ what, path }) => ({
    what,
    ask: async () => {
      // The first call after connections were ended may meet one of them.
      const answer = await admin.call(path(known));
      return answer.status === 503 ? admin.get(path(known)) : answer;
    },
  }));
  const readings = await findWholeReadings(large.databaseUrl, store.log, questions);
  for (const { what, table, ms, query } of readings)
    say(`reads ${table} whole (${Math.round(ms)} ms) for ${what}: ${query.slice(0, 300)}`);
  return {
    what: 'statements of these that read a big table whole',
    value: readings.length,
    unit: '',
    target: { is: 'at most', value: 0 },
  };
}

/** What goes through everything there is, and says so: it takes as much more as there is more. */
async function lookThroughAll(small: Side, large: Side, say: (text: string) => void): Promise<Figure[]> {
  const perSecond = async ({ admin }: Side) => {
    const begun = performance.now();
    const { checked } = await admin.post<{ checked: number }>('/api/v1/sync');
    return (1000 * checked) / (performance.now() - begun);
  };
  const erase = ({ admin, known }: Side) =>
    time(() => admin.post('/api/v1/privacy/erase', { email: known.email }));
  const sync = { small: await perSecond(small), large: await perSecond(large) };
  say(`sync: ${Math.round(sync.small)} and ${Math.round(sync.large)} conversations/s`);
  const erasing = { small: await erase(small), large: await erase(large) };
  return [
    {
      what: 'sync',
      value: sync.large,
      unit: 'conversations/s',
      beside: beside(sync.small),
      target: { is: 'at least', value: 0.5 },
    },
    {
      what: 'erasing a person, with every text read',
      value: erasing.large / LARGE,
      unit: 'ms/conversation',
      beside: beside(erasing.small / SMALL),
      target: { is: 'at most', value: 2 },
    },
  ];
}
