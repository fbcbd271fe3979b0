/** Fills a database with the benchmark's conversations, on as many connections as there are cores. */
import pg from 'pg';
import { SUMS } from '../../../backend/stats/sums.ts';
import {
  BESIDE,
  FACTS_OF_SOME,
  FOLLOWED,
  INDEXES,
  LEADS,
  LONG_SUMS,
  MESSAGES,
  PLAN,
  SESSIONS,
  SHORT_SUMS,
} from './statements.ts';
import { MAKE_TEXTS } from './texts.ts';

/** Connections that fill side by side, one for each core. */
const HANDS = 2;

interface Index {
  name: string;
  definition: string;
  /** Figures are counted when everything else is there and can be looked up. */
  of_figures: boolean;
}

const definitions = (indexes: readonly Index[]) => indexes.map(({ definition }) => definition);

/** Fills a database that has its schema, its sites and a person of staff. */
export async function fill(url: string, sessions: number, say: (text: string) => void): Promise<void> {
  const hands = await Promise.all(Array.from({ length: HANDS }, () => connect(url)));
  try {
    await fillWith(hands, sessions, say);
  } finally {
    await Promise.all(hands.map((client) => client.end()));
  }
}

async function fillWith(hands: pg.Client[], sessions: number, say: (text: string) => void): Promise<void> {
  const [first] = hands as [pg.Client];
  let begun = performance.now();
  const step = async (what: string, work: () => Promise<unknown>) => {
    await work();
    say(`${sessions} conversations: ${what} (${Math.round((performance.now() - begun) / 1000)} s)`);
    begun = performance.now();
  };
  /** Each hand takes its stretch of numbers. */
  const inHalves = (text: string) =>
    Promise.all(
      hands.map((client, hand) =>
        client.query(text, [
          Math.floor((sessions * hand) / HANDS) + 1,
          Math.floor((sessions * (hand + 1)) / HANDS),
        ]),
      ),
    );
  /** Each hand takes the next one. */
  const each = (texts: readonly string[]) => {
    const left = [...texts];
    return Promise.all(
      hands.map(async (client) => {
        for (let text = left.shift(); text; text = left.shift()) await client.query(text);
      }),
    );
  };
  const { rows: indexes } = await first.query<Index>(INDEXES);
  await first.query(`${indexes.map(({ name }) => `DROP INDEX ${name}`).join(';')}; ${MAKE_TEXTS}`);
  await first.query(PLAN(sessions));
  await first.query('CREATE UNIQUE INDEX ON bench_plan (n); ANALYZE bench_plan');
  await step('drawn', () => inHalves(SESSIONS));
  await step('messages', () => inHalves(MESSAGES(sessions)));
  await step('leads', () => inHalves(LEADS));
  // The second verdict follows from the first one.
  await step('what goes with them', async () => {
    for (const text of BESIDE.slice(0, 3)) await first.query(text);
    await each(BESIDE.slice(3));
  });
  await step('indexes', () => each(definitions(indexes.filter(({ of_figures }) => !of_figures))));
  await step('tidied', () => first.query('VACUUM (ANALYZE)'));
  await step('facts', () => inHalves(FACTS_OF_SOME));
  await step('sums', async () => {
    await each(SHORT_SUMS);
    await each(LONG_SUMS);
    await each(definitions(indexes.filter(({ of_figures }) => of_figures)));
  });
  await first.query(`${FOLLOWED}; DROP TABLE bench_plan, bench_texts`);
  await step('tidied again', () =>
    first.query(`VACUUM (ANALYZE) ${[...SUMS.map(({ table }) => table), 'stats_sessions', 'stats_views']}`),
  );
}

/** Foreign keys are not asked: what is written fits. */
async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    options: '-c session_replication_role=replica -c jit=off',
  });
  await client.connect();
  return client;
}
