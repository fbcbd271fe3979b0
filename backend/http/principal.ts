/**
 * Who calls the staff and automation API: a signed-in person (session cookie) or an API key.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'koa';
import type { Database } from '../db/knex.ts';
import { forbidden, notSignedIn } from '../errors.ts';
import { ApiKey } from '../models/api-key.ts';
import type { Role } from '../staff/schema.ts';
import type { Scope, StaffPolicy } from './policy.ts';

export interface StaffPrincipal {
  kind: 'staff';
  userId: string;
  name: string;
  role: Role;
  /** The sign-in this request came with. */
  staffSessionId: string;
}

export interface KeyPrincipal {
  kind: 'key';
  keyId: string;
  name: string;
  scopes: readonly Scope[];
  /** null: every site. */
  siteId: string | null;
}

export type Principal = StaffPrincipal | KeyPrincipal;

/** What the session middleware puts into `ctx.session` for a signed-in person. */
export interface SignedIn {
  userId: string;
  name: string;
  role: Role;
  staffSessionId: string;
}

/**
 * Tells who calls. A request with an Authorization header is judged by that alone, never by a cookie beside it.
 * @throws not_signed_in
 */
export async function authenticate(ctx: Context, database: Database): Promise<Principal> {
  const header = ctx.get('authorization');
  if (header) return principalOfKey(header, database);
  const session = ctx.session as unknown as Partial<SignedIn> | null;
  if (!session?.userId || !session.staffSessionId) throw notSignedIn();
  return {
    kind: 'staff',
    userId: session.userId,
    name: session.name!,
    role: session.role!,
    staffSessionId: session.staffSessionId,
  };
}

/** @throws forbidden when the policy does not name the caller's role or any of its scopes */
export function authorize(principal: Principal, policy: StaffPolicy): void {
  const allowed =
    principal.kind === 'staff'
      ? policy.roles.includes(principal.role)
      : policy.scopes.some((scope) => principal.scopes.includes(scope));
  if (!allowed) throw forbidden();
}

export const hashKey = (key: string) => createHash('sha256').update(key).digest();

async function principalOfKey(header: string, database: Database): Promise<KeyPrincipal> {
  const key = /^Bearer (plr_[A-Za-z0-9_-]{20,100})$/.exec(header)?.[1];
  if (!key) throw notSignedIn('This API key is not valid.');
  const hash = hashKey(key);
  const found = await ApiKey.query(database).findOne({ keyHash: hash }).whereNull('revokedAt');
  if (!found || !timingSafeEqual(found.keyHash, hash)) throw notSignedIn('This API key is not valid.');
  await ApiKey.query(database)
    .patch({ lastUsedAt: new Date() })
    .where({ id: found.id })
    .whereRaw(`(last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`);
  return {
    kind: 'key',
    keyId: found.id,
    name: found.name,
    scopes: found.scopes as Scope[],
    siteId: found.siteId,
  };
}
