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

export interface Referral {
  ref?: string;
  source?: string;
  type?: string;
  ad_id?: string;
}

/** One event of `entry[].messaging[]` (Messenger Platform, "Webhook events"). */
export interface MessengerEvent {
  sender?: { id?: string };
  recipient?: { id?: string };
  timestamp?: number;
  message?: {
    mid?: string;
    text?: string;
    is_echo?: boolean;
    metadata?: string;
    attachments?: Array<{ type?: string }>;
    referral?: Referral;
  };
  postback?: { mid?: string; title?: string; payload?: string; referral?: Referral };
  referral?: Referral;
}

/** How a site stands with Facebook. */
export const MessengerState = Type.Object({
  callbackUrl: Type.String({ description: 'What is entered as the webhook’s address at Facebook' }),
  state: OneOf('off', 'incomplete', 'quiet', 'receiving'),
  lastEventAt: Nullable(Time),
  lastSentAt: Nullable(Time),
  failed: Type.Integer({ description: 'Messages of the last seven days that could not be sent' }),
});
export type MessengerState = Static<typeof MessengerState>;
