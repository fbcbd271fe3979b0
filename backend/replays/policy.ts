import { everyStaff } from '../http/policy.ts';
import { canReadSessions } from '../sessions/policy.ts';

export const canReadReplays = canReadSessions;
/** A run may cost what a model costs; a key has no business with it. */
export const canReplay = everyStaff;
export const canKeepCases = everyStaff;
