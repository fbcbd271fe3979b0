/**
 * A site: one landing page or web site whose visitors chat, with its look and its lead fields. What answers there and
 * who is told stand beside this.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, OneOf, strict, Time } from '../http/schema.ts';
import { DETAIL_NAME } from '../leads/values.ts';
import { AgentIn, AgentOut } from './agent-schema.ts';
import { IntegrationsIn, IntegrationsOut } from './integration-schema.ts';
import { Text } from './setting-schema.ts';

/** `https://example.com`, without a path: scheme, host and port are the whole of an origin (RFC 6454). */
export const Origin = Type.String({
  maxLength: 300,
  pattern: '^https?://(\\[[0-9a-fA-F:.]+\\]|[^/?#@\\s:\\[\\]]+)(:\\d{1,5})?$',
});

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
    name: Type.String({ pattern: DETAIL_NAME }),
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

/** The WordPress plugin that belongs to this Parlour. */
export const PluginView = Type.Object({
  version: Type.String(),
  bytes: Type.Integer({ description: 'Size of the zip' }),
  url: Type.String({ description: 'The zip, for Plugins, Add New, Upload, or for `wp plugin install`' }),
});
export type PluginView = Static<typeof PluginView>;
