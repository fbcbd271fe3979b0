/**
 * Everything an agent needs for a turn, in one round trip.
 */
import type { HistoryMessage, LeadValues, Turn } from '../agents/agent.ts';
import type { Database } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import { searchKnowledge } from '../knowledge/search.ts';
import { type LeadRow, type SeenLead, seenLead } from '../leads/learn.ts';
import { leadValues } from '../leads/values.ts';
import type { Site } from '../models/site.ts';

/** How far back an agent can look. */
const HISTORY_MESSAGES = 40;

/** What an agent answers. */
export interface TurnToAnswer {
  siteId: string;
  /** The last visitor message this turn answers. */
  upTo: number;
  /** The visitor has the fallback text already, and said nothing since: what comes now is a later answer. */
  isOwed: boolean;
  /** How often an answer to this was begun, this time included, without one being stored. */
  tries: number;
  /** The team has been told that a person is wanted. */
  wantsPerson: boolean;
  said: string[];
  history: HistoryMessage[];
  lead: LeadValues;
  state: unknown;
  session: Turn['session'];
}

export interface LoadedTurn extends TurnToAnswer {
  /** The lead with what a change of it depends on. */
  seenLead: SeenLead | null;
  rating: number | null;
}

/** A conversation as an agent's turn wants it, see TURN_COLUMNS. */
export interface TurnRow {
  site_id: string;
  visitor_seq: number;
  answered_seq: number;
  owed_from: number | null;
  turn_tries: number;
  wants_person: boolean;
  agent_state: unknown;
  page_url: string | null;
  page_title: string | null;
  locale: string | null;
  completed: boolean;
  rating: number | null;
  lead: LeadRow | null;
  messages: Array<{ seq: number; role: HistoryMessage['role']; text: string; fallback: boolean }> | null;
}

/** Of a conversation `s`, with its lead and its last messages as they stand when the statement begins. */
export const TURN_COLUMNS = `
  s.site_id, s.visitor_seq, s.answered_seq, s.owed_from, s.turn_tries, s.agent_state, s.page_url, s.page_title, s.locale,
  s.rating,
  s.completion_status = 'completed' AS completed, s.wants_person_since IS NOT NULL AS wants_person,
  (SELECT to_jsonb(l) FROM leads l WHERE l.session_id = s.id) AS lead,
  (SELECT jsonb_agg(jsonb_build_object('seq', m.seq, 'role', m.role, 'text', m.text,
       'fallback', coalesce((m.details->>'fallback')::boolean, false)) ORDER BY m.seq)
     FROM messages m WHERE m.session_id = s.id AND m.seq > s.last_seq - ${HISTORY_MESSAGES}) AS messages`;

const LOAD = {
  name: 'load-turn',
  text: `SELECT ${TURN_COLUMNS} FROM chat_sessions s WHERE s.id = $1 AND s.turn_id = $2`,
};

/** undefined when the conversation is gone or another has the turn. */
export async function loadTurn(
  database: Database,
  sessionId: string,
  turnId: string,
): Promise<LoadedTurn | undefined> {
  const [row] = await runStatement<TurnRow>(database, LOAD, [sessionId, turnId]);
  return row && turnOf(sessionId, row);
}

/** The turn that a row tells of. */
export function turnOf(sessionId: string, row: TurnRow): LoadedTurn {
  // What a fallback put off is still to be answered; the fallback itself is no part of the talk.
  const answered = row.owed_from ?? row.answered_seq;
  const messages = (row.messages ?? []).filter(({ seq, fallback }) => !(fallback && seq > answered));
  const isNew = ({ role, seq }: { role: string; seq: number }) => role === 'visitor' && seq > answered;
  const lead = seenLead(row.lead);
  return {
    siteId: row.site_id,
    upTo: row.visitor_seq,
    isOwed: row.visitor_seq === row.answered_seq,
    tries: row.turn_tries,
    wantsPerson: row.wants_person,
    said: messages.filter(isNew).map(({ text }) => text),
    history: messages.filter((message) => !isNew(message)).map(({ role, text }) => ({ role, text })),
    lead: leadValues(lead),
    seenLead: lead,
    rating: row.rating,
    state: row.agent_state,
    session: {
      id: sessionId,
      pageUrl: row.page_url,
      pageTitle: row.page_title,
      locale: row.locale,
      completed: row.completed,
    },
  };
}

/** The turn as the agent's interface wants it. */
export function toAgentTurn(loaded: TurnToAnswer, site: Site, database: Database, signal: AbortSignal): Turn {
  const { session, lead, history, said, state } = loaded;
  return {
    site: toAgentSite(site),
    session,
    lead,
    history,
    said,
    state,
    searchKnowledge: async (question) =>
      site.knowsAnything === false ? [] : searchKnowledge(database, site, question),
    isTrial: false,
    signal,
  };
}

/** What an agent may know of the site. */
export function toAgentSite(site: Site): Turn['site'] {
  return {
    id: site.id,
    key: site.key,
    name: site.name,
    locale: site.locale,
    greeting: site.widget.greeting,
    fields: site.lead.fields,
    agent: site.agent,
  };
}
