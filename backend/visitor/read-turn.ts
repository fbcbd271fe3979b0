/**
 * A visitor's message with the replies of the turn that answered it, and the conversation as the visitor sees it: one
 * round trip, as every turn ends with it.
 */

import { given, grouped, runTogether } from '../db/grouped.ts';
import type { Database } from '../db/knex.ts';

import { invalidToken } from '../errors.ts';
import type { ShownLead } from '../leads/present.ts';
import { shownName } from '../staff/shown-name.ts';
import { presentMessage, presentVisitorSession, type ShownMessage, type ShownSession } from './present.ts';
import type { MessageView, VisitorSession } from './schema.ts';

export interface MessageAnswer {
  /** The visitor's message first, then its replies in order. */
  messages: MessageView[];
  session: VisitorSession;
}

/** Names are given as the models have them, so that one presenter serves both. */
export const READ = grouped(
  'read-turn',
  () => `
    WITH ${given('"sessionId" uuid, "from" integer')}
    SELECT given.n, s.id, s.completion_status AS "completionStatus", s.mode, s.started_at AS "startedAt", s.rating,
      (SELECT u.name FROM staff_users u WHERE u.id = s.taken_over_by) AS "staffName",
      (SELECT jsonb_build_object('name', l.name, 'email', l.email, 'phone', l.phone, 'company', l.company,
           'custom', l.custom, 'consentGiven', l.consent_given, 'consentVersion', l.consent_version,
           'consentAt', l.consent_at)
         FROM leads l WHERE l.session_id = s.id) AS lead,
      (SELECT jsonb_agg(jsonb_build_object('id', m.id, 'seq', m.seq, 'role', m.role, 'text', m.text,
           'choices', m.choices, 'authorName', m.author_name, 'details', m.details, 'createdAt', m.created_at)
           ORDER BY m.seq)
         FROM messages m WHERE m.session_id = s.id AND m.seq >= "from" AND (m.seq = "from" OR m.turn_seq =
           (SELECT min(t.turn_seq) FROM messages t WHERE t.session_id = s.id AND t.seq >= "from" AND t.turn_seq >= "from")
         )) AS messages
    FROM given JOIN chat_sessions s ON s.id = given."sessionId"`,
);

/** Times inside JSON come as text. */
type AsText<T, Key extends keyof T> = Omit<T, Key> & { [Name in Key]: string };

interface Row extends ShownSession {
  staffName: string | null;
  lead: (Omit<ShownLead, 'consentAt'> & { consentAt: string | null }) | null;
  messages: AsText<ShownMessage, 'createdAt'>[];
}

/**
 * @param seq of the visitor's message
 * @throws invalid_token when the conversation was erased
 */
export async function readTurn(database: Database, sessionId: string, seq: number): Promise<MessageAnswer> {
  const row = await runTogether<Row>(database, READ, `${sessionId} ${seq}`, { sessionId, from: seq });
  if (!row) throw invalidToken('This conversation is no longer there.');
  const { lead, messages, staffName } = row;
  return {
    messages: messages.map((message) =>
      presentMessage({ ...message, createdAt: new Date(message.createdAt) }),
    ),
    session: presentVisitorSession(
      row,
      lead && { ...lead, consentAt: lead.consentAt ? new Date(lead.consentAt) : null },
      row.mode === 'human' ? shownName(staffName) : null,
    ),
  };
}
