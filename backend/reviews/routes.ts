import { Type } from '@sinclair/typebox';
import type { Database } from '../db/knex.ts';
import { forbidden } from '../errors.ts';
import { type Route, route } from '../http/route.ts';
import { Id } from '../http/schema.ts';
import { reachOf } from '../sessions/policy.ts';
import { getSession } from '../sessions/queries.ts';
import { giveReview } from './actions.ts';
import { canReadReviews, canReview } from './policy.ts';
import { presentReview } from './present.ts';
import { listReviews, usedCategories } from './queries.ts';
import { CategoryList, ReviewGiven, ReviewList, ReviewWrite } from './schema.ts';

const OneSession = Type.Object({ id: Id });

export function reviewRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      method: 'put',
      path: '/api/v1/sessions/:id/review',
      summary: 'Give a verdict about a conversation; a move that is not allowed is 409',
      limits: { bodyBytes: 128 * 1024 },
      allow: canReview,
      params: OneSession,
      body: ReviewWrite,
      answer: { status: 200, schema: ReviewGiven },
      async handler({ params, body, principal }) {
        // The policy lets only people in; this tells the compiler so.
        if (principal.kind !== 'staff') throw forbidden();
        const review = await giveReview(database, params.id, body, principal);
        return { ...presentReview(review), sessionId: params.id, qaStatus: review.toStatus };
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/sessions/:id/reviews',
      summary: 'Every verdict about a conversation: who said what, and when',
      allow: canReadReviews,
      params: OneSession,
      answer: { status: 200, schema: ReviewList },
      async handler({ params, principal }) {
        const { id } = await getSession(database, params.id, reachOf(principal));
        return { items: (await listReviews(database, id)).map(presentReview), nextCursor: null };
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/reviews/categories',
      summary: 'The categories of issues that were used before, to choose from',
      allow: canReadReviews,
      answer: { status: 200, schema: CategoryList },
      async handler({ principal }) {
        return { items: await usedCategories(database, reachOf(principal)), nextCursor: null };
      },
    }),
  ];
}
