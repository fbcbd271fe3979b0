/**
 * The ways into an account: the first admin, and setting a password with a one-time link.
 */
import { raw } from 'objection';
import { uuidv7 } from 'uuidv7';
import { type Database, isUniqueViolation, type Transaction } from '../db/knex.ts';
import { AppError, conflict, invalid } from '../errors.ts';
import { publish } from '../events/publish.ts';
import { StaffSession } from '../models/staff-session.ts';
import { StaffToken } from '../models/staff-token.ts';
import { StaffUser } from '../models/staff-user.ts';
import { audit } from './audit.ts';
import { requireEmail } from './email.ts';
import { takeToken } from './one-time-links.ts';
import { checkNewPassword, hashPassword } from './password.ts';

export async function hasStaff(database: Database): Promise<boolean> {
  return (await StaffUser.query(database).select('id').first()) !== undefined;
}

/** The admin named in the environment; an account with that e-mail is left as it is. */
export async function ensureAdmin(
  database: Database,
  admin: { email: string; password: string },
): Promise<void> {
  const email = requireEmail(admin.email);
  const known = await StaffUser.query(database).findOne(raw('lower(email) = ?', email));
  if (known) return;
  const passwordHash = await hashPassword(admin.password);
  try {
    await insertAdmin(database, { email, name: email.split('@')[0]!, passwordHash });
  } catch (error) {
    // Another process of the same start was first.
    if (!isUniqueViolation(error)) throw error;
  }
}

/**
 * Sets a password by a one-time link, and counts as signing in; a set-up link makes the first admin with it. Whoever was
 * signed in to that account is signed out.
 * @throws link_not_valid, validation_failed
 */
export async function confirmLink(
  database: Database,
  input: { token: string; password: string; email?: string; name?: string },
): Promise<StaffUser> {
  checkNewPassword(input.password);
  const passwordHash = await hashPassword(input.password);
  return database.transaction(async (trx) => {
    const { purpose, userId } = await takeToken(trx, input.token);
    if (purpose === 'setup') return setUp(trx, input, passwordHash);
    const user = await StaffUser.query(trx).findById(userId!).forUpdate();
    if (!user || user.status === 'disabled')
      throw new AppError(422, 'link_not_valid', 'This account is switched off. Please ask an admin.');
    const changed = await user.$query(trx).patchAndFetch({
      passwordHash,
      status: 'active',
      passwordChangedAt: new Date(),
      lastLoginAt: new Date(),
      resetRequestedAt: null,
      updatedAt: new Date(),
    });
    await StaffToken.query(trx).delete().where({ userId: user.id });
    await StaffSession.query(trx).delete().where({ userId: user.id });
    await audit(
      trx,
      { kind: 'system' },
      { action: `staff.${purpose}_confirmed`, subject: { kind: 'staff', id: user.id } },
    );
    await publish(trx, { type: 'staff.changed', siteId: null, data: { userId: user.id } });
    return changed;
  });
}

async function setUp(trx: Transaction, input: { email?: string; name?: string }, passwordHash: string) {
  if (!input.email) throw invalid([{ path: 'email', message: 'This is missing.' }]);
  if (await StaffUser.query(trx).select('id').first())
    throw conflict('already_set_up', 'Parlour is set up already. Please sign in.');
  const email = requireEmail(input.email);
  const name = cleanName(input.name ?? email.split('@')[0]!);
  return insertAdmin(trx, { email, name, passwordHash, lastLoginAt: new Date() });
}

/** One spelling of what looks alike, without spaces around it. */
export const cleanName = (name: string) => name.normalize('NFC').trim();

async function insertAdmin(
  on: Database | Transaction,
  admin: { email: string; name: string; passwordHash: string; lastLoginAt?: Date },
): Promise<StaffUser> {
  return StaffUser.query(on).insertAndFetch({
    id: uuidv7(),
    ...admin,
    role: 'admin',
    status: 'active',
    passwordChangedAt: new Date(),
  });
}
