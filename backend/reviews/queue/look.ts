/**
 * Looks at conversations that were marked and have come to rest, and writes down why they should be read. A hundred at
 * a time: five statements to read them, one to store what was found. Looking twice finds the same.
 */
import type { Database, Transaction } from '../../db/knex.ts';
import { runStatement } from '../../db/sql.ts';
import { publishAll } from '../../events/publish.ts';
import { byWeight, type Signal, scoreOf } from '../signals/catalogue.ts';
import { findSignals } from '../signals/find.ts';
import { isInSample } from '../signals/sample.ts';
import { QUIET } from './mark.ts';
import { type MarkedConversation, readConversations } from './read.ts';

const AT_ONCE = 100;
const ROUNDS = 5;

const TAKE = {
  name: 'review-take-due',
  text: `SELECT session_id AS id FROM review_signals WHERE due_at <= now()
    ORDER BY due_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`,
};

const STORE = {
  name: 'review-store-signals',
  text: `
    WITH found AS (
      SELECT * FROM jsonb_to_recordset($1::jsonb) AS f
        (id uuid, "isTalking" boolean, score smallint, reasons jsonb, "isWaiting" boolean, "isRecheck" boolean,
         "fixedBy" uuid)
    ), before AS (
      SELECT session_id, is_waiting FROM review_signals WHERE session_id IN (SELECT id FROM found)
    ), stored AS (
      UPDATE review_signals r SET
        due_at = CASE WHEN f."isTalking" THEN s.last_message_at + ${QUIET} END,
        looked_at = CASE WHEN f."isTalking" THEN r.looked_at ELSE now() END,
        last_message_at = CASE WHEN f."isTalking" THEN r.last_message_at ELSE s.last_message_at END,
        score = f.score, reasons = f.reasons, is_waiting = f."isWaiting", is_recheck = f."isRecheck",
        fixed_by = f."fixedBy"
      FROM found f JOIN chat_sessions s ON s.id = f.id WHERE r.session_id = f.id
      RETURNING r.session_id, r.site_id, r.is_waiting
    )
    SELECT DISTINCT stored.site_id AS "siteId" FROM stored JOIN before USING (session_id)
    WHERE stored.is_waiting <> before.is_waiting`,
};

interface Finding {
  id: string;
  isTalking: boolean;
  score: number;
  reasons: Signal[];
  isWaiting: boolean;
  isRecheck: boolean;
  fixedBy: string | null;
}

/**
 * Looks at what is due, at most five hundred conversations.
 * @param samplePercent how many are chosen at random, whatever was said in them
 */
export async function lookAtDue(database: Database, samplePercent: number): Promise<void> {
  for (let n = 0; n < ROUNDS; n++) {
    const looked = await database.transaction((trx) => lookAtSome(trx, samplePercent));
    if (looked < AT_ONCE) return;
  }
}

async function lookAtSome(trx: Transaction, samplePercent: number): Promise<number> {
  const due = await runStatement<{ id: string }>(trx, TAKE, []);
  if (due.length === 0) return 0;
  const conversations = await readConversations(
    trx,
    due.map(({ id }) => id),
  );
  const found = conversations.map((conversation) => judge(conversation, samplePercent));
  const sites = await runStatement<{ siteId: string }>(trx, STORE, [JSON.stringify(found)]);
  await publishAll(
    trx,
    sites.map(({ siteId }) => ({ type: 'queue.changed', siteId, data: {} })),
  );
  return due.length;
}

/** One that goes on is looked at again when it rests; until then it keeps no place in the queue. */
function judge(conversation: MarkedConversation, samplePercent: number): Finding {
  const { id, qaStatus, isArchived, fix } = conversation;
  const isRecheck = qaStatus === 'fixed' && !isArchived;
  const isTalking = conversation.isTalking && !isRecheck;
  const reasons: Signal[] = isRecheck
    ? [{ code: 'recheck', ...(fix?.messageSeq && { seq: fix.messageSeq }) }]
    : isTalking
      ? []
      : signalsOf(conversation, samplePercent);
  const isOpen = isRecheck || (qaStatus === 'unchecked' && !isArchived);
  return {
    id,
    isTalking,
    score: scoreOf(reasons),
    reasons,
    isWaiting: isOpen && reasons.length > 0,
    isRecheck,
    fixedBy: (isRecheck && fix?.userId) || null,
  };
}

function signalsOf(conversation: MarkedConversation, samplePercent: number): Signal[] {
  const found = findSignals(conversation);
  if (isInSample(conversation.id, samplePercent)) found.push({ code: 'sample' });
  return found.sort(byWeight);
}
