import { Type } from '@sinclair/typebox';
import type { Database } from '../db/knex.ts';
import { type Route, route } from '../http/route.ts';
import { Id } from '../http/schema.ts';
import { reachOf } from '../sessions/policy.ts';
import type { Reach } from '../sessions/queries.ts';
import { settleIncident, takeReport } from './actions.ts';
import { canReadFaults, canReportFaults, canSettleFaults } from './policy.ts';
import { presentIncident, presentIncidentDetail } from './present.ts';
import { getIncident, listIncidents, recentOccurrences } from './queries.ts';
import { AnyFault, readFault } from './receive.ts';
import { IncidentDetail, IncidentFilters, IncidentPage, IncidentPatch, IncidentView } from './schema.ts';

const OneIncident = Type.Object({ id: Id });
/** n8n sends the failed request along. */
const REPORT_BYTES = 1024 * 1024;

export function incidentRoutes({ database }: { database: Database }): Route[] {
  const detail = async (id: string, reach: Reach) =>
    presentIncidentDetail(await getIncident(database, id, reach), await recentOccurrences(database, id));
  return [
    route({
      method: 'post',
      path: '/api/v1/errors',
      summary: 'Report a fault of a workflow: our own shape, or n8n’s Error Trigger body as it comes',
      limits: { bodyBytes: REPORT_BYTES },
      allow: canReportFaults,
      body: AnyFault,
      answer: { status: 201, schema: IncidentView },
      async handler({ body, principal }) {
        const id = await takeReport(database, readFault(body), reachOf(principal));
        return presentIncident(await getIncident(database, id, { siteId: null }));
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/errors',
      summary: 'Faults of workflows and agents, the last to happen first',
      allow: canReadFaults,
      query: IncidentFilters,
      answer: { status: 200, schema: IncidentPage },
      async handler({ query, principal }) {
        const { items, nextCursor } = await listIncidents(database, query, reachOf(principal));
        return { items: items.map(presentIncident), nextCursor };
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/errors/:id',
      summary: 'One fault with the last times it happened',
      allow: canReadFaults,
      params: OneIncident,
      answer: { status: 200, schema: IncidentDetail },
      handler: ({ params, principal }) => detail(params.id, reachOf(principal)),
    }),
    route({
      method: 'patch',
      path: '/api/v1/errors/:id',
      summary: 'Resolve, reopen or mute; a resolved one opens by itself when it happens again',
      allow: canSettleFaults,
      params: OneIncident,
      body: IncidentPatch,
      answer: { status: 200, schema: IncidentDetail },
      async handler({ params, body, principal }) {
        await settleIncident(database, params.id, body.status, principal);
        return detail(params.id, reachOf(principal));
      },
    }),
  ];
}
