/**
 * How often a password may be guessed. Every try is counted before it is looked at, so that a thousand at once are no
 * way around; a right one is taken back. Counted in PostgreSQL: all processes count together, a restart forgets nothing.
 *
 * - A device that signed in to the account before: 10 wrong ones in 15 minutes, and nothing else counts for it.
 * - Everybody else: 10 in 15 minutes for the account from one address, 50 in 15 minutes from one address
 *   (`loginAddress`), and 60 in an hour for the account from anywhere, against guessing from many addresses.
 *
 * The windows are fixed: they end by themselves, and trying on does not make them longer.
 */
import { createHmac } from 'node:crypto';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { Database } from '../db/knex.ts';
import { addressKey } from '../http/client-address.ts';
import { limiter, type RateLimits, take } from '../http/rate-limit.ts';

const QUARTER_HOUR = 15 * 60;
const HOUR = 3600;

/** One try at an account's password. */
export interface Attempt {
  email: string;
  address: string;
  /** Of a device that is known to this account. */
  deviceId?: string;
}

export class LoginLimits {
  private readonly device: RateLimiterPostgres;
  private readonly pair: RateLimiterPostgres;
  private readonly account: RateLimiterPostgres;

  constructor(
    database: Database,
    private readonly rateLimits: RateLimits,
    private readonly key: Buffer,
  ) {
    this.device = limiter(database, 'loginDevice', 10, QUARTER_HOUR);
    this.pair = limiter(database, 'loginFailures', 10, QUARTER_HOUR);
    this.account = limiter(database, 'loginAccount', 60, HOUR);
  }

  /** @throws too_many_requests with the seconds to wait */
  async count({ email, address, deviceId }: Attempt): Promise<void> {
    if (deviceId) {
      await take(this.device, deviceId);
      return;
    }
    await this.rateLimits.consume('loginAddress', { address: this.addressKey(address) });
    await take(this.pair, this.pairKey(email, address));
    await take(this.account, this.accountKey(email));
  }

  /** The password was right: this try, and the wrong ones from here before it, count no longer. */
  async forgive({ email, address, deviceId }: Attempt): Promise<void> {
    if (deviceId) {
      await this.device.delete(deviceId);
      return;
    }
    await this.pair.delete(this.pairKey(email, address));
    await this.account.reward(this.accountKey(email), 1);
  }

  /** For a signed-in person who proves their password again. @throws too_many_requests */
  async countAgain(staffSessionId: string): Promise<void> {
    await take(this.device, staffSessionId);
  }

  async forgiveAgain(staffSessionId: string): Promise<void> {
    await this.device.delete(staffSessionId);
  }

  private addressKey(address: string): string {
    return addressKey(address, this.key);
  }

  private pairKey(email: string, address: string): string {
    return this.hash(`${email}|${this.addressKey(address)}`);
  }

  private accountKey(email: string): string {
    return this.hash(email);
  }

  private hash(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('base64url');
  }
}
