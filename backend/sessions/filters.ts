/**
 * The list's filters as SQL. The list, its count, bulk actions and exports all ask through here, so that they can't
 * disagree about what is meant.
 */
import type { Knex } from 'knex';
import type { Database } from '../db/knex.ts';
import type { SessionFilters } from './filter-schema.ts';
import type { Reach } from './queries.ts';
import { findMatches, readSearch, type Search } from './search.ts';
import { readTimeRange } from './time-range.ts';

export type Matching = Pick<
  SessionFilters,
  | 'q'
  | 'site'
  | 'archive'
  | 'completion'
  | 'channel'
  | 'qa'
  | 'mode'
  | 'agentVersion'
  | 'lead'
  | 'label'
  | 'from'
  | 'to'
  | 'timezone'
  | 'sort'
>;

/** What conditions can be added to: a query of knex or of Objection, on `chat_sessions`. */
type Narrowable = Pick<Knex.QueryBuilder, 'where' | 'whereRaw'>;

export interface ResolvedFilters {
  /** Adds the conditions to a query on `chat_sessions`. */
  where(query: Narrowable): void;
  /** Set when there is a search. */
  search?: Search;
  /**
   * The search matches almost everywhere: `where` leaves it out, and each row that is walked must be asked
   * (`search.matchesHere`).
   */
  isEverywhere: boolean;
  /** Few rows that are named one by one: gather and sort them, rather than walk the list until they are met. */
  isSmall: boolean;
  /** Conversations that have ended and those that go on are found by different indexes: each is asked for its first. */
  isInTwo: boolean;
  /** What the list is sorted by, and what `from` and `to` speak of. */
  column: 'started_at' | 'last_message_at';
}

const KNOWN = '(name IS NOT NULL OR email IS NOT NULL OR phone IS NOT NULL OR company IS NOT NULL)';
const WITH_LEAD = (condition: string) =>
  `EXISTS (SELECT 1 FROM leads WHERE leads.session_id = chat_sessions.id AND ${condition})`;
const LEAD = {
  any: WITH_LEAD(KNOWN),
  none: `NOT ${WITH_LEAD(KNOWN)}`,
  qualified: WITH_LEAD(`qualification = 'qualified'`),
};
const LABEL = 'EXISTS (SELECT 1 FROM session_labels WHERE session_id = chat_sessions.id AND label_id = ?)';

/**
 * Reads the filters and, for a search, finds what matches. A conversation is dated by what the list is sorted by, which
 * is also what the list shows: by its last word, or by its start when that is the order.
 * @throws validation_failed for a time that can't be read
 */
export async function resolveFilters(
  database: Database,
  filters: Matching,
  { siteId }: Reach,
): Promise<ResolvedFilters> {
  const { from, to } = readTimeRange(filters);
  const search = readSearch(filters.q);
  const matches = search && (await findMatches(database, search));
  const ids = matches === 'everywhere' ? undefined : matches;
  const column = filters.sort?.endsWith('startedAt') ? 'started_at' : 'last_message_at';

  return {
    search,
    isEverywhere: matches === 'everywhere',
    isSmall: ids !== undefined,
    isInTwo: matches === undefined && filters.agentVersion !== undefined,
    column,
    where(query) {
      query.where('archive_status', filters.archive ?? 'active');
      if (siteId ?? filters.site) query.where('site_id', siteId ?? filters.site!);
      if (siteId && filters.site && filters.site !== siteId) query.whereRaw('false');
      if (filters.completion) query.where('completion_status', filters.completion);
      if (filters.channel) query.where('channel', filters.channel);
      if (filters.qa) query.where('qa_status', filters.qa);
      if (filters.mode) query.where('mode', filters.mode);
      if (filters.agentVersion) query.where('agent_version', filters.agentVersion);
      if (filters.lead) query.whereRaw(LEAD[filters.lead]);
      if (filters.label) query.whereRaw(LABEL, [filters.label]);
      if (from) query.where(column, '>=', from);
      if (to) query.where(column, '<', to);
      if (ids) query.whereRaw('chat_sessions.id = ANY(?::uuid[])', [ids]);
    },
  };
}
