/**
 * How much has been read: counted from the rows, not kept beside them, so that it is never off.
 */
import type { Database } from '../../db/knex.ts';
import { type QueueScope, waitingEntries } from './queries.ts';
import type { Coverage } from './schema.ts';

const DAY_MS = 86_400_000;

export async function readCoverage(database: Database, scope: QueueScope): Promise<Coverage> {
  const [eligible, reviewed, bySignal] = await Promise.all([
    countLookedAt(database, scope),
    countReviewed(database, scope),
    countBySignal(database, scope),
  ]);
  const { waiting = 0, ...codes } = bySignal;
  const days = scope.from
    ? Math.max(1, Math.round(((scope.to ?? new Date()).getTime() - scope.from.getTime()) / DAY_MS))
    : null;
  return {
    days,
    eligible,
    reviewed,
    share: eligible === 0 ? 0 : reviewed / eligible,
    waiting,
    bySignal: codes,
  };
}

/** Conversations in which a visitor spoke and that have come to rest; archived ones too, as they are read as well. */
async function countLookedAt(database: Database, scope: QueueScope): Promise<number> {
  const query = database('review_signals as r').whereNotNull('r.looked_at');
  within(query, scope);
  return numberOf(await query.count({ count: '*' }));
}

/** Asked from the side of the verdicts, which are few (the index chat_sessions_checked). */
async function countReviewed(database: Database, scope: QueueScope): Promise<number> {
  const query = database('chat_sessions as s')
    .join('review_signals as r', 'r.session_id', 's.id')
    .whereIn('s.qa_status', ['passed', 'issue', 'fixed'])
    .whereIn('s.archive_status', ['active', 'archived'])
    .whereNotNull('r.looked_at');
  within(query, scope);
  // Implied by the row's own time, and what the index can use.
  if (scope.from) query.where('s.last_message_at', '>=', scope.from);
  return numberOf(await query.count({ count: '*' }));
}

/** Each entry counts once for each of its reasons, and once as waiting. */
async function countBySignal(database: Database, scope: QueueScope): Promise<Record<string, number>> {
  const rows: Array<{ code: string; count: number }> = await database
    .with(
      'waiting',
      waitingEntries(database, scope, 'others')
        .select('r.reasons')
        .unionAll(waitingEntries(database, scope, 'rechecks').select('r.reasons')),
    )
    .select(database.raw(`reason->>'code' AS code, count(*)::integer AS count`))
    .fromRaw(`waiting, jsonb_array_elements(reasons || '[{"code": "waiting"}]') AS reason`)
    .groupByRaw('1');
  return Object.fromEntries(rows.map(({ code, count }) => [code, count]));
}

function within(query: ReturnType<typeof waitingEntries>, { site, isNowhere, from, to }: QueueScope): void {
  if (isNowhere) query.whereRaw('false');
  if (site) query.where('r.site_id', site);
  if (from) query.where('r.last_message_at', '>=', from);
  if (to) query.where('r.last_message_at', '<', to);
}

const numberOf = ([row]: Array<{ count?: string | number }>) => Number(row?.count ?? 0);
