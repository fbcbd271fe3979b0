/** A verdict that is being written: what its form begins with, and what of it is sent. */
import type { ReviewCause, ReviewStatus, ReviewView, ReviewWrite } from '../../../backend/reviews/schema.ts';
import { draftsOf } from '../drafts.ts';

/** The words of a verdict; empty texts say nothing. */
export interface ReviewDraft {
  category: string;
  cause: ReviewCause | null;
  messageSeq: number | null;
  note: string;
  developerFeedback: string;
  fixedVersion: string;
}

/** A form that is open, and what its writer had seen when they began. */
export interface Writing {
  status: ReviewStatus;
  basedOn: string | null;
  start: ReviewDraft;
}

/** Forms that were left open, by conversation. */
export const reviewDrafts = draftsOf<Writing>('reviews');

/** What a form begins with: an issue that is changed or opened again keeps its facts. */
export function startOf(status: ReviewStatus, now: ReviewView | undefined): ReviewDraft {
  const isSame = now?.toStatus === status;
  const hasFacts = status === 'issue' || status === 'fixed' ? now : undefined;
  return {
    category: hasFacts?.category ?? '',
    cause: hasFacts?.cause ?? null,
    messageSeq: hasFacts?.messageSeq ?? null,
    note: isSame ? (now.note ?? '') : '',
    developerFeedback: isSame ? (now.developerFeedback ?? '') : '',
    fixedVersion: isSame ? (now.fixedVersion ?? '') : '',
  };
}

/** What is sent: each verdict has its own words. */
export function writeOf({ status, basedOn }: Writing, draft: ReviewDraft): ReviewWrite {
  const { category, cause, messageSeq, note, developerFeedback, fixedVersion } = draft;
  const issue = status === 'issue' ? { category, cause, messageSeq, developerFeedback } : {};
  const fix = status === 'fixed' ? { fixedVersion } : {};
  return { status, basedOn, note, ...issue, ...fix };
}

/** Sets a conversation back to what it was, with the facts that it had. */
export function backTo(
  status: ReviewStatus,
  before: ReviewView | undefined,
  basedOn: string | null,
): ReviewWrite {
  if (status !== 'issue' || !before) return { status, basedOn };
  const { category, cause, messageSeq, note, developerFeedback } = before;
  return { status, basedOn, category, cause, messageSeq, note, developerFeedback };
}
