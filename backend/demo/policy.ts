import { adminOnly, everyStaff } from '../http/policy.ts';

/** Everybody may know that what they see are samples. */
export const canSeeDemo = everyStaff;
export const canManageDemo = adminOnly;
