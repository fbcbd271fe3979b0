import { adminOnly } from '../../http/policy.ts';

/** They call the address in the settings, and tell what is spent there. */
export const canSetUpModels = adminOnly;
