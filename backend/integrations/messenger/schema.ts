/**
 * What Facebook sends and what the settings page reads. Facebook adds fields as it likes, so only those that are used
 * are named, and none is relied upon.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Nullable, OneOf, Time } from '../../http/schema.ts';

/** The dots are Facebook's. */
export const VerifyQuery = Type.Object({
  'hub.mode': Type.Optional(Type.String({ maxLength: 100 })),
  'hub.verify_token': Type.Optional(Type.String({ maxLength: 4000 })),
  'hub.challenge': Type.Optional(Type.String({ maxLength: 1000 })),
});

const Text = Type.Optional(Type.String());

export const Referral = Type.Object({ ref: Text, source: Text, type: Text, ad_id: Text });
export type Referral = Static<typeof Referral>;

/** One event of `entry[].messaging[]` (Messenger Platform, "Webhook events"). It is read with care, not refused. */
export const MessengerEvent = Type.Object({
  sender: Type.Optional(Type.Object({ id: Text })),
  recipient: Type.Optional(Type.Object({ id: Text })),
  timestamp: Type.Optional(Type.Number()),
  message: Type.Optional(
    Type.Object({
      mid: Text,
      text: Text,
      is_echo: Type.Optional(Type.Boolean()),
      metadata: Text,
      attachments: Type.Optional(Type.Array(Type.Object({ type: Text }))),
      referral: Type.Optional(Referral),
    }),
  ),
  postback: Type.Optional(
    Type.Object({ mid: Text, title: Text, payload: Text, referral: Type.Optional(Referral) }),
  ),
  referral: Type.Optional(Referral),
});
export type MessengerEvent = Static<typeof MessengerEvent>;

/** How a site stands with Facebook. */
export const MessengerState = Type.Object({
  callbackUrl: Type.String({ description: 'What is entered as the webhook’s address at Facebook' }),
  state: OneOf('off', 'incomplete', 'quiet', 'receiving'),
  lastEventAt: Nullable(Time),
  lastSentAt: Nullable(Time),
  failed: Type.Integer({ description: 'Messages of the last seven days that could not be sent' }),
});
export type MessengerState = Static<typeof MessengerState>;
