/**
 * Who may call a route. A policy is data, so that the access matrix and the API document can be made from it.
 * Features name theirs in `<feature>/policy.ts`: `canReadSessions`, `canManageSites`.
 */
import type { Role } from '../staff/schema.ts';

export const SCOPES = [
  'sessions:read',
  'sessions:write',
  'leads:write',
  'errors:write',
  'stats:read',
  'privacy',
] as const;
export type Scope = (typeof SCOPES)[number];

/** No credentials are looked at. */
export interface AnyonePolicy {
  caller: 'anyone';
  /** Cookie-carrying forms of our own pages post here (login): the call must come from our own origin. */
  sameOrigin?: boolean;
}

/** The visitor token of one conversation. */
export interface VisitorPolicy {
  caller: 'visitor';
}

/** A signed-in person with one of the roles, or an API key with one of the scopes. */
export interface StaffPolicy {
  caller: 'staff';
  roles: readonly Role[];
  scopes: readonly Scope[];
}

export type Policy = AnyonePolicy | VisitorPolicy | StaffPolicy;

export const anyone: AnyonePolicy = { caller: 'anyone' };
export const anyoneSameOrigin: AnyonePolicy = { caller: 'anyone', sameOrigin: true };
export const visitorOfTheSession: VisitorPolicy = { caller: 'visitor' };
export const staff = (roles: readonly Role[], scopes: readonly Scope[] = []): StaffPolicy => ({
  caller: 'staff',
  roles,
  scopes,
});
export const everyStaff = staff(['admin', 'agent']);
export const adminOnly = staff(['admin']);
