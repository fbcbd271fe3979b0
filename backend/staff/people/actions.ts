/**
 * What admins change about the people of their team. Everything counts at once, open streams included.
 */
import { uuidv7 } from 'uuidv7';
import { type Database, isUniqueViolation, type Transaction } from '../../db/knex.ts';
import { conflict, notFound } from '../../errors.ts';
import { publish } from '../../events/publish.ts';
import type { Principal } from '../../http/principal.ts';
import { StaffSession } from '../../models/staff-session.ts';
import { StaffToken } from '../../models/staff-token.ts';
import { StaffUser } from '../../models/staff-user.ts';
import { cleanName } from '../actions.ts';
import { audit } from '../audit.ts';
import { requireEmail } from '../email.ts';
import { makeLink } from '../one-time-links.ts';
import type { Invitation, PersonPatch } from './schema.ts';

/** Adds a person and the link by which they choose a password. @throws person_exists, validation_failed */
export async function invitePerson(
  database: Database,
  { email, name, role }: Invitation,
  by: Principal,
  publicUrl: string,
): Promise<{ id: string; inviteUrl: string }> {
  const id = uuidv7();
  const person = { id, email: requireEmail(email), name: cleanName(name), role, status: 'invited' as const };
  try {
    return await database.transaction(async (trx) => {
      // Until they open the dashboard themselves, the language of whoever invites is the best guess for the mail.
      const host = by.kind === 'staff' ? await StaffUser.query(trx).findById(by.userId) : undefined;
      await StaffUser.query(trx).insert({ ...person, language: host?.language ?? null });
      const inviteUrl = await makeLink(trx, 'invite', id, publicUrl);
      await audit(trx, by, { action: 'staff.invited', subject: { kind: 'staff', id }, details: { role } });
      await publish(trx, { type: 'staff.invited', siteId: null, data: { userId: id } });
      return { id, inviteUrl };
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw conflict('person_exists', 'Somebody with this e-mail is here already.');
    throw error;
  }
}

/** A new invitation link; the last one stops working. @throws not_found, not_invited */
export async function inviteAgain(
  database: Database,
  id: string,
  by: Principal,
  publicUrl: string,
): Promise<string> {
  return database.transaction(async (trx) => {
    const person = await lock(trx, id);
    if (person.status !== 'invited')
      throw conflict('not_invited', 'This person has been in already. Make a reset link instead.');
    const url = await makeLink(trx, 'invite', id, publicUrl);
    await audit(trx, by, { action: 'staff.invite_link_made', subject: { kind: 'staff', id } });
    await publish(trx, { type: 'staff.invited', siteId: null, data: { userId: id } });
    return url;
  });
}

/**
 * A link by which the person chooses a new password; until they do, the old one holds (ASVS 5.0 6.4.6).
 * @throws not_found, not_active
 */
export async function makeResetLink(
  database: Database,
  id: string,
  by: Principal,
  publicUrl: string,
): Promise<string> {
  return database.transaction(async (trx) => {
    const person = await lock(trx, id);
    if (person.status === 'invited')
      throw conflict('not_active', 'This person has not been in yet. Make a new invitation instead.');
    if (person.status === 'disabled')
      throw conflict('not_active', 'This account is switched off. Switch it on first.');
    const url = await makeLink(trx, 'reset', id, publicUrl);
    await audit(trx, by, { action: 'staff.reset_link_made', subject: { kind: 'staff', id } });
    return url;
  });
}

/** Ends every sign-in of a person. @throws not_found */
export async function signOutEverywhere(database: Database, id: string, by: Principal): Promise<void> {
  await database.transaction(async (trx) => {
    await lock(trx, id);
    await StaffSession.query(trx).delete().where({ userId: id });
    await audit(trx, by, { action: 'staff.signed_out_everywhere', subject: { kind: 'staff', id } });
    await publish(trx, { type: 'staff.changed', siteId: null, data: { userId: id } });
  });
}

/**
 * Name, role, and whether the account works. Switching one off ends its sign-ins and its links.
 * @throws not_found; own_admin, last_admin: somebody must be left who can let others in
 */
export async function changePerson(
  database: Database,
  id: string,
  patch: PersonPatch,
  by: Principal,
): Promise<void> {
  await database.transaction(async (trx) => {
    // All of them, in one order: two admins who demote each other at the same moment must not both succeed.
    const admins = await StaffUser.query(trx)
      .where({ role: 'admin', status: 'active' })
      .orderBy('id')
      .forUpdate();
    const person = await lock(trx, id);
    const isAdmin = admins.some((admin) => admin.id === id);
    if (isAdmin && (patch.role === 'agent' || patch.disabled)) refuseLosing(id, admins.length, by);
    const deeds = changesOf(person, patch);
    if (deeds.length === 0) return;
    await person.$query(trx).patch({
      name: patch.name === undefined ? person.name : cleanName(patch.name),
      role: patch.role ?? person.role,
      status: statusAfter(person, patch.disabled),
      updatedAt: new Date(),
    });
    if (patch.disabled) {
      await StaffSession.query(trx).delete().where({ userId: id });
      await StaffToken.query(trx).delete().where({ userId: id });
    }
    for (const deed of deeds) await audit(trx, by, { ...deed, subject: { kind: 'staff', id } });
    await publish(trx, { type: 'staff.changed', siteId: null, data: { userId: id } });
  });
}

function refuseLosing(id: string, admins: number, by: Principal): void {
  if (by.kind === 'staff' && by.userId === id)
    throw conflict('own_admin', 'You can’t take your own admin rights away. Ask another admin to do it.');
  if (admins === 1)
    throw conflict('last_admin', 'This is the last admin. Make somebody else an admin first.');
}

function statusAfter(person: StaffUser, disabled: boolean | undefined): StaffUser['status'] {
  if (disabled === undefined) return person.status;
  if (disabled) return 'disabled';
  return person.passwordHash ? 'active' : 'invited';
}

function changesOf(person: StaffUser, { name, role, disabled }: PersonPatch) {
  const deeds: Array<{ action: string; details?: Record<string, unknown> }> = [];
  if (name !== undefined && cleanName(name) !== person.name) deeds.push({ action: 'staff.renamed' });
  if (role && role !== person.role) deeds.push({ action: 'staff.role_changed', details: { role } });
  if (disabled !== undefined && disabled !== (person.status === 'disabled'))
    deeds.push({ action: disabled ? 'staff.disabled' : 'staff.enabled' });
  return deeds;
}

async function lock(trx: Transaction, id: string): Promise<StaffUser> {
  const person = await StaffUser.query(trx).findById(id).forUpdate();
  if (!person) throw notFound('There is no such person.');
  return person;
}
