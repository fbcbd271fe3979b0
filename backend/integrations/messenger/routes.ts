import { Type } from '@sinclair/typebox';
import type { Database } from '../../db/knex.ts';
import { forbidden } from '../../errors.ts';
import { readRaw } from '../../http/body.ts';
import type { Outgoing } from '../../http/outgoing.ts';
import { adminOnly, anyone } from '../../http/policy.ts';
import { type Route, route } from '../../http/route.ts';
import { Id } from '../../http/schema.ts';
import { untilGone } from '../../http/until-gone.ts';
import type { Keys } from '../../keys.ts';
import { tryPatch } from '../../sites/actions.ts';
import { TestAnswer, TestRequest } from '../../trials/schema.ts';
import type { MessengerMetrics } from './metrics.ts';
import { messengerState } from './queries.ts';
import { receive } from './receive.ts';
import { MessengerState, VerifyQuery } from './schema.ts';
import { messengerSettings, sitesWithMessenger } from './settings.ts';
import { isSameSecret, signatureIn } from './signature.ts';
import { tryPage } from './try-page.ts';

/** Facebook gathers events, up to a thousand in one call. */
const BODY_BYTES = 1024 * 1024;
const TRIAL_BYTES = 2 * 1024 * 1024;
const OneSite = Type.Object({ id: Id });

export interface MessengerRouteDeps {
  database: Database;
  outgoing: Outgoing;
  secretKey: Keys;
  publicUrl: string;
  metrics: MessengerMetrics;
}

export function messengerRoutes(deps: MessengerRouteDeps): Route[] {
  const { database, secretKey, metrics } = deps;
  return [
    route({
      method: 'get',
      path: '/hooks/messenger',
      summary: 'Facebook asks whether this is the right address',
      allow: anyone,
      query: VerifyQuery,
      answer: { status: 200, schema: Type.String(), contentType: 'text/plain' },
      async handler({ ctx, query }) {
        const { 'hub.mode': mode, 'hub.verify_token': token = '', 'hub.challenge': challenge = '' } = query;
        const sites = mode === 'subscribe' && token ? await sitesWithMessenger(database) : [];
        const known = sites.map((site) => messengerSettings(site, secretKey).verifyToken);
        // All are compared, so that the time tells nothing.
        if (known.filter((secret) => secret && isSameSecret(token, secret)).length === 0)
          throw forbidden('This is not the verify token of any site.');
        ctx.type = 'text/plain';
        return challenge;
      },
    }),
    route({
      method: 'post',
      path: '/hooks/messenger',
      summary: 'What happens on the Facebook pages of sites, signed by Facebook',
      limits: { bodyBytes: BODY_BYTES },
      allow: anyone,
      answer: { status: 200, schema: Type.String(), contentType: 'text/plain' },
      async handler({ ctx }) {
        const signature = signatureIn(ctx.get('x-hub-signature-256'));
        if (!signature) {
          metrics.count('forged');
          throw forbidden('The signature is missing.');
        }
        await receive(deps, await readRaw(ctx, BODY_BYTES), signature);
        ctx.type = 'text/plain';
        return 'EVENT_RECEIVED';
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/sites/:id/messenger',
      summary: 'How a site stands with Facebook Messenger',
      allow: adminOnly,
      params: OneSite,
      answer: { status: 200, schema: MessengerState },
      handler: ({ params }) => messengerState(database, params.id, deps),
    }),
    route({
      method: 'post',
      path: '/api/v1/sites/:id/test/messenger',
      summary: 'Ask Facebook for the page with these settings, and say in plain words how it went',
      limits: { bodyBytes: TRIAL_BYTES },
      allow: adminOnly,
      params: OneSite,
      body: TestRequest,
      bodyOptional: true,
      answer: { status: 200, schema: TestAnswer },
      async handler({ ctx, params, body }) {
        const site = await tryPatch(database, params.id, body.patch ?? {}, secretKey);
        return tryPage(deps, site, untilGone(ctx));
      },
    }),
  ];
}
