import { Type } from '@sinclair/typebox';
import type { Database } from '../db/knex.ts';
import { type Route, route } from '../http/route.ts';
import { Id } from '../http/schema.ts';
import { reachOf } from '../sessions/policy.ts';
import { acceptResult, dropCase, keepCase } from './case-actions.ts';
import { canKeepCases, canReadReplays } from './policy.ts';
import { presentCase } from './present.ts';
import { getCase, listCases } from './queries.ts';
import { person } from './routes.ts';
import { CaseAccept, CaseCreate, CasePage, CaseQuery, CaseView } from './schema.ts';

const One = Type.Object({ id: Id });

export function caseRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/regression-cases',
      summary: 'Conversations kept as cases, newest first',
      allow: canReadReplays,
      query: CaseQuery,
      answer: { status: 200, schema: CasePage },
      async handler({ query, principal }) {
        const { items, nextCursor } = await listCases(database, query, reachOf(principal));
        return { items: items.map(presentCase), nextCursor };
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/regression-cases',
      summary:
        'Keep a conversation as a case, with the answers that are right; it goes with the conversation',
      allow: canKeepCases,
      body: CaseCreate,
      answer: { status: 201, schema: CaseView },
      async handler({ body, principal }) {
        const id = await keepCase(database, body, person(principal));
        return presentCase(await getCase(database, id));
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/regression-cases/:id/accept',
      summary: 'What a run answered is right: expect that from now on',
      allow: canKeepCases,
      params: One,
      body: CaseAccept,
      answer: { status: 200, schema: CaseView },
      async handler({ params, body, principal }) {
        await acceptResult(database, params.id, body.runId, person(principal));
        return presentCase(await getCase(database, params.id));
      },
    }),
    route({
      method: 'delete',
      path: '/api/v1/regression-cases/:id',
      summary: 'Keep a conversation as a case no longer; the conversation stays',
      allow: canKeepCases,
      params: One,
      answer: { status: 204, schema: null },
      async handler({ params, principal }) {
        await dropCase(database, params.id, person(principal));
      },
    }),
  ];
}
