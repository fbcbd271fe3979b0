import { Type } from '@sinclair/typebox';
import type { Database } from '../db/knex.ts';
import { type Route, route } from '../http/route.ts';
import { Id } from '../http/schema.ts';
import { reachOf } from '../sessions/policy.ts';
import { deliverLead, retryDeliveries } from './actions.ts';
import { canDeliverLeads, canReadDeliveries, canRedeliver } from './policy.ts';
import { presentDelivery, presentDeliveryDetail } from './present.ts';
import { getDelivery, listDeliveries } from './queries.ts';
import {
  DeliveryDetail,
  DeliveryFilters,
  DeliveryPage,
  DeliveryRetry,
  DeliveryView,
  RetryResult,
} from './schema.ts';

const OneDelivery = Type.Object({ id: Id });

export function deliveryRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/deliveries',
      summary:
        'Everything that is sent out, newest first: webhooks, Monday items, e-mails, Messenger messages',
      allow: canReadDeliveries,
      query: DeliveryFilters,
      answer: { status: 200, schema: DeliveryPage },
      async handler({ query, principal }) {
        const { items, nextCursor } = await listDeliveries(database, query, reachOf(principal));
        return { items: items.map(presentDelivery), nextCursor };
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/deliveries/:id',
      summary: 'One delivery with each of its tries',
      allow: canReadDeliveries,
      params: OneDelivery,
      answer: { status: 200, schema: DeliveryDetail },
      async handler({ params, principal }) {
        const { delivery, tries } = await getDelivery(database, params.id, reachOf(principal));
        return presentDeliveryDetail(delivery, tries);
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/deliveries/retry',
      summary: 'Send many again now: these, or all that failed and match a filter',
      allow: canRedeliver,
      body: DeliveryRetry,
      answer: { status: 202, schema: RetryResult },
      async handler({ body, principal }) {
        return { planned: await retryDeliveries(database, body, reachOf(principal), principal) };
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/deliveries/:id/retry',
      summary: 'Send this again now; a receiver knows it by the same id',
      allow: canRedeliver,
      params: OneDelivery,
      answer: { status: 202, schema: DeliveryView },
      async handler({ params, principal }) {
        const reach = reachOf(principal);
        await getDelivery(database, params.id, reach);
        await retryDeliveries(database, { ids: [params.id] }, reach, principal);
        return presentDelivery((await getDelivery(database, params.id, reach)).delivery);
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/leads/:id/deliver',
      summary: 'Send this lead to everything its site sends leads to, also when that was done before',
      allow: canDeliverLeads,
      params: OneDelivery,
      answer: { status: 202, schema: RetryResult },
      async handler({ params, principal }) {
        return { planned: await deliverLead(database, params.id, reachOf(principal), principal) };
      },
    }),
  ];
}
