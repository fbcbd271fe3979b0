/**
 * How much has been read: counted from the rows, not kept beside them, so that it is never off.
 */
import type { Database } from '../../db/knex.ts';
import { QUIET } from './mark.ts';
import { type QueueScope, waitingEntries, waitingSignals } from './queries.ts';
import type { Coverage } from './schema.ts';

const DAY_MS = 86_400_000;

export async function readCoverage(database: Database, scope: QueueScope): Promise<Coverage> {
  const [{ eligible, reviewed }, bySignal] = await Promise.all([
    countLookedAt(database, scope),
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

/**
 * Conversations in which a visitor spoke and that have come to rest, and those of them with a verdict; archived ones
 * too, as they are read as well. Both sides are read from indexes alone.
 */
async function countLookedAt(
  database: Database,
  scope: QueueScope,
): Promise<{ eligible: number; reviewed: number }> {
  const [read, bindings] = within('s.last_message_at', scope.from);
  const query = database('review_signals as r')
    .joinRaw(`LEFT JOIN chat_sessions s ON s.id = r.session_id AND ${HAS_VERDICT} ${read}`, bindings)
    .whereNotNull('r.looked_at')
    .select(database.raw('count(*)::int AS eligible, count(s.id)::int AS reviewed'));
  if (scope.isNowhere) query.whereRaw('false');
  if (scope.site) query.where('r.site_id', scope.site);
  if (scope.from) query.where('r.last_message_at', '>=', scope.from);
  if (scope.to) query.where('r.last_message_at', '<', scope.to);
  return (await query)[0];
}

/** Each entry counts once for each of its reasons, and once as waiting. */
async function countBySignal(database: Database, scope: QueueScope): Promise<Record<string, number>> {
  const rows: Array<{ code: string; count: number }> = await database
    .with(
      'waiting',
      waitingOthers(database, scope)
        .select('r.reasons')
        .unionAll(waitingEntries(database, scope, 'rechecks').select('r.reasons')),
    )
    .select(database.raw(`reason->>'code' AS code, count(*)::integer AS count`))
    .fromRaw(`waiting, jsonb_array_elements(reasons || '[{"code": "waiting"}]') AS reason`)
    .groupByRaw('1');
  return Object.fromEntries(rows.map(({ code, count }) => [code, count]));
}

/**
 * The same as `waitingEntries(..., 'others')`, asked from the other side: what waits no more is few, and named by indexes
 * alone, where each of the thousands that wait had to be looked up.
 */
function waitingOthers(database: Database, scope: QueueScope) {
  const query = waitingSignals(database, scope, 'others');
  const [read, bindings] = within('s.last_message_at', scope.from);
  for (const isOut of [HAS_VERDICT, `s.archive_status = 'archived'`, IS_TALKING])
    query.whereRaw(
      `NOT EXISTS (SELECT 1 FROM chat_sessions s WHERE s.id = r.session_id AND ${isOut} ${read})`,
      bindings,
    );
  return query;
}

/** As the index chat_sessions_checked has them. */
const HAS_VERDICT = `s.qa_status IN ('passed', 'issue', 'fixed') AND s.archive_status IN ('active', 'archived')`;
const IS_TALKING = `s.archive_status = 'active' AND s.last_message_at > now() - ${QUIET}`;

/** A conversation's last word is never older than it was when it was looked at: implied, and what an index can use. */
function within(column: string, from: Date | undefined): [string, Date[]] {
  return from ? [`AND ${column} >= ?`, [from]] : ['', []];
}
