import { canManageSites } from '../sites/policy.ts';

/** A diff holds what the settings hold. */
export const canReadAgentVersions = canManageSites;
