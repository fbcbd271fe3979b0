/**
 * "Forgot password?" without telling anybody who has an account here.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { raw } from 'objection';
import type { Database } from '../db/knex.ts';
import { AppError } from '../errors.ts';
import { publish } from '../events/publish.ts';
import { limiter, take } from '../http/rate-limit.ts';
import { StaffUser } from '../models/staff-user.ts';
import { audit } from './audit.ts';
import { normalEmail } from './email.ts';

/** Every answer takes this long, well above what any of them needs (ASVS 5.0 6.3.8). */
const ANSWER_MS = 300;
/** More wishes for one address within an hour are passed over in silence: each would be a mail. */
const PER_HOUR = 3;

/** Notes wishes for a new password. */
export class ResetDesk {
  private readonly wishes;

  constructor(private readonly database: Database) {
    this.wishes = limiter(database, 'resetAccount', PER_HOUR, 3600);
  }

  /**
   * The same answer after the same time, whether the address is known or not. Whoever mails makes the link
   * (`one-time-links`), as only its hash is ever kept; admins see the wish beside the person.
   */
  async request(email: string): Promise<void> {
    await Promise.all([this.note(email), wait(ANSWER_MS)]);
  }

  private async note(text: string): Promise<void> {
    const email = normalEmail(text);
    if (!email) return;
    const user = await StaffUser.query(this.database)
      .findOne(raw('lower(email) = ?', email))
      .where({ status: 'active' });
    if (!user || !(await this.isNew(user.id))) return;
    await this.database.transaction(async (trx) => {
      await user.$query(trx).patch({ resetRequestedAt: new Date() });
      await audit(
        trx,
        { kind: 'system' },
        { action: 'staff.reset_requested', subject: { kind: 'staff', id: user.id } },
      );
      await publish(trx, { type: 'staff.reset_requested', siteId: null, data: { userId: user.id } });
    });
  }

  private async isNew(userId: string): Promise<boolean> {
    try {
      await take(this.wishes, userId);
      return true;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  }
}
