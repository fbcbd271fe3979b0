/**
 * What was sent out, or will be.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, OneOf, Page, strict, Time } from '../http/schema.ts';

export const DeliveryKind = OneOf('webhook', 'monday', 'email', 'messenger');
export type DeliveryKind = Static<typeof DeliveryKind>;
/** `failed` waits for its next try; `dead` has been given up until somebody sends it again. */
export const DeliveryStatus = OneOf('pending', 'delivered', 'failed', 'dead');
export type DeliveryStatus = Static<typeof DeliveryStatus>;

export const DeliveryView = Type.Object({
  id: Id,
  kind: DeliveryKind,
  event: Type.String({ description: 'What it tells of, such as lead.completed' }),
  site: Nullable(Type.Object({ id: Id, name: Type.String() })),
  sessionId: Nullable(Id),
  target: Type.String({ description: 'Where it goes, without secrets' }),
  status: DeliveryStatus,
  attempts: Type.Integer(),
  nextAttemptAt: Nullable(Time),
  lastStatus: Nullable(Type.Integer({ description: 'HTTP status of the last answer' })),
  lastError: Nullable(Type.String({ description: 'Plain words' })),
  externalUrl: Nullable(Type.String({ description: 'What the receiver made of it' })),
  createdAt: Time,
  deliveredAt: Nullable(Time),
});
export type DeliveryView = Static<typeof DeliveryView>;
export const DeliveryPage = Page(DeliveryView);

export const DeliveryTry = Type.Object({
  number: Type.Integer(),
  at: Time,
  durationMs: Nullable(
    Type.Integer({ description: 'null while it is under way, or when its process ended' }),
  ),
  status: Nullable(Type.Integer()),
  error: Nullable(Type.String()),
  response: Nullable(Type.String({ description: 'The beginning of the answer' })),
});

export const DeliveryDetail = Type.Composite([DeliveryView, Type.Object({ tries: Type.Array(DeliveryTry) })]);
export type DeliveryDetail = Static<typeof DeliveryDetail>;

const narrowing = {
  status: Type.Optional(DeliveryStatus),
  kind: Type.Optional(DeliveryKind),
  site: Type.Optional(Id),
  session: Type.Optional(Id),
  event: Type.Optional(Type.String({ maxLength: 60 })),
};
export const DeliveryFilters = Type.Object(
  {
    ...narrowing,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  strict,
);
export type DeliveryFilters = Static<typeof DeliveryFilters>;

/** Either `ids` or `filter`; with a filter, those that failed or were given up. */
export const DeliveryRetry = Type.Object(
  {
    ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 1000 })),
    filter: Type.Optional(Type.Object(narrowing, strict)),
  },
  { ...strict, minProperties: 1, maxProperties: 1 },
);
export type DeliveryRetry = Static<typeof DeliveryRetry>;
export const RetryResult = Type.Object({ planned: Type.Integer() });
