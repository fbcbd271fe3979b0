/**
 * The OpenAPI 3.1 document, made from the route declarations: what it says is what runs.
 */
import type { TSchema } from '@sinclair/typebox';
import type { Policy } from '../policy.ts';
import type { Route } from '../route.ts';
import { ErrorBody } from '../schema.ts';
import { signInCookie } from '../staff-session.ts';
import { ERROR_MEANINGS, errorsOf } from './errors.ts';
import { type ApiExample, ERROR_EXAMPLES, examplesOf, WEBHOOK_EXAMPLES } from './examples.ts';
import { API_GROUPS, apiGroupOf } from './groups.ts';

const json = (schema: unknown, more: object = {}) => ({ 'application/json': { schema, ...more } });
const ERROR = { $ref: '#/components/schemas/Error' };

/** @param version of Parlour; @param publicUrl where this Parlour answers */
export function openApiDocument(routes: readonly Route[], version: string, publicUrl: string): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][route.method] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parlour',
      version,
      description:
        'Chat for landing pages that turns visitors into leads: the API of visitors, staff and automations.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags: API_GROUPS.map(({ title }) => ({ name: title })),
    paths,
    webhooks: webhooks(),
    components: {
      securitySchemes: {
        visitor: { type: 'http', scheme: 'bearer', description: 'The token of one conversation.' },
        staff: {
          type: 'apiKey',
          in: 'cookie',
          name: signInCookie(publicUrl.startsWith('https:')),
          description:
            'The cookie that signing in sets. Changes also need Origin, the address of this Parlour itself.',
        },
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, plr_...' },
      },
      schemas: { Error: ErrorBody },
      responses: errorResponses(),
    },
  };
}

function operation(route: Route): object {
  const name = `${route.method.toUpperCase()} ${route.path}`;
  const examples = examplesOf(name);
  return {
    operationId: operationId(route),
    tags: [apiGroupOf(route.path).title],
    summary: route.summary,
    description: whoMay(route.allow),
    security: security(route.allow),
    parameters: [...parameters('path', route.params), ...parameters('query', route.query), ...origin(route)],
    ...(route.body && {
      requestBody: {
        required: !route.bodyOptional,
        content: json(
          route.body,
          shown(examples, 'body', ({ status }) => status < 300),
        ),
      },
    }),
    responses: { ...answers(route, examples), ...refusals(route, examples) },
  };
}

/** `GET /api/v1/sessions/:id/messages` -> `getSessionsByIdMessages`: what generated clients call it. */
function operationId({ method, path }: Route): string {
  const words = path
    .replace(/^\/api\/v1/, '')
    .replace(/:(\w)/g, (_, first: string) => `by-${first}`)
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  // The dashboard's data and a page can have the same name.
  const name = path.startsWith('/api/') ? words : ['root', ...words];
  return method + name.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}

function answers({ answer }: Route, examples: readonly ApiExample[]): object {
  const { status, schema, stream, contentType } = answer;
  const of = (type: string | undefined) =>
    shown(examples, 'answer', (one) => one.status === status && one.type === type);
  const content = {
    ...(schema &&
      (contentType ? { [contentType]: { schema, ...of(contentType) } } : json(schema, of(undefined)))),
    ...(stream && { 'text/event-stream': { schema: { type: 'string' }, ...of('text/event-stream') } }),
  };
  return { [status]: { description: 'Done', ...(Object.keys(content).length > 0 && { content }) } };
}

/** Refusals that the declaration leads to, and those that examples show. */
function refusals(route: Route, examples: readonly ApiExample[]): object {
  const own = examples.filter(({ status }) => status >= 400).map(({ status }) => status);
  const statuses = [...new Set([...errorsOf(route), ...own])].sort();
  return Object.fromEntries(
    statuses.map((status) => {
      const seen = shown(examples, 'answer', (one) => one.status === status);
      const content = json(ERROR, seen);
      if (!('examples' in seen)) return [status, { $ref: `#/components/responses/${status}` }];
      return [status, { description: ERROR_MEANINGS[status], content }];
    }),
  );
}

function errorResponses(): object {
  return Object.fromEntries(
    Object.entries(ERROR_MEANINGS).map(([status, description]) => {
      const wait = { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } };
      const examples = shown(ERROR_EXAMPLES[status] ?? [], 'answer', () => true);
      return [
        status,
        { description, ...(/429|503/.test(status) && { headers: wait }), content: json(ERROR, examples) },
      ];
    }),
  );
}

function webhooks(): object {
  return Object.fromEntries(
    Object.entries(WEBHOOK_EXAMPLES).map(([type, sent]) => [
      type,
      {
        post: {
          operationId: `webhook-${type}`,
          summary: `What the address of a site’s webhook is sent: ${type}, signed by Standard Webhooks 1.0`,
          parameters: Object.entries(sent.headers).map(([name, example]) => ({
            ...{ name, in: 'header', required: true, schema: { type: 'string' }, example },
          })),
          requestBody: {
            content: { 'application/json': { schema: { type: 'object' }, example: sent.body } },
          },
          responses: { '2XX': { description: 'Taken; anything else is tried again later' } },
        },
      },
    ]),
  );
}

/** Examples by a name each; the same name stands for the same call in request and answer. */
function shown(
  examples: readonly ApiExample[],
  part: 'body' | 'answer',
  fits: (example: ApiExample) => boolean,
): { examples?: object } {
  const fitting = examples.filter((example) => fits(example) && example[part] !== undefined);
  if (fitting.length === 0) return {};
  const named = fitting.map((example) => [
    `${example.status}-${examples.indexOf(example) + 1}`,
    { summary: example.title, value: example[part] },
  ]);
  return { examples: Object.fromEntries(named) };
}

function parameters(where: 'path' | 'query', schema: TSchema | undefined): object[] {
  const required = new Set<string>(schema?.required ?? []);
  return Object.entries((schema?.properties ?? {}) as Record<string, TSchema>).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.has(name),
    schema: property,
  }));
}

/** What a browser sends by itself, and others must for routes that take no key. */
function origin({ allow }: Route): object[] {
  if (allow.caller !== 'anyone' || !allow.sameOrigin) return [];
  const description = 'The address of this Parlour itself';
  return [
    { name: 'Origin', in: 'header', required: true, description, schema: { type: 'string', format: 'uri' } },
  ];
}

function security(policy: Policy): object[] {
  if (policy.caller === 'visitor') return [{ visitor: [] }];
  if (policy.caller === 'anyone') return [];
  return [...(policy.roles.length ? [{ staff: [] }] : []), ...(policy.scopes.length ? [{ apiKey: [] }] : [])];
}

function whoMay(policy: Policy): string {
  if (policy.caller === 'visitor') return 'The visitor whose conversation it is.';
  if (policy.caller === 'anyone') return 'Anyone.';
  const scopes = policy.scopes.length
    ? `; API keys with ${policy.scopes.map((s) => `\`${s}\``).join(' or ')}`
    : '';
  return `Staff: ${policy.roles.join(', ')}${scopes}.`;
}
