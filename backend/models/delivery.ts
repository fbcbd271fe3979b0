import { BaseModel } from './base-model.ts';

/** One thing to be sent out, and how far it has come. What is in it is made when it is sent, from the rows it names. */
export class Delivery extends BaseModel {
  static override tableName = 'deliveries';
  static override jsonAttributes = ['payload'];
  declare id: string;
  declare siteId: string | null;
  declare sessionId: string | null;
  declare kind: 'webhook' | 'monday' | 'email' | 'messenger';
  /** The event it is about, such as `lead.completed`. */
  declare event: string;
  /** Where to, as staff read it. */
  declare target: string;
  declare subscriptionId: string | null;
  declare lane: string;
  declare inOrder: boolean;
  declare dedupeKey: string;
  /** Ids of the rows it is about; never their texts. */
  declare payload: Record<string, unknown>;
  /** `failed` waits for its next try; `dead` has been given up. */
  declare status: 'pending' | 'delivered' | 'failed' | 'dead';
  declare attempts: number;
  /** Since the schedule began: redelivering begins it anew. */
  declare roundAttempts: number;
  declare nextAttemptAt: Date | null;
  declare claimId: string | null;
  declare claimedUntil: Date | null;
  declare lastStatus: number | null;
  declare lastError: string | null;
  /** Kept also when a later try arrived. */
  declare lastFailedAt: Date | null;
  /** What the receiver calls it: an item, a message. */
  declare externalId: string | null;
  declare externalUrl: string | null;
  declare createdAt: Date;
  declare deliveredAt: Date | null;
}

/** One try. Without an end it is under way, or its process was killed. */
export class DeliveryAttempt extends BaseModel {
  static override tableName = 'deliveryAttempts';
  static override idColumn = ['deliveryId', 'number'];
  declare deliveryId: string;
  declare number: number;
  declare at: Date;
  declare durationMs: number | null;
  declare status: number | null;
  declare error: string | null;
  declare response: string | null;
}
