import { adminOnly } from '../http/policy.ts';

/** Settings hold what is sent where, and the keys to it. */
export const canManageSites = adminOnly;
