import { Type } from '@sinclair/typebox';
import type { Database } from '../db/knex.ts';
import { type Route, route } from '../http/route.ts';
import { Id } from '../http/schema.ts';
import { canReadAgentVersions } from './policy.ts';
import { presentAgentVersion } from './present.ts';
import { listAgentVersions } from './queries.ts';
import { AgentVersionPage, AgentVersionQuery } from './schema.ts';

export function agentVersionRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/sites/:id/agent-versions',
      summary: 'What was changed about a site’s assistant, by whom, and how each version did; newest first',
      allow: canReadAgentVersions,
      params: Type.Object({ id: Id }),
      query: AgentVersionQuery,
      answer: { status: 200, schema: AgentVersionPage },
      async handler({ params, query }) {
        const { items, nextCursor } = await listAgentVersions(database, params.id, query);
        return { items: items.map(presentAgentVersion), nextCursor };
      },
    }),
  ];
}
