/**
 * nginx or Caddy with the block that README gives for it. Changed are only ports and where the certificate lies; it is
 * reached by the name in the block.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, fetch as undiciFetch } from 'undici';
import { freePort } from './free-port.ts';
import { CERTIFICATE, KEY } from './self-signed.ts';
import { until } from './until.ts';

const HOST = 'chat.example.com';
const UPSTREAM = '127.0.0.1:3000';

export interface FrontProxy {
  url: string;
  /** As `fetch`, from an address of this machine that is not Parlour's or the proxy's own. */
  ask: typeof fetch;
  stop(): Promise<void>;
}

/** @param program its path @param parlourUrl where Parlour listens */
export async function startProxy(
  name: 'nginx' | 'caddy',
  program: string,
  parlourUrl: string,
  from: string,
): Promise<FrontProxy> {
  const folder = mkdtempSync(join(tmpdir(), `parlour-${name}-`));
  const port = await freePort();
  const block = readmeBlock(name).replace(UPSTREAM, new URL(parlourUrl).host);
  const { args, config } =
    name === 'nginx' ? nginx(folder, port, block) : caddy(folder, port, await freePort(), block);
  writeFileSync(join(folder, 'config'), config);
  const env = { PATH: process.env.PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const dispatcher = new Agent({
    localAddress: from,
    // With a choice of families the address to call from would not be kept.
    autoSelectFamily: false,
    connect: {
      rejectUnauthorized: false,
      servername: HOST,
      lookup: (_host, _options, found) => found(null, '127.0.0.1', 4),
    },
  });
  const ask = ((url: string, init: object) =>
    undiciFetch(url, { ...init, dispatcher })) as unknown as typeof fetch;
  const url = `https://${HOST}:${port}`;
  const stop = async () => {
    await dispatcher.destroy();
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const isUp = async () => (await ask(`${url}/health/live`).catch(() => undefined))?.status === 200;
    await until(() => child.exitCode !== null || isUp(), `${name} answers`);
    if (child.exitCode !== null) throw new Error(`${name} ended:\n${said}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, ask, stop };
}

/** The block in README that names the host in this program's own way. */
function readmeBlock(name: 'nginx' | 'caddy'): string {
  const begin = name === 'nginx' ? 'server {' : `${HOST} {`;
  const blocks = readFileSync('README.md', 'utf8').matchAll(/^```\w*\n([\s\S]*?)^```$/gm);
  const found = [...blocks].map(([, block]) => block!).find((block) => block.startsWith(begin));
  if (!found?.includes(UPSTREAM)) throw new Error(`README has no block for ${name}.`);
  return found;
}

function nginx(folder: string, port: number, block: string) {
  writeFileSync(join(folder, 'fullchain.pem'), CERTIFICATE);
  writeFileSync(join(folder, 'privkey.pem'), KEY, { mode: 0o600 });
  const server = block
    .replace('listen 443', `listen 127.0.0.1:${port}`)
    .replaceAll(/\S+\/(fullchain|privkey)\.pem/g, `${folder}/$1.pem`);
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((what) => `${what}_temp_path ${folder}/${what};`)
    .join('\n');
  // As root it would otherwise give its work to an account that may not read this folder.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  const config = `${user}daemon off;
pid ${folder}/pid;
error_log stderr;
events {}
http {
access_log off;
${temp}
${server}}
`;
  return { config, args: ['-e', 'stderr', '-p', folder, '-c', join(folder, 'config')] };
}

/** With certificates that it makes by itself, as nobody vouches for the name here. */
function caddy(folder: string, port: number, httpPort: number, block: string) {
  const config = `{
  admin off
  local_certs
  skip_install_trust
  default_bind 127.0.0.1
  https_port ${port}
  http_port ${httpPort}
}
${block}`;
  return { config, args: ['run', '--adapter', 'caddyfile', '--config', join(folder, 'config')] };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await once(child, 'close');
  clearTimeout(hard);
}
