import { staff } from '../http/policy.ts';

export const canReadDeliveries = staff(['admin', 'agent'], ['sessions:read']);
/** Sending again what was meant to be sent loses nothing; a receiver knows it by its id. */
export const canRedeliver = staff(['admin', 'agent'], ['sessions:write']);
export const canDeliverLeads = staff(['admin', 'agent'], ['leads:write']);
