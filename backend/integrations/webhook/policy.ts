import { adminOnly } from '../../http/policy.ts';

/** They belong to a site's settings, and an example may show a visitor's words. */
export const canManageWebhook = adminOnly;
