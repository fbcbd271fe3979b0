/**
 * What can be left half done, and how each is mended. Every one of them happens only when something outside went wrong
 * (a killed process, rows changed by hand, an integration that was down), and mending it again changes nothing.
 */

import type { ConversationDeps } from '../conversation/answer-turn.ts';
import { completeSession, decideCompletion } from '../conversation/completion.ts';
import type { Database } from '../db/knex.ts';
import { publish, publishAll } from '../events/publish.ts';
import { ChatSession } from '../models/chat-session.ts';

/** Which conversations are looked at: these, or all with ids in a stretch. */
export type Scope = { ids: readonly string[] } | { after: string; upTo: string };

/** A condition on `s.id`, with its bindings. */
function within(scope: Scope): { sql: string; bindings: Record<string, unknown> } {
  if ('ids' in scope) return { sql: 's.id = ANY(:ids)', bindings: { ids: [...scope.ids] } };
  return { sql: 's.id > :after AND s.id <= :upTo', bindings: { ...scope } };
}

/** The lead has all that the site asks for, nobody is about to say anything more, and yet it is open. */
export async function completeFinished(deps: ConversationDeps, scope: Scope): Promise<number> {
  const { sql, bindings } = within(scope);
  const { rows } = await deps.database.raw<{ rows: Array<{ id: string }> }>(
    `SELECT s.id FROM chat_sessions s JOIN leads l ON l.session_id = s.id
     WHERE ${sql} AND s.completion_status = 'in_progress' AND s.awaiting_since IS NULL
       AND (l.email IS NOT NULL OR l.phone IS NOT NULL)`,
    bindings,
  );
  if (rows.length === 0) return 0;
  // Most still miss a detail: they are looked at together, and only what is finished is locked.
  const reachable = await ChatSession.query(deps.database)
    .findByIds(rows.map(({ id }) => id))
    .withGraphFetched('[lead, site]');
  let completed = 0;
  for (const session of reachable)
    if (signalOf(deps, session) && (await completeIfFinished(deps, session.id))) completed += 1;
  return completed;
}

const signalOf = ({ agents }: ConversationDeps, session: ChatSession) =>
  decideCompletion({
    fields: session.site!.lead.fields,
    lead: session.lead,
    agentIsCollecting: isStillAsking(agents, session),
  });

async function completeIfFinished(deps: ConversationDeps, id: string): Promise<boolean> {
  return deps.database.transaction(async (trx) => {
    const session = await ChatSession.query(trx)
      .findById(id)
      .where({ completionStatus: 'in_progress' })
      .whereNull('awaitingSince')
      .forUpdate()
      .skipLocked();
    if (!session) return false;
    await session.$fetchGraph('[lead, site]', { transaction: trx });
    const signal = signalOf(deps, session);
    if (signal) await completeSession(trx, session, signal);
    return signal !== null;
  });
}

/** Whoever says nothing for this long is not about to. */
const QUIET_MS = 60_000;

/** Its assistant has asked, and the visitor may be writing the answer. What was held elsewhere is asked nothing here. */
function isStillAsking(agents: ConversationDeps['agents'], session: ChatSession): boolean {
  if (session.channel === 'external' || Date.now() - session.lastMessageAt.getTime() > QUIET_MS) return false;
  return agents.of(session.site!.agent.kind).isCollecting(session.agentState);
}

/** Completed, with a way to reach the visitor, and nobody was told; or told, and the delivery is missing. */
export async function redeliver(database: Database, scope: Scope): Promise<number> {
  const { sql, bindings } = within(scope);
  const silent = await database.raw<{ rows: Found[] }>(SILENT.replaceAll('{within}', sql), bindings);
  const missing = await database.raw<{ rows: Found[] }>(
    `SELECT DISTINCT s.id ${MISSING.replaceAll('{within}', sql)}`,
    bindings,
  );
  const found = [...silent.rows, ...missing.rows].map(({ id }) => id);
  if (found.length === 0) return 0;
  return database.transaction(async (trx) => {
    // Conversations first and in one order, as everywhere; what somebody is at is left to the next time.
    const ids: string[] = await trx('chat_sessions')
      .whereIn('id', found)
      .orderBy('id')
      .forUpdate()
      .skipLocked()
      .pluck('id');
    const one = within({ ids });
    const told = await trx.raw<{ rows: Found[] }>(
      `UPDATE leads l SET completed_at = now() FROM (${SILENT.replaceAll('{within}', one.sql)}) AS silent
       WHERE l.session_id = silent.id RETURNING silent.id, silent."siteId"`,
      one.bindings,
    );
    await publishAll(
      trx,
      told.rows.map(({ id, siteId }) => ({ type: 'lead.completed', siteId, data: { sessionId: id } })),
    );
    const planned = await trx.raw(PLAN.replaceAll('{within}', one.sql), one.bindings);
    return told.rows.length + (planned.rowCount ?? 0);
  });
}

