/** Runs PHP, the machine's or the one from npm: a server for one site, and wp-cli. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { CACHE, findPhp, findWasmPhp, type Part, type PhpVersion, required, WASM_PHP } from '../parts.ts';
import { wordPressTools } from './core.ts';
import { removeFolder } from './folders.ts';

const PHP_NAME = 'PHP 7.4 or newer with sqlite3, curl, mbstring, xml, zip, gd and intl';

/** A version from npm, or undefined for the machine's own PHP. */
type Wanted = PhpVersion | undefined;

export interface PhpServer {
  stop(): Promise<void>;
}

/** Groups of processes that must not outlive the tests, however these end. */
const running = new Set<number>();
process.once('exit', () => {
  for (const group of running) killGroup(group);
});
// Without a listener, a polite request to end would skip the above.
process.once('SIGTERM', () => process.exit(143));

/**
 * Serves `dir` on 127.0.0.1 with PHP's own server and resolves when WordPress answers. Several workers, because a
 * page that asks another server, which asks WordPress again, would wait for itself otherwise.
 */
export async function servePhp(dir: string, port: number, version?: PhpVersion): Promise<PhpServer> {
  const [command, ...args] = serverCommand(dir, port, version);
  const child = spawn(command, args, {
    // A process group of its own, so that PHP's workers, which outlive their parent, can be stopped with it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
  });
  const output = collect(child);
  const exited = once(child, 'exit');
  const group = child.pid;
  if (group === undefined) throw new Error('PHP could not be started.');
  running.add(group);

  const stop = async () => {
    killGroup(group);
    running.delete(group);
    await exited;
  };
  try {
    await untilItAnswers(`http://127.0.0.1:${port}/?rest_route=/`, child, output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

/** Runs wp-cli in `dir` and resolves with what it prints, or fails with what it complains about. */
export async function runWpCli(dir: string, args: string[]): Promise<string> {
  const [command, ...php] = phpCommand();
  const options = ['--allow-root', '--no-color', `--path=${dir}`];
  const child = spawn(
    command,
    [...php, '-d', 'display_errors=stderr', wordPressTools.wpCli, ...options, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, WP_CLI_DISABLE_AUTO_CHECK_UPDATE: '1', WP_CLI_CACHE_DIR: join(dir, '.wp-cli') },
    },
  );
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const complaints = collect(child);
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`wp ${args.join(' ')} failed (${status}): ${complaints()}${printed}`);
  return printed.trim();
}

/** Forgets the compiled files of one site; those that all sites share stay. */
export function forgetCompiled(dir: string): void {
  if (!existsSync(COMPILED)) return;
  for (const build of readdirSync(COMPILED)) removeFolder(join(COMPILED, build, dir));
}

type Command = [program: string, ...args: string[]];

export interface Linted {
  files: number;
  /** What PHP says about files that it cannot read. */
  problems: string[];
}

const LINT = `$problems = array();
foreach ( array_slice( $argv, 1 ) as $file ) {
	try { token_get_all( file_get_contents( $file ), TOKEN_PARSE ); } catch ( ParseError $error ) {
		$problems[] = $file . ':' . $error->getLine() . ': ' . $error->getMessage();
	}
}
echo json_encode( array( 'files' => $argc - 1, 'problems' => $problems ) );`;

/** Reads files the way \`php -l\` does, all in one process. */
export async function lintPhp(files: string[], version?: PhpVersion): Promise<Linted> {
  const [command, ...php] = version ? wasmCommand(version, 'cli') : phpCommand();
  const paths = files.map((file) => resolve(file));
  const { stdout } = await promisify(execFile)(command, [...php, '-r', LINT, '--', ...paths]);
  return JSON.parse(stdout);
}

/** The machine's own PHP; looking for it starts it, so that is done once. */
function machinesPhp(): Part | undefined {
  found ??= { php: findPhp() };
  return found.php;
}
let found: { php: Part | undefined } | undefined;

const COMPILED = join(CACHE, 'opcache');

/** Keeps compiled files for the next process too: a call of wp-cli takes half the time. */
function compiledOnce(): string[] {
  mkdirSync(COMPILED, { recursive: true });
  const settings = ['enable_cli=1', 'revalidate_freq=0', `file_cache=${COMPILED}`];
  return settings.flatMap((setting) => ['-d', `opcache.${setting}`]);
}

/** PHP on the command line. */
function phpCommand(): Command {
  const php = machinesPhp();
  return php ? [php.path, ...compiledOnce()] : wasmCommand(undefined, 'cli');
}

/** A server for one site. */
function serverCommand(dir: string, port: number, version: Wanted): Command {
  const php = version ? undefined : machinesPhp();
  if (!php) return wasmCommand(version, 'serve', dir, String(port));
  return [
    php.path,
    ...compiledOnce(),
    '-d',
    'upload_max_filesize=32M',
    '-S',
    `127.0.0.1:${port}`,
    '-t',
    dir,
    join(import.meta.dirname, 'router.php'),
  ];
}

function wasmCommand(version: Wanted, ...args: string[]): Command {
  required(findWasmPhp(), PHP_NAME);
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const program = join(import.meta.dirname, 'wasm-php.ts');
  return [process.execPath, '--import', tsx, program, version ?? WASM_PHP.version, ...args];
}

/** Asks `url` until it answers well; the server needs a moment to listen. */
async function untilItAnswers(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The PHP server ended: ${output()}`);
    const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await pause(25);
  }
  throw new Error(`WordPress does not answer: ${output()}`);
}

/** Keeps the last of what a process writes to stderr. */
function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (more: string) => {
    text = (text + more).slice(-8192);
  });
  return () => text;
}

function killGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
