/** Stands in for the Parlour backend: the settings of one site, and a widget that only says where it is. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Behaviour = 'ok' | 'origin' | 'unknown_site' | 'garbage' | 'redirect' | 'silent';

export interface FakeBackend {
  url: string;
  /** How it answers questions about a site. */
  behaviour: Behaviour;
  /** What it was asked, oldest first. */
  requests: { path: string; headers: IncomingHttpHeaders }[];
  stop(): Promise<void>;
}

const WIDGET = `customElements.define('parlour-chat', class extends HTMLElement {
  connectedCallback() { this.textContent = 'Chat of ' + this.getAttribute('site') + ', ' + this.getAttribute('mode'); }
});`;

const ERRORS = { origin: [403, 'origin_not_allowed'], unknown_site: [404, 'not_found'] } as const;

/** Starts the backend on a free port; it knows every site key. */
export async function startFakeBackend(): Promise<FakeBackend> {
  const requests: FakeBackend['requests'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const json = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    requests.push({ path, headers: request.headers });
    if (path === '/widget.js') {
      const headers = { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' };
      return response.writeHead(200, headers).end(WIDGET);
    }
    switch (backend.behaviour) {
      case 'silent':
        return;
      case 'garbage':
        return response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>It works</h1>');
      case 'redirect':
        return response.writeHead(302, { location: '/elsewhere' }).end();
      case 'ok':
        return json(200, { siteKey: path.split('/').pop(), title: 'Ask <b>Acme</b> & Co' });
      default: {
        const [status, id] = ERRORS[backend.behaviour];
        return json(status, { error: { id, message: 'Not here.' } });
      }
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const backend: FakeBackend = {
    url: `http://127.0.0.1:${port}`,
    behaviour: 'ok',
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return backend;
}

/** The code that the dashboard gives for pasting. */
export function connectCode(url: string, site = 'demo', key?: string): string {
  return `plr1_${Buffer.from(JSON.stringify({ url, site, key })).toString('base64url')}`;
}
