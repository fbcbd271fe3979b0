import { Type } from '@sinclair/typebox';
import type { Database } from '../db/knex.ts';
import { type Route, route } from '../http/route.ts';
import { Id } from '../http/schema.ts';
import { presentLead } from '../leads/present.ts';
import { LeadView } from '../leads/schema.ts';
import { reportCompletion, reportLead } from './actions.ts';
import { ContextQuery, ConversationContext, LeadReport } from './automation-schema.ts';
import { readContext } from './context.ts';
import { canChangeSessions, canReadSessions, canReportLead, reachOf } from './policy.ts';
import { presentSession } from './present.ts';
import { getSession } from './queries.ts';
import { SessionView } from './schema.ts';

const OneSession = Type.Object({ id: Id });

/** What an agent that runs elsewhere asks and reports. Saying the same again changes nothing. */
export function automationRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/sessions/:id/context',
      summary:
        'What an AI agent should know before it answers: lead, page, earlier conversations, last turns',
      allow: canReadSessions,
      params: OneSession,
      query: ContextQuery,
      answer: { status: 200, schema: ConversationContext },
      async handler({ params, query, principal }) {
        const session = await getSession(database, params.id, reachOf(principal));
        return readContext(database, session, query);
      },
    }),
    route({
      method: 'put',
      path: '/api/v1/sessions/:id/lead',
      summary: 'Report what was learned about the visitor',
      allow: canReportLead,
      params: OneSession,
      body: LeadReport,
      answer: { status: 200, schema: LeadView },
      async handler({ params, body, principal }) {
        await reportLead(database, params.id, body, principal);
        const session = await getSession(database, params.id, reachOf(principal));
        return presentLead(session.lead!, session);
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sessions/:id/complete',
      summary: 'Report that the conversation has reached its end',
      allow: canChangeSessions,
      params: OneSession,
      answer: { status: 200, schema: SessionView },
      async handler({ params, principal }) {
        await reportCompletion(database, params.id, principal);
        return presentSession(await getSession(database, params.id, reachOf(principal)));
      },
    }),
  ];
}
