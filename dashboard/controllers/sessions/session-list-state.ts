/**
 * The list of conversations as plain data, and what each answer and each live event does to it.
 *
 * What holds after every step: `rows` are exactly the server's rows for these filters, in their order, down to
 * `horizon`. The horizon is where the last loaded page ended. A row that belongs below it is left out, because loading
 * more will bring it; showing it now would leave a hole between. With a search on, only the server knows whether a row
 * belongs: one that is shown stays and is brought up to date, none comes in, and the controller asks anew.
 */
import type { SessionRow } from '../../../backend/sessions/schema.ts';
import type { LiveChange } from '../../api/live.ts';
import { type ListFilters, rowMatches, type Sort, serverDecides, timeOf } from '../../api/session-filters.ts';
import type { SessionList } from '../../api/sessions.ts';

export interface Position {
  lastMessageAt: string;
  startedAt?: string;
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

/** As the server sorts: by the time, then by id. Both compare as text. */
export function inOrder(sort: Sort = '-lastMessageAt'): (a: Position, b: Position) => number {
  const column = timeOf(sort);
  const newest = sort.startsWith('-') ? 1 : -1;
  return (a, b) => {
    const [x, y] = [a[column] ?? '', b[column] ?? ''];
    if (x !== y) return x < y ? newest : -newest;
    if (a.id === b.id) return 0;
    return a.id < b.id ? newest : -newest;
  };
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
    rows: [...state.rows, ...added].sort(inOrder(state.filters.sort)),
    nextCursor: page.nextCursor,
    horizon: page.nextCursor === null ? null : last ? positionOf(last) : state.horizon,
  };
}

/**
 * What one live event does: the row is taken out, and put where it belongs now if the filters still want it. One rule
 * serves all events, because each brings the row as it is at this moment.
 */
export function applyToList(state: ListState, { data }: LiveChange): ListState {
  if (data.sessionId === undefined) return state;
  const others = state.rows.filter((row) => row.id !== data.sessionId);
  const before = state.rows.find((row) => row.id === data.sessionId);
  const { session: row } = data;
  const order = inOrder(state.filters.sort);
  const unknown = serverDecides(state.filters) && !before;
  const isBelow = row && state.horizon !== null && order(state.horizon, row) < 0;
  if (!row || unknown || !rowMatches(state.filters, row) || isBelow) {
    return others.length === state.rows.length ? state : { ...state, rows: others };
  }
  // What was found is not told again by an event.
  const shown = before?.hit ? { ...row, hit: before.hit } : row;
  const at = others.findIndex((other) => order(shown, other) < 0);
  const rows = at < 0 ? [...others, shown] : [...others.slice(0, at), shown, ...others.slice(at)];
  return { ...state, rows };
}

const positionOf = ({ lastMessageAt, startedAt, id }: SessionRow): Position => ({
  lastMessageAt,
  startedAt,
  id,
});
