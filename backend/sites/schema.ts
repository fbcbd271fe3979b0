/**
 * A site: one landing page or web site whose visitors chat, with its look, its lead fields and its agent.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, OneOf, strict, Time } from '../http/schema.ts';

const Text = (maxLength: number, minLength = 0) => Type.String({ minLength, maxLength });
const Url = Type.String({ format: 'web-address', maxLength: 2048, pattern: '^https?://' });

/** `https://example.com`, without a path: scheme, host and port are the whole of an origin (RFC 6454). */
export const Origin = Type.String({
  maxLength: 300,
  pattern: '^https?://(\\[[0-9a-fA-F:.]+\\]|[^/?#@\\s:\\[\\]]+)(:\\d{1,5})?$',
});

/** A secret is written as text (or null to remove it) and read as `{set, hint}`. */
const SecretIn = Type.Optional(Nullable(Text(4000, 1)));
const SecretOut = Type.Optional(Type.Object({ set: Type.Boolean(), hint: Type.String() }));

export const ConsentSettings = Type.Object(
  { required: Type.Boolean(), text: Text(2000), version: Text(50) },
  strict,
);
export type ConsentSettings = Static<typeof ConsentSettings>;

export const WidgetSettings = Type.Object(
  {
    title: Text(80),
    greeting: Text(1000),
    launcherText: Text(80),
    position: OneOf('right', 'left'),
    accent: Type.String({ pattern: '^#[0-9a-fA-F]{6}$' }),
    theme: OneOf('auto', 'light', 'dark'),
    openAfterSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 3600 })),
    consent: ConsentSettings,
  },
  strict,
);
export type WidgetSettings = Static<typeof WidgetSettings>;

export const LeadField = Type.Object(
  {
    name: Type.String({ pattern: '^[a-z][a-zA-Z0-9_]{0,39}$' }),
    type: OneOf('text', 'email', 'phone', 'choice', 'number'),
    label: Text(80, 1),
    question: Text(500, 1),
    required: Type.Boolean(),
    choices: Type.Optional(Type.Array(Text(100, 1), { maxItems: 20 })),
  },
  strict,
);
export type LeadField = Static<typeof LeadField>;

export const LeadSettings = Type.Object({ fields: Type.Array(LeadField, { maxItems: 30 }) }, strict);
export type LeadSettings = Static<typeof LeadSettings>;

export const KnowledgeEntry = Type.Object({ question: Text(500, 1), answer: Text(4000, 1) }, strict);
export type KnowledgeEntry = Static<typeof KnowledgeEntry>;

/** `steps` is the order in which the guided agent asks, by lead field name; fields not named come after. */
export const GuidedSettings = Type.Object(
  {
    steps: Type.Optional(Type.Array(Text(40, 1), { maxItems: 30 })),
    knowledge: Type.Optional(Type.Array(KnowledgeEntry, { maxItems: 500 })),
  },
  strict,
);
export type GuidedSettings = Static<typeof GuidedSettings>;

