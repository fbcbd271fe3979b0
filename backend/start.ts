/**
 * Puts a Parlour together on a database that is there: migrations, the first admin, the event feed, then web, worker
 * or both. Stops it in the opposite order.
 */
import { createServer, type Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import packageJson from '../package.json' with { type: 'json' };
import { countFirstVersions } from './agent-versions/record.ts';
import { createAgents } from './agents/registry.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { RunningTurns } from './conversation/running-turns.ts';
import { createTurnMetrics } from './conversation/turn-metrics.ts';
import { inTurn, migrate, openDatabase } from './db/knex.ts';
import { createEventHint } from './events/hint.ts';
import { prepareFirstStart } from './first-start.ts';
import { refuseBroken } from './http/broken-request.ts';
import { closeEventStreams } from './http/event-stream.ts';
import { createOutgoing } from './http/outgoing.ts';
import { Readiness } from './http/readiness.ts';
import type { Route } from './http/route.ts';
import { closeSilentConnections, watchSilentConnections } from './http/silent-connections.ts';
import { emailDeps } from './integrations/email/deps.ts';
import { Queue } from './jobs/queue.ts';
import { deriveKeys } from './keys.ts';
import { EventFeed } from './live/event-feed.ts';
import { TYPING_CHANNEL, TypingFeed } from './live/typing-feed.ts';
import type { Logger } from './log.ts';
import { eraseAgain } from './privacy/erase-again.ts';
import { Erasures } from './privacy/erasures.ts';
import { readKeptKeys } from './rotation/kept-keys.ts';
import { listenerName } from './rotation/known-secrets.ts';
import { SiteCache } from './sites/site-cache.ts';
import { ViewCounter } from './stats/views.ts';
import { startWorker } from './worker.ts';

export const VERSION = packageJson.version;

/** Requests under way get this long to finish. */
const FINISH_MS = 7_000;
/**
 * A client that rests longer than this between two requests is not in the middle of something; a request of a phone, or
 * of a machine that is very busy, can be on its way for a second and more.
 */
const GRACE_MS = 2_500;

export interface Parlour {
  /** While nobody can sign in yet: the link that makes the first admin. */
  setUpLink?: string;
  /** What the web side answers; empty for a worker. */
  routes: readonly Route[];
  /** Takes nothing new, finishes what is under way, lets go of the database. */
  stop(): Promise<void>;
}

export interface StartOptions {
  config: Config;
  databaseUrl: string;
  log: Logger;
  /** The folder of the built widget (`web/`) and dashboard (`dashboard/`). */
  webDir: string;
  /** How long connections that rest are kept open at the end, in milliseconds; 2,500 unless given. */
  graceMs?: number;
}

/** @throws what something it needs can't be had for (start-words tells it); what was started is stopped again */
export async function startParlour(options: StartOptions): Promise<Parlour> {
  return inTurn(options.databaseUrl, () => start(options));
}

async function start({
  config,
  databaseUrl,
  log,
  webDir,
  graceMs = GRACE_MS,
}: StartOptions): Promise<Parlour> {
  const toStop: Array<() => Promise<unknown>> = [];
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    while (toStop.length > 0) await toStop.pop()!();
  };
  try {
    await migrate(databaseUrl);
    const database = openDatabase(databaseUrl, config.databasePool);
    toStop.push(() => database.destroy());
    const kept = await readKeptKeys(database, config);
    const erasures = await Erasures.open(database, config, log);
    await eraseAgain(database, erasures);
    await erasures.catchUp();
    const setUpLink = await prepareFirstStart(database, config);
    await countFirstVersions(database);

    const sites = new SiteCache(database);
    const turns = new RunningTurns();
    const typing = new TypingFeed(database);
    const feed = new EventFeed(database, { url: databaseUrl, name: listenerName(config) }, log, {
      [TYPING_CHANNEL]: (payload) => typing.hear(payload),
    });
    feed.onEvents((events) => {
      if (events.some(({ type }) => type === 'site.updated' || type === 'knowledge.changed')) sites.forget();
      for (const { type, sessionId } of events) if (type === 'session.taken_over') turns.stop(sessionId!);
    });
    toStop.push(() => feed.stop());
    await feed.start();

    const outgoing = createOutgoing({ allowPrivate: config.allowPrivateNetwork });
    toStop.push(() => outgoing.close());
    toStop.push(() => turns.stopAll());
    const secretKey = deriveKeys(config, 'site-secrets');
    const agents = createAgents({ database, outgoing, secretKey, publicUrl: config.publicUrl });
    const turnMetrics = createTurnMetrics();
    const shared = {
      database,
      sites,
      log,
      turns,
      turnMetrics,
      agents,
      outgoing,
      hint: createEventHint(database),
    };
    const email = emailDeps(database, config, kept);
    const queue = new Queue(database, log);
    await queue.start();
    toStop.push(() => queue.stop());
    if (config.role !== 'web') {
      const worker = await startWorker({
        ...shared,
        queue,
        secretKey,
        markKeys: deriveKeys(config, 'monday-marks', kept['monday-marks']),
        publicUrl: config.publicUrl,
        erasures,
        email,
        reviewSamplePercent: config.reviewSamplePercent,
      });
      toStop.push(() => worker.stop());
    }
    let routes: Route[] = [];
    if (config.role !== 'worker') {
      const views = new ViewCounter(database, log);
      toStop.push(() => views.flush());
      const readiness = new Readiness(() => isStopping);
      const web = createApp({
        ...shared,
        config,
        queue,
        email,
        feed,
        typing,
        views,
        erasures,
        version: VERSION,
        webDir,
        readiness,
      });
      routes = web.routes;
      const server = await listen(createServer(web.app.callback()), config);
      toStop.push(() => closeServer(server, graceMs, readiness.isAsked()));
    }
    return { setUpLink, routes, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Connections that wait to be taken. Where a crowd comes at one moment, more than Node's 511 would have to knock again. */
const BACKLOG = 4096;

function listen(server: Server, { port, host }: Config): Promise<Server> {
  // Slow phones get their time; a connection that says nothing does not.
  server.requestTimeout = 60_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;
  server.on('clientError', refuseBroken);
  watchSilentConnections(server);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: BACKLOG }, () => resolve(server));
  });
}

/**
 * Takes no more connections and waits for the requests under way. Connections that rest are left open for a moment: a
 * request may be on its way on one of them, and is answered with `Connection: close`.
 * @param isAsked somebody asks whether this process is ready, and gets that moment to hear that it is not: meanwhile it
 * still takes connections, as one that is refused or reset may be a visitor's
 */
function closeServer(server: Server, graceMs: number, isAsked: boolean): Promise<void> {
  return new Promise((resolve) => {
    // After the loop has read what has arrived: a request on its way is not taken for rest.
    const closeIdle = () =>
      setImmediate(() => {
        server.closeIdleConnections();
        closeSilentConnections(server, graceMs);
      });
    let idle: NodeJS.Timeout | undefined;
    const close = () => {
      // http's own close would end resting connections at once.
      NetServer.prototype.close.call(server, () => {
        clearTimeout(grace);
        clearInterval(idle);
        clearTimeout(last);
        resolve();
      });
      closeEventStreams();
    };
    const grace = setTimeout(() => {
      if (isAsked) close();
      idle = setInterval(closeIdle, 50);
    }, graceMs);
    const last = setTimeout(() => server.closeAllConnections(), FINISH_MS);
    if (!isAsked) close();
  });
}
