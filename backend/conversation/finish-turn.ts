/**
 * The end of a turn: its replies, what was learned and whether that completes the conversation, in one transaction.
 * A turn that breaks off before leaves nothing behind.
 */
import { uuidv7 } from 'uuidv7';
import type { Database, Transaction } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import { updateLead } from '../leads/actions.ts';
import type { Lead } from '../models/lead.ts';
import type { MessageDetails } from '../models/message.ts';
import type { Site } from '../models/site.ts';
import { announceLead, completeSession, decideCompletion } from './completion.ts';

export interface Reply {
  text: string;
  choices?: string[];
  details?: MessageDetails;
}

export interface TurnOutcome {
  replies: Reply[];
  /** Details learned, by field name. */
  values: Record<string, string | null>;
  completed: boolean;
  isCollecting: boolean;
  state: unknown;
  agent: Record<string, unknown>;
}

const FINISH = {
  name: 'finish-turn',
  text: `
    WITH bumped AS (
      UPDATE chat_sessions SET
        last_seq = last_seq + $3, answered_seq = $4,
        awaiting_since = CASE WHEN visitor_seq > $4 THEN now() END,
        last_message_at = CASE WHEN $3 > 0 THEN now() ELSE last_message_at END,
        last_message_role = CASE WHEN $3 > 0 THEN 'assistant' ELSE last_message_role END,
        last_message_text = CASE WHEN $3 > 0 THEN left($6, 200) ELSE last_message_text END,
        agent_state = $7::jsonb, turn_id = NULL, turn_until = NULL, updated_at = now()
      WHERE id = $1 AND turn_id = $2 AND mode = 'ai'
      RETURNING id, site_id, last_seq - $3 AS base
    ), stored AS (
      INSERT INTO messages (session_id, seq, id, role, text, choices, turn_seq, agent, details)
      SELECT bumped.id, base + reply.number, reply.id, 'assistant', reply.text, reply.choices, $4, $8::jsonb, reply.details
      FROM bumped, jsonb_to_recordset($5::jsonb)
        AS reply (number integer, id uuid, text text, choices jsonb, details jsonb)
      RETURNING session_id, seq
    ), told AS (
      INSERT INTO events (type, site_id, session_id, data)
      SELECT 'message.created', bumped.site_id, stored.session_id,
        jsonb_build_object('sessionId', stored.session_id, 'seq', stored.seq)
      FROM bumped, stored ORDER BY stored.seq
    )
    SELECT base FROM bumped`,
};

/** False when the turn was lost to another process or to a person, or the conversation is gone: then nothing is stored. */
export async function finishTurn(
  database: Database,
  turn: { sessionId: string; turnId: string; upTo: number },
  site: Site,
  outcome: TurnOutcome,
): Promise<boolean> {
  const learned = Object.keys(outcome.values).length > 0 || outcome.completed;
  if (!learned) return storeReplies(database, turn, outcome);
  return database.transaction(async (trx) => {
    if (!(await storeReplies(trx, turn, outcome))) return false;
    const session = { id: turn.sessionId, siteId: site.id };
    const lead = await updateLead(trx, {
      sessionId: session.id,
      siteId: site.id,
      values: outcome.values,
      source: 'agent',
    });
    await settleCompletion(trx, session, site, lead, outcome);
    return true;
  });
}

async function settleCompletion(
  trx: Transaction,
  session: { id: string; siteId: string },
  site: Site,
  lead: Lead,
  outcome: TurnOutcome,
): Promise<void> {
  const signal = decideCompletion({
    reported: outcome.completed ? 'agent' : undefined,
    fields: site.lead.fields,
    lead,
    agentIsCollecting: outcome.isCollecting,
  });
  if (signal) await completeSession(trx, session, signal);
  else await announceLead(trx, session);
}

async function storeReplies(
  on: Database | Transaction,
  { sessionId, turnId, upTo }: { sessionId: string; turnId: string; upTo: number },
  { replies, state, agent }: TurnOutcome,
): Promise<boolean> {
  const rows = replies.map((reply, index) => ({ number: index + 1, id: uuidv7(), ...reply }));
  const stored = await runStatement(on, FINISH, [
    sessionId,
    turnId,
    rows.length,
    upTo,
    JSON.stringify(rows),
    replies.at(-1)?.text ?? '',
    JSON.stringify(state ?? null),
    JSON.stringify(agent),
  ]);
  return stored.length === 1;
}
