import { everyStaff, staff } from '../http/policy.ts';

export const canReadLeads = staff(['admin', 'agent'], ['sessions:read']);
export const canChangeLeads = staff(['admin', 'agent'], ['leads:write']);
/** The names of sites and colleagues are for people to choose from. */
export const canSeeLeadChoices = everyStaff;
