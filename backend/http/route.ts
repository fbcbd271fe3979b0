/**
 * A route, declared in the order it runs: limits, who may, what comes in, what goes out, the handler. What is declared
 * here is what is enforced (`http/mount`) and what the OpenAPI document says (`http/contract/openapi`).
 */
import type { Static, TSchema } from '@sinclair/typebox';
import type { Context } from 'koa';
import type { Policy, StaffPolicy, VisitorPolicy } from './policy.ts';
import type { Principal } from './principal.ts';
import type { RateLimitName } from './rate-limit.ts';
import type { VisitorToken } from './visitor-token.ts';

export interface Limits {
  /** Largest request body; 16 KiB unless said otherwise. */
  bodyBytes?: number;
  /** Which rate limits count this call. */
  rate?: readonly RateLimitName[];
}

type Caller<P extends Policy> = P extends VisitorPolicy
  ? { visitor: VisitorToken }
  : P extends StaffPolicy
    ? { principal: Principal }
    : object;

type In<T extends TSchema | undefined> = T extends TSchema ? Static<T> : undefined;

/** What a handler gets: everything checked, nothing raw but the Koa context. */
export type Call<
  P extends Policy = Policy,
  Params extends TSchema | undefined = undefined,
  Query extends TSchema | undefined = undefined,
  Body extends TSchema | undefined = undefined,
> = Caller<P> & { ctx: Context; params: In<Params>; query: In<Query>; body: In<Body> };

export interface RouteSpec<
  P extends Policy,
  Params extends TSchema | undefined,
  Query extends TSchema | undefined,
  Body extends TSchema | undefined,
> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With parameters as `:name`. */
  path: string;
  summary: string;
  limits?: Limits;
  allow: P;
  params?: Params;
  query?: Query;
  body?: Body;
  /** All of the body may be left out; then it is {}. */
  bodyOptional?: true;
  /**
   * The successful answer; null: no body. `stream` says that the handler writes the response itself; `contentType`
   * that it is not JSON, or not to be read as a whole.
   */
  answer: { status: number; schema: TSchema | null; stream?: 'optional' | 'always'; contentType?: string };
  /** Returns the body to send; undefined for none, or when it has written the response itself. */
  handler(call: Call<P, Params, Query, Body>): Promise<unknown>;
}

/** A declared route with its types forgotten: what `mount` and `openapi` read. */
export type Route = Omit<
  RouteSpec<Policy, TSchema | undefined, TSchema | undefined, TSchema | undefined>,
  'handler'
> & {
  handler(call: never): Promise<unknown>;
};

/** Declares a route; a missing policy or answer does not compile. */
export function route<
  P extends Policy,
  Params extends TSchema | undefined = undefined,
  Query extends TSchema | undefined = undefined,
  Body extends TSchema | undefined = undefined,
>(spec: RouteSpec<P, Params, Query, Body>): Route {
  return spec as unknown as Route;
}
