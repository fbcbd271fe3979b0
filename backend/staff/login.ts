/**
 * Signing in with e-mail and password.
 */
import { raw } from 'objection';
import type { Database } from '../db/knex.ts';
import { invalid, wrongCredentials } from '../errors.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import { StaffUser } from '../models/staff-user.ts';
import { audit } from './audit.ts';
import type { Attempt, LoginLimits } from './login-limits.ts';
import { verifyPassword } from './password.ts';

export class LoginGate {
  constructor(
    private readonly database: Database,
    private readonly limits: LoginLimits,
  ) {}

  /**
   * The account whose e-mail and password these are.
   * @throws wrong_credentials, the same for a wrong e-mail, a wrong password and a disabled account
   * @throws too_many_requests by the limits of `login-limits`
   */
  async check(attempt: Attempt, password: string): Promise<StaffUser> {
    await this.limits.count(attempt);
    const user = await StaffUser.query(this.database).findOne(raw('lower(email) = ?', attempt.email));
    const isRight = await verifyPassword(user?.passwordHash, password);
    if (!user || !isRight || user.status !== 'active') throw wrongCredentials();
    await this.limits.forgive(attempt);
    await this.database.transaction(async (trx) => {
      await user.$query(trx).patch({ lastLoginAt: new Date() });
      await audit(
        trx,
        { kind: 'staff', userId: user.id, name: user.name, role: user.role, staffSessionId: '' },
        { action: 'staff.signed_in', subject: { kind: 'staff', id: user.id } },
      );
    });
    return user;
  }

  /**
   * Asks a signed-in person for their password once more, before something that a stranger at an open screen must not do.
   * @throws validation_failed at `currentPassword`, too_many_requests after ten wrong ones
   */
  async prove({ userId, staffSessionId }: StaffPrincipal, password: string): Promise<void> {
    await this.limits.countAgain(staffSessionId);
    const user = await StaffUser.query(this.database).findById(userId);
    if (!(await verifyPassword(user?.passwordHash, password)))
      throw invalid([{ path: 'currentPassword', message: 'This is not your password.' }]);
    await this.limits.forgiveAgain(staffSessionId);
  }
}
