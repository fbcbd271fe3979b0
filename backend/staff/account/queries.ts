import { raw } from 'objection';
import type { Database } from '../../db/knex.ts';
import { IDLE_HOURS } from '../../http/staff-session.ts';
import { StaffSession } from '../../models/staff-session.ts';
import type { PageQuery } from '../schema.ts';

const DEFAULT_LIMIT = 50;

/** Where a person is signed in now, the newest sign-in first. */
export async function listSessionsOf(
  database: Database,
  userId: string,
  { limit = DEFAULT_LIMIT, cursor }: PageQuery,
): Promise<{ items: StaffSession[]; nextCursor: string | null }> {
  const query = StaffSession.query(database)
    .where({ userId })
    .where('expiresAt', '>', new Date())
    .where('lastSeenAt', '>', raw(`now() - interval '${IDLE_HOURS} hours'`))
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor) query.where('id', '<', cursor);
  const found = await query;
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? items.at(-1)!.id : null };
}
