/**
 * Every place where somebody who is not of the team can write, found from the schemas of the routes: a new field is
 * filled by itself, and a new route has to be listed here.
 */
import { randomUUID } from 'node:crypto';
import type { TSchema } from '@sinclair/typebox';
import type { Route } from '../../../backend/http/route.ts';

/** Routes that take strangers' words, of visitors themselves or passed on by programs. */
export const STRANGERS_WRITE = [
  'POST /api/v1/visitor/sessions',
  'POST /api/v1/visitor/session/messages',
  'PUT /api/v1/visitor/session/lead',
  'PUT /api/v1/visitor/session/identity',
  'POST /api/v1/visitor/session/rating',
  'POST /api/v1/ingest',
  'POST /api/v1/errors',
  'POST /api/v1/sessions/:id/messages',
  'PUT /api/v1/sessions/:id/lead',
  'PATCH /api/v1/leads/:id',
] as const;

/** These take a body from outside and keep nothing of it that anybody reads. */
const KEEP_NOTHING: Record<string, string> = {
  'POST /api/v1/auth/login': 'counted by a keyed hash',
  'POST /api/v1/auth/reset': 'only looked up',
  'POST /api/v1/auth/reset/confirm': 'by whoever holds an invitation: one of the team',
  'POST /api/v1/visitor/session/typing': 'a yes or no',
  'POST /api/v1/leads/:id/deliver': 'names where to',
  'PATCH /api/v1/sessions/:id': 'statuses of a fixed list',
  'POST /api/v1/sessions/:id/complete': 'nothing in it is text',
  'POST /api/v1/sessions/bulk': 'ids and filters',
  'PUT /api/v1/sessions/:id/labels': 'ids of labels',
  'POST /api/v1/deliveries/retry': 'ids and filters',
  'POST /api/v1/sync': 'nothing in it is text',
  'POST /api/v1/privacy/find': 'only looked up',
  'POST /api/v1/privacy/export': 'only looked up',
  'POST /api/v1/privacy/erase': 'kept as keyed hashes',
};

/** These read the bytes of a body themselves, because somebody has signed them. */
const SIGNED: Record<string, string> = {
  'POST /hooks/messenger': 'filled from MessengerEvent (write-at-vendors)',
  'POST /hooks/resend': 'only whether an address of the team refuses mail',
};

/** These have no body at all. */
const NO_BODY: Record<string, string> = {
  'DELETE /api/v1/visitor/session': 'erases',
  'POST /api/v1/visitor/session/complete': 'ends',
  'POST /api/v1/deliveries/:id/retry': 'sends again',
};

const nameOf = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`;

/** Routes that change something, may be called by somebody outside the team, and that nobody has decided on. */
export function undecided(routes: readonly Route[]): string[] {
  const fromOutside = ({ allow }: Route) => allow.caller !== 'staff' || allow.scopes.length > 0;
  const known: readonly string[] = [
    ...STRANGERS_WRITE,
    ...[KEEP_NOTHING, SIGNED, NO_BODY].flatMap((reasons) => Object.keys(reasons)),
  ];
  return routes
    .filter((route) => (route.body || route.method !== 'get') && fromOutside(route))
    .map(nameOf)
    .filter((name) => !known.includes(name));
}

/** @throws Error when there is no such route any more */
export function bodyOf(routes: readonly Route[], name: (typeof STRANGERS_WRITE)[number]): TSchema {
  const found = routes.find((route) => nameOf(route) === name)?.body;
  if (!found) throw new Error(`there is no route ${name} with a body`);
  return found;
}

/** @param path such as `page.title` @param max characters that it may have */
export type Writer = (path: string, max: number) => string;

/**
 * A body that the schema takes, with the writer's words wherever any are taken.
 * @param given what is not free, by path; undefined leaves it out
 * @throws Error naming a place for which nothing is known to fit
 */
export function fill(
  schema: TSchema,
  write: Writer,
  given: Record<string, unknown> = {},
  path = '',
): unknown {
  if (path in given) return given[path];
  const inner = (part: TSchema, name: string) => fill(part, write, given, path ? `${path}.${name}` : name);
  if (schema.enum) return schema.enum[0];
  if ('const' in schema) return schema.const;
  if (schema.anyOf) {
    const parts = schema.anyOf as TSchema[];
    return fill(
      parts.find((part) => part.type === 'string') ?? parts.find((part) => part.type !== 'null')!,
      write,
      given,
      path,
    );
  }
  switch (schema.type) {
    case 'object': {
      const named = Object.entries((schema.properties ?? {}) as Record<string, TSchema>).map(
        ([name, part]) => [name, inner(part, name)] as const,
      );
      const free = Object.entries((schema.patternProperties ?? {}) as Record<string, TSchema>).map(
        ([pattern, part]) => {
          const key = new RegExp(pattern).test('<') ? write(`${path}.*`, 100) : 'told';
          return [key, inner(part, 'told')] as const;
        },
      );
      return Object.fromEntries([...named, ...free].filter(([, value]) => value !== undefined));
    }
    case 'array':
      return [inner(schema.items, '0')];
    case 'string': {
      if (schema.format === 'uuid') return randomUUID();
      if (schema.format === 'date-time') return new Date().toISOString();
      const text = write(path, schema.maxLength ?? 100_000);
      if (schema.format || (schema.pattern && !new RegExp(schema.pattern, 'u').test(text)))
        throw new Error(`say what fits ${path}: ${JSON.stringify(schema)}`);
      return text;
    }
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return write(path, 100_000);
  }
}
