import { staff } from '../http/policy.ts';

/** Conversations held elsewhere are brought in by automations, and by admins who move from another tool. */
export const canIngest = staff(['admin'], ['sessions:write']);
