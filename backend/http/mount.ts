/**
 * Turns declared routes into running ones. The order is the order of the declaration: limits, who may, what comes in,
 * the handler, what goes out.
 */

import Router from '@koa/router';
import type { TSchema } from '@sinclair/typebox';
import type { Context, Middleware } from 'koa';
import type { Database } from '../db/knex.ts';
import { invalidToken, notFound } from '../errors.ts';
import type { Keys } from '../keys.ts';
import { readJson } from './body.ts';
import { addressKey } from './client-address.ts';
import { refuseWhenFull } from './overload.ts';
import { authenticate, authorize } from './principal.ts';
import type { RateLimits } from './rate-limit.ts';
import type { Route } from './route.ts';
import { requireSameOrigin } from './same-origin.ts';
import { type Check, checkBody, checkQuery, checkText } from './validate.ts';
import { readVisitorToken, type VisitorToken } from './visitor-token.ts';

export interface MountOptions {
  database: Database;
  rateLimits: RateLimits;
  publicUrl: string;
  addressOf(ctx: Context): string;
  addressKeySecret: Buffer;
  visitorKey: Keys;
  /** Puts `ctx.session` in place; runs only where a cookie may sign a person in. */
  staffSessions: Middleware;
  /** Answers CORS for visitor routes and refuses origins that the site does not list. */
  visitorOrigin(ctx: Context, visitor: VisitorToken): Promise<void>;
}

type UncheckedCall = Record<string, unknown>;

/**
 * Every route, found by method and path. A path without parameters, as all of a visitor's are while they talk, is
 * looked up at once; the router tries one pattern after the other.
 */
export function mount(routes: readonly Route[], options: MountOptions): Middleware {
  const router = new Router();
  const exact = new Map<string, Middleware>();
  for (const route of routes) {
    const run = runner(route, options);
    const withSession: Middleware = (ctx, next) => options.staffSessions(ctx, () => run(ctx, next));
    const answer = route.allow.caller === 'staff' || usesSession(route) ? withSession : run;
    router[route.method](route.path, answer);
    if (!route.path.includes(':')) exact.set(`${route.method.toUpperCase()} ${route.path}`, answer);
  }
  const byPattern = router.routes() as unknown as Middleware;
  return (ctx, next) => {
    const method = ctx.method === 'HEAD' ? 'GET' : ctx.method;
    const found = exact.get(`${method} ${ctx.path}`);
    if (!found) return byPattern(ctx, next);
    ctx.params = {};
    return found(ctx, next);
  };
}

const usesSession = (route: Route) => route.allow.caller === 'anyone' && Boolean(route.allow.sameOrigin);

function runner(route: Route, options: MountOptions): Middleware {
  const check = {
    params: route.params && checkBody(route.params),
    query: checkQuery(route.query ?? EMPTY),
    body: route.body && checkBody(route.body),
  };
  return async (ctx: Context) => {
    ctx.state.route = route.path;
    const isPublic = route.method === 'get' && route.answer.status === 200 && route.allow.caller === 'anyone';
    if (!isPublic) ctx.set('Cache-Control', 'no-store');
    if (route.limits?.rate && route.allow.caller !== 'staff') refuseCrowd(ctx, options);
    const caller = await identify(ctx, route, options);
    await countCall(ctx, route, options, caller.visitor as VisitorToken | undefined);
    const call = { ctx, ...caller, ...(await takeIn(ctx, route, check)) };
    const answer = await (route.handler as (call: UncheckedCall) => Promise<unknown>)(call);
    if (ctx.respond === false) return;
    if (answer === undefined && route.answer.schema === null && ctx.body === undefined)
      ctx.status = route.answer.status;
    else if (answer !== undefined) {
      ctx.status = route.answer.status;
      ctx.body = answer;
    }
  };
}

const EMPTY = { type: 'object', properties: {}, additionalProperties: false } as unknown as TSchema;

/** Who calls, and whether they may. */
async function identify(ctx: Context, route: Route, options: MountOptions): Promise<UncheckedCall> {
  const { allow } = route;
  if (allow.caller === 'staff') {
    const principal = await authenticate(ctx, options.database);
    if (principal.kind === 'staff') requireSameOrigin(ctx, options.publicUrl);
    authorize(principal, allow);
    return { principal };
  }
  if (allow.caller === 'visitor') {
    const token = /^Bearer (\S+)$/.exec(ctx.get('authorization'))?.[1];
    const visitor = token ? readVisitorToken(token, options.visitorKey) : undefined;
    if (!visitor) throw invalidToken();
    await options.visitorOrigin(ctx, visitor);
    return { visitor };
  }
  if (allow.sameOrigin) requireSameOrigin(ctx, options.publicUrl);
  return {};
}

/** Before anything else is looked at. People of the team are let through: they are few, and may have to see what is going on. */
function refuseCrowd(ctx: Context, { database }: MountOptions): void {
  // Whoever refuses is named by what was asked last (see request-metrics).
  ctx.state.askedOf = 'overload';
  refuseWhenFull(database);
  ctx.state.askedOf = undefined;
}

async function countCall(
  ctx: Context,
  route: Route,
  options: MountOptions,
  visitor?: VisitorToken,
): Promise<void> {
  if (!route.limits?.rate) return;
  const address = addressKey(options.addressOf(ctx), options.addressKeySecret);
  for (const name of route.limits.rate) {
    ctx.state.askedOf = name;
    await options.rateLimits.consume(name, { address, session: visitor?.sessionId });
  }
  ctx.state.askedOf = undefined;
}

/** Reads and checks what comes in. A path that can't name anything is 404, not a mistake in the details. */
async function takeIn(
  ctx: Context,
  route: Route,
  check: Record<'params' | 'query' | 'body', Check | undefined>,
) {
  const params = { ...(ctx.params as Record<string, string>) };
  try {
    checkText(params);
    check.params?.(params);
  } catch {
    throw notFound();
  }
  const query = { ...ctx.query } as Record<string, unknown>;
  checkText(query);
  check.query!(query);
  let body: unknown;
  if (check.body) {
    const none = route.bodyOptional && !ctx.request.length && !ctx.get('transfer-encoding');
    body = none ? {} : await readJson(ctx, route.limits?.bodyBytes);
    checkText(body);
    check.body(body);
  }
  return { params, query, body };
}
