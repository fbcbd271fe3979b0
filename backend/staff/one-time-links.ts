/**
 * Links that work once: the first admin's set-up, invitations and password resets. The token stands in the address's
 * fragment, which browsers send to no server and keep out of referrers.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Database, Transaction } from '../db/knex.ts';
import { AppError } from '../errors.ts';
import { StaffToken } from '../models/staff-token.ts';

export type Purpose = StaffToken['purpose'];

const HOURS: Record<Purpose, number> = { setup: 24, invite: 7 * 24, reset: 1 };

const hashToken = (token: string) => createHash('sha256').update(token).digest();

/** Makes a link; earlier ones for the same purpose and person stop working. */
export async function makeLink(
  on: Database | Transaction,
  purpose: Purpose,
  userId: string | null,
  publicUrl: string,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const earlier = StaffToken.query(on).delete().where({ purpose });
  await (userId ? earlier.where({ userId }) : earlier.whereNull('userId'));
  await StaffToken.query(on).insert({
    tokenHash: hashToken(token),
    purpose,
    userId,
    expiresAt: new Date(Date.now() + HOURS[purpose] * 3600 * 1000),
  });
  return publicUrl + linkPath(purpose, token);
}

/**
 * Lets a link work whose token the caller can make again (a mail's, so that each try of sending it says the same).
 * Links that are out already keep working beside it; all end with the first that is used.
 * @param token at least 32 random or keyed bytes
 */
export async function admitLink(
  on: Database | Transaction,
  purpose: Purpose,
  userId: string,
  token: string,
): Promise<void> {
  const expiresAt = new Date(Date.now() + HOURS[purpose] * 3600 * 1000);
  await StaffToken.query(on)
    .insert({ tokenHash: hashToken(token), purpose, userId, expiresAt })
    .onConflict('tokenHash')
    .merge(['expiresAt']);
}

/** Where a link leads, below the public URL. */
export const linkPath = (purpose: Purpose, token: string) =>
  `/dashboard/set-password#token=${token}&for=${purpose}`;

/** Takes the token: it works for one caller only. @throws link_not_valid */
export async function takeToken(trx: Transaction, token: string): Promise<StaffToken> {
  const [taken] = await StaffToken.query(trx)
    .delete()
    .where({ tokenHash: hashToken(token) })
    .where('expiresAt', '>', new Date())
    .returning('*');
  if (!taken)
    throw new AppError(
      422,
      'link_not_valid',
      'This link has been used or is too old. Please ask for a new one.',
    );
  return taken as unknown as StaffToken;
}
