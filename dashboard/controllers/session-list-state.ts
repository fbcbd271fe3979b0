/**
 * The list of conversations as plain data, and what each answer and each live event does to it.
 *
 * What holds after every step: `rows` are exactly the server's rows for these filters, newest first, down to `horizon`.
 * The horizon is where the last loaded page ended. A row that belongs below it is left out, because loading more will
 * bring it; showing it now would leave a hole between.
 */
import type { SessionRow } from '../../backend/sessions/schema.ts';
import type { LiveChange } from '../api/live.ts';
import { type ListFilters, rowMatches } from '../api/session-filters.ts';
import type { SessionList } from '../api/sessions.ts';

export interface Position {
  lastMessageAt: string;
  id: string;
}

export interface ListState {
  filters: ListFilters;
  rows: readonly SessionRow[];
  nextCursor: string | null;
  /** Null when everything there is has been loaded. */
  horizon: Position | null;
}

export function emptyList(filters: ListFilters): ListState {
  return { filters, rows: [], nextCursor: null, horizon: null };
}

/** Newest first, as the server sorts: by the last message, then by id. Both compare as text. */
export function newestFirst(a: Position, b: Position): number {
  if (a.lastMessageAt !== b.lastMessageAt) return a.lastMessageAt < b.lastMessageAt ? 1 : -1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? 1 : -1;
}

/** The first page takes the place of whatever was shown. */
export function withFirstPage(filters: ListFilters, page: SessionList): ListState {
  return withNextPage(emptyList(filters), page);
}

/** A row that moved up while the page was on its way is already there, and newer: it stays as it is. */
export function withNextPage(state: ListState, page: SessionList): ListState {
  const shown = new Set(state.rows.map((row) => row.id));
  const added = page.items.filter((row) => !shown.has(row.id));
  const last = page.items.at(-1);
  return {
    ...state,
    rows: [...state.rows, ...added].sort(newestFirst),
    nextCursor: page.nextCursor,
    horizon: page.nextCursor !== null && last ? { lastMessageAt: last.lastMessageAt, id: last.id } : null,
  };
}

/**
 * What one live event does: the row is taken out, and put where it belongs now if the filters still want it. One rule
 * serves all events, because each brings the row as it is at this moment.
 */
export function applyToList(state: ListState, { data }: LiveChange): ListState {
  if (data.sessionId === undefined) return state;
  const others = state.rows.filter((row) => row.id !== data.sessionId);
  const row = data.session;
  if (!row || !rowMatches(state.filters, row) || isBelow(state.horizon, row)) {
    return others.length === state.rows.length ? state : { ...state, rows: others };
  }
  const at = others.findIndex((other) => newestFirst(row, other) < 0);
  return { ...state, rows: at < 0 ? [...others, row] : [...others.slice(0, at), row, ...others.slice(at)] };
}

function isBelow(horizon: Position | null, row: Position): boolean {
  return horizon !== null && newestFirst(horizon, row) < 0;
}
