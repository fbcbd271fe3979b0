/**
 * Where personal data of visitors lives: every table there is, and what becomes of it when a person is erased. A new
 * table needs a line here; a test compares the list with the database.
 */
interface Conversation {
  holds: 'conversation';
  /** The conversation of a row, as SQL. The row goes with it, by foreign keys that cascade. */
  session: string;
  /** Columns that say whose conversation this is, where an address or a number stands in them. */
  tells?: readonly string[];
  /** Of which rows `tells` is asked, as SQL. */
  tellsWhere?: string;
  /** Columns in which other people's conversations may mention a person; the mention is taken out. `::jsonb` if so. */
  mentions?: readonly string[];
  /** The name of the rows in the answer of an erasure. */
  count?: CountName;
  /** Our own bookkeeping, which an export leaves out. */
  internal?: readonly string[];
  order?: string;
}

interface Trace {
  holds: 'trace';
  mentions: readonly string[];
  /** The site of a row, as SQL; without it only an erasure on every site reaches it. */
  site?: string;
}

interface Nothing {
  holds: 'nothing';
  why: string;
}

export type Place = Conversation | Trace | Nothing;
export type CountName = 'sessions' | 'leads' | 'messages' | 'notes' | 'reviews' | 'deliveries' | 'incidents';

const OF_THE_TEAM = 'The team’s own settings; no visitor’s data belongs here.';
const OF_STAFF = 'About staff, not about visitors.';
const COUNTS = 'Counts and times, without anything that was said or left.';
const FIGURES = 'Counts by page (without what follows the ?) and by campaign.';

