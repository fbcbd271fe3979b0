/**
 * The web side: middleware in running order, then each feature's routes by name.
 */
import Koa, { type Context } from 'koa';
import { agentVersionRoutes } from './agent-versions/routes.ts';
import { modelRoutes } from './agents/openai/routes.ts';
import type { Config } from './config.ts';
import type { ConversationDeps } from './conversation/answer-turn.ts';
import type { Database } from './db/knex.ts';
import { deliveryRoutes } from './deliveries/routes.ts';
import { demoRoutes } from './demo/routes.ts';
import { exportRoutes } from './exports/routes.ts';
import { addressPrefix, addressReader } from './http/client-address.ts';
import { errorHandler } from './http/error-handler.ts';
import { healthRoutes } from './http/health.ts';
import { mount } from './http/mount.ts';
import type { Outgoing } from './http/outgoing.ts';
import { createRateLimits } from './http/rate-limit.ts';
import type { Readiness } from './http/readiness.ts';
import { createRequestMetrics } from './http/request-metrics.ts';
import type { Route } from './http/route.ts';
import { securityHeaders } from './http/security-headers.ts';
import { staffSessions } from './http/staff-session.ts';
import { incidentRoutes } from './incidents/routes.ts';
import { ingestRoutes } from './ingest/routes.ts';
import { emailRoutes } from './integrations/email/routes.ts';
import type { EmailDeps } from './integrations/email/send.ts';
import { integrationRoutes } from './integrations/health/routes.ts';
import { createMessengerMetrics } from './integrations/messenger/metrics.ts';
import { processMessengerEvents } from './integrations/messenger/process.ts';
import { messengerRoutes } from './integrations/messenger/routes.ts';
import { mondayRoutes } from './integrations/monday/routes.ts';
import { webhookRoutes } from './integrations/webhook/routes.ts';
import type { Queue } from './jobs/queue.ts';
import { deriveKeys } from './keys.ts';
import { knowledgeRoutes } from './knowledge/routes.ts';
import { leadRoutes } from './leads/routes.ts';
import type { EventFeed } from './live/event-feed.ts';
import { liveRoutes } from './live/routes.ts';
import { StaffStreams } from './live/staff-streams.ts';
import type { TypingFeed } from './live/typing-feed.ts';
import { VisitorStreams } from './live/visitor-streams.ts';
import type { Logger } from './log.ts';
import { createPoolMetrics } from './operate/pool-metrics.ts';
import { createSharedMetrics } from './operate/shared-metrics.ts';
import { contractRoutes, pageRoutes } from './pages/routes.ts';
import { staticFiles } from './pages/static-files.ts';
import type { Erasures } from './privacy/erasures.ts';
import { privacyRoutes } from './privacy/routes.ts';
import { caseRoutes } from './replays/case-routes.ts';
import { replayRoutes } from './replays/routes.ts';
import { queueRoutes } from './reviews/queue/routes.ts';
import { reviewRoutes } from './reviews/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { pluginRoutes } from './sites/plugin-routes.ts';
import { siteRoutes } from './sites/routes.ts';
import type { SiteCache } from './sites/site-cache.ts';
import { isStillAllowed, signedInUntil } from './staff/is-still-allowed.ts';
import { staffRoutes } from './staff/routes.ts';
import { statsRoutes } from './stats/routes.ts';
import type { ViewCounter } from './stats/views.ts';
import { syncRoutes } from './sync/routes.ts';
import { takeoverRoutes } from './takeover/routes.ts';
import { trialRoutes } from './trials/routes.ts';
import { createIdentityCounter } from './visitor/identity.ts';
import { visitorCors, visitorOriginCheck } from './visitor/origin.ts';
import { visitorRoutes } from './visitor/routes.ts';
import { workflowRoutes } from './workflows/routes.ts';

export interface AppDeps extends ConversationDeps {
  config: Config;
  database: Database;
  sites: SiteCache;
  feed: EventFeed;
  typing: TypingFeed;
  views: ViewCounter;
  erasures: Erasures;
  outgoing: Outgoing;
  email: EmailDeps;
  log: Logger;
  version: string;
  /** The folder of the built widget, dashboard and WordPress plugin. */
  webDir: string;
  readiness: Readiness;
  queue: Queue;
}

