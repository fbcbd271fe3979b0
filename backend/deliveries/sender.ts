/**
 * What an integration does for the ledger: send one delivery once, and say how it went. Trying again, waiting and giving
 * up are the ledger's.
 */
import type { Delivery } from '../models/delivery.ts';

export type SendResult =
  | {
      ok: true;
      /** HTTP status of the answer. */
      status?: number;
      /** The beginning of the answer, for staff; never secrets or the visitor's words. */
      response?: string;
      externalId?: string;
      externalUrl?: string;
    }
  | {
      ok: false;
      status?: number;
      /** Plain words for staff: what happened and, where it is known, what to do. */
      error: string;
      response?: string;
      /** Seconds the receiver asked us to wait. */
      retryAfter?: number;
      /** Another try would end the same way. */
      isFinal?: boolean;
      /** The receiver wants nothing more: nothing more is planned for it until an admin switches it on again. */
      disables?: boolean;
    };

export interface Sender {
  /**
   * Sends it. What throws counts as a failure that passes.
   * @param signal aborted when the time for one try is over, or Parlour stops
   */
  send(delivery: Delivery, signal: AbortSignal): Promise<SendResult>;
}

export type Senders = Readonly<Partial<Record<Delivery['kind'], Sender>>>;
