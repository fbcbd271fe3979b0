import { everyStaff } from '../http/policy.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import { canReadSessions } from '../sessions/policy.ts';
import type { ReviewStatus } from './schema.ts';

/** A verdict is a person's: no API key gives one. */
export const canReview = everyStaff;
export const canReadReviews = canReadSessions;

/** Where a conversation may go from each state. The same state again is no move: it records what is said anew. */
export const MOVES: Record<ReviewStatus, readonly ReviewStatus[]> = {
  unchecked: ['passed', 'issue'],
  passed: ['issue'],
  issue: ['fixed', 'passed'],
  fixed: ['passed', 'issue'],
};

/** Taking a verdict back, as if nobody had looked, is for admins. */
export const mayUncheck = (by: StaffPrincipal): boolean => by.role === 'admin';

/** Whether a verdict may follow another; the same one again adds words to it. */
export const isMove = (from: ReviewStatus, to: ReviewStatus): boolean =>
  from === to || to === 'unchecked' || MOVES[from].includes(to);
