/**
 * Carries what is due, many at once: no delivery waits for the end of another receiver's.
 */
import type { Database } from '../db/knex.ts';
import { wordsOfFailure } from '../http/outgoing-words.ts';
import { errorForLog, type Logger } from '../log.ts';
import type { Delivery } from '../models/delivery.ts';
import { claimDue } from './claim.ts';
import { recordResult } from './record.ts';
import type { Senders, SendResult } from './sender.ts';

/** Under way at once in this process. */
const AT_ONCE = 40;
const LOOK_EVERY_MS = 500;
/** One try, from the first byte out to the last one in. */
const SEND_SECONDS = 20;

export class Carrier {
  private readonly underWay = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private isLooking = false;

  constructor(
    private readonly database: Database,
    private readonly senders: Senders,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.look();
  }

  /** Breaks off what is under way; it is tried again after the next start. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.looking;
    await Promise.all(this.underWay);
  }

  private look(): void {
    if (this.isLooking || this.stopping.signal.aborted) return;
    this.isLooking = true;
    this.looking = this.takeDue()
      .catch((error) => this.log.warn({ err: errorForLog(error) }, 'deliveries could not be looked for'))
      .finally(() => {
        this.isLooking = false;
      });
  }

  private async takeDue(): Promise<void> {
    const free = AT_ONCE - this.underWay.size;
    if (free <= 0) return;
    for (const delivery of await claimDue(this.database, free)) {
      const carrying = this.carry(delivery)
        .catch((error) =>
          this.log.warn({ deliveryId: delivery.id, err: errorForLog(error) }, 'a delivery was not recorded'),
        )
        .finally(() => {
          this.underWay.delete(carrying);
          // The receiver's next may be waiting for this one.
          this.look();
        });
      this.underWay.add(carrying);
    }
  }

  private async carry(delivery: Delivery): Promise<void> {
    const begun = performance.now();
    const signal = AbortSignal.any([AbortSignal.timeout(SEND_SECONDS * 1000), this.stopping.signal]);
    const result = await this.send(delivery, signal);
    // Broken off by our own stop: neither a failure of the receiver nor one of its tries.
    if (this.stopping.signal.aborted && !result.ok) return this.giveBack(delivery);
    await recordResult(this.database, delivery, result, performance.now() - begun);
  }

  private async send(delivery: Delivery, signal: AbortSignal): Promise<SendResult> {
    const sender = this.senders[delivery.kind];
    if (!sender)
      return { ok: false, error: `There is no way to send this kind: ${delivery.kind}.`, isFinal: true };
    try {
      return await Promise.race([sender.send(delivery, signal), rejectWhen(signal)]);
    } catch (error) {
      if (signal.aborted) return { ok: false, error: `No answer within ${SEND_SECONDS} seconds.` };
      this.log.debug({ deliveryId: delivery.id, err: errorForLog(error) }, 'a delivery failed');
      return { ok: false, error: wordsOfFailure(error) };
    }
  }

  private async giveBack({ id, claimId, attempts }: Delivery): Promise<void> {
    await this.database.transaction(async (trx) => {
      const { rowCount } = await trx.raw(
        `UPDATE deliveries SET claim_id = NULL, claimed_until = NULL, attempts = attempts - 1,
           round_attempts = round_attempts - 1 WHERE id = ? AND claim_id = ?`,
        [id, claimId],
      );
      if (rowCount === 1) await trx('delivery_attempts').where({ deliveryId: id, number: attempts }).del();
    });
  }
}

function rejectWhen(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
