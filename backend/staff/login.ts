/**
 * Signing in, and how often one may try.
 */
import { createHmac } from 'node:crypto';
import { raw } from 'objection';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { Database } from '../db/knex.ts';
import { tooMany, wrongCredentials } from '../errors.ts';
import { limiter } from '../http/rate-limit.ts';
import { StaffUser } from '../models/staff-user.ts';
import { audit } from './audit.ts';
import { verifyPassword } from './password.ts';

/** Wrong passwords for one account from one address within 15 minutes. */
const FAILURES = 10;
const FAILURE_SECONDS = 15 * 60;

export class LoginGate {
  private readonly failures: RateLimiterPostgres;

  constructor(
    private readonly database: Database,
    private readonly key: Buffer,
  ) {
    this.failures = limiter(database, 'loginFailures', FAILURES, FAILURE_SECONDS);
  }

  /**
   * The account whose e-mail and password these are.
   * @throws wrong_credentials, the same for a wrong e-mail, a wrong password and a disabled account
   * @throws too_many_requests after ten failures for this account from this address
   */
  async check(email: string, password: string, address: string): Promise<StaffUser> {
    const counted = createHmac('sha256', this.key)
      .update(`${email.trim().toLowerCase()}|${address}`)
      .digest('base64url');
    const used = await this.failures.get(counted);
    if (used && used.consumedPoints >= FAILURES)
      throw tooMany(Math.max(1, Math.ceil(used.msBeforeNext / 1000)));
    const user = await StaffUser.query(this.database).findOne(raw('lower(email) = lower(?)', email.trim()));
    const isRight = await verifyPassword(user?.passwordHash, password);
    if (!user || !isRight || user.status !== 'active') {
      await this.failures.penalty(counted);
      throw wrongCredentials();
    }
    await this.failures.delete(counted);
    await this.database.transaction(async (trx) => {
      await user.$query(trx).patch({ lastLoginAt: new Date() });
      await audit(
        trx,
        { kind: 'staff', userId: user.id, name: user.name, role: user.role, staffSessionId: '' },
        {
          action: 'staff.signed_in',
          subject: { kind: 'staff', id: user.id },
        },
      );
    });
    return user;
  }
}
