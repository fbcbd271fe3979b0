import { adminOnly, staff } from '../http/policy.ts';

/** A key bound to one site reaches what is held there, and nothing else. */
export const canHandlePersons = staff(['admin'], ['privacy']);
export const canSeeErasures = adminOnly;