export const PLACES: Readonly<Record<string, Place>> = {
  chat_sessions: {
    holds: 'conversation',
    session: 'id',
    tells: ['page_url', 'page_title', 'referrer', 'utm', 'agent_state', 'rating_comment', 'external_id'],
    mentions: ['last_message_text'],
    count: 'sessions',
    internal: [
      'turn_id',
      'turn_until',
      'turn_tries',
      'last_seq',
      'visitor_seq',
      'answered_seq',
      'awaiting_since',
      'waiting_told_at',
    ],
  },
  messages: {
    holds: 'conversation',
    session: 'session_id',
    tells: ['text'],
    tellsWhere: `role = 'visitor'`,
    mentions: ['text', 'choices::jsonb', 'agent::jsonb', 'details::jsonb'],
    count: 'messages',
    internal: ['session_id', 'turn_seq', 'author_id'],
    order: 'seq',
  },
  leads: {
    holds: 'conversation',
    session: 'session_id',
    tells: ['name', 'email', 'phone', 'company', 'custom', 'consent_page'],
    count: 'leads',
    internal: ['session_id', 'owner_id'],
  },
  lead_changes: {
    holds: 'conversation',
    session: '(SELECT of.session_id FROM leads of WHERE of.id = lead_id)',
    tells: ['old_value', 'new_value'],
    internal: ['lead_id', 'changed_by'],
    order: 'at',
  },
  session_notes: {
    holds: 'conversation',
    session: 'session_id',
    mentions: ['text'],
    count: 'notes',
    internal: ['session_id', 'author_id'],
    order: 'created_at',
  },
  reviews: {
    holds: 'conversation',
    session: 'session_id',
    mentions: ['note', 'developer_feedback'],
    count: 'reviews',
    internal: ['session_id', 'user_id'],
    order: 'created_at',
  },
  deliveries: {
    holds: 'conversation',
    session: 'session_id',
    mentions: ['target', 'payload::jsonb', 'last_error'],
    count: 'deliveries',
    internal: ['session_id', 'dedupe_key', 'subscription_id', 'lane', 'claim_id', 'claimed_until'],
    order: 'created_at',
  },
  delivery_attempts: {
    holds: 'conversation',
    session: '(SELECT of.session_id FROM deliveries of WHERE of.id = delivery_id)',
    mentions: ['error', 'response'],
    order: 'delivery_id, number',
  },
  outbox_mails: {
    holds: 'conversation',
    session: 'session_id',
    mentions: ['recipients', 'subject', 'html', 'text'],
    internal: ['session_id', 'delivery_id', 'html'],
    order: 'created_at',
  },
  incident_occurrences: {
    holds: 'conversation',
    session: 'session_id',
    mentions: ['execution::jsonb'],
    count: 'incidents',
    internal: ['session_id'],
    order: 'at',
  },
  regression_cases: {
    holds: 'conversation',
    session: 'session_id',
    mentions: ['name', 'script::jsonb'],
    internal: ['session_id', 'last_run_id'],
    order: 'created_at',
  },
  replay_results: {
    holds: 'conversation',
    session: 'session_id',
    mentions: ['turns::jsonb', 'old_lead::jsonb', 'new_lead::jsonb', 'fault'],
    internal: ['session_id', 'run_id', 'case_id'],
    order: 'run_id, number',
  },
  review_signals: {
    holds: 'nothing',
    why: 'Codes and message numbers; the rows go with their conversation.',
  },
  monday_items: { holds: 'nothing', why: 'Ids and keyed hashes; the rows go with their conversation.' },
  messenger_sends: { holds: 'nothing', why: 'Ids; the rows go with their conversation.' },
  messenger_threads: { holds: 'nothing', why: 'Times; the rows go with their conversation.' },
  session_labels: { holds: 'nothing', why: 'Names of labels; the rows go with their conversation.' },

  incidents: {
    holds: 'trace',
    mentions: ['workflow::jsonb', 'node', 'message', 'stack', 'details::jsonb'],
    site: 'site_id',
  },
  audit_entries: { holds: 'trace', mentions: ['details::jsonb'], site: 'site_id' },
  // Only until it is processed; then its words stand in a conversation.
  messenger_events: { holds: 'trace', mentions: ['event::jsonb'], site: 'site_id' },
  'jobs.job': { holds: 'trace', mentions: ['data::jsonb', 'output::jsonb'] },
  'jobs.archive': { holds: 'trace', mentions: ['data::jsonb', 'output::jsonb'] },

  lead_rescores: { holds: 'nothing', why: OF_THE_TEAM },
  events: { holds: 'nothing', why: 'Events name rows and copy nothing; those of the erased are removed.' },
  erasures: { holds: 'nothing', why: 'Keyed hashes, and ids of what is gone.' },
  rate_limits: { holds: 'nothing', why: 'Counters by hashes and ids, gone within the day.' },
  labels: { holds: 'nothing', why: OF_THE_TEAM },
  sites: { holds: 'nothing', why: OF_THE_TEAM },
  knowledge_entries: { holds: 'nothing', why: OF_THE_TEAM },
  ai_spend_days: { holds: 'nothing', why: COUNTS },
  ai_spend_sessions: { holds: 'nothing', why: 'Counters; they go with their conversation.' },
  knowledge_pages: { holds: 'nothing', why: OF_THE_TEAM },
  knowledge_passages: { holds: 'nothing', why: OF_THE_TEAM },
  api_keys: { holds: 'nothing', why: OF_THE_TEAM },
  memory_tables: { holds: 'nothing', why: 'names of tables, and how far they were read' },
  mail_marks: { holds: 'nothing', why: 'Keyed hashes of the team’s own addresses.' },
  messenger_pages: { holds: 'nothing', why: OF_THE_TEAM },
  event_subscriptions: { holds: 'nothing', why: OF_THE_TEAM },
  staff_users: { holds: 'nothing', why: OF_STAFF },
  staff_sessions: { holds: 'nothing', why: OF_STAFF },
  staff_tokens: { holds: 'nothing', why: OF_STAFF },
  stats_sessions: { holds: 'nothing', why: FIGURES },
  stats_quarters: { holds: 'nothing', why: COUNTS },
  stats_days: { holds: 'nothing', why: COUNTS },
  stats_values: { holds: 'nothing', why: FIGURES },
  stats_months: { holds: 'nothing', why: FIGURES },
  stats_views: { holds: 'nothing', why: COUNTS },
  stats_view_days: { holds: 'nothing', why: COUNTS },
  stats_state: { holds: 'nothing', why: COUNTS },
  replay_runs: { holds: 'nothing', why: 'Who ran what and how far; what was said stands in the results.' },
  agent_versions: { holds: 'nothing', why: OF_THE_TEAM },
  review_scan: { holds: 'nothing', why: COUNTS },
  agent_endpoints: { holds: 'nothing', why: OF_THE_TEAM },
  kept_keys: { holds: 'nothing', why: 'Keys of hashes, sealed.' },
  migrations: { holds: 'nothing', why: COUNTS },
  'jobs.queue': { holds: 'nothing', why: COUNTS },
  'jobs.schedule': { holds: 'nothing', why: COUNTS },
  'jobs.subscription': { holds: 'nothing', why: COUNTS },
};

export type ConversationPlace = Conversation & { table: string };

/** The tables whose rows belong to one conversation. */
export const CONVERSATION_PLACES: readonly ConversationPlace[] = Object.entries(PLACES).flatMap(
  ([table, place]) => (place.holds === 'conversation' ? [{ table, ...place }] : []),
);

/** A table in whose rows somebody may be mentioned who they are not about. */
export interface Mentions {
  table: string;
  columns: ReadonlyArray<{ name: string; type: string }>;
  /** What a row's conversation is, as SQL; undefined where it belongs to none. */
  session?: string;
  /** What a row's site is, as SQL; undefined where there is none. */
  site?: string;
}

export const MENTIONS: readonly Mentions[] = Object.entries(PLACES).flatMap(([table, place]) => {
  if (place.holds === 'nothing' || !place.mentions) return [];
  const columns = place.mentions.map((named) => {
    const [name, type = 'text'] = named.split('::') as [string, string?];
    return { name, type };
  });
  if (place.holds === 'trace') return [{ table, columns, site: place.site }];
  const session = qualified(table, place.session);
  const site = `(SELECT whose.site_id FROM chat_sessions whose WHERE whose.id = ${session})`;
  return [{ table, columns, session, site }];
});

/** Inside a subquery a bare column could be taken for one of its own. */
function qualified(table: string, session: string): string {
  return session.startsWith('(') ? session : `${table}.${session}`;
}