const agentBase = {
  kind: OneOf('guided', 'n8n', 'openai'),
  fallbackText: Text(1000, 1),
  replyTimeoutSeconds: Type.Integer({ minimum: 5, maximum: 120 }),
  handoverMinutes: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1440,
      description:
        'How long a visitor may wait for the person who took over until the assistant answers again; 5 unless set',
    }),
  ),
  guided: Type.Optional(GuidedSettings),
};
const n8nPlain = {
  url: Type.Optional(Url),
  streaming: Type.Optional(
    Type.Boolean({ description: 'How the workflow is meant to answer; how it does is read from its answer' }),
  ),
  authHeader: Type.Optional(
    Type.String({
      maxLength: 200,
      pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]*$",
      description:
        'The header that carries authSecret; Authorization unless set, where user:password becomes basic authentication',
    }),
  ),
};
const openaiPlain = {
  baseUrl: Type.Optional(Url),
  model: Type.Optional(Text(200)),
  systemPrompt: Type.Optional(Text(20000)),
  temperature: Type.Optional(Type.Number({ minimum: 0, maximum: 2 })),
  maxRepliesPerSession: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  maxTokensPerDay: Type.Optional(Type.Integer({ minimum: 1000, maximum: 1_000_000_000_000 })),
  maxHistoryTokens: Type.Optional(
    Type.Integer({ minimum: 200, maximum: 200_000, description: 'How much of the talk is sent along' }),
  ),
  priceIn: Type.Optional(
    Type.Number({ minimum: 0, maximum: 100_000, description: 'For a million tokens read, in your currency' }),
  ),
  priceOut: Type.Optional(
    Type.Number({ minimum: 0, maximum: 100_000, description: 'For a million tokens written' }),
  ),
};
/** What a webhook can be told of. */
export const WebhookEvent = OneOf(
  'lead.completed',
  'lead.qualified',
  'lead.updated',
  'session.completed',
  'session.abandoned',
  'session.waiting',
  'session.taken_over',
  'review.issue',
  'review.fixed',
  'incident.opened',
);
export type WebhookEvent = Static<typeof WebhookEvent>;

const anyCase = (name: string) => name.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
/** Headers that say what is sent, and how, are not free. */
const TAKEN = 'host|content-.*|connection|transfer-encoding|te|upgrade|expect|keep-alive|webhook-.*';
const webhookPlain = {
  url: Type.Optional(Url),
  events: Type.Optional(Type.Array(WebhookEvent, { maxItems: 50 })),
  headerName: Type.Optional(
    Type.String({
      maxLength: 200,
      pattern: `^(?!(${anyCase(TAKEN)})$)[A-Za-z0-9!#$%&'*+.^_\`|~-]*$`,
      description: 'The header that carries headerSecret; Authorization unless set',
    }),
  ),
  previousSecretUntil: Type.Optional(
    Type.String({ format: 'date-time', description: 'Until then both secrets sign' }),
  ),
};
const mondayPlain = {
  boardId: Type.Optional(Text(40)),
  groupId: Type.Optional(Text(80)),
  boardName: Type.Optional(Text(255)),
  when: Type.Optional(OneOf('completed', 'qualified')),
  columns: Type.Optional(Type.Record(Text(40), Text(80))),
  apiUrl: Type.Optional(Url),
};
const messengerPlain = { pageId: Type.Optional(Text(40)), graphUrl: Type.Optional(Url) };
const EmailIntegration = Type.Object(
  {
    to: Type.Optional(Type.Array(Type.String({ format: 'email', maxLength: 254 }), { maxItems: 50 })),
    events: Type.Optional(Type.Array(Text(60, 1), { maxItems: 50 })),
  },
  strict,
);

/** Where each secret stands inside a site's settings; sites/secrets encrypts exactly these. */
export const SECRET_PATHS = [
  ['agent', 'n8n', 'authSecret'],
  ['agent', 'openai', 'apiKey'],
  ['integrations', 'webhook', 'secret'],
  ['integrations', 'webhook', 'previousSecret'],
  ['integrations', 'webhook', 'headerSecret'],
  ['integrations', 'monday', 'token'],
  ['integrations', 'messenger', 'pageToken'],
  ['integrations', 'messenger', 'appSecret'],
  ['integrations', 'messenger', 'verifyToken'],
] as const;

export const AgentIn = Type.Object(
  {
    ...agentBase,
    n8n: Type.Optional(Nullable(Type.Object({ ...n8nPlain, authSecret: SecretIn }, strict))),
    openai: Type.Optional(Nullable(Type.Object({ ...openaiPlain, apiKey: SecretIn }, strict))),
  },
  strict,
);
export const AgentOut = Type.Object({
  ...agentBase,
  n8n: Type.Optional(Type.Object({ ...n8nPlain, authSecret: SecretOut })),
  openai: Type.Optional(Type.Object({ ...openaiPlain, apiKey: SecretOut })),
});
export type AgentSettings = Static<typeof AgentOut>;

