/**
 * Mail, as admins set it up and look after it.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, OneOf, Page, strict, Time } from '../../http/schema.ts';

export const MarkKind = OneOf('bounced', 'complained', 'suppressed', 'failed');
export type MarkKind = Static<typeof MarkKind>;

export const OutboxView = Type.Object({
  id: Id,
  deliveryId: Id,
  sessionId: Nullable(Id),
  event: Type.String({ description: 'What it tells of, such as lead.completed' }),
  to: Type.String({ description: 'Addresses, with commas between them' }),
  subject: Type.String(),
  createdAt: Time,
  sentAt: Nullable(Type.String({ format: 'date-time', description: 'When it was sent after all' })),
});
export type OutboxView = Static<typeof OutboxView>;
export const OutboxPage = Type.Composite([
  Page(OutboxView),
  Type.Object({ canSend: Type.Boolean({ description: 'Whether there is a key for Resend now' }) }),
]);
export type OutboxPage = Static<typeof OutboxPage>;

export const OutboxDetail = Type.Composite([
  OutboxView,
  Type.Object({
    text: Type.String(),
    canSend: Type.Boolean(),
    hidesLink: Type.Boolean({ description: 'The one-time link is shown only to the person it is for' }),
  }),
]);
export type OutboxDetail = Static<typeof OutboxDetail>;

export const OutboxQuery = Type.Object(
  { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })), cursor: Type.Optional(Id) },
  strict,
);

export const EmailState = Type.Object({
  canSend: Type.Boolean({
    description: 'Whether there is a key for Resend; without one mails are kept in the outbox',
  }),
  from: Nullable(Type.String()),
  hearsBounces: Type.Boolean({ description: 'Whether RESEND_WEBHOOK_SECRET is set' }),
  events: Type.Array(Type.String(), { description: 'What receivers can be told of' }),
  defaults: Type.Array(Type.String(), {
    description: 'What they are told of unless the settings say otherwise',
  }),
  waiting: Type.Integer({ description: 'Mails of this site in the outbox' }),
  marked: Type.Array(Type.Object({ address: Type.String(), kind: MarkKind, at: Time }), {
    description: 'Receivers to whom nothing is sent',
  }),
});
export type EmailState = Static<typeof EmailState>;

export const ClearMark = Type.Object({ address: Type.String({ minLength: 3, maxLength: 254 }) }, strict);
