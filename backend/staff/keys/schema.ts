/**
 * API keys: how n8n, WordPress and other programs come in.
 */
import { type Static, Type } from '@sinclair/typebox';
import { SCOPES } from '../../http/policy.ts';
import { Id, Nullable, OneOf, Page, strict, Time } from '../../http/schema.ts';
import { PersonName } from '../schema.ts';

export const Scope = OneOf(...SCOPES);
export type Scope = Static<typeof Scope>;

const named = Type.Object({ id: Id, name: Type.String() });

export const KeyView = Type.Object({
  id: Id,
  name: Type.String(),
  scopes: Type.Array(Scope),
  siteId: Nullable(Id),
  site: Nullable(named),
  prefix: Type.String({ description: 'The first characters, to recognise the key by' }),
  createdAt: Time,
  createdBy: Nullable(named),
  lastUsedAt: Nullable(Type.String({ format: 'date-time', description: 'To the minute' })),
  revokedAt: Nullable(Time),
});
export type KeyView = Static<typeof KeyView>;
export const KeyPage = Page(KeyView);
export type KeyPage = Static<typeof KeyPage>;

export const KeyCreate = Type.Object(
  {
    name: PersonName,
    scopes: Type.Array(Scope, { minItems: 1, maxItems: SCOPES.length, uniqueItems: true }),
    siteId: Type.Optional(Nullable(Id)),
  },
  strict,
);
export type KeyCreate = Static<typeof KeyCreate>;

/** The only time that the key's text is shown. */
export const KeyCreated = Type.Composite([KeyView, Type.Object({ key: Type.String() })]);
export type KeyCreated = Static<typeof KeyCreated>;