/** The Koa app and the routes it answers. Nothing is started by this. */
export function createApp(deps: AppDeps): { app: Koa; routes: Route[] } {
  const { config, database, sites, feed, typing, log } = deps;
  const { publicUrl } = config;
  const https = publicUrl.startsWith('https:');
  const readAddress = addressReader(config.trustProxy);
  const addressOf = (ctx: Context) => readAddress(ctx.req);
  const addressPrefixOf = (ctx: Context) => addressPrefix(addressOf(ctx));

  const app = new Koa();
  app.silent = true;
  app.on('error', (err) => log.debug({ code: err?.code }, 'a response broke off'));

  const rateLimits = createRateLimits(database, config.rateLimitFactor);
  const feature = { ...deps, publicUrl, addressOf, addressPrefixOf };
  const secretKey = deriveKeys(config, 'site-secrets');
  const messengerMetrics = createMessengerMetrics();
  const identityCounter = createIdentityCounter();
  const requestMetrics = createRequestMetrics();
  const routes = [
    ...visitorRoutes({
      ...feature,
      visitorStreams: new VisitorStreams(database, feed, typing),
      visitorKey: deriveKeys(config, 'visitor-token'),
      secretKey,
      identityCounter,
    }),
    ...staffRoutes({
      ...feature,
      rateLimits,
      loginKeys: deriveKeys(config, 'login'),
      mailKey: deps.email.addressKey,
    }),
    ...agentVersionRoutes(feature),
    ...siteRoutes({ ...feature, secretKey }),
    ...pluginRoutes(feature),
    ...workflowRoutes(feature),
    ...trialRoutes({ ...feature, secretKey }),
    ...modelRoutes({ ...feature, secretKey }),
    ...knowledgeRoutes(feature),
    ...sessionRoutes(feature),
    ...queueRoutes(feature),
    ...reviewRoutes(feature),
    ...replayRoutes(feature),
    ...caseRoutes(feature),
    ...leadRoutes(feature),
    ...deliveryRoutes(feature),
    ...integrationRoutes(feature),
    ...webhookRoutes({ ...feature, secretKey }),
    ...incidentRoutes(feature),
    ...ingestRoutes(feature),
    ...demoRoutes({ ...feature, secretKey }),
    ...syncRoutes({ ...deps, processEvents: () => processMessengerEvents({ ...deps, secretKey }) }),
    ...emailRoutes({ ...deps.email, secretKey }),
    ...mondayRoutes({ ...feature, secretKey }),
    ...messengerRoutes({ ...feature, secretKey, metrics: messengerMetrics }),
    ...exportRoutes(feature),
    ...statsRoutes(feature),
    ...privacyRoutes(feature),
    ...takeoverRoutes(feature),
    ...liveRoutes({
      staffStreams: new StaffStreams(database, feed, typing, {
        isStillAllowed: (principal) => isStillAllowed(database, principal),
        signedInUntil: (principal) => signedInUntil(database, principal),
      }),
    }),
    ...pageRoutes({ sites, demoSiteKey: config.demoSiteKey }),
    ...healthRoutes({
      ...deps,
      metrics: [
        ...requestMetrics.all,
        ...deps.turnMetrics.all,
        ...createPoolMetrics(database),
        ...createSharedMetrics(database, deps.queue),
        ...messengerMetrics.all,
        identityCounter,
      ],
    }),
  ];
  routes.push(...contractRoutes(routes, deps.version, publicUrl));

  app.use(requestMetrics.middleware);
  app.use((ctx, next) => {
    if (deps.readiness.isStopping()) ctx.set('Connection', 'close');
    return next();
  });
  app.use(errorHandler(log));
  app.use(securityHeaders(https));
  app.use(staticFiles(deps.webDir));
  const cors = visitorCors(sites, publicUrl);
  app.use((ctx, next) => (ctx.path.startsWith('/api/v1/visitor/') ? cors(ctx, next) : next()));
  const answer = mount(routes, {
    database,
    rateLimits,
    publicUrl,
    addressOf,
    addressKeySecret: deriveKeys(config, 'address').current,
    visitorKey: deriveKeys(config, 'visitor-token'),
    staffSessions: staffSessions({ app, database, https, addressPrefixOf }),
    visitorOrigin: visitorOriginCheck(sites, publicUrl),
  });
  app.use(answer);
  return { app, routes };
}
