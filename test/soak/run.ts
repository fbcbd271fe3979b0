/**
 * `npm run test:soak`: the fault tests with many rounds (`SOAK_ROUNDS`, 20; 0 leaves them out), then one Parlour under
 * steady load for `SOAK_MINUTES` (30). Prints how heap, open files, connections and lag grow. Fails for messages that
 * were lost or doubled, for deliveries that did not arrive, and for files or connections that pile up.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { MOCHA } from '../support/mocha.ts';
import { stopTestPostgres } from '../support/postgres.ts';
import { until } from '../support/until.ts';
import { asTable, figureOf, growthOf, type Sample } from './figures.ts';
import { Load } from './load.ts';
import { POOL, type Soaked, startSoaked } from './soaked.ts';
import { whatIsWrong } from './verdict.ts';

const MINUTES = Number(process.env.SOAK_MINUTES ?? 30);
const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 20);
/** Caches fill and the pool opens before the first sample. */
const WARM_UP_MS = Math.min(60_000, MINUTES * 10_000);
const SAMPLES = 90;
/** More open files than at the beginning is a leak; streams come and go within this. */
const FILES_MORE = 30;
/** The pool, the listener, and one that asks after another. */
const CONNECTIONS = POOL + 2;

const say = (text: string) => void process.stdout.write(`${text}\n`);

if (ROUNDS > 0) await runFaults();
if (process.exitCode === undefined) await soak();
await stopTestPostgres();

async function runFaults(): Promise<void> {
  const mocha = [...MOCHA, 'test/promises/*.test.ts', 'test/backend/deliveries/killed-workers.test.ts'];
  const env = { ...process.env, SOAK_ROUNDS: String(ROUNDS) };
  const [code] = await once(spawn(process.execPath, mocha, { stdio: 'inherit', env }), 'close');
  if (code !== 0) process.exitCode = 1;
}

async function soak(): Promise<void> {
  const soaked = await startSoaked();
  const asking = new pg.Client({ connectionString: soaked.databaseUrl, application_name: 'soak' });
  await asking.connect();
  try {
    const load = new Load(soaked.url, soaked.siteKey, soaked.admin);
    await wait(WARM_UP_MS);
    const samples: Sample[] = [];
    const begun = performance.now();
    while (!load.failure && performance.now() - begun < MINUTES * 60_000) {
      samples.push({ at: (performance.now() - begun) / 1000, values: await sample(soaked, asking) });
      await wait((MINUTES * 60_000) / SAMPLES);
    }
    await load.end();
    await until(() => isAllDelivered(asking), 'everything is delivered', 60_000);
    const wrong = await whatIsWrong(asking, load, soaked.receiver);
    await Promise.all(load.staff.map((follower) => follower.close()));
    const growth = growthOf(samples);
    const messages = [...load.promised.values()].reduce((sum, lines) => sum + lines, 0);
    say(`\n${MINUTES} minutes, ${samples.length} samples, ${messages} messages of visitors promised,`);
    say(
      `${load.completed.size} conversations completed and delivered; ${load.sentAgain} calls sent again\n\n${asTable(growth)}\n`,
    );
    const of = (name: string) => growth.find((figure) => figure.name === name)!;
    if (of('open files').end > of('open files').start + FILES_MORE) wrong.push('open files pile up');
    if (of('database connections').end > CONNECTIONS) wrong.push('database connections pile up');
    for (const what of wrong) say(`WRONG: ${what}`);
    process.exitCode = wrong.length > 0 ? 1 : 0;
  } finally {
    await asking.end();
    await soaked.stop();
  }
}

async function sample({ pid, admin }: Soaked, asking: pg.Client): Promise<Record<string, number>> {
  // It collects its garbage on this signal (soaked.ts); the figures are of what is left.
  process.kill(pid, 'SIGUSR2');
  await wait(200);
  const metrics = await admin.get<string>('/metrics');
  const { rows } = await asking.query(`SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND application_name LIKE 'parlour%'`);
  return {
    'heap after collection, MiB': figureOf(metrics, 'nodejs_heap_size_used_bytes') / 2 ** 20,
    'resident memory, MiB': figureOf(metrics, 'process_resident_memory_bytes') / 2 ** 20,
    'open files': readdirSync(`/proc/${pid}/fd`).length,
    'sockets, timers and such': figureOf(metrics, 'nodejs_active_resources_total'),
    'open streams': figureOf(metrics, 'parlour_open_streams'),
    'database connections': rows[0].count,
    'event loop lag p99, ms': figureOf(metrics, 'nodejs_eventloop_lag_p99_seconds') * 1000,
  };
}

async function isAllDelivered(asking: pg.Client): Promise<boolean> {
  const { rows } = await asking.query(`SELECT 1 FROM deliveries WHERE status <> 'delivered' LIMIT 1`);
  return rows.length === 0;
}
