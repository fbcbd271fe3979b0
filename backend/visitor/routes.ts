import { createHash } from 'node:crypto';
import { Type } from '@sinclair/typebox';
import type { Context } from 'koa';
import type { ConversationDeps } from '../conversation/answer-turn.ts';
import { greetingOf } from '../conversation/greeting.ts';
import { notFound } from '../errors.ts';
import { deviceName } from '../http/device-name.ts';
import { anyone, visitorOfTheSession } from '../http/policy.ts';
import { type Route, route } from '../http/route.ts';
import { strict } from '../http/schema.ts';
import { signVisitorToken } from '../http/visitor-token.ts';
import type { Keys } from '../keys.ts';
import { presentVisitorLead } from '../leads/present.ts';
import type { VisitorStreams } from '../live/visitor-streams.ts';
import { Site } from '../models/site.ts';
import { eraseConversation } from '../privacy/actions.ts';
import type { Erasures } from '../privacy/erasures.ts';
import { languageOfReader, PAGE_LANGUAGE } from '../sites/languages.ts';
import { presentWidgetConfig } from '../sites/present.ts';
import type { ViewCounter } from '../stats/views.ts';
import { endSession, fillLeadForm, rateSession } from './actions.ts';
import { type createIdentityCounter, identifyVisitor } from './identity.ts';
import { requireSiteOrigin } from './origin.ts';
import { presentMessage, presentVisitorSession } from './present.ts';
import { readMessages, readVisitorSession } from './queries.ts';
import {
  Identify,
  LeadForm,
  Rating,
  SendMessage,
  SessionStarted,
  StartSession,
  Transcript,
  VisitorLead,
  VisitorSession,
  WidgetConfig,
} from './schema.ts';
import { sendMessage, streamMessage } from './send-message.ts';
import { startSession } from './start-session.ts';

const base = '/api/v1/visitor';
const After = Type.Object(
  { after: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })) },
  strict,
);

export interface VisitorDeps extends ConversationDeps {
  views: ViewCounter;
  visitorStreams: VisitorStreams;
  visitorKey: Keys;
  secretKey: Keys;
  identityCounter: ReturnType<typeof createIdentityCounter>;
  erasures: Erasures;
  publicUrl: string;
  addressPrefixOf(ctx: Context): string | null;
}

