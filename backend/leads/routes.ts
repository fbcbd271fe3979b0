import { Type } from '@sinclair/typebox';
import type { Database } from '../db/knex.ts';
import { linksOf } from '../deliveries/queries.ts';
import { type Route, route } from '../http/route.ts';
import { Id } from '../http/schema.ts';
import { reachOf } from '../sessions/policy.ts';
import type { Reach } from '../sessions/queries.ts';
import { editLead } from './edit.ts';
import { canChangeLeads, canReadLeads, canSeeLeadChoices } from './policy.ts';
import { presentLead, presentLeadDetail } from './present.ts';
import { getLead, leadChoices, leadDuplicates, leadHistory, listLeads } from './queries.ts';
import { LeadChoices, LeadDetail, LeadFilters, LeadPage, LeadPatch } from './schema.ts';

const OneLead = Type.Object({ id: Id });

export function leadRoutes({ database }: { database: Database }): Route[] {
  const detail = async (id: string, reach: Reach) => {
    const lead = await getLead(database, id, reach);
    const [history, duplicates, links] = await Promise.all([
      leadHistory(database, id),
      leadDuplicates(database, lead, reach),
      linksOf(database, lead.sessionId),
    ]);
    return presentLeadDetail(lead, { history, duplicates, links });
  };
  return [
    route({
      method: 'get',
      path: '/api/v1/leads',
      summary: 'The list of leads, the last changed first',
      allow: canReadLeads,
      query: LeadFilters,
      answer: { status: 200, schema: LeadPage },
      async handler({ query, principal }) {
        const { items, nextCursor } = await listLeads(database, query, reachOf(principal));
        return { items: items.map((lead) => presentLead(lead, lead.session!)), nextCursor };
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/leads/choices',
      summary: 'The sites and the people that leads can be narrowed by and given to',
      allow: canSeeLeadChoices,
      answer: { status: 200, schema: LeadChoices },
      handler: () => leadChoices(database),
    }),
    route({
      method: 'get',
      path: '/api/v1/leads/:id',
      summary: 'One lead with its source, its history and its duplicates',
      allow: canReadLeads,
      params: OneLead,
      answer: { status: 200, schema: LeadDetail },
      handler: ({ params, principal }) => detail(params.id, reachOf(principal)),
    }),
    route({
      method: 'patch',
      path: '/api/v1/leads/:id',
      summary: 'Change details, qualification or owner; every change is kept in the history',
      allow: canChangeLeads,
      params: OneLead,
      body: LeadPatch,
      answer: { status: 200, schema: LeadDetail },
      async handler({ params, body, principal }) {
        await editLead(database, params.id, body, principal);
        return detail(params.id, reachOf(principal));
      },
    }),
  ];
}
