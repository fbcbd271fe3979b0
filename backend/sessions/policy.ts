import { staff } from '../http/policy.ts';
import type { Principal } from '../http/principal.ts';
import type { Reach } from './queries.ts';

export const canReadSessions = staff(['admin', 'agent'], ['sessions:read']);
export const canChangeSessions = staff(['admin', 'agent'], ['sessions:write']);
export const canDeleteSessions = staff(['admin']);

/** Which conversations this caller may know of. */
export const reachOf = (principal: Principal): Reach => ({
  siteId: principal.kind === 'key' ? principal.siteId : null,
});
