import { everyStaff, staff } from '../http/policy.ts';

export const canReportFaults = staff(['admin', 'agent'], ['errors:write']);
export const canReadFaults = staff(['admin', 'agent'], ['sessions:read']);
/** Whether a fault is dealt with is for people to say. */
export const canSettleFaults = everyStaff;
