/**
 * The process: reads the configuration, starts the embedded database where none is given, starts Parlour, and ends
 * all of it in order on a signal.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCommand } from './backup/command.ts';
import { type Config, loadConfig } from './config.ts';
import { startEmbedded } from './db/embedded.ts';
import { createLogger, errorForLog, type Logger } from './log.ts';
import { startParlour, VERSION } from './start.ts';
import { startWords } from './start-words.ts';

/** Whatever hangs, the process ends within the ten seconds it promises. */
const LAST_MS = 9_500;

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  if (words.length > 0) {
    process.exitCode = await runCommand(words, process.env, VERSION);
    return;
  }
  const config = loadConfig(process.env);
  const log = createLogger(config.logLevel);
  const toStop: Array<() => Promise<void>> = [];
  const stop = stopper(toStop, log);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void stop(signal, 0));
  for (const surprise of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(surprise, (err) => {
      log.fatal({ err: errorForLog(err) }, 'something unexpected happened');
      void stop(surprise, 1);
    });
  if (config.isChildOfNpm) stopWithParent(() => void stop('npm ended', 0));

  try {
    const embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataDir);
    if (embedded) toStop.push(embedded.stop);
    const parlour = await startParlour({
      config,
      databaseUrl: config.databaseUrl ?? embedded!.url,
      log,
      webDir: fileURLToPath(new URL('..', import.meta.url)),
    });
    toStop.push(parlour.stop);
    welcome(config, parlour.setUpLink);
    log.info({ role: config.role, version: VERSION }, 'ready');
  } catch (error) {
    process.stderr.write(`\nParlour could not start. ${startWords(error)}\n`);
    log.debug({ err: errorForLog(error) }, 'start failed');
    await stop('start failed', 1);
  }
}

/** Ends the process once, last started first stopped. */
function stopper(toStop: Array<() => Promise<void>>, log: Logger) {
  let isStopping = false;
  return async (why: string, code: number): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), LAST_MS).unref();
    try {
      while (toStop.length > 0) await toStop.pop()!();
    } catch (err) {
      log.error({ err: errorForLog(err) }, 'stopping went wrong');
      process.exit(1);
    }
    process.exit(code);
  };
}

/**
 * npm does not pass on its own hard end, and the shell between it and us stays; without this the server would outlive
 * them.
 */
function stopWithParent(onGone: () => void): void {
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  setInterval(() => {
    if (process.ppid !== parent || parentOf(parent) !== grandparent) onGone();
  }, 500).unref();
}

/** Where the system tells it (Linux); undefined elsewhere. */
function parentOf(pid: number): string | undefined {
  try {
    // "pid (name) state parent ...": the name may hold anything, also brackets and spaces.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1];
  } catch {
    return undefined;
  }
}

function welcome({ publicUrl, databaseUrl, admin, role }: Config, setUpLink: string | undefined): void {
  if (role === 'worker') return;
  const lines = [
    'Parlour is running.',
    ...(databaseUrl ? [] : [`  Demo page    ${publicUrl}/demo`]),
    `  Dashboard    ${publicUrl}/dashboard/`,
    ...(setUpLink
      ? [`  First admin  ${setUpLink}`, '               (this link works once, within 24 hours)']
      : []),
    ...(admin ? [`  Admin        ${admin.email}, with the password you set`] : []),
    ...(databaseUrl ? [] : ['  Data         stays in the embedded PostgreSQL; Ctrl-C stops both']),
  ];
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}

main().catch((error) => {
  process.stderr.write(`\nParlour could not start. ${startWords(error)}\n`);
  process.exitCode = 1;
});
