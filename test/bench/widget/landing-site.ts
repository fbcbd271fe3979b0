/** A site with a landing page, the chats bundled as for production, and answers for those that ask a backend. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import type { Chat } from './chats.ts';
import { PACKAGES } from './packages.ts';

export interface LandingSite {
  url: string;
  /** What puts a chat on the page, by the chat's id: none for those without a script. */
  tags: Record<string, string>;
  stop(): Promise<void>;
}

const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css', html: 'text/html' };

/** What the others' backends would say first: enough for their chats to open. */
const HELLO = { type: 'richText', richText: [{ type: 'p', children: [{ text: 'Hello!' }] }] };
const FAKES: ReadonlyArray<[RegExp, unknown]> = [
  [/^\/fake\/n8n/, { data: [] }],
  [
    /\/startChat$/,
    {
      sessionId: 'bench',
      resultId: 'bench',
      typebot: { id: 'bench', version: '6.1', publishedAt: new Date(0), theme: {}, settings: {} },
      messages: [{ id: 'hello', type: 'text', content: HELLO }],
      input: { id: 'words', type: 'text input', options: {} },
    },
  ],
];

export async function startLandingSite(chats: readonly Chat[]): Promise<LandingSite> {
  const files = new Map<string, Buffer>([['/index.html', Buffer.from(PAGE)]]);
  const tags: Record<string, string> = {};
  for (const { id, script } of chats) if (script) tags[id] = await bundle(id, script, files);
  const packed = new Map([...files].map(([path, content]) => [path, brotli(content)]));
  const server = createServer((request, response) => answer(request, response, packed));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    tags,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

const brotli = (content: Buffer) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

/** Bundles a page's script; answers the tags that load it. Parts that are imported later stay files of their own. */
async function bundle(id: string, script: string, files: Map<string, Buffer>): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: PACKAGES, sourcefile: `${id}.js` },
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    outdir: `/${id}`,
    entryNames: 'page',
    legalComments: 'none',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  for (const { path, contents } of outputFiles) files.set(path, Buffer.from(contents));
  const style = files.has(`/${id}/page.css`) ? `<link rel="stylesheet" href="/${id}/page.css">` : '';
  return `${style}<script type="module" src="/${id}/page.js"></script>`;
}

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Lindenhof</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>body { font: 16px/1.5 sans-serif; max-width: 40em; margin: 2em auto }
.corner { position: fixed; right: 16px; bottom: 16px }</style>
</head><body><h1>Offices by the park</h1>${'<p>Bright rooms, a garden, and somebody at the door.</p>'.repeat(20)}
</body></html>`;

function answer(request: IncomingMessage, response: ServerResponse, files: Map<string, Buffer>): void {
  const path = request.url!.split('?')[0]!;
  const fake = FAKES.find(([pattern]) => pattern.test(path));
  const content = files.get(path.endsWith('/') ? `${path}index.html` : path);
  if (fake) {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(fake[1]));
  } else if (content) {
    const type = TYPES[/\.(\w+)$/.exec(path)?.[1] ?? 'html'];
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-encoding': 'br' });
    response.end(content);
  } else response.writeHead(404).end();
}
