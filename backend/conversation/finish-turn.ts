/**
 * The end of a turn: its replies, what was learned and whether that completes the conversation, in one transaction.
 * A turn that breaks off before leaves nothing behind.
 */
import { uuidv7 } from 'uuidv7';
import type { AgentIdentity } from '../agent-versions/schema.ts';
import type { AgentFault, AgentTrace } from '../agents/agent.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { runStatement, storableJson } from '../db/sql.ts';
import { PLAN_MESSENGER } from '../deliveries/to-messenger.ts';
import { publish } from '../events/publish.ts';
import { updateLead } from '../leads/actions.ts';
import type { MessageDetails } from '../models/message.ts';
import type { Site } from '../models/site.ts';
import { announceLead, completeSession, decideCompletion } from './completion.ts';
import { reportFault } from './faults.ts';
import type { LoadedTurn } from './load-turn.ts';
import { firstRetry } from './owed-turns.ts';

export interface Reply {
  /** `assistant` when missing. */
  role?: 'assistant' | 'system';
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
  /** The agent says that a person is wanted. */
  wantsPerson: boolean;
  state: unknown;
  agent: AgentIdentity;
  trace?: AgentTrace;
  /** Why the reply is only the fallback text. */
  fault?: AgentFault;
  /** The agent was not even asked, and will not be before this. */
  pausedUntil?: Date;
}

/** A turn that this process holds. */
export interface HeldTurn extends Pick<LoadedTurn, 'upTo' | 'isOwed' | 'wantsPerson'> {
  sessionId: string;
  turnId: string;
}

const TEAM_WAS_TOLD = 'The team has been told that a person is wanted here.';

export const FINISH = {
  name: 'finish-turn',
  text: `
    WITH bumped AS (
      UPDATE chat_sessions SET
        last_seq = last_seq + $3, answered_seq = $4,
        awaiting_since = CASE WHEN visitor_seq > $4 THEN now() END,
        last_message_at = CASE WHEN $3 > 0 THEN now() ELSE last_message_at END,
        last_message_role = CASE WHEN $3 > 0 THEN 'assistant' ELSE last_message_role END,
        last_message_text = CASE WHEN $3 > 0 THEN left($6, 200) ELSE last_message_text END,
        agent_state = $7::jsonb, agent_version = coalesce(($8::jsonb->>'version')::integer, agent_version), turn_id = NULL, turn_until = NULL, turn_tries = 0, updated_at = now(),
        retry_at = now() + make_interval(secs => $9), retry_count = 0,
        owed_from = CASE WHEN $9::float8 IS NOT NULL THEN coalesce(owed_from, answered_seq) END,
        wants_person_since = CASE WHEN $10 THEN coalesce(wants_person_since, now()) ELSE wants_person_since END
      WHERE id = $1 AND turn_id = $2 AND mode = 'ai'
      RETURNING id, site_id, channel, last_seq - $3 AS base
    ), stored AS (
      INSERT INTO messages (session_id, seq, id, role, text, choices, turn_seq, agent, details)
      SELECT bumped.id, base + reply.number, reply.id, coalesce(reply.role, 'assistant'), reply.text, reply.choices, $4,
        CASE WHEN reply.role IS NULL THEN $8::jsonb END, reply.details
      FROM bumped, jsonb_to_recordset($5::jsonb)
        AS reply (number integer, id uuid, role text, text text, choices jsonb, details jsonb)
      RETURNING session_id, seq, id
    ), planned AS (${PLAN_MESSENGER}
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
  turn: HeldTurn,
  site: Site,
  outcome: TurnOutcome,
): Promise<boolean> {
  const learned = Object.keys(outcome.values).length > 0 || outcome.completed;
  const { fault, wantsPerson } = outcome;
  if (!learned && !fault && !wantsPerson) return storeReplies(database, turn, outcome);
  return database.transaction(async (trx) => {
    if (!(await storeReplies(trx, turn, outcome))) return false;
    if (learned) await settleLead(trx, turn.sessionId, site, outcome);
    if (fault) await reportFault(trx, site, turn, fault);
    if (wantsPerson) {
      const data = { sessionId: turn.sessionId };
      await publish(trx, { type: 'session.updated', siteId: site.id, data });
      if (!turn.wantsPerson) await publish(trx, { type: 'session.waiting', siteId: site.id, data });
    }
    return true;
  });
}

async function settleLead(
  trx: Transaction,
  sessionId: string,
  site: Site,
  outcome: TurnOutcome,
): Promise<void> {
  const session = { id: sessionId, siteId: site.id };
  const { values } = outcome;
  const lead = await updateLead(trx, { sessionId, siteId: site.id, values, source: 'agent' });
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
  turn: HeldTurn,
  { replies, state, agent, wantsPerson, fault }: TurnOutcome,
): Promise<boolean> {
  const said: Reply[] = turn.isOwed
    ? replies.map((reply) => ({ ...reply, details: { ...reply.details, late: true } }))
    : [...replies];
  // Said once, however often the agent repeats it while the visitor waits.
  if (wantsPerson && !turn.wantsPerson) said.push({ role: 'system', text: TEAM_WAS_TOLD });
  const rows = said.map((reply, index) => ({ number: index + 1, id: uuidv7(), ...reply }));
  const stored = await runStatement(on, FINISH, [
    turn.sessionId,
    turn.turnId,
    rows.length,
    turn.upTo,
    storableJson(rows),
    replies.at(-1)?.text ?? '',
    storableJson(state ?? null),
    storableJson(agent),
    fault ? firstRetry(fault) : null,
    wantsPerson,
  ]);
  return stored.length === 1;
}
