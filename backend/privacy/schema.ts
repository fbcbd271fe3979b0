/**
 * What is held about one person, and its erasure.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, OneOf, Page, strict, Time } from '../http/schema.ts';

export const PersonWish = Type.Object(
  {
    email: Type.Optional(Type.String({ minLength: 1, maxLength: 320 })),
    phone: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 60,
        description: 'With the country code, unless the sites’ locales tell it',
      }),
    ),
  },
  { ...strict, minProperties: 1, description: 'At least one of both; with both, whatever fits either' },
);
export type PersonWish = Static<typeof PersonWish>;

export const ExportPage = Type.Object(
  {
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 200,
        description:
          'At most so many conversations, fewer where they are long, and no mentions elsewhere; without it everything at once',
      }),
    ),
    cursor: Type.Optional(
      Type.String({ maxLength: 100, description: 'The `nextCursor` of the page before' }),
    ),
  },
  strict,
);
export type ExportPage = Static<typeof ExportPage>;

export const PersonExported = Type.Object({
  person: Type.Unknown(),
  conversations: Type.Array(Type.Unknown()),
  mentions: Type.Array(Type.Object({ in: Type.String(), text: Type.String() })),
  nextCursor: Nullable(Type.String()),
});

export const PersonCounts = Type.Object({
  sessions: Type.Integer(),
  leads: Type.Integer(),
  messages: Type.Integer(),
  notes: Type.Integer(),
  reviews: Type.Integer(),
  deliveries: Type.Integer(),
  incidents: Type.Integer({
    description: 'Times that a workflow error was noted in one of the conversations',
  }),
  mentions: Type.Integer({
    description:
      'Places elsewhere that mention the address or number; an erasure takes out the mention alone',
  }),
});
export type PersonCounts = Static<typeof PersonCounts>;

export const HeldConversation = Type.Object({
  id: Id,
  site: Type.Object({ id: Id, name: Type.String() }),
  name: Nullable(Type.String()),
  page: Nullable(Type.String()),
  startedAt: Time,
  messages: Type.Integer(),
  foundIn: Type.Array(OneOf('lead', 'history', 'message', 'visit'), {
    description: 'The lead, its earlier values, what the visitor wrote, or how they came',
  }),
});
export type HeldConversation = Static<typeof HeldConversation>;

export const PersonFound = Type.Object({
  email: Nullable(Type.String({ description: 'As it is looked for' })),
  phone: Nullable(Type.String()),
  counts: PersonCounts,
  conversations: Type.Array(HeldConversation, { description: 'The newest 100' }),
});
export type PersonFound = Static<typeof PersonFound>;

export const PersonErased = Type.Intersect([PersonCounts, Type.Object({ id: Id, erasedAt: Time })]);
export type PersonErased = Static<typeof PersonErased>;

export const ErasureView = Type.Object({
  id: Id,
  at: Time,
  actor: Type.Object({
    kind: OneOf('staff', 'api_key', 'visitor', 'system'),
    name: Nullable(Type.String()),
  }),
  counts: Type.Partial(PersonCounts),
  repeatedAt: Nullable(Time),
});
export type ErasureView = Static<typeof ErasureView>;
export const ErasurePage = Page(ErasureView);
export type ErasurePage = Static<typeof ErasurePage>;

export const ErasureFilters = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 100 })),
  },
  strict,
);
export type ErasureFilters = Static<typeof ErasureFilters>;
