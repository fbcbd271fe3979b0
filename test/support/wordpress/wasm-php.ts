/**
 * PHP compiled to WebAssembly (npm `@php-wasm/node`, the engine of WordPress Playground), for the versions of PHP that
 * a machine does not have. It reads and writes the machine's real files, so that a site is the same for both, but it
 * is several times slower. A program of its own, started by `php.ts`:
 *
 *     wasm-php.ts VERSION cli ARGUMENTS...     like `php ARGUMENTS...`
 *     wasm-php.ts VERSION serve FOLDER PORT    like `php -S`, with pretty permalinks
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { WASM_PHP } from '../parts.ts';

/** The little of the packages that is used here. */
interface Php {
  cli(argv: string[], options: { env: Record<string, string | undefined> }): Promise<Streams>;
}
interface Streams {
  stdout: ReadableStream<Uint8Array>;
  stderr: ReadableStream<Uint8Array>;
  exitCode: Promise<number>;
}
interface Handler {
  request(request: {
    url: string;
    method: string;
    headers: Record<string, string>;
    body?: Uint8Array;
  }): Promise<{ httpStatusCode: number; headers: Record<string, string[]>; bytes: Uint8Array }>;
}
interface Packages {
  loadNodeRuntime(version: string, options: object): Promise<number>;
  useHostFilesystem(php: Php): void;
  PHP: new (runtime: number) => Php;
  PHPRequestHandler: new (options: object) => Handler;
  FileLockManagerInMemory: new () => object;
}

const load = (name: string) => import(pathToFileURL(`${WASM_PHP.modules}/@php-wasm/${name}/index.js`).href);
const packages: Packages = { ...(await load('universal')), ...(await load('node')) };
const fileLockManager = new packages.FileLockManagerInMemory();
let started = 0;

/** The sites of a network are in folders that are not there, as in router.php. */
const SITES_OF_A_NETWORK = {
  match: /^\/(?!wp-)[a-z0-9-]+(\/wp-(?:admin|content|includes)(?:\/.*)?|\/[^/]+\.php)$/,
  replacement: '$1',
};

const [version = '', task, ...rest] = process.argv.slice(2);
if (task === 'cli') await cli(rest);
else serve(rest[0] ?? '', Number(rest[1]));

/** One PHP; several of them lock files against one another, as the SQLite database needs. */
async function startPhp(): Promise<Php> {
  started++;
  const options = { fileLockManager, emscriptenOptions: { processId: started } };
  const php = new packages.PHP(await packages.loadNodeRuntime(version, options));
  packages.useHostFilesystem(php);
  return php;
}

async function cli(args: string[]): Promise<void> {
  const php = await startPhp();
  // It cannot start other programs; told so, wp-cli does without.
  const settings = ['-d', 'disable_functions=popen,proc_open,exec,shell_exec,system,passthru'];
  const running = await php.cli(['php', ...settings, ...args], { env: process.env });
  const copy = (from: ReadableStream<Uint8Array>, to: NodeJS.WriteStream) =>
    from.pipeTo(new WritableStream({ write: (bytes) => void to.write(bytes) }));
  await Promise.all([copy(running.stdout, process.stdout), copy(running.stderr, process.stderr)]);
  process.exit(await running.exitCode);
}

function serve(dir: string, port: number): void {
  const handler = new packages.PHPRequestHandler({
    documentRoot: dir,
    absoluteUrl: `http://127.0.0.1:${port}`,
    phpFactory: startPhp,
    maxPhpInstances: 4,
    cookieStore: false,
    rewriteRules: [SITES_OF_A_NETWORK],
    getFileNotFoundAction: () => ({ type: 'internal-redirect', uri: '/index.php' }),
  });
  createServer((request, response) => {
    answer(handler, request, response).catch((error) => {
      process.stderr.write(`${error}\n`);
      response.writeHead(500).end();
    });
  }).listen(port, '127.0.0.1');
}

async function answer(handler: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const body = await buffer(request);
  const {
    httpStatusCode,
    headers: sent,
    bytes,
  } = await handler.request({
    url: request.url ?? '/',
    method: request.method ?? 'GET',
    headers,
    body: body.length > 0 ? new Uint8Array(body) : undefined,
  });
  response.writeHead(httpStatusCode, sent).end(bytes);
}
