/**
 * The end of a turn: its replies, what was learned and whether that completes the conversation, in one transaction.
 * A turn that breaks off before leaves nothing behind.
 */
import { uuidv7 } from 'uuidv7';
import type { AgentIdentity } from '../agent-versions/schema.ts';
import type { AgentFault, AgentTrace } from '../agents/agent.ts';
import { given, grouped, runAlone, runTogether, tryTogether } from '../db/grouped.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { PLAN_MESSENGER } from '../deliveries/to-messenger.ts';
import { PLAN_DELIVERIES, publish } from '../events/publish.ts';
import { updateLead } from '../leads/actions.ts';
import { IS_AS_SEEN, LEARNED_COLUMNS, learn, SEEN_LEADS, STORE_LEARNED } from '../leads/learn.ts';
import type { MessageDetails } from '../models/message.ts';
import type { Site } from '../models/site.ts';
import { textsFor } from '../visitor/texts.ts';
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
export interface HeldTurn
  extends Pick<LoadedTurn, 'upTo' | 'isOwed' | 'wantsPerson' | 'seenLead' | 'rating' | 'session'> {
  sessionId: string;
  turnId: string;
}

/** Replies, and what was learned where that completes nothing. */
export const FINISH = grouped(
  'finish-turn',
  (locked) => `
    WITH ${given(`"sessionId" uuid, "turnId" uuid, "upTo" integer, count integer, last text, state jsonb,
      agent jsonb, "retryIn" float8, "wantsPerson" boolean, replies jsonb, ${LEARNED_COLUMNS}`)}, ${SEEN_LEADS}, held AS (
      SELECT given.* FROM given JOIN chat_sessions s ON s.id = given."sessionId"
      WHERE s.turn_id = given."turnId" AND s.mode = 'ai' AND ${IS_AS_SEEN}
      FOR NO KEY UPDATE OF s ${locked}
    ), bumped AS (
      UPDATE chat_sessions s SET
        last_seq = last_seq + count, answered_seq = "upTo",
        awaiting_since = CASE WHEN visitor_seq > "upTo" THEN now() END,
        last_message_at = CASE WHEN count > 0 THEN now() ELSE last_message_at END,
        last_message_role = CASE WHEN count > 0 THEN 'assistant' ELSE last_message_role END,
        last_message_text = CASE WHEN count > 0 THEN left(last, 200) ELSE last_message_text END,
        agent_state = state, agent_version = coalesce((agent->>'version')::integer, agent_version),
        turn_id = NULL, turn_until = NULL, turn_tries = 0, updated_at = now(),
        retry_at = now() + make_interval(secs => "retryIn"), retry_count = 0,
        owed_from = CASE WHEN "retryIn" IS NOT NULL THEN coalesce(owed_from, answered_seq) END,
        wants_person_since = CASE WHEN "wantsPerson" THEN coalesce(wants_person_since, now()) ELSE wants_person_since END
      FROM held WHERE s.id = held."sessionId"
      RETURNING s.id, s.site_id, s.channel, s.last_seq - held.count AS base, held.*
    ), stored AS (
      INSERT INTO messages (session_id, seq, id, role, text, choices, turn_seq, agent, details)
      SELECT bumped.id, base + reply.number, reply.id, coalesce(reply.role, 'assistant'), reply.text, reply.choices,
        "upTo", CASE WHEN reply.role IS NULL THEN agent END, reply.details
      FROM bumped, jsonb_to_recordset(replies)
        AS reply (number integer, id uuid, role text, text text, choices jsonb, details jsonb)
      RETURNING session_id, seq, id
    ), ${STORE_LEARNED}, told AS (
      INSERT INTO events (type, site_id, session_id, data)
      SELECT type, site_id, id, data FROM (
        SELECT 'message.created' AS type, site_id, bumped.id, seq, jsonb_build_object('sessionId', bumped.id, 'seq', seq) AS data
        FROM bumped JOIN stored ON stored.session_id = bumped.id
        UNION ALL
        SELECT 'lead.updated', site_id, id, NULL, jsonb_build_object('sessionId', id) FROM bumped WHERE lead IS NOT NULL
      ) news ORDER BY id, seq NULLS LAST
      RETURNING id, type, site_id, session_id, data
    ), planned AS (${PLAN_DELIVERIES}
    ), to_messenger AS (${PLAN_MESSENGER}
    )
    SELECT n FROM bumped`,
);

/** False when the turn was lost to another process or to a person, or the conversation is gone: then nothing is stored. */
export async function finishTurn(
  database: Database,
  turn: HeldTurn,
  site: Site,
  outcome: TurnOutcome,
): Promise<boolean> {
  const { values, completed, fault, wantsPerson } = outcome;
  const isLearning = Object.keys(values).length > 0 || completed;
  if (!isLearning && !fault && !wantsPerson)
    return (await runTogether(database, FINISH, turn.sessionId, callOf(turn, site, outcome))) !== undefined;
  if (await finishLearning(database, turn, site, outcome)) return true;
  return database.transaction(async (trx) => {
    if (!(await runAlone(trx, FINISH, callOf(turn, site, outcome)))) return false;
    if (isLearning) await settleLead(trx, turn.sessionId, site, outcome);
    if (fault) await reportFault(trx, site, turn, fault);
    if (wantsPerson) {
      const data = { sessionId: turn.sessionId };
      await publish(trx, { type: 'session.updated', siteId: site.id, data });
      if (!turn.wantsPerson) await publish(trx, { type: 'session.waiting', siteId: site.id, data });
    }
    return true;
  });
}

/** The usual turn that learns something: one detail more, and the talk goes on. False: it was not done. */
async function finishLearning(
  database: Database,
  turn: HeldTurn,
  site: Site,
  outcome: TurnOutcome,
): Promise<boolean> {
  const { values, completed, isCollecting, fault, wantsPerson } = outcome;
  if (completed || fault || wantsPerson || turn.session.completed) return false;
  const learned = learn(turn.seenLead, values, { site, rating: turn.rating });
  const lead = learned?.details ?? turn.seenLead;
  if (decideCompletion({ fields: site.lead.fields, lead, agentIsCollecting: isCollecting })) return false;
  const call = { ...callOf(turn, site, outcome), ...learned?.call };
  return (await tryTogether(database, FINISH, turn.sessionId, call)) !== undefined;
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

/** What FINISH takes. */
function callOf(
  turn: HeldTurn,
  site: Site,
  { replies, state, agent, wantsPerson, fault }: TurnOutcome,
): object {
  const said: Reply[] = turn.isOwed
    ? replies.map((reply) => ({ ...reply, details: { ...reply.details, late: true } }))
    : [...replies];
  // Said once, however often the agent repeats it while the visitor waits.
  if (wantsPerson && !turn.wantsPerson)
    said.push({ role: 'system', text: textsFor(site.locale, turn.session.locale).teamWasTold });
  return {
    sessionId: turn.sessionId,
    turnId: turn.turnId,
    upTo: turn.upTo,
    count: said.length,
    last: replies.at(-1)?.text ?? '',
    state: state ?? null,
    agent,
    retryIn: fault ? firstRetry(fault) : null,
    wantsPerson,
    replies: said.map((reply, index) => ({ number: index + 1, id: uuidv7(), ...reply })),
  };
}
