/**
 * What people change about themselves.
 */
import type { Database } from '../../db/knex.ts';
import { notFound } from '../../errors.ts';
import { publish } from '../../events/publish.ts';
import type { StaffPrincipal } from '../../http/principal.ts';
import { StaffSession } from '../../models/staff-session.ts';
import { StaffToken } from '../../models/staff-token.ts';
import { StaffUser } from '../../models/staff-user.ts';
import { cleanName } from '../actions.ts';
import { audit } from '../audit.ts';
import { checkNewPassword, hashPassword } from '../password.ts';
import type { MailChoicesPatch } from './schema.ts';

const aboutMe = (me: StaffPrincipal) => ({ subject: { kind: 'staff', id: me.userId } });
const changed = (me: StaffPrincipal) =>
  ({ type: 'staff.changed', siteId: null, data: { userId: me.userId } }) as const;

export async function renameMyself(database: Database, me: StaffPrincipal, name: string): Promise<StaffUser> {
  return database.transaction(async (trx) => {
    const user = await StaffUser.query(trx).patchAndFetchById(me.userId, {
      name: cleanName(name),
      updatedAt: new Date(),
    });
    await audit(trx, me, { action: 'staff.renamed', ...aboutMe(me) });
    await publish(trx, changed(me));
    return user;
  });
}

/** Which mails this person gets from now on. */
export async function chooseMails(
  database: Database,
  me: StaffPrincipal,
  { dailySummary, fixedIssues }: MailChoicesPatch,
): Promise<StaffUser> {
  return database.transaction(async (trx) => {
    const user = await StaffUser.query(trx).patchAndFetchById(me.userId, {
      ...(dailySummary !== undefined && { mailDailySummary: dailySummary }),
      ...(fixedIssues !== undefined && { mailFixedIssues: fixedIssues }),
      updatedAt: new Date(),
    });
    await audit(trx, me, { action: 'staff.mails_chosen', ...aboutMe(me) });
    return user;
  });
}

/**
 * Sets a new password; every other sign-in of this person ends, and links that are still out stop working. The caller
 * has proven the old one (`LoginGate.prove`).
 * @throws validation_failed
 */
export async function changePassword(
  database: Database,
  me: StaffPrincipal,
  password: string,
): Promise<void> {
  checkNewPassword(password);
  const passwordHash = await hashPassword(password);
  await database.transaction(async (trx) => {
    await StaffUser.query(trx)
      .findById(me.userId)
      .patch({ passwordHash, passwordChangedAt: new Date(), resetRequestedAt: null, updatedAt: new Date() });
    await StaffToken.query(trx).delete().where({ userId: me.userId });
    await StaffSession.query(trx).delete().where({ userId: me.userId }).whereNot({ id: me.staffSessionId });
    await audit(trx, me, { action: 'staff.password_changed', ...aboutMe(me) });
    await publish(trx, changed(me));
  });
}

/** @throws not_found, also for a sign-in of somebody else */
export async function endMySession(database: Database, me: StaffPrincipal, id: string): Promise<void> {
  await database.transaction(async (trx) => {
    const ended = await StaffSession.query(trx).delete().where({ id, userId: me.userId });
    if (ended === 0) throw notFound('There is no such sign-in.');
    await audit(trx, me, { action: 'staff.session_ended', ...aboutMe(me) });
    await publish(trx, changed(me));
  });
}

/** Signs out everywhere but here. */
export async function endMyOtherSessions(database: Database, me: StaffPrincipal): Promise<void> {
  await database.transaction(async (trx) => {
    const ended = await StaffSession.query(trx)
      .delete()
      .where({ userId: me.userId })
      .whereNot({ id: me.staffSessionId });
    if (ended === 0) return;
    await audit(trx, me, { action: 'staff.other_sessions_ended', ...aboutMe(me) });
    await publish(trx, changed(me));
  });
}
