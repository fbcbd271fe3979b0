import { everyStaff, staff } from '../http/policy.ts';
import type { Principal } from '../http/principal.ts';
import type { SessionNote } from '../models/session-note.ts';
import type { BulkAction } from './filter-schema.ts';
import type { Reach } from './queries.ts';

export const canReadSessions = staff(['admin', 'agent'], ['sessions:read']);
export const canChangeSessions = staff(['admin', 'agent'], ['sessions:write']);
export const canDeleteSessions = staff(['admin']);
/** In bulk the action decides too: `mayInBulk`. */
export const canChangeManySessions = canChangeSessions;
export const canWriteNotes = everyStaff;
export const canReadLabels = canReadSessions;
export const canWriteLabels = everyStaff;
/** Taking a label away takes it off every conversation. */
export const canDeleteLabels = staff(['admin']);
/** An automation reports what it learned about a visitor. */
export const canReportLead = staff(['admin', 'agent'], ['leads:write']);

/** Deleting for good is for admins, one by one or in bulk. */
export const mayInBulk = (principal: Principal, action: BulkAction): boolean =>
  action !== 'delete' || (principal.kind === 'staff' && canDeleteSessions.roles.includes(principal.role));
/** Everybody corrects their own notes; an admin may also remove those of others. */
export const mayEditNote = (principal: Principal, note: SessionNote): boolean =>
  principal.kind === 'staff' && note.authorId === principal.userId;
export const mayDeleteNote = (principal: Principal, note: SessionNote): boolean =>
  mayEditNote(principal, note) || (principal.kind === 'staff' && principal.role === 'admin');

/** Which conversations this caller may know of. */
export const reachOf = (principal: Principal): Reach => ({
  siteId: principal.kind === 'key' ? principal.siteId : null,
});
