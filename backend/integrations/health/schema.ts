/**
 * How each integration of a site fares, at a glance.
 */
import { type Static, Type } from '@sinclair/typebox';
import { DeliveryKind } from '../../deliveries/schema.ts';
import { Nullable, OneOf, Time } from '../../http/schema.ts';

export const IntegrationHealth = Type.Object({
  kind: DeliveryKind,
  isSetUp: Type.Boolean(),
  lastSuccessAt: Nullable(Time),
  lastFailureAt: Nullable(Time),
  lastError: Nullable(Type.String({ description: 'The last failure in plain words' })),
  waiting: Type.Integer({ description: 'Not sent yet, or waiting for their next try; counted up to 10,000' }),
  dead: Type.Integer({ description: 'Given up until somebody sends them again; counted up to 10,000' }),
  disabledAt: Nullable(Type.String({ format: 'date-time', description: 'The receiver wanted nothing more' })),
  disabledReason: Nullable(Type.String()),
});
export type IntegrationHealth = Static<typeof IntegrationHealth>;
export const IntegrationList = Type.Object({ items: Type.Array(IntegrationHealth) });
export type IntegrationList = Static<typeof IntegrationList>;

/** Messenger has nothing to switch on: it answers whoever writes. */
export const EnabledKind = OneOf('webhook', 'monday', 'email');
export type EnabledKind = Static<typeof EnabledKind>;
