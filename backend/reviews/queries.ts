import type { Database } from '../db/knex.ts';
import { Review } from '../models/review.ts';
import type { Reach } from '../sessions/queries.ts';
import type { CategoryList } from './schema.ts';

const HISTORY_MAX = 500;
/** Categories of verdicts older than this many are no longer suggested. */
const CATEGORIES_FROM = 1_000;
const CATEGORIES_MAX = 50;

/** The verdicts about a conversation, oldest first: the last one holds. */
export async function listReviews(database: Database, sessionId: string): Promise<Review[]> {
  const newest = await newestReviews(database, sessionId, HISTORY_MAX);
  return newest.reverse();
}

/** Newest first. Times are taken under the lock of the conversation (`actions`), so that they are in its order. */
export function newestReviews(database: Database, sessionId: string, limit: number) {
  return Review.query(database)
    .where({ sessionId })
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit);
}

/** The verdict that holds, of each of these conversations that has one. */
export async function presentReviews(database: Database, sessionIds: readonly string[]): Promise<Review[]> {
  if (sessionIds.length === 0) return [];
  return Review.query(database)
    .distinctOn('sessionId')
    .whereIn('sessionId', [...sessionIds])
    .orderBy(['sessionId', { column: 'createdAt', order: 'desc' }, { column: 'id', order: 'desc' }]);
}

/** The categories in use, the most used first, however they were capitalised. */
export async function usedCategories(database: Database, { siteId }: Reach): Promise<CategoryList['items']> {
  const recent = Review.query(database)
    .select('category')
    .whereNotNull('category')
    .orderBy('createdAt', 'desc')
    .limit(CATEGORIES_FROM);
  if (siteId)
    recent.whereIn('sessionId', (query: typeof recent) =>
      query.from('chat_sessions').select('id').where({ siteId }),
    );
  const used = (await database
    .from(recent.toKnexQuery().as('recent'))
    .select(database.raw('(array_agg(category))[1] AS name'), database.raw('count(*)::int AS count'))
    .groupByRaw('lower(category)')
    .orderByRaw('count(*) DESC, lower(category)')
    .limit(CATEGORIES_MAX)) as CategoryList['items'];
  return used.map(({ name, count }) => ({ name, count }));
}
