/** How many turns a second visitors can have, beside the same SQL without us and beside HTTP without SQL. */
import { resolve } from 'node:path';
import { type Bench, type Figure, median } from './bench.ts';
import { runModule, startModule } from './module.ts';
import { type BenchParlour, startBenchParlour } from './rig.ts';
import type { Load, Outcome } from './writes/load.ts';
import { layOutSessions, runStatements } from './writes/same-statements.ts';

const SECONDS = 3;
const ROUNDS = 3;
/** A turn is the visitor's message and the reply. */
const MESSAGES = 2;
const here = (file: string) => resolve(import.meta.dirname, 'writes', file);

export const bench: Bench = {
  name: 'writes',
  title: 'Chat writes',
  async run(say) {
    // Visitors come from many addresses, as they do behind a proxy: the limits are on and counted.
    const parlour = await startBenchParlour({ TRUST_PROXY: '1' });
    const bare = await startModule(here('bare-koa.ts'));
    try {
      await layOutSessions(parlour.databaseUrl, parlour.site.id, 32);
      await talk(parlour, { visitors: 8, seconds: 3 });
      const figures: Figure[] = [];
      for (const visitors of [1, 8, 32])
        figures.push(...(await sideBySide(parlour, bare.line, visitors, say)));
      figures.push(...(await overload(parlour, figures.at(-2)!.value, say)));
      return figures;
    } finally {
      await bare.stop();
      await parlour.stop();
    }
  },
};

const talk = ({ url, site }: BenchParlour, load: Partial<Load>) =>
  runModule<Outcome>(here('load.ts'), { url, siteKey: site.key, ...load });

interface Round {
  ours: Outcome;
  sql: number;
  bare: Outcome;
}

/** In turns, so that a machine that is busy for a moment is busy for all of them. */
async function sideBySide(
  parlour: BenchParlour,
  bareUrl: string,
  visitors: number,
  say: (text: string) => void,
): Promise<Figure[]> {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await talk(parlour, { visitors, seconds: SECONDS });
    if (ours.failed + ours.refused > 0) throw new Error(`Turns failed: ${JSON.stringify(ours)}`);
    const sql = await runStatements(parlour.databaseUrl, visitors, SECONDS);
    const bare = await talk(parlour, { url: bareUrl, visitors, seconds: 2, isBare: true });
    rounds.push({ ours, sql, bare });
    say(`${visitors} visitors: ${Math.round(ours.perSecond)} turns/s, pgbench ${Math.round(sql)}`);
  }
  const of = (pick: (round: Round) => number) => median(rounds.map(pick));
  const who = `${visitors} visitor${visitors > 1 ? 's' : ''}`;
  const turns = of(({ ours }) => ours.perSecond);
  const figures: Figure[] = [
    {
      what: `${who}, against pgbench`,
      value: turns,
      unit: 'turns/s',
      beside: { what: 'the same SQL', value: of(({ sql }) => sql) },
      ...(visitors === 32 && { target: { is: 'at least', value: 0.5 } }),
    },
    {
      what: `${who}, against a bare route`,
      value: turns,
      unit: 'turns/s',
      beside: { what: 'Koa that only parses', value: of(({ bare }) => bare.perSecond) },
    },
  ];
  if (visitors < 32) return figures;
  const durable = { what: 'durable messages', value: turns * MESSAGES, unit: 'messages/s' };
  return [{ ...durable, target: { is: 'at least', value: 1000 } }, ...figures];
}

/** Four times as much as can be answered, for ten seconds, from people who do not wait for each other. */
async function overload(
  parlour: BenchParlour,
  turns: number,
  say: (text: string) => void,
): Promise<Figure[]> {
  const perSecond = Math.round(turns * 4);
  say(`overload: ${perSecond} messages a second`);
  const usual = await talk(parlour, { visitors: 32, seconds: SECONDS });
  const { answered, refused, failed, p99 } = await talk(parlour, { visitors: 400, seconds: 10, perSecond });
  const all = answered + refused + failed;
  return [
    {
      what: 'four times too much: slowest of a hundred that were answered',
      value: p99,
      unit: 'ms',
      beside: { what: 'with 32 visitors', value: usual.p99 },
    },
    {
      what: 'four times too much: turned away with a time to come again',
      value: (100 * refused) / all,
      unit: '%',
    },
    {
      what: 'four times too much: failed',
      value: (100 * failed) / all,
      unit: '%',
      target: { is: 'at most', value: 0 },
    },
  ];
}
