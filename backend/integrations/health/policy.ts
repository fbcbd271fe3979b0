import { adminOnly } from '../../http/policy.ts';

/** Part of a site's settings. */
export const canSeeIntegrations = adminOnly;
export const canSwitchIntegrationsOn = adminOnly;
