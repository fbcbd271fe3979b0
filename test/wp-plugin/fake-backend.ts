/** Stands in for the Parlour backend: the settings of one site, and a widget that only says where it is. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export type Behaviour = 'ok' | 'origin' | 'unknown_site' | 'garbage' | 'redirect' | 'silent';

/** How it answers whoever wants the widget: as itself, or as proxies and walls before it do. */
export type WidgetAnswer = 'ok' | 'html' | 'redirect' | 'plain' | 'no-cors' | 'other';

export interface FakeBackend {
  url: string;
  /** How it answers questions about a site. */
  behaviour: Behaviour;
  widget: WidgetAnswer;
  /** By how many seconds its clock is ahead. */
  skew: number;
  /** How long it waits before it says something about a site, in ms. */
  delay: number;
  /** Whether it knows API keys. */
  knowsKeys: boolean;
  /** What else it answers, by path without the query. */
  answers: Record<string, unknown>;
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
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const json = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    requests.push({ path, headers: request.headers });
    if (backend.delay > 0 && path.startsWith('/api/v1/visitor/')) await setTimeout(backend.delay);
    if (backend.skew !== 0)
      response.setHeader('date', new Date(Date.now() + backend.skew * 1000).toUTCString());
    if (path === '/widget.js') return sendWidget(response, backend.widget);
    if (path.startsWith('/api/v1/stats/') && !backend.knowsKeys)
      return json(401, { error: { id: 'not_signed_in', message: 'Who are you?' } });
    const prepared = backend.answers[path.split('?')[0]!];
    if (prepared !== undefined) return json(200, prepared);
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
    widget: 'ok',
    skew: 0,
    delay: 0,
    knowsKeys: true,
    answers: {},
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return backend;
}

/** The widget, or what stands in its way. */
function sendWidget(response: ServerResponse, answer: WidgetAnswer): void {
  if (answer === 'redirect') return void response.writeHead(302, { location: '/login' }).end();
  if (answer === 'html')
    return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Stop</h1>');
  if (answer !== 'no-cors') response.setHeader('access-control-allow-origin', '*');
  response.writeHead(200, { 'content-type': answer === 'plain' ? 'text/plain' : 'text/javascript' });
  response.end(answer === 'other' ? 'var nothing;' : WIDGET);
}

/** The code that the dashboard gives for pasting. */
export function connectCode(url: string, site = 'demo', key?: string, identity?: string): string {
  return `plr1_${Buffer.from(JSON.stringify({ url, site, key, identity })).toString('base64url')}`;
}