export const IntegrationsIn = Type.Object(
  {
    webhook: Type.Optional(
      Nullable(
        Type.Object(
          { ...webhookPlain, secret: SecretIn, previousSecret: SecretIn, headerSecret: SecretIn },
          strict,
        ),
      ),
    ),
    monday: Type.Optional(Nullable(Type.Object({ ...mondayPlain, token: SecretIn }, strict))),
    messenger: Type.Optional(
      Nullable(
        Type.Object(
          { ...messengerPlain, pageToken: SecretIn, appSecret: SecretIn, verifyToken: SecretIn },
          strict,
        ),
      ),
    ),
    email: Type.Optional(Nullable(EmailIntegration)),
  },
  strict,
);
export const IntegrationsOut = Type.Object({
  webhook: Type.Optional(
    Type.Object({ ...webhookPlain, secret: SecretOut, previousSecret: SecretOut, headerSecret: SecretOut }),
  ),
  monday: Type.Optional(Type.Object({ ...mondayPlain, token: SecretOut })),
  messenger: Type.Optional(
    Type.Object({ ...messengerPlain, pageToken: SecretOut, appSecret: SecretOut, verifyToken: SecretOut }),
  ),
  email: Type.Optional(EmailIntegration),
});

const plain = {
  name: Text(120, 1),
  allowedOrigins: Type.Array(Origin, { maxItems: 50 }),
  timezone: Type.String({ minLength: 1, maxLength: 64, description: 'An IANA name such as Europe/Berlin' }),
  locale: Type.String({ pattern: '^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$', maxLength: 35 }),
};

/** A merge patch (RFC 7396) of a site; the merged whole is checked against `SiteWhole`. */
export const SitePatch = Type.Object(
  {
    name: Type.Optional(plain.name),
    allowedOrigins: Type.Optional(plain.allowedOrigins),
    timezone: Type.Optional(plain.timezone),
    locale: Type.Optional(plain.locale),
    widget: Type.Optional(Type.Object({}, { additionalProperties: true })),
    lead: Type.Optional(Type.Object({}, { additionalProperties: true })),
    agent: Type.Optional(Type.Object({}, { additionalProperties: true })),
    integrations: Type.Optional(Type.Object({}, { additionalProperties: true })),
    retentionDays: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 36500 }))),
    archived: Type.Optional(Type.Boolean()),
    version: Type.Optional(
      Type.Integer({
        description: 'As it was read: when the site has changed since then, the answer is 409',
      }),
    ),
  },
  strict,
);
export type SitePatch = Static<typeof SitePatch>;

export const SiteCreate = Type.Composite(
  [
    Type.Omit(SitePatch, ['name', 'allowedOrigins', 'archived', 'version']),
    Type.Pick(Type.Object(plain), ['name', 'allowedOrigins']),
  ],
  strict,
);
export type SiteCreate = Static<typeof SiteCreate>;

/** What a site must be once a patch has been merged into it. */
export const SiteWhole = Type.Object(
  {
    ...plain,
    widget: WidgetSettings,
    lead: LeadSettings,
    agent: AgentIn,
    integrations: IntegrationsIn,
    retentionDays: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 36500 }))),
  },
  strict,
);

export const SiteView = Type.Object({
  id: Id,
  key: Type.String(),
  ...plain,
  widget: WidgetSettings,
  lead: LeadSettings,
  agent: AgentOut,
  integrations: IntegrationsOut,
  retentionDays: Type.Optional(Nullable(Type.Integer())),
  version: Type.Integer({ description: 'Raised by every change' }),
  archivedAt: Type.Optional(Time),
  createdAt: Time,
});
export type SiteView = Static<typeof SiteView>;
