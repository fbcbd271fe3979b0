import type { Review } from '../models/review.ts';
import type { ReviewView } from './schema.ts';

export function presentReview(review: Review): ReviewView {
  return {
    id: review.id,
    fromStatus: review.fromStatus,
    toStatus: review.toStatus,
    category: review.category,
    cause: review.cause,
    note: review.note,
    developerFeedback: review.developerFeedback,
    messageSeq: review.messageSeq,
    fixedVersion: review.fixedVersion,
    user: { id: review.userId, name: review.userName ?? 'Somebody' },
    createdAt: review.createdAt.toISOString(),
  };
}
