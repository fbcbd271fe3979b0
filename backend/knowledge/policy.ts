import { adminOnly, staff } from '../http/policy.ts';
import type { Principal } from '../http/principal.ts';

/** Whoever reads a reply may read what it was drawn from; workflows search it. */
export const canReadKnowledge = staff(['admin', 'agent'], ['sessions:read']);
/** What the assistant says is a setting of the site. */
export const canWriteKnowledge = adminOnly;

/** A key of one site knows of no other. */
export const mayKnowOf = (principal: Principal, siteId: string): boolean =>
  principal.kind === 'staff' || principal.siteId === null || principal.siteId === siteId;
