import { Type } from '@sinclair/typebox';
import type { Database } from '../../db/knex.ts';
import type { Outgoing } from '../../http/outgoing.ts';
import { type Route, route } from '../../http/route.ts';
import { Id } from '../../http/schema.ts';
import type { Keys } from '../../keys.ts';
import { tryPatch } from '../../sites/actions.ts';
import type { SiteCache } from '../../sites/site-cache.ts';
import { TestAnswer, TestRequest } from '../../trials/schema.ts';
import { canManageWebhook } from './policy.ts';
import { previewWebhook } from './preview.ts';
import { rotateWebhookSecret } from './rotate.ts';
import { NewSecret, PreviewQuery, WebhookPreview } from './schema.ts';
import { testWebhook } from './test-send.ts';

export interface WebhookRouteDeps {
  database: Database;
  outgoing: Outgoing;
  sites: SiteCache;
  secretKey: Keys;
}

const OneSite = Type.Object({ id: Id });
/** A patch may hold all of the knowledge. */
const SETTINGS_BYTES = 1024 * 1024;

export function webhookRoutes({ database, outgoing, sites, secretKey }: WebhookRouteDeps): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/v1/sites/:id/webhook/rotate',
      summary: 'A new secret for signatures, told this once; the one before signs along for 24 hours',
      allow: canManageWebhook,
      params: OneSite,
      answer: { status: 200, schema: NewSecret },
      async handler({ ctx, params, principal }) {
        const secret = await rotateWebhookSecret(database, params.id, principal, secretKey);
        sites.forget();
        ctx.set('Cache-Control', 'no-store');
        return { secret };
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/sites/:id/webhook/preview',
      summary: 'What would be sent for an event: made from the newest conversation that fits, or made up',
      allow: canManageWebhook,
      params: OneSite,
      query: PreviewQuery,
      answer: { status: 200, schema: WebhookPreview },
      async handler({ params, query }) {
        return previewWebhook(database, params.id, query.event);
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sites/:id/test/webhook',
      summary: 'Send one signed message of the type test, and say in plain words what came back',
      limits: { bodyBytes: SETTINGS_BYTES },
      allow: canManageWebhook,
      params: OneSite,
      body: TestRequest,
      bodyOptional: true,
      answer: { status: 200, schema: TestAnswer },
      async handler({ params, body }) {
        return testWebhook(
          outgoing,
          await tryPatch(database, params.id, body.patch ?? {}, secretKey),
          secretKey,
        );
      },
    }),
  ];
}
