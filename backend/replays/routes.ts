import { Type } from '@sinclair/typebox';
import type { Database } from '../db/knex.ts';
import { forbidden } from '../errors.ts';
import type { Principal, StaffPrincipal } from '../http/principal.ts';
import { type Route, route } from '../http/route.ts';
import { Id } from '../http/schema.ts';
import { reachOf } from '../sessions/policy.ts';
import { getSession } from '../sessions/queries.ts';
import { startRegressionRun, startReplay } from './actions.ts';
import { canReadReplays, canReplay } from './policy.ts';
import { presentCaseName, presentResult, presentRun, presentRunWithResults } from './present.ts';
import {
  caseOfSession,
  getResult,
  getRun,
  leadFieldsOf,
  listResults,
  runsOfSession,
  runsOfSite,
} from './queries.ts';
import { ResultView, RunList, RunRow, RunView } from './schema.ts';

const One = Type.Object({ id: Id });
const OneResult = Type.Object({ id: Id, number: Type.String({ pattern: '^[1-9]\\d{0,5}$' }) });

export function replayRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/v1/sessions/:id/replays',
      summary: 'Ask the assistant as it is now what the visitor asked; stores and sends nothing of it',
      allow: canReplay,
      params: One,
      answer: { status: 202, schema: RunRow },
      async handler({ params, principal }) {
        return presentRun(await startReplay(database, params.id, person(principal)));
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/sessions/:id/replays',
      summary: 'The newest replays of a conversation, and whether it is kept as a case',
      allow: canReadReplays,
      params: One,
      answer: { status: 200, schema: RunList },
      async handler({ params, principal }) {
        const { id } = await getSession(database, params.id, reachOf(principal));
        const [runs, kept] = await Promise.all([runsOfSession(database, id), caseOfSession(database, id)]);
        return { items: runs.map(presentRun), nextCursor: null, case: presentCaseName(kept) };
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/replays/:id',
      summary: 'How a run goes, or went: live as replay.changed',
      allow: canReadReplays,
      params: One,
      answer: { status: 200, schema: RunView },
      async handler({ params, principal }) {
        const run = await getRun(database, params.id, reachOf(principal));
        return presentRunWithResults(run, await listResults(database, run.id));
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/replays/:id/results/:number',
      summary: 'One conversation of a run: old and new answers turn by turn, old and new lead',
      allow: canReadReplays,
      params: OneResult,
      answer: { status: 200, schema: ResultView },
      async handler({ params, principal }) {
        const run = await getRun(database, params.id, reachOf(principal));
        const result = await getResult(database, run.id, Number(params.number));
        return presentResult(result, await leadFieldsOf(database, run.siteId));
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sites/:id/regression-runs',
      summary: 'Run all kept cases of a site against its assistant as it is now',
      allow: canReplay,
      params: One,
      answer: { status: 202, schema: RunRow },
      async handler({ params, principal }) {
        return presentRun(await startRegressionRun(database, params.id, person(principal)));
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/sites/:id/regression-runs',
      summary: 'The newest runs of a site’s cases',
      allow: canReadReplays,
      params: One,
      answer: { status: 200, schema: RunList },
      async handler({ params, principal }) {
        const runs = await runsOfSite(database, params.id, reachOf(principal));
        return { items: runs.map(presentRun), nextCursor: null };
      },
    }),
  ];
}

/** The policy lets only people in; this tells the compiler so. */
export function person(principal: Principal): StaffPrincipal {
  if (principal.kind !== 'staff') throw forbidden();
  return principal;
}
