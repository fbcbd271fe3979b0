import { Type } from '@sinclair/typebox';
import { collectDefaultMetrics, Gauge, type Metric, Registry } from 'prom-client';
import type { Database } from '../db/knex.ts';
import { forbidden, unavailable } from '../errors.ts';
import { openEventStreamCount } from './event-stream.ts';
import { anyone, staff } from './policy.ts';
import type { Readiness } from './readiness.ts';
import { type Route, route } from './route.ts';

const Alive = Type.Object({ status: Type.Literal('ok') });
const canReadMetrics = staff(['admin'], ['stats:read']);

/** For load balancers, supervisors and Prometheus. */
export function healthRoutes({
  database,
  readiness,
  metrics = [],
}: {
  database: Database;
  /** What other parts count. */
  metrics?: readonly Metric[];
  readiness: Readiness;
}): Route[] {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'parlour_open_streams',
    help: 'Event streams that are open now',
    registers: [registry],
    collect() {
      this.set(openEventStreamCount());
    },
  });
  for (const metric of metrics) registry.registerMetric(metric);
  return [
    route({
      method: 'get',
      path: '/health/live',
      summary: 'The process runs',
      allow: anyone,
      answer: { status: 200, schema: Alive },
      handler: async () => ({ status: 'ok' }),
    }),
    route({
      method: 'get',
      path: '/health/ready',
      summary: 'The process can take requests: it reaches its database and is not stopping',
      allow: anyone,
      answer: { status: 200, schema: Alive },
      async handler() {
        readiness.note();
        if (readiness.isStopping()) throw unavailable();
        await database
          .raw('SELECT 1')
          .timeout(3_000)
          .catch((error) => {
            throw unavailable(error);
          });
        return { status: 'ok' };
      },
    }),
    route({
      method: 'get',
      path: '/metrics',
      summary: 'Figures of this process for Prometheus; not for a key of one site',
      allow: canReadMetrics,
      answer: { status: 200, schema: Type.String() },
      async handler({ ctx, principal }) {
        // They are of all sites together.
        if (principal.kind === 'key' && principal.siteId)
          throw forbidden('This key is for one site, and these figures are of all of them.');
        ctx.type = registry.contentType;
        ctx.status = 200;
        ctx.body = await registry.metrics();
      },
    }),
  ];
}
