import { Type } from '@sinclair/typebox';
import { EMAIL_DEFAULT, EMAIL_EVENTS } from '../../deliveries/subscriptions.ts';
import { forbidden, notFound } from '../../errors.ts';
import { readRaw } from '../../http/body.ts';
import { type Route, route } from '../../http/route.ts';
import { Id } from '../../http/schema.ts';
import type { Keys } from '../../keys.ts';
import { OutboxMail } from '../../models/outbox-mail.ts';
import { Site } from '../../models/site.ts';
import { tryPatch } from '../../sites/actions.ts';
import { clearMark, marksOf } from '../../staff/mail-marks.ts';
import { TestAnswer, TestRequest } from '../../trials/schema.ts';
import { getOutboxMail, listOutbox, sendOn } from './outbox.ts';
import { canManageMail, canReadOutbox, canReportMail } from './policy.ts';
import { presentOutbox, presentOutboxDetail } from './present.ts';
import { hearResend } from './receive.ts';
import { ClearMark, EmailState, OutboxDetail, OutboxPage, OutboxQuery, OutboxView } from './schema.ts';
import type { EmailDeps } from './send.ts';
import { isSigned } from './signature.ts';
import { sendTestMail } from './test-mail.ts';

const One = Type.Object({ id: Id });
const HOOK_BYTES = 256 * 1024;
const TEST_BYTES = 2 * 1024 * 1024;
/** A mail as a page of its own: it has its own styles, and nothing in it may run or be fetched. */
const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

export function emailRoutes(deps: EmailDeps & { secretKey: Keys }): Route[] {
  const { database, mail, addressKey } = deps;
  const canSend = Boolean(mail.resendApiKey);
  return [
    route({
      method: 'get',
      path: '/api/v1/outbox',
      summary: 'Mails that were kept because nothing sends them, newest first',
      allow: canReadOutbox,
      query: OutboxQuery,
      answer: { status: 200, schema: OutboxPage },
      async handler({ query }) {
        const { items, nextCursor } = await listOutbox(database, query);
        return { items: items.map(presentOutbox), nextCursor, canSend };
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/outbox/:id',
      summary: 'One mail of the outbox as plain text',
      allow: canReadOutbox,
      params: One,
      answer: { status: 200, schema: OutboxDetail },
      async handler({ params }) {
        return presentOutboxDetail(await getOutboxMail(database, params.id), canSend);
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/outbox/:id/html',
      summary: 'One mail of the outbox as it looks; only the dashboard may frame it',
      allow: canReadOutbox,
      params: One,
      answer: {
        status: 200,
        schema: Type.String({ contentMediaType: 'text/html' }),
        contentType: 'text/html',
      },
      async handler({ ctx, params }) {
        const { html } = await getOutboxMail(database, params.id);
        ctx.type = 'html';
        ctx.set('Content-Security-Policy', MAIL_POLICY);
        ctx.remove('Cross-Origin-Opener-Policy');
        ctx.status = 200;
        ctx.body = html;
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/outbox/:id/send',
      summary: 'Send a mail of the outbox, now that mail is set up; it is made anew',
      allow: canManageMail,
      params: One,
      answer: { status: 202, schema: OutboxView },
      async handler({ params, principal }) {
        await sendOn(database, params.id, canSend, principal);
        return presentOutbox(await getOutboxMail(database, params.id));
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/sites/:id/email',
      summary: 'Whether mail works for a site, and which receivers refuse it',
      allow: canManageMail,
      params: One,
      answer: { status: 200, schema: EmailState },
      async handler({ params }) {
        const site = await Site.query(database).findById(params.id);
        if (!site) throw notFound('There is no such site.');
        const { to = [] } = (site.integrations.email ?? {}) as { to?: string[] };
        const marks = await marksOf(database, to, addressKey);
        const waiting = await OutboxMail.query(database)
          .join('deliveries', 'deliveries.id', 'outboxMails.deliveryId')
          .where('deliveries.siteId', site.id)
          .whereNull('sentAt')
          .resultSize();
        return {
          canSend,
          from: mail.from ?? null,
          hearsBounces: Boolean(mail.resendWebhookSecret),
          events: EMAIL_EVENTS,
          defaults: EMAIL_DEFAULT,
          waiting,
          marked: [...marks].map(([address, { kind, markedAt }]) => ({
            address,
            kind,
            at: markedAt.toISOString(),
          })),
        };
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sites/:id/test/email',
      summary: 'Send a test mail to the receivers, and say in plain words how it went',
      limits: { bodyBytes: TEST_BYTES },
      allow: canManageMail,
      params: One,
      body: TestRequest,
      bodyOptional: true,
      answer: { status: 200, schema: TestAnswer },
      async handler({ params, body }) {
        return sendTestMail(deps, await tryPatch(database, params.id, body.patch ?? {}, deps.secretKey));
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/mail-addresses/clear',
      summary: 'Send to an address again that refused mail before',
      allow: canManageMail,
      body: ClearMark,
      answer: { status: 204, schema: null },
      async handler({ body, principal }) {
        await clearMark(database, body.address, addressKey, principal);
      },
    }),
    route({
      method: 'post',
      path: '/hooks/resend',
      summary: 'Resend tells of mails that did not arrive; believed by its signature',
      allow: canReportMail,
      answer: { status: 204, schema: null },
      async handler({ ctx }) {
        if (!mail.resendWebhookSecret)
          throw forbidden('Nothing is believed here: RESEND_WEBHOOK_SECRET is not set.');
        const body = await readRaw(ctx, HOOK_BYTES);
        const header = (name: string) => ctx.get(`svix-${name}`) || ctx.get(`webhook-${name}`);
        const headers = { id: header('id'), timestamp: header('timestamp'), signature: header('signature') };
        if (!isSigned(mail.resendWebhookSecret, headers, body))
          throw forbidden('The signature is not right.');
        await hearResend(database, body, addressKey);
      },
    }),
  ];
}
