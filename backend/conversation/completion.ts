/**
 * Whether a conversation is completed: decided here and nowhere else, from every signal there is. The signal that
 * decided is kept with it. List and detail read the same column, so they can't disagree.
 */
import type { Transaction } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import { publishAll } from '../events/publish.ts';
import { type LeadDetails, leadValues } from '../leads/values.ts';
import { ChatSession } from '../models/chat-session.ts';
import type { CompletionSignal } from '../sessions/schema.ts';
import type { LeadField } from '../sites/schema.ts';

export interface CompletionFacts {
  /** Somebody said so outright, and who: the agent, the visitor, an automation, staff. */
  reported?: Exclude<CompletionSignal, 'required_fields'>;
  fields: readonly LeadField[];
  lead: LeadDetails | null | undefined;
  /** The agent still means to ask for more: then "all required fields are there" waits for it. */
  agentIsCollecting: boolean;
}

/** Who or what completes the conversation; null: nothing does. */
export function decideCompletion(facts: CompletionFacts): CompletionSignal | null {
  if (facts.reported) return facts.reported;
  if (facts.agentIsCollecting) return null;
  return hasRequiredFields(facts.fields, facts.lead) ? 'required_fields' : null;
}

/** Every required field is there, and some way to reach the visitor. */
function hasRequiredFields(fields: readonly LeadField[], lead: LeadDetails | null | undefined): boolean {
  if (!lead?.email && !lead?.phone) return false;
  const known = leadValues(lead);
  return fields.filter((field) => field.required).every((field) => known[field.name]);
}

/** Marks it completed, once; a conversation that is completed already stays as it was. */
export async function completeSession(
  trx: Transaction,
  session: { id: string; siteId: string },
  signal: CompletionSignal,
): Promise<void> {
  await completeSessions(trx, [session.id], signal);
}

/** The same for many. @returns the ids of those that were not completed before */
export async function completeSessions(
  trx: Transaction,
  ids: readonly string[],
  signal: CompletionSignal,
): Promise<string[]> {
  const now = new Date();
  const changed = await ChatSession.query(trx)
    .patch({ completionStatus: 'completed', completedAt: now, completionSignal: signal, updatedAt: now })
    .whereIn('id', [...ids])
    .whereNot({ completionStatus: 'completed' })
    .returning(['id', 'siteId']);
  await publishAll(
    trx,
    changed.map(({ id, siteId }) => ({ type: 'session.completed', siteId, data: { sessionId: id, signal } })),
  );
  await announceLeads(trx, ids);
  return changed.map(({ id }) => id);
}

/**
 * Publishes `lead.completed` the first time that a completed conversation has a lead with an e-mail or a phone:
 * at the completion, or when the detail comes after it.
 */
export async function announceLead(trx: Transaction, session: { id: string }): Promise<void> {
  await announceLeads(trx, [session.id]);
}

const ANNOUNCE = {
  name: 'announce-leads',
  text: `UPDATE leads SET completed_at = now()
    WHERE session_id = ANY($1::uuid[]) AND completed_at IS NULL AND (email IS NOT NULL OR phone IS NOT NULL)
      AND EXISTS (SELECT 1 FROM chat_sessions WHERE id = session_id AND completion_status = 'completed')
    RETURNING session_id AS "sessionId", site_id AS "siteId"`,
};

async function announceLeads(trx: Transaction, ids: readonly string[]): Promise<void> {
  const rows = await runStatement<{ sessionId: string; siteId: string }>(trx, ANNOUNCE, [[...ids]]);
  await publishAll(
    trx,
    rows.map(({ sessionId, siteId }) => ({
      type: 'lead.completed',
      siteId,
      data: { sessionId },
    })),
  );
}
