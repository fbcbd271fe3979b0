import { adminOnly, everyStaff } from '../http/policy.ts';

/** Everybody looks after their own name, password and devices. */
export const canManageOwnAccount = everyStaff;
export const canManagePeople = adminOnly;
export const canManageKeys = adminOnly;
export const canReadActivity = adminOnly;
