/**
 * Where a conversation may go from each verdict, so that only what the server will take is offered. The server's own
 * table is in `backend/reviews/policy`; a test compares the two.
 */
import type { ReviewStatus } from '../../../backend/reviews/schema.ts';
import { viewer } from '../viewer.ts';

export const MOVES: Record<ReviewStatus, readonly ReviewStatus[]> = {
  unchecked: ['passed', 'issue'],
  passed: ['issue'],
  issue: ['fixed', 'passed'],
  fixed: ['passed', 'issue'],
};

/** The keys that mean each verdict, everywhere. */
export const VERDICT_KEYS: Record<ReviewStatus, string> = {
  passed: '1',
  issue: '2',
  fixed: '3',
  unchecked: '4',
};

export function mayUncheck(): boolean {
  return viewer.value.status === 'signed-in' && viewer.value.user.role === 'admin';
}

/** Whether the person here may set it so; the same state again is never a move. */
export function mayMove(from: ReviewStatus, to: ReviewStatus): boolean {
  return to === 'unchecked' ? from !== to && mayUncheck() : MOVES[from].includes(to);
}
