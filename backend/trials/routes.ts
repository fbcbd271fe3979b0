import { Type } from '@sinclair/typebox';
import { type Route, route } from '../http/route.ts';
import { Id } from '../http/schema.ts';
import { untilGone } from '../http/until-gone.ts';
import type { Keys } from '../keys.ts';
import { tryPatch } from '../sites/actions.ts';
import type { SitePatch } from '../sites/schema.ts';
import { canTryAgents } from './policy.ts';
import { TestAnswer, TestRequest, TrialAnswer, TrialRequest } from './schema.ts';
import { type TrialDeps, testAgent, tryTurn } from './try-turn.ts';

const OneSite = Type.Object({ id: Id });
/** Settings with long answers, and a conversation. */
const TRIAL_BYTES = 2 * 1024 * 1024;

/** Trying an assistant before visitors meet it. */
export function trialRoutes(deps: TrialDeps & { secretKey: Keys }): Route[] {
  const draft = (id: string, patch: SitePatch = {}) => tryPatch(deps.database, id, patch, deps.secretKey);
  return [
    route({
      method: 'post',
      path: '/api/v1/sites/:id/test/agent',
      summary: 'Ask the assistant for one answer, and say in plain words how it went; nothing is stored',
      limits: { bodyBytes: TRIAL_BYTES },
      allow: canTryAgents,
      params: OneSite,
      body: TestRequest,
      bodyOptional: true,
      answer: { status: 200, schema: TestAnswer },
      async handler({ ctx, params, body }) {
        return testAgent(deps, await draft(params.id, body.patch), untilGone(ctx));
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sites/:id/agent/try',
      summary: 'One turn with the assistant as these unsaved changes would make it; nothing is stored',
      limits: { bodyBytes: TRIAL_BYTES },
      allow: canTryAgents,
      params: OneSite,
      body: TrialRequest,
      answer: { status: 200, schema: TrialAnswer },
      async handler({ ctx, params, body }) {
        const site = await draft(params.id, body.patch);
        const hasOwnKnowledge = body.patch?.agent !== undefined || body.patch?.locale !== undefined;
        return tryTurn(deps, site, body, hasOwnKnowledge, untilGone(ctx));
      },
    }),
  ];
}
