/**
 * The OpenAPI 3.1 document, made from the route declarations: what it says is what runs.
 */
import type { TSchema } from '@sinclair/typebox';
import type { Policy } from './policy.ts';
import type { Route } from './route.ts';
import { ErrorBody } from './schema.ts';

const json = (schema: unknown) => ({ 'application/json': { schema } });

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
    paths,
    components: {
      securitySchemes: {
        visitor: { type: 'http', scheme: 'bearer', description: 'The token of one conversation.' },
        staff: {
          type: 'apiKey',
          in: 'cookie',
          name: 'parlour',
          description: 'The session cookie set by login.',
        },
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, plr_...' },
      },
      schemas: { Error: ErrorBody },
    },
  };
}

function operation(route: Route): object {
  const { status, schema, stream, contentType } = route.answer;
  const content = {
    ...(schema && (contentType ? { [contentType]: { schema } } : json(schema))),
    ...(stream && { 'text/event-stream': { schema: { type: 'string' } } }),
  };
  return {
    summary: route.summary,
    description: whoMay(route.allow),
    security: security(route.allow),
    parameters: [...parameters('path', route.params), ...parameters('query', route.query)],
    ...(route.body && { requestBody: { required: !route.bodyOptional, content: json(route.body) } }),
    responses: {
      [status]: { description: 'Done', ...(Object.keys(content).length > 0 && { content }) },
      default: { description: 'What went wrong', content: json({ $ref: '#/components/schemas/Error' }) },
    },
  };
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
