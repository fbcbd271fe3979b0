import type { Database } from '../db/knex.ts';
import type { Principal } from '../http/principal.ts';
import { ApiKey } from '../models/api-key.ts';
import { StaffSession } from '../models/staff-session.ts';
import { StaffUser } from '../models/staff-user.ts';

/** When this sign-in is over however much it is used, in ms since 1970. A key has no such moment. */
export async function signedInUntil(database: Database, principal: Principal): Promise<number> {
  if (principal.kind === 'key') return Number.POSITIVE_INFINITY;
  const session = await StaffSession.query(database).findById(principal.staffSessionId).select('expiresAt');
  return session?.expiresAt.getTime() ?? 0;
}

/** Whether this sign-in or key would still be let in, with the role it had. For connections that stay open. */
export async function isStillAllowed(database: Database, principal: Principal): Promise<boolean> {
  if (principal.kind === 'key') {
    const key = await ApiKey.query(database).findById(principal.keyId).whereNull('revokedAt');
    return key !== undefined;
  }
  const { staffSessionId, userId, role } = principal;
  const [session, user] = await Promise.all([
    StaffSession.query(database).findById(staffSessionId).where('expiresAt', '>', new Date()),
    StaffUser.query(database).findById(userId),
  ]);
  return Boolean(session && user && user.status === 'active' && user.role === role);
}
