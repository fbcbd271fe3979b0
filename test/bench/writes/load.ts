/**
 * The load, in a process of its own: visitors who talk through HTTP and wait for each answer (`visitors`), or messages
 * that come at a fixed pace from as many visitors, whoever is not waiting for an answer (`perSecond`). Prints what came
 * back as one line of JSON.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'undici';
import { percentile } from '../bench.ts';

export interface Load {
  url: string;
  siteKey: string;
  seconds: number;
  visitors: number;
  perSecond?: number;
  /** A route that only parses and answers: conversations are not opened. */
  isBare?: boolean;
}

export interface Outcome {
  answered: number;
  perSecond: number;
  /** Turned away with 429 or 503 and told when to come again. */
  refused: number;
  /** Anything else: a failure. */
  failed: number;
  p50: number;
  p99: number;
}

/** What visitors say: some is found in what the site knows, some is noted, some is small talk. */
const SAID = [
  'Hello, what do you offer?',
  'We are moving our office in spring',
  'How long does that take?',
  'Can you send me more about it?',
  'What does it cost?',
  'skip',
  'Thanks, that helps',
  'When are you open?',
];

const load: Load = JSON.parse(process.argv[2]!);
const pool = new Pool(load.url, { connections: load.visitors, pipelining: 1 });
const took: number[] = [];
const counts = { answered: 0, refused: 0, failed: 0 };
let isWarm = false;

async function run(): Promise<Outcome> {
  await wait(300);
  const talking = load.perSecond
    ? pace(load.perSecond, await openAll())
    : Array.from({ length: load.visitors }, talk);
  const begun = performance.now();
  isWarm = true;
  await Promise.all(talking);
  const seconds = (performance.now() - begun) / 1000;
  await pool.close();
  return {
    ...counts,
    perSecond: counts.answered / seconds,
    p50: took.length > 0 ? percentile(took, 0.5) : 0,
    p99: took.length > 0 ? percentile(took, 0.99) : 0,
  };
}

async function talk(): Promise<void> {
  const end = performance.now() + load.seconds * 1000;
  while (performance.now() < end) {
    const visitor = await open();
    for (const text of SAID) if (performance.now() < end) await say(visitor, text);
  }
}

/** One promise for each message, begun at its moment. Nobody speaks again before the last message was answered. */
function pace(perSecond: number, visitors: Visitor[]): Promise<void>[] {
  return Array.from({ length: Math.round(perSecond * load.seconds) }, async (_, n) => {
    await wait((n / perSecond) * 1000);
    const visitor = visitors[n % visitors.length]!;
    if (visitor.isWaiting) return;
    visitor.isWaiting = true;
    await say(visitor, SAID[n % SAID.length]!);
    visitor.isWaiting = false;
  });
}

/** Conversations that are there before anything is measured, a few at a time. */
async function openAll(): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  while (visitors.length < load.visitors)
    visitors.push(...(await Promise.all(Array.from({ length: 8 }, open))));
  return visitors;
}

/** Visitors come from many addresses, as the limits count by address; each keeps its own. */
const newAddress = () => `10.${byte()}.${byte()}.${byte()}`;
const byte = () => Math.floor(Math.random() * 256);

interface Visitor {
  token: string;
  address: string;
  isWaiting?: boolean;
}

async function open(): Promise<Visitor> {
  const address = newAddress();
  if (load.isBare) return { token: 'none', address };
  const page = { url: 'https://landing.example/pricing', title: 'Pricing' };
  const { body } = await post('/api/v1/visitor/sessions', { siteKey: load.siteKey, page }, { address });
  return { token: (body as { token: string }).token, address };
}

async function say(visitor: Visitor, text: string): Promise<void> {
  const from = performance.now();
  const { status, retryAfter } = await post(
    '/api/v1/visitor/session/messages',
    { id: randomUUID(), text },
    visitor,
  );
  if (!isWarm) return;
  if (status === 200) {
    counts.answered++;
    took.push(performance.now() - from);
  } else if (retryAfter && (status === 503 || status === 429)) counts.refused++;
  else counts.failed++;
}

async function post(path: string, json: unknown, { token, address }: Partial<Visitor>) {
  const { statusCode, headers, body } = await pool.request({
    path,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-forwarded-for': address,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(json),
  });
  return { status: statusCode, retryAfter: headers['retry-after'], body: await body.json() };
}

process.stdout.write(`${JSON.stringify(await run())}\n`);
