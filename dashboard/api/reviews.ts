/** Verdicts about conversations, as `/api/v1/sessions/:id/review` serves them. */
import type { CategoryList, ReviewGiven, ReviewList, ReviewWrite } from '../../backend/reviews/schema.ts';
import { request } from './client.ts';

const pathOf = (sessionId: string, what: string) => `/sessions/${encodeURIComponent(sessionId)}/${what}`;

/** Throws ApiError 409 `review_changed` when somebody else has decided since `basedOn`. */
export function putReview(sessionId: string, write: ReviewWrite): Promise<ReviewGiven> {
  return request('PUT', pathOf(sessionId, 'review'), { body: write });
}

/** Every verdict, oldest first. */
export async function readReviews(sessionId: string): Promise<ReviewList['items']> {
  return (await request<ReviewList>('GET', pathOf(sessionId, 'reviews'))).items;
}

/** The names of categories that were used before, the most used first. */
export async function readCategories(): Promise<string[]> {
  const { items } = await request<CategoryList>('GET', '/reviews/categories');
  return items.map(({ name }) => name);
}