interface Found {
  id: string;
  siteId: string;
}

/** Completed with a way to reach the visitor, and lead.completed was never told. */
const SILENT = `
  SELECT s.id, s.site_id AS "siteId" FROM chat_sessions s JOIN leads l ON l.session_id = s.id
  WHERE {within} AND l.completed_at IS NULL AND s.completion_status = 'completed'
    AND (l.email IS NOT NULL OR l.phone IS NOT NULL)`;

/** Longer ago than this it was known, or nobody misses it; delivered rows are kept longer than that (privacy/jobs). */
const MISSED_DAYS = 30;

const MISSING = `
  FROM chat_sessions s
  LEFT JOIN leads l ON l.session_id = s.id
  JOIN event_subscriptions e ON e.site_id = s.site_id AND NOT e.is_follow_up AND e.disabled_at IS NULL
    AND ((e.event = 'lead.completed' AND l.completed_at >= e.created_at
          AND l.completed_at > now() - interval '${MISSED_DAYS} days')
      OR (e.event = 'session.completed' AND s.completed_at >= e.created_at
          AND s.completed_at > now() - interval '${MISSED_DAYS} days'))
  WHERE {within} AND s.completion_status = 'completed'
    AND NOT EXISTS (SELECT 1 FROM deliveries d
      WHERE d.session_id = s.id AND d.kind = e.kind AND d.event = e.event AND d.target = e.target)`;

const PLAN = `
  INSERT INTO deliveries (id, site_id, session_id, kind, event, target, lane, subscription_id, dedupe_key, payload)
  SELECT new_id(), s.site_id, s.id, e.kind, e.event, e.target, e.lane, e.id,
    'found:' || s.id || ':' || e.id, jsonb_build_object('sessionId', s.id) ${MISSING}
  ON CONFLICT (kind, dedupe_key) DO NOTHING`;

/** What a conversation keeps of its messages (how many, the last one) that is not what the messages say. */
export async function recount(database: Database, scope: Scope): Promise<number> {
  const { sql, bindings } = within(scope);
  return database.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: Array<{ id: string; siteId: string }> }>(
      RECOUNT.replaceAll('{within}', sql),
      bindings,
    );
    for (const { id, siteId } of rows)
      await publish(trx, { type: 'session.updated', siteId, data: { sessionId: id } });
    return rows.length;
  });
}

/** Of the text its first 200 characters are kept, and fewer in rows of older versions: that it begins so is enough. */
const RECOUNT = `
  WITH drifted AS (
    SELECT s.id, m.seq, m.role, m.text, m.created_at
    FROM chat_sessions s JOIN LATERAL (
      SELECT seq, role, text, created_at FROM messages WHERE session_id = s.id ORDER BY seq DESC LIMIT 1) m ON true
    WHERE {within} AND (s.last_seq <> m.seq OR s.last_message_role IS NULL
      OR (s.last_message_role = m.role AND NOT starts_with(m.text, s.last_message_text)))
    FOR UPDATE OF s SKIP LOCKED
  )
  UPDATE chat_sessions s SET last_seq = drifted.seq, last_message_role = drifted.role,
    last_message_text = left(drifted.text, 200), last_message_at = greatest(s.last_message_at, drifted.created_at),
    updated_at = now()
  FROM drifted WHERE s.id = drifted.id
  RETURNING s.id, s.site_id AS "siteId"`;
