import { adminOnly } from '../http/policy.ts';

/** They belong to a site's settings. */
export const canDownloadWorkflows = adminOnly;
