/**
 * Everything the signals need of some conversations, in one round trip.
 */
import type { Transaction } from '../../db/knex.ts';
import { runStatement } from '../../db/sql.ts';
import type { ChatSession } from '../../models/chat-session.ts';
import type { QuietConversation, SpokenMessage } from '../signals/conversation.ts';
import { QUIET } from './mark.ts';

/** Of a very long talk the newest messages are read. */
const MESSAGES_MAX = 200;

export interface MarkedConversation extends QuietConversation {
  id: string;
  qaStatus: ChatSession['qaStatus'];
  isArchived: boolean;
  /** Somebody wrote a moment ago. */
  isTalking: boolean;
  /** The newest word that its issue is fixed. */
  fix: { userId: string | null; messageSeq: number | null } | null;
}

interface Row extends Omit<MarkedConversation, 'messages' | 'faultsAfter' | 'correctedAt'> {
  messages: SpokenMessage[] | null;
  faultsAfter: (number | null)[] | null;
  correctedAt: number[] | null;
}

const MILLISECONDS = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

const READ = {
  name: 'review-read-conversations',
  text: `
    SELECT s.id, s.qa_status AS "qaStatus", s.archive_status = 'archived' AS "isArchived",
      s.last_message_at > now() - ${QUIET} AS "isTalking", s.rating,
      s.completion_status = 'completed' AS "isCompleted", s.wants_person_since IS NOT NULL AS "wantsPerson",
      (SELECT jsonb_agg(jsonb_build_object('seq', m.seq, 'role', m.role, 'text', left(m.text, 2000),
           'at', ${MILLISECONDS('m.created_at')}, 'choices', m.choices,
           'isFallback', coalesce((m.details->>'fallback')::boolean, false)) ORDER BY m.seq)
         FROM messages m WHERE m.session_id = s.id AND m.seq > s.last_seq - ${MESSAGES_MAX}) AS messages,
      (SELECT jsonb_agg(o.message_seq ORDER BY o.at)
         FROM (SELECT message_seq, at FROM incident_occurrences
               WHERE session_id = s.id ORDER BY at LIMIT 20) o) AS "faultsAfter",
      (SELECT jsonb_agg(${MILLISECONDS('c.at')})
         FROM leads l JOIN lead_changes c ON c.lead_id = l.id
         WHERE l.session_id = s.id AND c.kind = 'detail' AND c.source IN ('agent', 'visitor')
           AND c.old_value IS NOT NULL AND c.new_value IS NOT NULL) AS "correctedAt",
      (SELECT jsonb_build_object('userId', f.user_id, 'messageSeq', f.message_seq)
         FROM reviews f WHERE f.session_id = s.id AND f.to_status = 'fixed'
         ORDER BY f.created_at DESC LIMIT 1) AS fix
    FROM chat_sessions s WHERE s.id = ANY ($1::uuid[])`,
};

export async function readConversations(
  trx: Transaction,
  ids: readonly string[],
): Promise<MarkedConversation[]> {
  const rows = await runStatement<Row>(trx, READ, [ids]);
  return rows.map((row) => ({
    ...row,
    messages: row.messages ?? [],
    faultsAfter: row.faultsAfter ?? [],
    correctedAt: row.correctedAt ?? [],
  }));
}
