/** Pages that Facebook asked us to leave alone: whatever waits for one waits together. */
import type { Database } from '../../db/knex.ts';

const DEFAULT_SECONDS = 60;

/** Seconds until something may be sent for this page; 0: now. */
export async function restLeft(database: Database, pageId: string): Promise<number> {
  const { rows } = await database.raw(
    `SELECT extract(epoch FROM resting_until - now())::float8 AS seconds FROM messenger_pages
     WHERE page_id = ? AND resting_until > now()`,
    [pageId],
  );
  return rows[0]?.seconds ?? 0;
}

/** @returns the seconds */
export async function letRest(
  database: Database,
  siteId: string,
  pageId: string,
  seconds = DEFAULT_SECONDS,
): Promise<number> {
  await database.raw(
    `WITH resting AS (
       INSERT INTO messenger_pages (page_id, resting_until) VALUES (:pageId, now() + make_interval(secs => :seconds))
       ON CONFLICT (page_id) DO UPDATE
         SET resting_until = greatest(messenger_pages.resting_until, excluded.resting_until))
     UPDATE deliveries SET next_attempt_at = greatest(next_attempt_at, now() + make_interval(secs => :seconds))
     WHERE site_id = :siteId AND kind = 'messenger' AND status IN ('pending', 'failed') AND claim_id IS NULL`,
    { siteId, pageId, seconds },
  );
  return seconds;
}
