import { Type } from '@sinclair/typebox';
import type { Database } from '../../db/knex.ts';
import { type Route, route } from '../../http/route.ts';
import { Id } from '../../http/schema.ts';
import { enableIntegration } from './actions.ts';
import { canSeeIntegrations, canSwitchIntegrationsOn } from './policy.ts';
import { integrationHealth } from './queries.ts';
import { EnabledKind, IntegrationList } from './schema.ts';

export function integrationRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/sites/:id/integrations',
      summary: 'How each integration of a site fares: last success, last failure, what waits',
      allow: canSeeIntegrations,
      params: Type.Object({ id: Id }),
      answer: { status: 200, schema: IntegrationList },
      async handler({ params }) {
        return { items: await integrationHealth(database, params.id) };
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sites/:id/integrations/:kind/enable',
      summary: 'Switch on again what its receiver had switched off by answering 410',
      allow: canSwitchIntegrationsOn,
      params: Type.Object({ id: Id, kind: EnabledKind }),
      answer: { status: 200, schema: IntegrationList },
      async handler({ params, principal }) {
        await enableIntegration(database, params.id, params.kind, principal);
        return { items: await integrationHealth(database, params.id) };
      },
    }),
  ];
}
