/** What a request to a route looks like when nothing is wrong with it, so that one thing can be made wrong. */
import type { Route } from '../../../backend/http/route.ts';
import type { Chance } from '../faults/rounds.ts';
import { bodySchema, querySchema } from './judge.ts';
import { validValue } from './schema-values.ts';
import type { HostileRequest } from './send.ts';

/** A route, a path that names something, and who may call it. */
export interface Target {
  route: Route;
  path: string;
  credentials: Record<string, string>;
}

/** A way to be wrong; undefined where this route can't be wrong in it, or chance made it right. */
export type Kind = (target: Target, chance: Chance) => HostileRequest | undefined;

/** The header of every body that is right. */
export const JSON_TYPE = { 'content-type': 'application/json' };

/** Nothing is wrong with it: with the best credentials and, where there is one, a short body. */
export function plain({ route, path, credentials }: Target, chance: Chance): Omit<HostileRequest, 'what'> {
  const name = `${route.method.toUpperCase()} ${route.path}`;
  const request = { route: name, method: route.method.toUpperCase(), target: path, headers: credentials };
  if (!route.body) return request;
  const body = JSON.stringify(validValue(bodySchema(route)!, chance));
  return { ...request, headers: { ...credentials, ...JSON_TYPE }, body };
}

/** What the schemas take: the longest texts in every script, numbers at their edges, cursors from nowhere. */
export function goodRequest(target: Target, chance: Chance): HostileRequest {
  const { route, path } = target;
  const request = plain(target, chance);
  const query = validValue(querySchema(route), chance, true) as Record<string, unknown>;
  if ('cursor' in query) query.cursor = chance.pick(CURSORS);
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  const body = bodySchema(route) && JSON.stringify(validValue(bodySchema(route)!, chance, true));
  return {
    ...request,
    what: 'valid',
    target: search.length > 0 ? `${path}?${search.join('&')}` : path,
    body,
  };
}

/** Each reads as a cursor: a number at one end or the other, and an id. */
const CURSORS = ['7f', '80', 'ff', '00'].map((first) =>
  Buffer.from(`${first}${(first === '80' ? '00' : 'ff').repeat(7)}${'ab'.repeat(16)}`, 'hex').toString(
    'base64url',
  ),
);
