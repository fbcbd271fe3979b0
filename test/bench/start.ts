/** From nothing to the first answered chat, the starts after that, and what a Parlour at rest takes up. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startEmbedded } from '../../backend/db/embedded.ts';
import { freePort } from '../support/free-port.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { type Bench, type Figure, median } from './bench.ts';
import { onLeaving } from './leaving.ts';
import { start } from './start/npm-start.ts';
import { memoryOf, postgresPids, residentOf, sizeOf } from './start/sizes.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ROUNDS = 2;
const NPM_CI = ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
/** In the clone, without npm. */
const PRODUCT: string[] = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts.start.split(
  ' ',
);

const run = promisify(execFile);

async function secondsOf(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return (performance.now() - begun) / 1000;
}

export const bench: Bench = {
  name: 'start',
  title: 'Start',
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), 'parlour-start-'));
    const removeFolder = () => rmSync(folder, { recursive: true, force: true });
    process.once('exit', removeFolder);
    try {
      return await measure(join(folder, 'parlour'), say);
    } finally {
      removeFolder();
      process.removeListener('exit', removeFolder);
    }
  },
};

async function measure(clone: string, say: (text: string) => void): Promise<Figure[]> {
  const port = await freePort();
  say('cloning, installing, building');
  const cloned = await secondsOf(() =>
    run('git', ['clone', '--quiet', '--depth=1', `file://${ROOT}`, clone]),
  );
  const installed = await secondsOf(() => run('npm', NPM_CI, { cwd: clone, maxBuffer: 1e8 }));
  const begun = performance.now();
  const parlour = await start(['npm', 'start'], clone, port);
  await chat(port);
  const first = cloned + installed + (performance.now() - begun) / 1000;
  await parlour.stop();
  say(`first chat after ${Math.round(first)} s`);

  const warm: number[] = [];
  const ready: number[] = [];
  const bare: number[] = [];
  const data = join(clone, '.data');
  for (let round = 0; round < ROUNDS; round++) {
    warm.push(await timed(['npm', 'start'], clone, port));
    ready.push(await timed(PRODUCT, clone, port));
    bare.push((await secondsOf(() => run('node', ['-e', '0']))) + (await postgresAlone(data)).seconds);
    say(`ready again after ${ready.at(-1)!.toFixed(1)} s`);
  }
  const parts = 'Node and PostgreSQL alone';
  const besideParts = { what: parts, value: median(bare) };
  return [
    {
      what: 'from git clone to the first answered chat (packages in npm’s cache)',
      value: first,
      unit: 's',
      beside: { what: 'npm ci alone', value: installed },
    },
    { what: 'npm start again, to ready (builds anew)', value: median(warm), unit: 's', beside: besideParts },
    { what: 'node dist/backend/index.js, to ready', value: median(ready), unit: 's', beside: besideParts },
    ...(await atRest(clone, port)),
    { what: 'dist', value: await sizeOf(join(clone, 'dist')), unit: 'MiB' },
    {
      what: 'node_modules, with what only builds and tests need',
      value: await sizeOf(join(clone, 'node_modules')),
      unit: 'MiB',
    },
  ];
}

/** The demo site's visitor says something and is answered. */
async function chat(port: number): Promise<void> {
  const visitor = await VisitorClient.start(`http://127.0.0.1:${port}`, 'demo');
  const { messages } = await visitor.say('Hello, what do you offer?');
  if (messages.length < 2) throw new Error('The first chat was not answered.');
}

/** Seconds to ready; stopped again afterwards. */
async function timed(command: string[], clone: string, port: number): Promise<number> {
  const begun = performance.now();
  const parlour = await start(command, clone, port);
  const seconds = (performance.now() - begun) / 1000;
  await parlour.stop();
  return seconds;
}

/** The database of this Parlour without Parlour: how soon it takes connections, and its memory. */
async function postgresAlone(data: string): Promise<{ seconds: number; memory: number }> {
  const begun = performance.now();
  const server = await startEmbedded(data);
  const forget = onLeaving(server.stop);
  const seconds = (performance.now() - begun) / 1000;
  const memory = memoryOf(postgresPids(join(data, 'postgres')));
  await server.stop();
  forget();
  return { seconds, memory };
}

async function atRest(clone: string, port: number): Promise<Figure[]> {
  const data = join(clone, '.data');
  const alone = (await postgresAlone(data)).memory;
  const node = spawn('node', ['-e', 'setInterval(() => {}, 1e6); console.log()'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(node.stdout, 'data');
  const bareNode = residentOf(node.pid!);
  node.kill();
  const parlour = await start(PRODUCT, clone, port);
  await chat(port);
  const memory = { node: residentOf(parlour.pid), postgres: memoryOf(postgresPids(join(data, 'postgres'))) };
  await parlour.stop();
  return [
    {
      what: 'memory at rest, Node',
      value: memory.node,
      unit: 'MiB',
      beside: { what: 'bare Node', value: bareNode },
    },
    {
      what: 'memory at rest, PostgreSQL',
      value: memory.postgres,
      unit: 'MiB',
      beside: { what: 'without Parlour', value: alone },
    },
  ];
}