export function visitorRoutes(deps: VisitorDeps): Route[] {
  const { database, sites, publicUrl } = deps;

  async function siteByKey(ctx: Context, key: string) {
    const site = await sites.byKey(key);
    if (!site) throw notFound('There is no such site.');
    requireSiteOrigin(ctx, site, publicUrl);
    return site;
  }

  return [
    route({
      method: 'get',
      path: `${base}/sites/:siteKey`,
      summary: 'How the widget looks and what it asks, for one site',
      limits: { rate: ['visitorAddress'] },
      allow: anyone,
      params: Type.Object({ siteKey: Type.String({ maxLength: 64 }) }),
      answer: { status: 200, schema: WidgetConfig },
      async handler({ ctx, params }) {
        const site = await siteByKey(ctx, params.siteKey);
        deps.views.add(site.id, { method: ctx.method, userAgent: ctx.get('user-agent') });
        const language = languageOfReader(ctx, site);
        const config = presentWidgetConfig(site, greetingOf(site, language || null).text, language);
        // Not every cache on the way keeps an answer for each language.
        const keeper = site.locale === PAGE_LANGUAGE ? 'private' : 'public';
        ctx.set('Cache-Control', `${keeper}, max-age=60, stale-while-revalidate=600`);
        ctx.etag = createHash('sha256').update(JSON.stringify(config)).digest('base64url').slice(0, 22);
        if (!ctx.get('if-none-match').includes(ctx.response.get('etag'))) return config;
        ctx.status = 304;
        return undefined;
      },
    }),
    route({
      method: 'post',
      path: `${base}/sessions`,
      summary: 'Open a conversation',
      limits: { rate: ['visitorAddress', 'visitorStart'] },
      allow: anyone,
      body: StartSession,
      answer: { status: 201, schema: SessionStarted },
      async handler({ ctx, body }) {
        const site = await siteByKey(ctx, body.siteKey);
        const { session, greeting } = await startSession(database, site, body, {
          device: deviceName(ctx.get('user-agent')),
          ipPrefix: deps.addressPrefixOf(ctx),
        });
        deps.hint();
        return {
          session: presentVisitorSession(session, null),
          token: signVisitorToken({ sessionId: session.id, siteId: site.id }, deps.visitorKey),
          messages: [presentMessage(greeting)],
        };
      },
    }),
    route({
      method: 'get',
      path: `${base}/session`,
      summary: 'The conversation as it is now: how a reloaded page or a second tab catches up',
      limits: { rate: ['visitorAddress'] },
      allow: visitorOfTheSession,
      query: After,
      answer: { status: 200, schema: Transcript },
      async handler({ visitor, query }) {
        const session = await readVisitorSession(database, visitor.sessionId);
        return { session, messages: await readMessages(database, visitor.sessionId, query.after ?? 0) };
      },
    }),
    route({
      method: 'post',
      path: `${base}/session/messages`,
      summary:
        'Say something; answered as JSON or, with Accept: text/event-stream, while it is being written',
      limits: { rate: ['visitorAddress', 'visitorMessage'] },
      allow: visitorOfTheSession,
      body: SendMessage,
      answer: { status: 200, schema: Transcript, stream: 'optional' },
      async handler({ ctx, visitor, body }) {
        if (ctx.accepts('application/json', 'text/event-stream') === 'text/event-stream')
          return streamMessage(deps, ctx, visitor.sessionId, body);
        return sendMessage(deps, visitor.sessionId, body);
      },
    }),
    route({
      method: 'get',
      path: `${base}/session/events`,
      summary: 'What others write in this conversation: an event stream',
      limits: { rate: ['visitorAddress'] },
      allow: visitorOfTheSession,
      query: After,
      answer: { status: 200, schema: null, stream: 'always' },
      async handler({ ctx, visitor, query }) {
        const lastId = Number(ctx.get('last-event-id') || Number.NaN);
        const after =
          Number.isSafeInteger(lastId) && lastId >= 0 && lastId < 2 ** 31 ? lastId : (query.after ?? 0);
        await deps.visitorStreams.open(ctx, visitor, after);
      },
    }),
    route({
      method: 'put',
      path: `${base}/session/lead`,
      summary: 'Leave or correct details, or give consent',
      limits: { rate: ['visitorAddress', 'visitorMessage'] },
      allow: visitorOfTheSession,
      body: LeadForm,
      answer: { status: 200, schema: VisitorLead },
      async handler({ visitor, body }) {
        const site = (await sites.byId(visitor.siteId))!;
        return presentVisitorLead(await fillLeadForm(database, visitor.sessionId, site, body));
      },
    }),
    route({
      method: 'put',
      path: `${base}/session/identity`,
      summary: 'Say who is signed in on the website; a token that cannot be believed changes nothing',
      limits: { rate: ['visitorAddress', 'visitorMessage'] },
      allow: visitorOfTheSession,
      body: Identify,
      answer: { status: 200, schema: VisitorSession },
      async handler({ visitor, body }) {
        // Not as it is kept in memory: a secret that was replaced counts nowhere any more.
        const site = await Site.query(database).findById(visitor.siteId).throwIfNotFound();
        const outcome = await identifyVisitor(deps, visitor.sessionId, site, body.identity);
        deps.identityCounter.inc({ outcome });
        return readVisitorSession(database, visitor.sessionId);
      },
    }),
    route({
      method: 'post',
      path: `${base}/session/complete`,
      summary: 'End the conversation',
      limits: { rate: ['visitorAddress'] },
      allow: visitorOfTheSession,
      answer: { status: 200, schema: VisitorSession },
      async handler({ visitor }) {
        await endSession(database, visitor.sessionId);
        return readVisitorSession(database, visitor.sessionId);
      },
    }),
    route({
      method: 'post',
      path: `${base}/session/rating`,
      summary: 'Rate the conversation from 1 to 5',
      limits: { rate: ['visitorAddress'] },
      allow: visitorOfTheSession,
      body: Rating,
      answer: { status: 200, schema: VisitorSession },
      async handler({ visitor, body }) {
        await rateSession(database, visitor.sessionId, body);
        return readVisitorSession(database, visitor.sessionId);
      },
    }),
    route({
      method: 'delete',
      path: `${base}/session`,
      summary: 'Erase this conversation with everything it holds',
      limits: { rate: ['visitorAddress'] },
      allow: visitorOfTheSession,
      answer: { status: 204, schema: null },
      async handler({ visitor }) {
        await eraseConversation(deps, visitor.sessionId);
      },
    }),
  ];
}
