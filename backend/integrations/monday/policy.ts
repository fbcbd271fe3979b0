import { adminOnly } from '../../http/policy.ts';

/** Part of a site's settings: it calls an address with a token out of them. */
export const canSetUpMonday = adminOnly;
