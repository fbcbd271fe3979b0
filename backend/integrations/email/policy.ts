import { adminOnly, anyone } from '../../http/policy.ts';

/** Mails in the outbox tell of everything, accounts included. */
export const canReadOutbox = adminOnly;
export const canManageMail = adminOnly;
/** Believed by its signature. */
export const canReportMail = anyone;
