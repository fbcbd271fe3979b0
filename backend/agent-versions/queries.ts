import type { Database } from '../db/knex.ts';
import { notFound } from '../errors.ts';
import { readCursor, writeCursor } from '../http/cursor.ts';
import { AgentVersion } from '../models/agent-version.ts';
import { Site } from '../models/site.ts';
import type { AgentVersionQuery } from './schema.ts';

const DEFAULT_LIMIT = 20;

/** A version with how it did. */
export type JudgedVersion = AgentVersion & {
  until: Date | null;
  conversations: number;
  reviewed: number;
  issues: number;
  fixed: number;
};

/** From and until when each version answered lies between its row and the next one's. */
const FIGURES = [
  'next.created_at AS until',
  `(SELECT count(*)::int FROM chat_sessions s WHERE s.site_id = v.site_id AND s.started_at >= v.created_at
      AND s.started_at < coalesce(next.created_at, 'infinity')) AS conversations`,
  'judged.reviewed',
  'judged.issues',
  'judged.fixed',
];
const JUDGED = `LEFT JOIN LATERAL (
    SELECT count(*)::int AS reviewed, count(*) FILTER (WHERE qa_status IN ('issue', 'fixed'))::int AS issues,
      count(*) FILTER (WHERE qa_status = 'fixed')::int AS fixed
    FROM chat_sessions s
    WHERE s.site_id = v.site_id AND s.agent_version = v.number AND s.qa_status <> 'unchecked') judged ON true`;

/** Newest first. @throws not_found, bad_request */
export async function listAgentVersions(
  database: Database,
  siteId: string,
  { limit = DEFAULT_LIMIT, cursor }: AgentVersionQuery,
): Promise<{ items: JudgedVersion[]; nextCursor: string | null }> {
  if (!(await Site.query(database).findById(siteId).select('id'))) throw notFound('There is no such site.');
  const found = (await AgentVersion.query(database)
    .alias('v')
    .select('v.*', ...FIGURES.map((figure) => database.raw(figure)))
    .joinRaw('LEFT JOIN agent_versions next ON next.site_id = v.site_id AND next.number = v.number + 1')
    .joinRaw(JUDGED)
    .where('v.siteId', siteId)
    .modify((query) => {
      if (cursor) query.whereRaw('v.number < ?::bigint', [String(readCursor(cursor).sorted)]);
    })
    .orderBy('v.number', 'desc')
    .limit(limit + 1)) as JudgedVersion[];
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: found.length > limit && last ? writeCursor(BigInt(last.number), last.id) : null,
  };
}
