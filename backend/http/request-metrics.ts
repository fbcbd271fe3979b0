/**
 * Counts what is asked of this process, how long the asker waits, and what is refused. Labels are routes as they are
 * declared and words of our own: nothing that a stranger can make up.
 */
import type { Context, Middleware } from 'koa';
import { Counter, Histogram, type Metric } from 'prom-client';

/** Seconds. Few, as each is a line for each route. */
const BUCKETS = [0.01, 0.05, 0.2, 1, 5];

export interface RequestMetrics {
  all: readonly Metric[];
  /** Belongs before all that answers. */
  middleware: Middleware;
}

export function createRequestMetrics(): RequestMetrics {
  const durations = new Histogram({
    name: 'parlour_http_request_duration_seconds',
    help: 'Requests by route and class of status, and the time until their answer began',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: BUCKETS,
    registers: [],
  });
  const refused = new Counter({
    name: 'parlour_http_refusals_total',
    help: 'Requests sent away to come again later, by why: a limit by its name, overload, or unavailable',
    labelNames: ['reason'] as const,
    registers: [],
  });
  return {
    all: [durations, refused],
    async middleware(ctx, next) {
      const from = performance.now();
      try {
        await next();
      } finally {
        const seconds = ((ctx.state.answeredAt ?? performance.now()) - from) / 1000;
        durations.observe(labelsOf(ctx), seconds);
        if (ctx.status === 429 || ctx.status === 503) refused.inc({ reason: reasonOf(ctx) });
      }
    },
  };
}

/** Files, and addresses that lead nowhere, go by one name each. */
function labelsOf(ctx: Context) {
  const { route } = ctx.state;
  const status = `${Math.floor(ctx.res.statusCode / 100)}xx`;
  if (route) return { method: ctx.method, route, status };
  return { method: 'GET', route: ctx.res.statusCode < 400 ? 'files' : 'nowhere', status };
}

/** What stood in the way is noted by `mount` while it asks. */
function reasonOf({ status, state }: Context): string {
  if (status === 429) return state.askedOf ?? 'other_limit';
  return state.askedOf === 'overload' ? 'overload' : 'unavailable';
}
