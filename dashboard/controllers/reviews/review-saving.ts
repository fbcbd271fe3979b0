/** Saves a verdict, and tells apart what can come of it. */
import type { ReviewGiven, ReviewView, ReviewWrite } from '../../../backend/reviews/schema.ts';
import { ApiError, messageOf } from '../../api/client.ts';
import { putReview, readReviews } from '../../api/reviews.ts';
import { viewer } from '../viewer.ts';

/** Somebody else decided first: their verdict, and ours that waits for a word. */
export interface Overtaken {
  kind: 'overtaken';
  by: ReviewView;
  reviews: ReviewView[];
  write: ReviewWrite;
}

export type Outcome =
  | { kind: 'saved'; review: ReviewGiven }
  | Overtaken
  | { kind: 'failed'; message: string };

export async function saveReview(sessionId: string, write: ReviewWrite): Promise<Outcome> {
  try {
    return { kind: 'saved', review: await putReview(sessionId, write) };
  } catch (error) {
    const isOvertaken = error instanceof ApiError && error.id === 'review_changed';
    const reviews = isOvertaken ? await readReviews(sessionId).catch(() => []) : [];
    const by = reviews.findLast(({ user }) => user.id !== ownId()) ?? reviews.at(-1);
    if (by) return { kind: 'overtaken', by, reviews, write };
    return { kind: 'failed', message: messageOf(error) };
  }
}

const ownId = () => (viewer.value.status === 'signed-in' ? viewer.value.user.id : null);
