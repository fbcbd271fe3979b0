/**
 * Every setting that takes an address, found in the schemas, and how its button in the dashboard tries it. A new one
 * must be put into one of the two lists here, or the SSRF test fails.
 */
import type { Route } from '../../../backend/http/route.ts';
import { bodySchema } from './judge.ts';
import { isAddress, type Schema } from './schema-values.ts';

interface Try {
  /** Below the site. */
  path: string;
  body: unknown;
}

const patched = (path: string, patch: unknown): Try => ({ path, body: { patch } });
const webhook = { secret: `whsec_${Buffer.alloc(24, 7).toString('base64')}` };
const monday = { token: 'a-token', boardId: '1' };
const messenger = { pageId: '1', pageToken: 'a-token', appSecret: 'a-secret', verifyToken: 'a-word' };

export const CALLED: Record<string, (url: string) => Try> = {
  'agent.n8n.url': (url) => patched('/test/agent', { agent: { kind: 'n8n', n8n: { url } } }),
  'agent.openai.baseUrl': (baseUrl) =>
    patched('/test/agent', { agent: { kind: 'openai', openai: { baseUrl, model: 'm', apiKey: 'a-key' } } }),
  'integrations.webhook.url': (url) =>
    patched('/test/webhook', { integrations: { webhook: { ...webhook, url } } }),
  'integrations.monday.apiUrl': (apiUrl) =>
    patched('/test/monday', { integrations: { monday: { ...monday, apiUrl } } }),
  'integrations.messenger.graphUrl': (graphUrl) =>
    patched('/test/messenger', { integrations: { messenger: { ...messenger, graphUrl } } }),
  'POST /api/v1/sites/:id/models baseUrl': (baseUrl) => ({
    path: '/models',
    body: { baseUrl, apiKey: 'a-key' },
  }),
  'POST /api/v1/sites/:id/monday/boards apiUrl': (apiUrl) => ({
    path: '/monday/boards',
    body: { apiUrl, token: 'a-token' },
  }),
  'POST /api/v1/sites/:id/monday/boards/:boardId apiUrl': (apiUrl) => ({
    path: '/monday/boards/1',
    body: { apiUrl, token: 'a-token' },
  }),
};

/** Shown to staff as links, or compared with what a browser says, and never called. */
export const NOT_CALLED = [
  'POST /api/v1/ingest page.url',
  'POST /api/v1/visitor/sessions page.url',
  'POST /api/v1/visitor/sessions page.referrer',
];

/** @returns the settings' names: below a site as they stand there, else with their route */
export function addressSettings(routes: readonly Route[]): string[] {
  const found = routes.flatMap((route) =>
    addressesIn(bodySchema(route) ?? {}).map((path) => {
      const setting = path.replace(/^patch\./, '');
      return /^(agent|integrations|widget|lead)\./.test(setting)
        ? setting
        : `${route.method.toUpperCase()} ${route.path} ${path}`;
    }),
  );
  return [...new Set(found)].sort();
}

const NAMED_SO = /(url|uri|referrer|endpoint|webhook)$/i;

function addressesIn(schema: Schema, path = ''): string[] {
  if (schema.anyOf) return [...new Set(schema.anyOf.flatMap((one) => addressesIn(one, path)))];
  if (schema.items) return addressesIn(schema.items, `${path}[]`);
  if (schema.type === 'string' && (isAddress(schema) || NAMED_SO.test(path))) return [path];
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    addressesIn(inner, path ? `${path}.${name}` : name),
  );
}
