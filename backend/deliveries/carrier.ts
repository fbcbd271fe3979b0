/**
 * Carries what is due, many at once: no delivery waits for the end of another receiver's.
 */
import type { Database } from '../db/knex.ts';
import { wordsOfFailure } from '../http/outgoing-words.ts';
import { WorkLoop } from '../jobs/work-loop.ts';
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
  private readonly loop: WorkLoop;

  constructor(
    private readonly database: Database,
    private readonly senders: Senders,
    private readonly log: Logger,
  ) {
    this.loop = new WorkLoop(
      LOOK_EVERY_MS,
      () => this.takeDue(),
      (error) => log.warn({ err: errorForLog(error) }, 'deliveries could not be looked for'),
    );
  }

  start(): void {
    this.loop.start();
  }

  /** Breaks off what is under way; it is tried again after the next start. */
  stop(): Promise<void> {
    return this.loop.stop();
  }

  private async takeDue(): Promise<void> {
    const free = AT_ONCE - this.loop.size;
    if (free <= 0) return;
    for (const delivery of await claimDue(this.database, free)) {
      const carrying = this.carry(delivery).catch((error) =>
        this.log.warn({ deliveryId: delivery.id, err: errorForLog(error) }, 'a delivery was not recorded'),
      );
      this.loop.hold(carrying);
    }
  }

  private async carry(delivery: Delivery): Promise<void> {
    const begun = performance.now();
    const signal = AbortSignal.any([AbortSignal.timeout(SEND_SECONDS * 1000), this.loop.signal]);
    const result = await this.send(delivery, signal);
    // Broken off by our own stop: neither a failure of the receiver nor one of its tries.
    if (this.loop.signal.aborted && !result.ok) return this.giveBack(delivery);
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
