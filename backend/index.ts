/**
 * Starts Parlour: configuration, database, then web, worker or both; and stops it in the opposite order.
 */
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import { createApp } from './app.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { type EmbeddedDatabase, startEmbedded } from './db/embedded.ts';
import { type Database, migrate, openDatabase } from './db/knex.ts';
import { createEventHint } from './events/hint.ts';
import { prepareFirstStart } from './first-start.ts';
import { closeEventStreams } from './http/event-stream.ts';
import { Queue } from './jobs/queue.ts';
import { EventFeed } from './live/event-feed.ts';
import { createLogger, errorForLog } from './log.ts';
import { SiteCache } from './sites/site-cache.ts';
import { startWorker, type Worker } from './worker.ts';

/** Requests under way get this long to finish. */
const FINISH_MS = 7_000;
/** Whatever hangs, the process ends within the ten seconds it promises. */
const LAST_MS = 9_500;

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const log = createLogger(config.logLevel);
  const parts: {
    embedded?: EmbeddedDatabase;
    database?: Database;
    feed?: EventFeed;
    worker?: Worker;
    server?: Server;
  } = {};
  let isStopping = false;

  const stop = async (why: string, code: number) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), LAST_MS).unref();
    try {
      if (parts.server) await closeServer(parts.server);
      await parts.worker?.stop();
      await parts.feed?.stop();
      await parts.database?.destroy();
      await parts.embedded?.stop();
    } catch (err) {
      log.error({ err: errorForLog(err) }, 'stopping went wrong');
      code = 1;
    }
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void stop(signal, 0));
  for (const surprise of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(surprise, (err) => {
      log.fatal({ err: errorForLog(err) }, 'something unexpected happened');
      void stop(surprise, 1);
    });
  if (config.isChildOfNpm) stopWithParent(() => void stop('npm ended', 0));

  try {
    if (!config.databaseUrl) parts.embedded = await startEmbedded(config.dataDir);
    const url = config.databaseUrl ?? parts.embedded!.url;
    const database = openDatabase(url, config.databasePool);
    parts.database = database;
    await migrate(url);
    const setUpLink = await prepareFirstStart(database, config);

    const sites = new SiteCache(database);
    const feed = new EventFeed(database, url, log);
    feed.onEvents((events) => {
      if (events.some(({ type }) => type === 'site.updated')) sites.forget();
    });
    parts.feed = feed;
    await feed.start();
    const shared = { database, sites, log, hint: createEventHint(database) };

    const queue = new Queue(database, log);
    await queue.start();
    if (config.role !== 'web') parts.worker = await startWorker({ ...shared, queue });
    if (config.role !== 'worker') {
      const webDir = fileURLToPath(new URL('..', import.meta.url));
      const { app } = createApp({
        ...shared,
        config,
        feed,
        version: packageJson.version,
        webDir,
        isStopping: () => isStopping,
      });
      parts.server = await listen(createServer(app.callback()), config);
    }
    welcome(config, setUpLink);
    log.info({ role: config.role, version: packageJson.version }, 'ready');
  } catch (error) {
    say(`\nParlour could not start. ${(error as Error).message}\n`);
    log.debug({ err: errorForLog(error) }, 'start failed');
    await stop('start failed', 1);
  }
}

function listen(server: Server, { port, host }: Config): Promise<Server> {
  // Uploads and slow phones get their time; a connection that says nothing does not.
  server.requestTimeout = 60_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new Error(`Port ${port} is in use already. Set PORT to another one.`));
      else reject(error);
    });
    server.listen(port, host, () => resolve(server));
  });
}

/** Takes no more connections and waits for the requests under way. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const last = setTimeout(() => server.closeAllConnections(), FINISH_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(last);
      resolve();
    });
    closeEventStreams();
  });
}

/** npm does not pass on its own hard end; without this the server would outlive it. */
function stopWithParent(onGone: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) onGone();
  }, 500).unref();
}

function welcome({ publicUrl, databaseUrl, admin, role }: Config, setUpLink: string | undefined): void {
  if (role === 'worker') return;
  const lines = [
    'Parlour is running.',
    `  Demo page   ${publicUrl}/demo`,
    `  Dashboard   ${publicUrl}/dashboard/`,
    ...(setUpLink
      ? [`  First admin ${setUpLink}`, '              (this link works once, for 24 hours)']
      : []),
    ...(admin ? [`  Admin       ${admin.email}, with the password you set`] : []),
    ...(databaseUrl ? [] : ['  Data        is kept in the embedded PostgreSQL; Ctrl-C stops both']),
  ];
  say(`\n${lines.join('\n')}\n\n`);
}

const say = (text: string) => process.stdout.write(text);

main().catch((error) => {
  const expected = error instanceof ConfigError;
  process.stderr.write(`\nParlour could not start. ${expected ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
});
