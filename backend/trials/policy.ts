import { adminOnly } from '../http/policy.ts';

/** A trial calls the address in the settings with the secret in the settings. */
export const canTryAgents = adminOnly;
